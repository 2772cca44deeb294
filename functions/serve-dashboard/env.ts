import * as z from 'zod';

const origin = z.url({ protocol: /^https?$/ });

/** What serve-dashboard needs to be told; the construct that deploys it is typed from this. */
export const Env = z.object({
  SIGN_IN: z.enum(['iam', 'jwt']),
  ISSUER: origin.optional().describe('of tokens; with `jwt`'),
  CLIENT_ID: z.string().min(1).optional().describe('of the page, as its issuer knows it; with `jwt`'),
  SCOPES: z.string().min(1).optional().describe('that the page asks for besides `openid`'),
  SIGN_IN_ORIGIN: origin.optional().describe('a further origin that the page talks to when somebody signs in'),
});
