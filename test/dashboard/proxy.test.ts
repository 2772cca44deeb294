import { createServer, type IncomingHttpHeaders, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ProxyOptions, type SigningProxy, startProxy } from '../../lib/dashboard/proxy.ts';
import { type Received, signatureOf } from './signature.ts';

const SECRET = 'not-a-real-secret';
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: SECRET, sessionToken: 'a-session' };

/** What stands for the API: keeps what came, and answers as the test says. */
const came: Received[] = [];
let answer: (response: ServerResponse) => void;
const api = createServer(async (given, response) => {
  const { method = '', url = '', headers } = given;
  came.push({ method, url, headers, body: await buffer(given) });
  answer(response);
});
const json =
  (status: number, value: object, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));

let apiUrl: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  apiUrl = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
});
afterAll(() => api.close());

const open: SigningProxy[] = [];
let said: string[];
const proxied = async (options: Partial<ProxyOptions> = {}): Promise<string> => {
  said = [];
  came.length = 0;
  answer = json(200, {});
  const proxy = await startProxy({
    api: apiUrl,
    region: 'eu-central-1',
    credentials: async () => credentials,
    port: 0,
    say: (line) => said.push(line),
    ...options,
  });
  open.push(proxy);
  return proxy.url.replace(/\/(?:\?.*)?$/, '');
};
afterEach(async () => {
  for (const proxy of open.splice(0)) await proxy.close();
});

const signatureIn = ({ headers }: Received): string =>
  /Signature=([\da-f]{64})$/.exec(String(headers.authorization))?.[1] ?? 'none';

