import { describe, expect, it } from 'vitest';
import { type ProblemCode, problemCodes, problemMeanings } from '../../../functions/domain/analysts/problem.ts';
import { DependencyError } from '../../../functions/runtime/errors.ts';
import { catchConsole } from '../../runtime/console-lines.ts';
import { answerOf, asking, problemIn, type Said, serving } from './asking.ts';

const said = catchConsole();

const actionsAsked = async (query: string) => problemIn(await serving()(asking('actions', { query })));
const changed = async (one: Said) => problemIn(await serving()(asking('changeAction', one)));

describe('a query', () => {
  it('with a parameter that is not known is refused, and the nearest is named', async () => {
    const { code, errors, fix } = await actionsAsked('statsu=open');
    expect(code).toBe('invalid-request');
    expect(errors).toEqual([{ path: '/query/statsu', rule: 'there is no such parameter; did you mean status?' }]);
    expect(fix).toBe('correct the name, or leave it out');
  });

  it('with a parameter that is like none is told those that there are', async () => {
    const { detail } = await actionsAsked('%3Cscript%3E=1');
    expect(detail).toContain('there are status, team, touchpoint, location');
    const none = problemIn(await serving()(asking('me', { query: 'x=1' })));
    expect(none.errors).toEqual([{ path: '/query/x', rule: 'the route takes no parameters' }]);
  });

  it('that gives a parameter twice is refused, though the values be the same', async () => {
    const { errors } = await actionsAsked('status=open&limit=5&status=open');
    expect(errors).toEqual([{ path: '/query/status', rule: 'is given more than once' }]);
  });

  it('is told every rule that it breaks', async () => {
    const { errors = [] } = await actionsAsked('status=closed&limit=0&changedSince=yesterday');
    expect(errors.map(({ path }) => path)).toEqual(['/query/status', '/query/changedSince', '/query/limit']);
    expect(errors[1]?.rule).toContain('2026-03-05T10:00:00Z');
  });

  it.each([
    ['location=Millfield', '/query/location', 'needs touchpoint'],
    ['dueBefore=2026-03-05T10:00:00Z', '/query/dueBefore', 'needs team'],
    ['limit=101', '/query/limit', '<=100'],
    ['limit=1.5', '/query/limit', 'expected int'],
    ['limit=many', '/query/limit', 'expected number'],
    [`cursor=${'a'.repeat(4097)}`, '/query/cursor', '<=4096'],
    ['changedSince=2026-03-05T10:00:00+01:00', '/query/changedSince', '%2B'],
  ])('%s is refused', async (query, path, rule) => {
    const { errors } = await actionsAsked(query);
    expect(errors).toEqual([{ path, rule: expect.stringContaining(rule) }]);
  });

  it('may have commas, blanks and signs in its values', async () => {
    const asked: unknown[] = [];
    const serve = serving({
      actions: async ({ query }) => {
        asked.push(query);
        return { kind: 'answered', answer: { actions: [] } };
      },
    });
    const query = 'touchpoint=check+in%2C%20lounge&location=A%26B&changedSince=2026-03-05T10%3A00%3A00%2B01%3A00';
    await serve(asking('actions', { query }));
    const changedSince = '2026-03-05T09:00:00.000Z';
    expect(asked).toEqual([{ touchpoint: 'check in, lounge', location: 'A&B', changedSince, limit: 50 }]);
  });
});

describe('a body', () => {
  const json = { 'content-type': 'application/json' };

  it.each([
    [{ headers: {} }, '/headers/content-type', 'must be application/json'],
    [{ headers: { 'content-type': 'text/plain' } }, '/headers/content-type', 'must be application/json'],
    [{ headers: { 'content-type': 'application/jsonp' } }, '/headers/content-type', 'must be application/json'],
    [{ headers: json, body: '' }, '/body', 'is no JSON'],
    [{ headers: json, body: '{"kind": ' }, '/body', 'is no JSON'],
    [{ headers: json, body: '[]' }, '/body', 'expected object'],
    [{ headers: json, body: 'null' }, '/body', 'expected object'],
    [{ headers: json, body: `{"reason": "${'a'.repeat(256 * 1024)}"}` }, '/body', 'at most 262144 bytes'],
    [{ headers: json, body: { kind: 'close', version: 1 } }, '/body/kind', 'must be acknowledge, resolve'],
    [{ headers: json, body: { kind: 'resolve' } }, '/body/version', 'expected number'],
  ])('%j is refused', async (one, path, rule) => {
    const { code, errors } = await changed(one);
    expect(code).toBe('invalid-request');
    expect(errors).toEqual([{ path, rule: expect.stringContaining(rule) }]);
  });

  it('of many faults is told the first twenty', async () => {
    const { errors } = problemIn(
      await serving()(asking('checkHolds', { body: { customerIds: Array.from({ length: 100 }, () => 7) } })),
    );
    expect(errors).toHaveLength(20);
  });

  it('may come in base64 and with a charset', async () => {
    const body = Buffer.from(JSON.stringify({ kind: 'acknowledge', version: 1 })).toString('base64');
    const headers = { 'content-type': 'Application/JSON; charset=utf-8' };
    expect((await changed({ body, headers, isBase64Encoded: true })).code).toBe('not-found');
  });

  it('is never told again in what is refused', async () => {
    const response = await serving()(asking('erase', { body: { customerId: ['ada-lovelace'] } }));
    expect(problemIn(response).code).toBe('invalid-request');
    expect(JSON.stringify([response, said()])).not.toContain('ada-lovelace');
  });
});

