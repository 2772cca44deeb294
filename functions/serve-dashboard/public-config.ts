import type * as z from 'zod';
import type { Env } from './env.ts';
import type { PageConfig } from './page-config.ts';

/** What of the environment anybody may know. */
export interface PublicConfig {
  page: PageConfig;
  /** Other origins that the page talks to. */
  origins: string[];
}

/** @throws Error where somebody is to sign in with an issuer that is not named */
export const publicConfig = (env: z.output<typeof Env>): PublicConfig => {
  const { SIGN_IN, ISSUER, CLIENT_ID, SCOPES, SIGN_IN_ORIGIN } = env;
  if (SIGN_IN === 'iam') return { page: { signIn: 'iam' }, origins: [] };
  if (!ISSUER || !CLIENT_ID)
    throw new Error('SIGN_IN is jwt: needs ISSUER and CLIENT_ID; give both, or sign in by iam');
  const origins = [ISSUER, SIGN_IN_ORIGIN].flatMap((url) => (url ? [new URL(url).origin] : []));
  const page = { signIn: 'jwt' as const, issuer: ISSUER, clientId: CLIENT_ID, ...(SCOPES && { scopes: SCOPES }) };
  return { page, origins: [...new Set(origins)] };
};