describe('what is passed on', () => {
  it('bears a signature that AWS would reckon too', async () => {
    const url = await proxied();
    await fetch(`${url}/v1/actions?status=open&limit=7`);
    await fetch(`${url}/v1/holds/check`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"customerIds":["ä"]}',
    });
    for (const one of came) {
      expect(signatureIn(one)).toBe(signatureOf(one, SECRET));
      expect(one.headers.authorization).toMatch(
        /Credential=AKIDEXAMPLE\/\d{8}\/eu-central-1\/execute-api\/aws4_request,/,
      );
      expect(one.headers).toMatchObject({ 'x-amz-security-token': 'a-session' });
    }
    expect(came.map(({ body }) => body.toString())).toEqual(['', '{"customerIds":["ä"]}']);
  });

  it('is signed as it is sent, whatever is asked', async () => {
    const url = await proxied();
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((one) => one.isWellFormed());
    const id = text.map(encodeURIComponent).filter((one) => !/^\.{1,2}$/.test(one));
    await fc.assert(
      fc.asyncProperty(id, fc.array(fc.tuple(text, text), { maxLength: 3 }), async (path, pairs) => {
        const query = new URLSearchParams(pairs);
        await fetch(`${url}/v1/actions/${path}?${query}`);
        const [received] = came.splice(0);
        if (!received) throw new Error('nothing was passed on');
        expect(signatureIn(received)).toBe(signatureOf(received, SECRET));
        expect([...new URLSearchParams(received.url.split('?')[1])]).toEqual(pairs);
        expect(received.url.split('?')[0]).toBe(`/v1/actions/${path}`);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps a question mark that is of the query', async () => {
    const url = await proxied();
    await fetch(`${url}/v1/actions?touchpoint=why?&limit=7`);
    expect(came[0]?.url).toBe('/v1/actions?touchpoint=why%3F&limit=7');
  });

  it('says nothing of the browser, and signs only what every signature must have', async () => {
    const url = await proxied();
    await fetch(`${url}/v1/me`, {
      headers: {
        accept: 'application/json',
        cookie: 'a=1',
        'x-forwarded-for': '1.2.3.4',
        authorization: 'Bearer mine',
      },
    });
    const [received] = came;
    expect(received?.headers).toMatchObject({ accept: 'application/json' });
    for (const name of ['cookie', 'x-forwarded-for']) expect(received?.headers).not.toHaveProperty(name);
    expect(received?.headers.authorization).toMatch(/SignedHeaders=host;x-amz-date;x-amz-security-token, /);
  });

  it('is signed with what the credentials are by then', async () => {
    let asked = 0;
    const url = await proxied({ credentials: async () => ({ accessKeyId: `KEY${asked++}`, secretAccessKey: SECRET }) });
    await fetch(`${url}/v1/me`);
    await fetch(`${url}/v1/me`);
    expect(came.map(({ headers }) => /Credential=(\w+)/.exec(String(headers.authorization))?.[1])).toEqual([
      'KEY0',
      'KEY1',
    ]);
  });

  it('has 256 KB at most, and who sends more reads so', async () => {
    const url = await proxied();
    const headers = { 'content-type': 'application/json' };
    const sent = (bytes: number) =>
      fetch(`${url}/v1/holds/check`, { method: 'POST', headers, body: 'x'.repeat(bytes) });
    expect((await sent(256 * 1024)).status).toBe(200);
    const long = await sent(4 * 1024 * 1024);
    expect([long.status, await long.text()]).toEqual([413, 'A request has at most 262144 bytes.\n']);
    expect(came).toHaveLength(1);
  });
});

describe('what is answered', () => {
  it('comes with status, type and content, and without what was between the two of them', async () => {
    const url = await proxied();
    answer = json(
      202,
      { receipt: 'r-1' },
      {
        'next-cursor': 'c',
        'set-cookie': 'a=1',
        'strict-transport-security': 'max-age=1',
        'keep-alive': 'timeout=9',
      },
    );
    const told = await fetch(`${url}/v1/erasures`, { method: 'POST', body: '{}' });
    expect([told.status, await told.json()]).toEqual([202, { receipt: 'r-1' }]);
    expect(told.headers.get('next-cursor')).toBe('c');
    for (const name of ['set-cookie', 'strict-transport-security']) expect(told.headers.get(name), name).toBeNull();
    expect(told.headers.get('keep-alive')).not.toBe('timeout=9');
  });

  it('is unpacked, and says so by its length', async () => {
    const url = await proxied();
    const script = 'const a = 1;'.repeat(100);
    const packed = gzipSync(script);
    answer = (response) =>
      response
        .writeHead(200, {
          'content-type': 'text/javascript',
          'content-encoding': 'gzip',
          'content-length': packed.length,
        })
        .end(packed);
    const told = await fetch(`${url}/assets/start.js`);
    expect(await told.text()).toBe(script);
    expect(told.headers.get('content-encoding')).toBeNull();
    expect(told.headers.get('content-length')).toBe(String(script.length));
  });

  it('may be that nothing has changed since', async () => {
    const url = await proxied();
    answer = (response) => response.writeHead(304, { etag: 'W/"1"', 'cache-control': 'no-cache' }).end();
    const told = await fetch(`${url}/`, { headers: { 'if-none-match': 'W/"1"' } });
    expect([told.status, told.headers.get('etag'), await told.text()]).toEqual([304, 'W/"1"', '']);
    expect(came[0]?.headers).toMatchObject({ 'if-none-match': 'W/"1"' });
  });

  it('has no content where there is none', async () => {
    const url = await proxied();
    answer = (response) => response.writeHead(204).end();
    const told = await fetch(`${url}/v1/annotations/a`, { method: 'DELETE' });
    expect([told.status, await told.text()]).toEqual([204, '']);
  });

  it('has its headers alone where only they are asked for', async () => {
    const url = await proxied();
    const told = await fetch(`${url}/`, { method: 'HEAD' });
    expect([told.status, told.headers.get('content-length'), await told.text()]).toEqual([200, '2', '']);
    expect(came[0]?.method).toBe('GET');
  });

  it('may lead elsewhere, and nobody goes there by themselves', async () => {
    const url = await proxied();
    answer = (response) => response.writeHead(302, { location: 'https://elsewhere.example/' }).end();
    const told = await fetch(`${url}/v1/me`, { redirect: 'manual' });
    expect([told.status, told.headers.get('location')]).toEqual([302, 'https://elsewhere.example/']);
  });
});

describe('who started the proxy is told', () => {
  it('once what a refusal by AWS means; what the API itself refuses says it there', async () => {
    const url = await proxied();
    answer = json(403, { code: 'not-allowed' }, { 'content-type': 'application/problem+json' });
    await fetch(`${url}/v1/story?customer=a`);
    expect(said).toEqual([]);
    answer = json(403, { message: 'Forbidden' });
    for (let i = 0; i < 3; i++) expect((await fetch(`${url}/v1/me`)).status).toBe(403);
    expect(said).toEqual([expect.stringContaining('ReaderPolicyArn')]);
  });

  it('that the API does not answer, and which', async () => {
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
    const away = `http://127.0.0.1:${(gone.address() as AddressInfo).port}`;
    gone.close();
    const url = await proxied({ api: away });
    const told = await fetch(`${url}/v1/me`);
    expect([told.status, await told.text()]).toEqual([
      502,
      `The API cannot be asked: ${away} does not answer: ECONNREFUSED.\n`,
    ]);
    await fetch(`${url}/v1/me`);
    expect(said).toEqual([`The API cannot be asked: ${away} does not answer: ECONNREFUSED.`]);
  });

  it('that the answer broke off', async () => {
    const url = await proxied();
    answer = (response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('half');
      setTimeout(() => response.destroy(), 20);
    };
    expect((await fetch(`${url}/v1/me`)).status).toBe(502);
    expect(said).toEqual([expect.stringContaining('does not answer')]);
  });

  it('that there are no credentials any more', async () => {
    const url = await proxied({
      credentials: async () => {
        throw new Error('no credentials of AWS were found');
      },
    });
    expect((await fetch(`${url}/v1/me`)).status).toBe(502);
    expect(said).toEqual(['The API cannot be asked: no credentials of AWS were found.']);
    expect(came).toEqual([]);
  });
});

/** A request with headers that `fetch` would not let anybody set. */
const bare = (url: string, headers: IncomingHttpHeaders): Promise<number> =>
  new Promise((resolve, reject) => {
    request(url, { headers }, (told) => resolve(told.resume().statusCode ?? 0))
      .on('error', reject)
      .end();
  });

describe('who may have something signed', () => {
  it('is the page, and no other site', async () => {
    const url = await proxied();
    expect(await bare(`${url}/v1/me`, { host: 'rebound.example' })).toBe(403);
    expect(await bare(`${url}/v1/me`, { origin: 'https://evil.example' })).toBe(403);
    expect(came).toEqual([]);
    expect(await bare(`${url}/v1/me`, {})).toBe(200);
  });

  it('is whoever opened the address that was printed, where there is a key', async () => {
    const url = await proxied({ key: 'k-1' });
    expect((await fetch(`${url}/v1/me`)).status).toBe(401);
    expect((await fetch(`${url}/?key=k-2`)).status).toBe(401);
    const opened = await fetch(`${url}/?key=k-1`, { redirect: 'manual' });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/']);
    const [cookie = ''] = (opened.headers.get('set-cookie') ?? '').split(';');
    expect(came).toEqual([]);
    expect(await bare(`${url}/v1/me`, { cookie })).toBe(200);
  });
});

describe('a port that is taken', () => {
  it('is told by the code of the system', async () => {
    const port = Number(new URL(await proxied()).port);
    await expect(proxied({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