describe('a path', () => {
  it('with a parameter longer than any id leads nowhere', async () => {
    for (const id of ['', 'a'.repeat(1025)]) {
      expect(problemIn(await serving()(asking('action', { path: { id } }))).code).toBe('not-found');
    }
  });

  it('or a method that is no route is not found', async () => {
    for (const routeKey of ['HEAD /v1/me', 'GET /v1/other', '$default', 'PUT /v1/actions/{id}', '__proto__']) {
      expect(problemIn(await serving()({ ...asking('me'), routeKey })).status).toBe(404);
    }
  });
});

describe('a problem', () => {
  it.each(problemCodes)('%s has a status and a title of its own, and all that is to be told', async (code) => {
    const serve = serving({ me: async () => ({ kind: 'refused', code, detail: 'what', fix: 'how', version: 3 }) });
    const problem = problemIn(await serve(asking('me')));
    expect(problem).toEqual({
      type: `urn:dark-corners:problem:${code}`,
      ...problemMeanings[code],
      code,
      detail: 'what',
      fix: 'how',
      version: 3,
      request: 'request-1',
    });
  });

  it('has titles that tell one from the other', () => {
    const titles = Object.values(problemMeanings).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('a fault', () => {
  const failing = (error: unknown) =>
    serving({
      me: async () => {
        throw error;
      },
    });

  it.each([
    [new DependencyError('State: Query failed', { cause: new Error('ada') }), 'unavailable', 'DependencyError/Error'],
    [new TypeError('ada is not a function'), 'fault', 'TypeError'],
    ['ada', 'fault', 'unknown'],
  ] as [unknown, ProblemCode, string][])('%s is told by its kind alone', async (error, code, kind) => {
    const response = await failing(error)(asking('me'));
    expect(problemIn(response).code).toBe(code);
    expect(response.headers?.['retry-after']).toBe(code === 'unavailable' ? '5' : undefined);
    expect(said()).toMatchObject([
      { event: 'request.failed', route: 'me', error: kind, request: 'request-1' },
      { event: 'request.answered', status: problemMeanings[code].status },
    ]);
    expect(JSON.stringify([response, said()])).not.toContain('ada');
  });
});

describe('every answer', () => {
  it('is kept by nobody, is what it says it is, and is no page', async () => {
    const me = { id: 'kim', roles: [], teams: [], now: '2026-03-05T10:00:00.000Z' };
    const serve = serving({
      me: async () => ({ kind: 'answered', answer: me }),
      removeAnnotation: async () => ({ kind: 'answered', answer: undefined }),
      gapsCsv: async () => ({ kind: 'answered', answer: 'id\r\n', headers: { 'next-cursor': 'further' } }),
    });
    const json = await serve(asking('me'));
    const nothing = await serve(asking('removeAnnotation'));
    const csv = await serve(asking('gapsCsv'));
    for (const { headers } of [
      json,
      nothing,
      csv,
      await serve(asking('actions')),
      await serve(asking('me', { authorizer: {} })),
    ]) {
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      });
    }
    expect(answerOf('me', json)).toEqual(me);
    expect(json.headers).toMatchObject({ 'content-type': 'application/json' });
    expect(nothing).toMatchObject({ statusCode: 204 });
    expect(nothing).not.toHaveProperty('body');
    expect(csv).toMatchObject({
      statusCode: 200,
      body: 'id\r\n',
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="gaps.csv"',
        'next-cursor': 'further',
      },
    });
  });
});
