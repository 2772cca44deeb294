import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { bearsKey, cookieFor, turnedAway } from '../../lib/dashboard/guard.ts';

const PORT = 4600;
const KEY = 'k-0123456789';

/** What a browser sends for a page that asks its own origin. */
const own = {
  host: '127.0.0.1:4600',
  'sec-fetch-site': 'same-origin',
  'sec-fetch-mode': 'cors',
  cookie: `dark-corners-key-4600=${KEY}`,
};

interface Given {
  method?: string;
  url?: string;
  headers?: Record<string, string | undefined>;
}

const turned = ({ method = 'GET', url = '/v1/me', headers = {} }: Given = {}, key?: string, port = PORT) =>
  turnedAway({ method, url, headers: { ...own, ...headers } } as unknown as IncomingMessage, port, key);

describe('a request is signed', () => {
  it.each<[string, Given]>([
    ['for the page itself', { url: '/', headers: { 'sec-fetch-mode': 'navigate' } }],
    ['with what is asked behind its address', { url: '/v1/actions?status=open&touchpoint=a%2Fb' }],
    ['for its assets', { url: '/assets/start-x.js' }],
    ['for what it must know', { url: '/config.json' }],
    ['for the description of the API', { url: '/openapi.json' }],
    ['that changes something', { method: 'POST', headers: { origin: 'http://127.0.0.1:4600' } }],
    ['that takes something away', { method: 'DELETE', headers: { origin: 'http://127.0.0.1:4600' } }],
    ['that asks for the headers alone', { method: 'HEAD' }],
    ['under the other name of this machine', { headers: { host: 'localhost:4600', origin: 'http://localhost:4600' } }],
    ['that no browser sends', { headers: { 'sec-fetch-site': undefined, 'sec-fetch-mode': undefined } }],
    [
      'for the page, by a link on another',
      { url: '/', headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } },
    ],
  ])('%s', (_what, given) => {
    expect(turned(given)).toBeUndefined();
    expect(turned(given, KEY)).toBeUndefined();
  });

  it('at port 80 as a browser names it', () => {
    expect(turned({ headers: { host: '127.0.0.1', origin: 'http://127.0.0.1' } }, undefined, 80)).toBeUndefined();
    expect(turned({ headers: { host: '127.0.0.1' } })).toMatchObject({ status: 403 });
  });
});

describe('a request is turned away', () => {
  it.each<[string, Given]>([
    ['under a name that somebody made point here', { headers: { host: 'rebound.example:4600' } }],
    ['under no name', { headers: { host: undefined } }],
    ['for another port', { headers: { host: '127.0.0.1:4601' } }],
    ['from a page of another origin', { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } }],
    ['from a page at another port of this machine', { headers: { 'sec-fetch-site': 'same-site' } }],
    ['from a page at another port that names itself', { headers: { origin: 'http://127.0.0.1:3000' } }],
    ['from a page in a sandbox', { headers: { origin: 'null' } }],
    [
      'from a form of another site',
      { method: 'POST', headers: { origin: 'https://evil.example', 'sec-fetch-mode': 'navigate' } },
    ],
    [
      'from a form of another site to the page',
      { method: 'POST', url: '/', headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } },
    ],
    [
      'by a link of another site to data',
      { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } },
    ],
    [
      'as an image of another site',
      { url: '/', headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' } },
    ],
  ])('%s', (_what, given) => {
    expect(turned(given)).toMatchObject({ status: 403 });
    expect(turned(given, KEY)).toMatchObject({ status: 403 });
  });

  it.each(['PUT', 'PATCH', 'OPTIONS', 'CONNECT', 'TRACE'])('with the method %s', (method) => {
    expect(turned({ method })).toMatchObject({ status: 405 });
  });

  it.each(['/v2/me', '/v1', '//v1/me', 'http://127.0.0.1:4600/v1/me', '/config.json/x', '/index.html', '*'])(
    'for a path that is none of ours: %s',
    (url) => expect(turned({ url })).toMatchObject({ status: 403 }),
  );

  it.each(['/v1/../secret', '/v1/%2e%2e/secret', '/assets/./x', '/v1/\\..\\secret', '/v1/"'])(
    'for a path that would be sent as another: %s',
    (url) => expect(turned({ url })).toMatchObject({ status: 400 }),
  );
});

describe('where a key is asked for', () => {
  it.each([
    ['none', undefined],
    ['another', 'dark-corners-key-4600=k-9876543210'],
    ['a part of it', 'dark-corners-key-4600=k-012345678'],
    ['that of a proxy at another port', `dark-corners-key-4601=${KEY}`],
    ['one under another name', `key=${KEY}`],
  ])('%s is turned away', (_what, cookie) => {
    expect(turned({ headers: { cookie } }, KEY)).toMatchObject({ status: 401 });
  });

  it('it is found among other cookies', () => {
    expect(turned({ headers: { cookie: `a=1; dark-corners-key-4600=${KEY}; b=2` } }, KEY)).toBeUndefined();
  });

  it('the address that was printed bears it', () => {
    expect(bearsKey(`key=${KEY}`, KEY)).toBe(true);
    for (const query of ['', 'key=', 'key=k-9876543210', `kee=${KEY}`]) expect(bearsKey(query, KEY), query).toBe(false);
  });

  it('no script reads it, and no other site sends it', () => {
    expect(cookieFor(KEY, PORT)).toBe(`dark-corners-key-4600=${KEY}; Path=/; HttpOnly; SameSite=Strict`);
  });
});
