import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeApi, ProblemError, SignedOutError, UnreachableError } from '../../functions/serve-dashboard/page/api.ts';

const problem = {
  ...{ type: 'urn:dark-corners:problem:conflict', title: 'Somebody was faster', status: 409, code: 'conflict' },
  ...{ detail: 'version 2 is stored', fix: 'look again', request: 'r-1' },
};

const asked: { url: string; init: RequestInit }[] = [];
const answering = (answer: () => Response | Error) => {
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({ url, init });
    const given = answer();
    if (given instanceof Error) throw given;
    return given;
  });
};
const json =
  (body: unknown, status = 200, type = 'application/json') =>
  () =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });

afterEach(() => {
  vi.unstubAllGlobals();
  asked.length = 0;
});

const api = (token?: string, onSignedOut = () => {}) => makeApi(() => token, onSignedOut);

describe('the page’s own client', () => {
  it('fills the path, leaves out what is not asked for, and shows the token', async () => {
    answering(json({ actions: [] }));
    await api('abc').call('actions', { query: { team: 'Delivery & more', status: undefined } });
    expect(asked[0]?.url).toBe('/v1/actions?team=Delivery+%26+more');
    expect(asked[0]?.init).toMatchObject({
      method: 'GET',
      cache: 'no-store',
      headers: { authorization: 'Bearer abc' },
    });
    await api().call('action', { path: { id: 'a/b' } });
    expect(asked[1]?.url).toBe('/v1/actions/a%2Fb');
    expect(asked[1]?.init.headers).not.toHaveProperty('authorization');
  });

  it('sends what is to change, and takes that nothing is answered', async () => {
    answering(() => new Response(null, { status: 204 }));
    expect(await api().call('removeAnnotation', { path: { id: 'a1' } })).toBeUndefined();
    answering(json({}, 201));
    await api().call('annotate', { body: { day: '2026-03-02', text: 'New courier' } });
    expect(asked[1]?.init).toMatchObject({ method: 'POST', body: '{"day":"2026-03-02","text":"New courier"}' });
  });

  it('reads a list as CSV, with the cursor of its next page', async () => {
    const headers = { 'content-type': 'text/csv; charset=utf-8' };
    answering(() => new Response('id\r\n1\r\n', { headers: { ...headers, 'next-cursor': 'c2' } }));
    expect(await api('abc').csv('actionsCsv', { query: { status: 'open' } })).toEqual({
      text: 'id\r\n1\r\n',
      next: 'c2',
    });
    expect(asked[0]).toMatchObject({
      url: '/v1/actions.csv?status=open',
      init: { headers: { authorization: 'Bearer abc', accept: 'text/csv, application/problem+json' } },
    });
    answering(() => new Response('2\r\n', { headers }));
    expect(await api().csv('actionsCsv')).toEqual({ text: '2\r\n', next: undefined });
  });

  it('tells a problem as the API tells it', async () => {
    answering(json(problem, 409, 'application/problem+json'));
    const failed = await api()
      .call('me')
      .catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(ProblemError);
    expect(failed).toMatchObject({ problem });
  });

  it('tells what is no answer of the API by its status, and no answer at all', async () => {
    answering(json({ message: 'Forbidden' }, 403));
    await expect(api().call('me')).rejects.toMatchObject({ name: 'UnreachableError', status: 403 });
    answering(() => new TypeError('failed to fetch'));
    await expect(api().call('me')).rejects.toBeInstanceOf(UnreachableError);
  });

  it('says that somebody is signed out, whether the API or its gateway says so', async () => {
    for (const answer of [json({ message: 'Unauthorized' }, 401), json(problem, 401, 'application/problem+json')]) {
      const told = vi.fn();
      answering(answer);
      await expect(api('old', told).call('me')).rejects.toBeInstanceOf(SignedOutError);
      expect(told).toHaveBeenCalledOnce();
    }
  });

  it('lets whoever left the screen go', async () => {
    answering(() => new DOMException('left', 'AbortError'));
    await expect(api().call('me')).rejects.toMatchObject({ name: 'AbortError' });
  });
});
