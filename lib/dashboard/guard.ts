import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Why a request is not passed on: in words, with the status that says so. */
export interface Turned {
  status: 400 | 401 | 403 | 405;
  because: string;
}

const methods = ['GET', 'POST', 'DELETE'];
/** The page, what it is made of, and what it asks; nothing else of an API is signed for. */
const passed = /^\/(?:$|assets\/|config\.json$|openapi\.json$|v1\/)/;

const COOKIE = 'dark-corners-key';

const same = (given: string, wanted: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
};

const cookieOf = ({ headers }: IncomingMessage): string =>
  (headers.cookie ?? '')
    .split(/;\s*/)
    .find((one) => one.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1) ?? '';

/** The cookie that stands for the key: no script reads it, and no other site's request bears it. */
export const cookieFor = (key: string): string => `${COOKIE}=${key}; Path=/; HttpOnly; SameSite=Strict`;

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
  const { headers, method = '', url = '/' } = request;
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!own.includes(headers.host ?? '')) return { status: 403, because: `only http://${own[0]}/ is served here` };
  const isForeign =
    (headers.origin !== undefined && !own.some((host) => headers.origin === `http://${host}`)) ||
    ['cross-site', 'same-site'].includes(String(headers['sec-fetch-site'] ?? ''));
  if (isForeign && method !== 'GET') return { status: 403, because: 'the request comes from another site' };
  if (isForeign && headers['sec-fetch-mode'] !== 'navigate')
    return { status: 403, because: 'the request comes from another site' };
  if (!methods.includes(method)) return { status: 405, because: `only ${methods.join(', ')} are passed on` };
  if (!passed.test(url.split('?', 1)[0] ?? '')) return { status: 403, because: 'only the page and /v1/ are passed on' };
  if (key !== undefined && !same(cookieOf(request), key))
    return { status: 401, because: 'open the address that the terminal printed, key and all' };
  return undefined;
};
