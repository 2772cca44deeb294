import * as oauth from 'oauth4webapi';
import type { PageConfig } from '../../page-config.ts';
import type { Session } from './session.ts';

type Issued = Extract<PageConfig, { signIn: 'jwt' }>;

/** What must be remembered while somebody is away at their issuer. */
interface Asked {
  verifier: string;
  state: string;
  nonce: string;
  /** Where in the page they were. */
  hash: string;
}

const KEY = 'dark-corners.asked';

/** An issuer that names no lifetime: the shortest of those in use. */
const LIFETIME_SECONDS = 300;

/** Where the issuer sends people back to; to be registered with it. */
const back = (): string => `${location.origin}/`;

const isOnThisMachine = ({ hostname }: URL): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);

/** An issuer that runs on this machine needs no TLS. */
const allowed = (issuer: URL) => ({ [oauth.allowInsecureRequests]: isOnThisMachine(issuer) });

const serverOf = async (issuer: URL): Promise<oauth.AuthorizationServer> =>
  oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, allowed(issuer)));

/**
 * Leaves for the issuer (authorization code with PKCE, RFC 7636).
 *
 * @throws Error where the issuer cannot be reached or is not what it says
 */
export const leaveToSignIn = async ({ issuer, clientId, scopes }: Issued): Promise<void> => {
  const server = await serverOf(new URL(issuer));
  if (!server.authorization_endpoint) throw new Error('the issuer names no authorization_endpoint');
  const asked: Asked = {
    verifier: oauth.generateRandomCodeVerifier(),
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    hash: location.hash,
  };
  sessionStorage.setItem(KEY, JSON.stringify(asked));
  const url = new URL(server.authorization_endpoint);
  const asking = {
    client_id: clientId,
    redirect_uri: back(),
    response_type: 'code',
    scope: scopes ? `openid ${scopes}` : 'openid',
    code_challenge: await oauth.calculatePKCECodeChallenge(asked.verifier),
    code_challenge_method: 'S256',
    state: asked.state,
    nonce: asked.nonce,
  };
  for (const [name, value] of Object.entries(asking)) url.searchParams.set(name, value);
  location.assign(url);
};

const isReturn = (here: URL): boolean =>
  here.searchParams.has('state') && (here.searchParams.has('code') || here.searchParams.has('error'));

/**
 * Takes in whoever comes back from the issuer, and puts the address right again: to where they were, without the code.
 *
 * @returns undefined where nobody comes back
 * @throws Error where the issuer refused, or the answer is not to what this tab asked
 */
export const returnFromSignIn = async ({ issuer, clientId }: Issued, now: number): Promise<Session | undefined> => {
  const here = new URL(location.href);
  if (!isReturn(here)) return undefined;
  const kept = sessionStorage.getItem(KEY);
  const asked = kept ? (JSON.parse(kept) as Asked) : undefined;
  sessionStorage.removeItem(KEY);
  history.replaceState(null, '', `/${asked?.hash ?? ''}`);
  if (!asked) return undefined;
  const at = new URL(issuer);
  const server = await serverOf(at);
  const client: oauth.Client = { client_id: clientId };
  const given = oauth.validateAuthResponse(server, client, here, asked.state);
  const answer = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    given,
    back(),
    asked.verifier,
    allowed(at),
  );
  const issued = await oauth.processAuthorizationCodeResponse(server, client, answer, {
    expectedNonce: asked.nonce,
    requireIdToken: true,
  });
  return {
    token: issued.access_token,
    until: now + (issued.expires_in ?? LIFETIME_SECONDS) * 1000,
    ...(server.end_session_endpoint && { endSession: server.end_session_endpoint }),
  };
};

/** Ends the issuer's own session too, where it says how: else the next sign-in on a shared computer would ask nothing. */
export const leaveToSignOut = ({ clientId }: Issued, { endSession }: Session): void => {
  if (!endSession) return;
  const url = new URL(endSession);
  url.searchParams.set('client_id', clientId);
  // OpenID Connect's name for it, and Amazon Cognito's.
  for (const name of ['post_logout_redirect_uri', 'logout_uri']) url.searchParams.set(name, back());
  location.assign(url);
};
