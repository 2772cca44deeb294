import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import type { Authorization } from './definition.ts';

type ByToken = Extract<Authorization, { kind: 'jwt' }>;

/** API Gateway takes only these ("Control access to HTTP APIs with JWT authorizers"). */
const algorithms = ['RS256', 'RS384', 'RS512'];

/** A token's claims as API Gateway hands them to a function: all are text, a list is written `[reader lead]`. */
const flattened = (claims: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : String(value),
    ]),
  );

/** The keys of an issuer, found by its discovery document. */
const keysOf = async (issuer: string): Promise<ReturnType<typeof createRemoteJWKSet>> => {
  const found = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const { jwks_uri } = (await found.json()) as { jwks_uri: string };
  return createRemoteJWKSet(new URL(jwks_uri));
};

/** The key is named, and the token is not from the future; jose asks for neither. */
const isWhole = (token: string): boolean => {
  const { iat } = decodeJwt(token);
  return decodeProtectedHeader(token).kid !== undefined && (iat === undefined || iat * 1000 <= Date.now());
};

/** Checks tokens as API Gateway does ("Authorizing API requests with a JWT authorizer"), signatures among it. */
export const makeTokenCheck = () => {
  const keys = new Map<string, ReturnType<typeof keysOf>>();
  return async (
    { issuer, audience }: ByToken,
    header: string | undefined,
  ): Promise<Record<string, string> | undefined> => {
    const token = header?.replace(/^Bearer /i, '');
    if (!token) return undefined;
    try {
      // Before anybody is asked for keys: what is no token, or of somebody else, is nothing to look up.
      if (decodeJwt(token).iss !== issuer || !isWhole(token)) return undefined;
      const known = keys.get(issuer) ?? keysOf(issuer);
      keys.set(issuer, known);
      // An issuer that was not reached is asked anew.
      known.catch(() => keys.delete(issuer));
      const { payload } = await jwtVerify(token, await known, { issuer, algorithms, requiredClaims: ['exp'] });
      const meant = [payload.aud ?? payload.client_id].flat();
      return meant.some((one) => audience.includes(String(one))) ? flattened(payload) : undefined;
    } catch {
      // Whatever is wrong with it, API Gateway answers the same.
      return undefined;
    }
  };
};
