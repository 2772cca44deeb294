import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RouteName } from '../../../functions/domain/analysts/paths.ts';
import { type LocalCloud, startLocalCloud } from '../../../lib/local/cloud.ts';
import { synthesizedAssembly } from '../../../lib/local/run/synthesis.ts';
import { requestOf, routeNames, routeOf } from './concrete-routes.ts';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await startLocalCloud({ assembly: await synthesizedAssembly(), log: () => {} });
}, 120_000);
afterAll(() => cloud?.stop());

/** The full id of something in the stack: as an access key it stands for who has that alone. */
const idOf = (start: string): string => {
  const all = [...cloud.policies.managed.keys(), ...cloud.policies.roles.keys()];
  const [found] = all.filter((id) => id.startsWith(start));
  if (found === undefined) throw new Error(`nothing starts ${start}: ${all.join(', ')}`);
  return found;
};

const signedBy = (key: string): string =>
  `AWS4-HMAC-SHA256 Credential=${key}/20260305/us-east-1/execute-api/aws4_request, SignedHeaders=host, Signature=0`;

const ask = async (name: RouteName, authorization: string | undefined) => {
  const [path, init] = requestOf(name);
  const headers = { ...init.headers, ...(authorization !== undefined && { authorization }) };
  const answer = await fetch(`${cloud.api}${path}`, { ...init, headers });
  return { status: answer.status, body: await answer.text() };
};

const forbidden = { status: 403, body: '{"message":"Forbidden"}' };

const policies = ['reader', 'lead', 'privacy'] as const;

describe('whoever is given one policy', () => {
  it.each(policies)('%s is let in to the routes of that role, and to no other', async (role) => {
    const key = idOf(`Analysts${role.slice(0, 1).toUpperCase()}${role.slice(1)}Policy`);
    const letIn: RouteName[] = [];
    for (const name of routeNames) {
      const told = await ask(name, signedBy(key));
      if (told.status === 403) expect(told, name).toEqual(forbidden);
      else {
        expect([200, 400, 404], name).toContain(told.status);
        letIn.push(name);
      }
    }
    expect(letIn).toEqual(routeNames.filter((name) => routeOf(name).roles.includes(role)));
  });

  it('is known by name', async () => {
    const key = idOf('AnalystsReaderPolicy');
    expect(JSON.parse((await ask('me', signedBy(key))).body)).toMatchObject({ id: key });
  });
});

describe('whoever has no policy of the stack', () => {
  it.each([
    ['a role that takes feedback in', 'IntakeIngestFeedbackRole'],
    ['the very role of what answers', 'AnalystsServeAnalystsRole'],
    ['the role of what serves the page', 'AnalystsServeDashboardRole'],
  ])('is let in to nothing: %s', async (_what, start) => {
    for (const name of routeNames) expect(await ask(name, signedBy(idOf(start))), name).toEqual(forbidden);
  });

  it.each([
    ['nothing', undefined],
    ['a token', 'Bearer a.b.c'],
    ['a signature for another service', signedBy('operator').replace('execute-api', 'dynamodb')],
  ])('is let in to nothing with %s', async (_what, authorization) => {
    for (const name of routeNames) expect(await ask(name, authorization), name).toEqual(forbidden);
  });

  it('but is an administrator of the account is let in to everything', async () => {
    for (const name of routeNames)
      expect([200, 400, 404], name).toContain((await ask(name, signedBy('operator'))).status);
  });
});

describe('the page', () => {
  it('is open to anybody, and answered by a function that asks nothing of anybody', async () => {
    const page = await (await fetch(`${cloud.api}/`)).text();
    const [asset = ''] = /\/assets\/[\w.-]+\.js/.exec(page) ?? [];
    for (const path of ['/', asset, '/config.json', '/openapi.json']) {
      expect((await fetch(`${cloud.api}${path}`)).status, path).toBe(200);
    }
    expect((await fetch(`${cloud.api}/assets/another.js`)).status).toBe(404);
    const calls = cloud.calls().filter(({ role }) => role.startsWith('AnalystsServeDashboard'));
    expect(calls.map(({ action }) => action).filter((action) => !action.startsWith('logs:'))).toEqual([]);
  });

  it('tells that callers sign', async () => {
    expect(await (await fetch(`${cloud.api}/config.json`)).json()).toEqual({ signIn: 'iam' });
  });

  it('is not shown for any other path', async () => {
    for (const path of ['/index.html', '/v1', '/v1/', '/assets/', '/assets/a/b', '/../etc/passwd', '/v1/customers']) {
      expect((await fetch(`${cloud.api}${path}`)).status, path).toBe(404);
    }
  });
});
