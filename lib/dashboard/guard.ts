import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { targetOf } from '../request-target.ts';

/** Why a request is not passed on: in words, with the status that says so. */
export interface Turned {
  status: 400 | 401 | 403 | 405;
  because: string;
}

const methods = ['GET', 'HEAD', 'POST', 'DELETE'];
/** The page, what it is made of, and what it asks; nothing else of an API is signed for. */
const passed = /^\/(?:$|assets\/|config\.json$|openapi\.json$|v1\/)/;

/** Browsers keep cookies by host, whatever the port: of two proxies each has its own. */
const nameFor = (port: number): string => `dark-corners-key-${port}`;

/** As a browser names this address: without the port that goes without saying. */
const hostsOf = (port: number): string[] =>
  ['127.0.0.1', 'localhost'].map((name) => (port === 80 ? name : `${name}:${port}`));

const same = (given: string, wanted: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
};

const cookieOf = ({ headers }: IncomingMessage, port: number): string =>
  (headers.cookie ?? '')
    .split(/;\s*/)
    .find((one) => one.startsWith(`${nameFor(port)}=`))
    ?.slice(nameFor(port).length + 1) ?? '';

/** The cookie that stands for the key: no script reads it, and no other site's request bears it. */
export const cookieFor = (key: string, port: number): string =>
  `${nameFor(port)}=${key}; Path=/; HttpOnly; SameSite=Strict`;

/** Whether the address has the key in it, as the terminal printed it. */
export const bearsKey = (query: string, key: string): boolean => same(new URLSearchParams(query).get('key') ?? '', key);

/**
 * Holds a request against what a signing proxy must never do: sign for a page of another site (by name, which DNS can be
 * made to point here, or by its origin), or for another user of this machine.
 *
 * @param port that the proxy listens on
 * @param key that the browser must know; absent where anybody on this machine may ask
 */
export const turnedAway = (request: IncomingMessage, port: number, key: string | undefined): Turned | undefined => {
  const { headers, method = '' } = request;
  const { path } = targetOf(request);
  const own = hostsOf(port);
  if (!own.includes(headers.host ?? '')) return { status: 403, because: `only http://${own[0]}/ is served here` };
  const isForeign =
    (headers.origin !== undefined && !own.some((host) => headers.origin === `http://${host}`)) ||
    ['cross-site', 'same-site'].includes(String(headers['sec-fetch-site'] ?? ''));
  // A link may lead to the page, and to nothing else.
  const isLink = method === 'GET' && path === '/' && headers['sec-fetch-mode'] === 'navigate';
  if (isForeign && !isLink) return { status: 403, because: 'the request comes from another site' };
  if (!methods.includes(method)) return { status: 405, because: `only ${methods.join(', ')} are passed on` };
  if (!passed.test(path)) return { status: 403, because: 'only the page and /v1/ are passed on' };
  // `/v1/../x` would be signed as `/x`.
  if (new URL(path, `http://${own[0]}`).pathname !== path)
    return { status: 400, because: 'the path is not written as it would be sent' };
  if (key !== undefined && !same(cookieOf(request, port), key))
    return { status: 401, because: 'open the address that the terminal printed, key and all' };
  return undefined;
};
