import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { eventOf } from '../../../lib/local/http-api/event.ts';

const route = {
  key: 'POST /v1/actions/{id}/changes',
  method: 'POST',
  segments: ['v1', 'actions', '{id}', 'changes'],
  authorization: { kind: 'none' as const },
  functionArn: 'arn',
};

const asked = (given: {
  headers?: Record<string, string | string[]>;
  query?: string;
  body?: Buffer;
  authorizer?: object;
}) =>
  eventOf({
    request: {
      headers: { host: '127.0.0.1:4600', 'user-agent': 'test', ...given.headers },
      httpVersion: '1.1',
      socket: { remoteAddress: '127.0.0.1' },
    } as unknown as IncomingMessage,
    match: { route, parameters: { id: 'a b' } },
    path: '/v1/actions/a%20b/changes',
    query: given.query ?? '',
    body: given.body ?? Buffer.alloc(0),
    apiId: 'Api',
    accountId: '000000000000',
    authorizer: given.authorizer,
    now: Date.UTC(2026, 2, 5, 9, 7, 3),
  });

describe('an event of payload format 2.0', () => {
  it('names its route, path and parameters', () => {
    expect(asked({})).toMatchObject({
      version: '2.0',
      routeKey: 'POST /v1/actions/{id}/changes',
      rawPath: '/v1/actions/a%20b/changes',
      rawQueryString: '',
      pathParameters: { id: 'a b' },
      isBase64Encoded: false,
      requestContext: {
        apiId: 'Api',
        stage: '$default',
        routeKey: 'POST /v1/actions/{id}/changes',
        http: { method: 'POST', path: '/v1/actions/a%20b/changes', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
        time: '05/Mar/2026:09:07:03 +0000',
        timeEpoch: 1_772_701_623_000,
      },
    });
  });

  it('has no fields for what did not come', () => {
    const event = asked({});
    for (const name of ['body', 'cookies', 'queryStringParameters']) expect(event).not.toHaveProperty(name);
    expect(event.requestContext).not.toHaveProperty('authorizer');
  });

  it('joins parameters and headers of one name by commas, and keeps the query as it was written', () => {
    const event = asked({ query: 'kind=fix&kind=ask&team=A%2CB+C', headers: { 'x-two': ['1', '2'] } });
    expect(event.queryStringParameters).toEqual({ kind: 'fix,ask', team: 'A,B C' });
    expect(event.rawQueryString).toBe('kind=fix&kind=ask&team=A%2CB+C');
    expect(event.headers['x-two']).toBe('1,2');
  });

  it('has cookies apart from headers', () => {
    const event = asked({ headers: { cookie: 'a=1; b=2' } });
    expect(event.cookies).toEqual(['a=1', 'b=2']);
    expect(event.headers).not.toHaveProperty('cookie');
  });

  it('has what the authorizer found out', () => {
    const authorizer = { iam: { userArn: 'arn:aws:iam::000000000000:user/kim' } };
    expect(asked({ authorizer }).requestContext).toMatchObject({ authorizer });
  });

  // As measured at API Gateway: https://github.com/ministackorg/ministack/pull/766.
  it.each([
    ['application/json', false],
    ['application/json; charset=utf-8', false],
    ['text/csv', false],
    ['application/xml', false],
    ['application/problem+json', true],
    ['application/x-www-form-urlencoded', true],
    ['application/octet-stream', true],
    [undefined, true],
  ])('brings a body of the type %s in base64: %s', (type, isBase64Encoded) => {
    const body = Buffer.from('{"é":1}');
    const event = asked({ body, ...(type && { headers: { 'content-type': type } }) });
    expect(event).toMatchObject({ isBase64Encoded, body: body.toString(isBase64Encoded ? 'base64' : 'utf8') });
  });
});
