import * as z from 'zod';

const claim = z.string().min(1);

/** What serve-analysts needs to be told; the construct that deploys it is typed from this. */
export const Env = z.object({
  FACTS_TABLE: z.string().min(1),
  STATE_TABLE: z.string().min(1),
  ERASURES_TABLE: z.string().min(1).describe('also keeps the secret of the cursors'),
  EVENT_BUS_NAME: z.string().min(1),
  SIGN_IN: z.enum(['iam', 'jwt']).describe('who lets callers in: IAM, or an issuer of tokens'),
  ROLES_CLAIM: claim.default('roles').describe('of a token: what its bearer may do'),
  TEAM_CLAIM: claim.default('team').describe('of a token: the team of an owner'),
  NAME_CLAIM: claim.default('email').describe('of a token: the name that histories keep; where it is missing, `sub`'),
});
