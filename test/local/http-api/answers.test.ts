import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiServer, openApiServer } from '../../../lib/local/http-api/server.ts';
import type { FunctionPool } from '../../../lib/local/lambda/function-pool.ts';
import type { Outcome } from '../../../lib/local/lambda/instance.ts';
import { aFunction } from '../definitions.ts';

let outcome: Outcome;
const events: { body?: string; rawQueryString: string; requestContext: { authorizer?: unknown } }[] = [];
const definition = aFunction('Serve');
/** Answers each request as the test says. */
const pool = {
  definition,
  invoke: async (event: string) => {
    events.push(JSON.parse(event));
    return outcome;
  },
} as unknown as FunctionPool;

const route = (key: string, kind: 'none' | 'iam') => {
  const [method = '', path = ''] = key.split(' ');
  return { key, method, segments: path.split('/').slice(1), authorization: { kind }, functionArn: definition.arn };
};

let server: ApiServer;
let asked: [key: string, resource: string][] = [];
beforeAll(async () => {
  server = await openApiServer();
  server.serve({
    definition: {
      logicalId: 'Api',
      routes: [route('GET /open', 'none'), route('POST /open', 'none'), route('GET /closed/{id}', 'iam')],
    },
    pools: [pool],
    place: { endpoint: '', accountId: '000000000000', region: 'eu-central-1', stackName: 'Tiny' },
    bySignature: (key, resource) => {
      asked.push([key, resource]);
      return { allowed: key === 'kim', userArn: `arn:aws:iam::000000000000:user/${key}` };
    },
  });
});
afterAll(() => server.close());

const answering = (value: unknown): Outcome =>
  ({ kind: 'returned', payload: JSON.stringify(value), milliseconds: 1 }) as Outcome;
const ask = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(`${server.url}${path}`, init);
  return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.text(), answer };
};

describe('what a function answers', () => {
  it('is sent with its status and headers', async () => {
    outcome = answering({ statusCode: 202, headers: { 'Content-Type': 'text/csv', ETag: '"1"' }, body: 'a,b' });
    const { answer, ...told } = await ask('/open');
    expect(told).toEqual({ status: 202, type: 'text/csv', body: 'a,b' });
    expect(answer.headers.get('etag')).toBe('"1"');
  });

  it('is unpacked from base64', async () => {
    outcome = answering({ statusCode: 200, body: Buffer.from('é').toString('base64'), isBase64Encoded: true });
    expect((await ask('/open')).body).toBe('é');
  });

  it('is sent as JSON with 200 where it names no status', async () => {
    outcome = answering({ things: [1] });
    expect(await ask('/open')).toMatchObject({ status: 200, type: 'application/json', body: '{"things":[1]}' });
  });

  it('has no content with 204', async () => {
    outcome = answering({ statusCode: 204, body: 'x' });
    expect(await ask('/open')).toMatchObject({ status: 204, body: '' });
  });

  it('is a fault where it failed, and where it is over 6 MB', async () => {
    outcome = { kind: 'failed', errorType: 'TypeError', errorMessage: 'the words of ada', milliseconds: 1 };
    expect(await ask('/open')).toMatchObject({ status: 500, body: '{"message":"Internal Server Error"}' });
    outcome = answering({ statusCode: 200, body: 'x'.repeat(6 * 1024 * 1024) });
    expect(await ask('/open')).toMatchObject({ status: 500 });
  });

  it.each([
    ['a status that there is not', { statusCode: 'abc' }],
    ['a header that would be two', { statusCode: 200, headers: { location: '/\r\nset-cookie: a=b' } }],
  ])('is a fault where it has %s', async (_what, value) => {
    outcome = answering(value);
    expect(await ask('/open')).toMatchObject({ status: 500, body: '{"message":"Internal Server Error"}' });
  });

  it('comes too late after half a minute', async () => {
    outcome = { ...answering({ statusCode: 200 }), milliseconds: 30_001 };
    expect(await ask('/open')).toMatchObject({ status: 503, body: '{"message":"Service Unavailable"}' });
  });
});

describe('a request', () => {
  it('that no route takes is not found, with whatever method', async () => {
    const told = { status: 404, body: '{"message":"Not Found"}' };
    expect(await ask('/other')).toMatchObject(told);
    expect(await ask('/open', { method: 'PUT' })).toMatchObject(told);
    expect(await ask('/open', { method: 'OPTIONS', headers: { origin: 'https://a.example' } })).toMatchObject(told);
  });

  it('over 10 MB is told so, however long it is in coming', async () => {
    const sent = request(`${server.url}/open`, { method: 'POST' });
    const came = new Promise<number>((resolve) => {
      sent.on('response', (answer) => {
        void text(answer);
        resolve(answer.statusCode ?? 0);
      });
    });
    for (let i = 0; i < 11; i++) sent.write(Buffer.alloc(1024 * 1024));
    sent.end();
    expect(await came).toBe(413);
  });

  it('that nobody signed, or signed for something else, is forbidden and reaches no function', async () => {
    const before = events.length;
    const credential = 'Credential=kim/20260305/eu-central-1';
    for (const authorization of [
      undefined,
      'Bearer x',
      `AWS4-HMAC-SHA256 ${credential}/dynamodb/aws4_request, Signature=0`,
      'AWS4-HMAC-SHA256 Credential=sam/20260305/eu-central-1/execute-api/aws4_request, Signature=0',
    ]) {
      const told = await ask('/closed/7', authorization === undefined ? {} : { headers: { authorization } });
      expect(told).toMatchObject({ status: 403, body: '{"message":"Forbidden"}' });
    }
    expect(events).toHaveLength(before);
  });

  it('keeps a question mark that is of the query', async () => {
    outcome = answering({ statusCode: 200 });
    await ask('/open?touchpoint=why?&limit=7');
    expect(events.at(-1)?.rawQueryString).toBe('touchpoint=why?&limit=7');
  });

  it('that is signed is held against policies by method and path, and the function learns by whom', async () => {
    asked = [];
    outcome = answering({ statusCode: 200 });
    const authorization = 'AWS4-HMAC-SHA256 Credential=kim/20260305/eu-central-1/execute-api/aws4_request, Signature=0';
    expect(await ask('/closed/7?secret=1', { headers: { authorization } })).toMatchObject({ status: 200 });
    expect(asked).toEqual([['kim', 'arn:aws:execute-api:eu-central-1:000000000000:Api/$default/GET/closed/7']]);
    expect(events.at(-1)?.requestContext.authorizer).toMatchObject({
      iam: { accessKey: 'kim', userArn: 'arn:aws:iam::000000000000:user/kim' },
    });
  });
});

describe('before a stack is served', () => {
  it('nothing answers', async () => {
    const early = await openApiServer();
    expect((await fetch(`${early.url}/open`)).status).toBe(503);
    await early.close();
  });
});
