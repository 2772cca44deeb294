import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { wholeBody } from '../../../lib/whole-body.ts';

/** How a token differs from one that all is well with. */
export interface Difference {
  /** Instead of the issuer's own. */
  issuer?: string;
  audience?: string;
  /** Seconds from now when it ends; an hour if left out. */
  expiresIn?: number;
  /** Seconds from now of `iat`, and of `nbf` where it has one. */
  issuedIn?: number;
  validIn?: number;
  /** By a key that the issuer does not tell of, under the name of one that it does. */
  forged?: boolean;
  /** Without the name of its key. */
  nameless?: boolean;
}

/** An issuer of tokens on this machine: OpenID Connect as far as a page with PKCE needs it, real signatures, no cookies. */
export interface Issuer {
  /** As tokens have it in `iss`. */
  url: string;
  audience: string;
  /** A token of these claims. */
  token(claims: JWTPayload, difference?: Difference): Promise<string>;
  /** Whoever asks next to be signed in is this person: their claims, `sub` among them; `undefined` is refused. */
  person(claims: JWTPayload | undefined): void;
  /** Parameters of each request to be signed in, the last one last. */
  readonly asked: readonly URLSearchParams[];
  close(): Promise<void>;
}

const KEY = 'key-1';
const LIFETIME_SECONDS = 3600;

interface Code {
  claims: JWTPayload;
  challenge: string;
  redirect: string;
  nonce: string | undefined;
}

/** An answer, or a code that a request to the token endpoint is refused with (RFC 6749, 5.2). */
type Answer = { status: number; json: object } | { location: string };

const seconds = (): number => Math.floor(Date.now() / 1000);

/**
 * @param audience of the tokens, and the client that signs people in
 * @param port 0 picks a free one
 */
export const startIssuer = async ({ audience = 'dark-corners', port = 0 } = {}): Promise<Issuer> => {
  const [own, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const codes = new Map<string, Code>();
  const asked: URLSearchParams[] = [];
  let person: JWTPayload | undefined = { sub: 'kim', email: 'kim@example.com', roles: ['lead'] };

  const signed = async (claims: JWTPayload, key: CryptoKey, difference: Difference = {}): Promise<string> => {
    const { issuer = url, expiresIn = LIFETIME_SECONDS, issuedIn = 0, validIn, nameless } = difference;
    const token = new SignJWT({ iss: issuer, iat: seconds() + issuedIn, exp: seconds() + expiresIn, ...claims });
    if (validIn !== undefined) token.setNotBefore(seconds() + validIn);
    return token.setProtectedHeader({ alg: 'RS256', ...(!nameless && { kid: KEY }) }).sign(key);
  };

  const discovery = () => ({
    issuer: url,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    jwks_uri: `${url}/keys`,
    end_session_endpoint: `${url}/logout`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none'],
  });

  const authorize = (given: URLSearchParams): Answer => {
    asked.push(given);
    const redirect = given.get('redirect_uri') ?? '';
    const isSound =
      given.get('client_id') === audience &&
      given.get('response_type') === 'code' &&
      given.get('scope')?.split(' ').includes('openid') &&
      given.get('code_challenge_method') === 'S256' &&
      given.get('code_challenge') &&
      URL.canParse(redirect);
    // Nobody is sent back to an address that may not be theirs.
    if (!isSound) return { status: 400, json: { error: 'invalid_request' } };
    const back = new URL(redirect);
    back.searchParams.set('state', given.get('state') ?? '');
    if (person) {
      const code = randomBytes(16).toString('base64url');
      const challenge = given.get('code_challenge') ?? '';
      codes.set(code, { claims: person, challenge, redirect, nonce: given.get('nonce') ?? undefined });
      back.searchParams.set('code', code);
    } else back.searchParams.set('error', 'access_denied');
    return { location: back.href };
  };

  const exchange = async (given: URLSearchParams): Promise<Answer> => {
    const code = codes.get(given.get('code') ?? '');
    codes.delete(given.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(given.get('code_verifier') ?? '')
      .digest('base64url');
    const isMeant =
      given.get('grant_type') === 'authorization_code' &&
      given.get('client_id') === audience &&
      given.get('redirect_uri') === code?.redirect &&
      challenge === code?.challenge;
    if (!code || !isMeant) return { status: 400, json: { error: 'invalid_grant' } };
    const { claims, nonce } = code;
    const json = {
      access_token: await signed({ aud: audience, ...claims }, own.privateKey),
      id_token: await signed(
        { aud: audience, ...(claims.sub && { sub: claims.sub }), ...(nonce && { nonce }) },
        own.privateKey,
      ),
      token_type: 'Bearer',
      expires_in: LIFETIME_SECONDS,
    };
    return { status: 200, json };
  };

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const body = await wholeBody(request, 64 * 1024);
    switch (`${request.method} ${pathname}`) {
      case 'GET /.well-known/openid-configuration':
        return { status: 200, json: discovery() };
      case 'GET /keys':
        return { status: 200, json: { keys: [{ ...(await exportJWK(own.publicKey)), kid: KEY, alg: 'RS256' }] } };
      case 'GET /authorize':
        return authorize(searchParams);
      case 'POST /token':
        return exchange(new URLSearchParams(body?.toString()));
      case 'GET /logout':
        return { location: searchParams.get('post_logout_redirect_uri') ?? url };
      default:
        return { status: 404, json: { error: 'not_found' } };
    }
  };

  /** A page of any origin may ask: nothing here depends on who it is. */
  const send = (response: ServerResponse, told: Answer): void => {
    const always = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' };
    if ('location' in told) response.writeHead(302, { ...always, location: told.location }).end();
    else
      response.writeHead(told.status, { ...always, 'content-type': 'application/json' }).end(JSON.stringify(told.json));
  };

  const server = createServer((request, response) => {
    answer(request).then(
      (told) => send(response, told),
      () => send(response, { status: 500, json: { error: 'server_error' } }),
    );
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    audience,
    token: (claims, difference = {}) =>
      signed(
        { aud: difference.audience ?? audience, ...claims },
        (difference.forged ? other : own).privateKey,
        difference,
      ),
    person: (claims) => {
      person = claims;
    },
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
