import { createHash, randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../../functions/domain/analysts/caller.ts';
import type { RouteName } from '../../../functions/domain/analysts/paths.ts';
import { type LocalCloud, startLocalCloud } from '../../../lib/local/cloud.ts';
import { openPage } from '../../../lib/local/run/open-page.ts';
import { synthesizedAssembly } from '../../../lib/local/run/synthesis.ts';
import { requestOf, routeNames, routeOf } from './concrete-routes.ts';
import { type Difference, type Issuer, startIssuer } from './issuer.ts';

let issuer: Issuer;
let assembly: string;
let cloud: LocalCloud;

beforeAll(async () => {
  issuer = await startIssuer();
  assembly = await synthesizedAssembly(undefined, {
    jwtIssuer: issuer.url,
    jwtAudience: issuer.audience,
    jwtRolesClaim: 'groups',
    jwtScopes: 'feedback/read',
  });
  cloud = await startLocalCloud({ assembly, log: () => {} });
}, 120_000);
afterAll(async () => {
  await cloud?.stop();
  await issuer?.close();
  // Made for an issuer that there will not be again.
  rmSync(assembly, { recursive: true, force: true });
});

const ask = async (name: RouteName, authorization: string | undefined) => {
  const [path, init] = requestOf(name);
  const headers = { ...init.headers, ...(authorization !== undefined && { authorization }) };
  const answer = await fetch(`${cloud.api}${path}`, { ...init, headers });
  return { status: answer.status, body: await answer.text() };
};

const person = (groups: unknown) => ({ sub: 'kim', email: 'kim@example.com', team: 'Customer care', groups });
const bearer = async (groups: unknown, difference?: Difference): Promise<string> =>
  `Bearer ${await issuer.token(person(groups), difference)}`;

/** How often anything behind the gateway ran. */
const served = (): number =>
  Object.entries(cloud.invocations)
    .filter(([id]) => id.startsWith('AnalystsServeAnalysts'))
    .reduce((sum, [, { invocations }]) => sum + invocations, 0);

const pairs = routeNames.flatMap((name) => Role.options.map((role) => [name, role] as const));

describe('a valid token', () => {
  it.each(pairs)('is let in to %s as %s, or is not, as the table says', async (name, role) => {
    const { status, body } = await ask(name, await bearer([role]));
    if (routeOf(name).roles.includes(role)) expect([200, 400, 404]).toContain(status);
    else {
      expect(status).toBe(403);
      expect(JSON.parse(body)).toMatchObject({ code: 'not-allowed' });
    }
  });

  it('brings all its roles, and what else its claims say', async () => {
    const { body } = await ask('me', await bearer(['owner', 'privacy', 'admin']));
    expect(JSON.parse(body)).toMatchObject({
      id: 'kim@example.com',
      roles: ['owner', 'privacy'],
      team: 'Customer care',
    });
  });

  it.each([[[]], [['admin']], ['LEAD'], [undefined]])('whose roles are %j is let in to nothing', async (groups) => {
    for (const name of routeNames) expect((await ask(name, await bearer(groups))).status, name).toBe(403);
  });
});

describe('a request to any data route', () => {
  const unsigned = async (): Promise<string> => {
    const head = Buffer.from(JSON.stringify({ alg: 'none', kid: 'key-1' })).toString('base64url');
    const [, payload] = (await bearer(Role.options)).split('.');
    return `Bearer ${head}.${payload}.`;
  };

  it.each<[string, () => Promise<string | undefined>]>([
    ['without a token', async () => undefined],
    ['with an empty one', async () => 'Bearer '],
    ['with one that has expired', () => bearer(Role.options, { expiresIn: -1 })],
    ['with one of another issuer', () => bearer(Role.options, { issuer: 'https://issuer.example' })],
    ['with one for another audience', () => bearer(Role.options, { audience: 'another-app' })],
    ['with a wrong signature', () => bearer(Role.options, { forged: true })],
    ['without a signature', unsigned],
    [
      'signed for AWS',
      async () => 'AWS4-HMAC-SHA256 Credential=operator/20260305/us-east-1/execute-api/aws4_request, Signature=0',
    ],
  ])('%s is answered with 401, and reaches no function of ours', async (_what, authorization) => {
    const before = served();
    for (const name of routeNames) {
      expect(await ask(name, await authorization()), name).toEqual({ status: 401, body: '{"message":"Unauthorized"}' });
    }
    expect(served()).toBe(before);
  });
});

describe('the page', () => {
  it.each(['/', '/config.json', '/openapi.json'])('is open to anybody: %s', async (path) => {
    const answer = await fetch(`${cloud.api}${path}`);
    expect(answer.status).toBe(200);
  });

  it('is where the API is: nothing signs in between', async () => {
    const said: string[] = [];
    const page = await openPage(cloud, { dashboardPort: 0, say: (line) => said.push(line) });
    expect(page.url).toBe(`${cloud.api}/`);
    expect(said).toEqual([`The page for analysts is at ${page.url}`]);
    await page.close();
  });

  it('learns whom to ask, and may ask nobody else', async () => {
    const answer = await fetch(`${cloud.api}/config.json`);
    expect(await answer.json()).toEqual({
      signIn: 'jwt',
      issuer: issuer.url,
      clientId: issuer.audience,
      scopes: 'feedback/read',
    });
    expect(answer.headers.get('content-security-policy')).toContain(`connect-src 'self' ${issuer.url};`);
  });
});

describe('who signs in at the issuer', () => {
  const redirect = 'http://127.0.0.1:4600/';

  /** Comes back from the issuer with the parameters that it sends. */
  const comeBack = async (challenge: string): Promise<URLSearchParams> => {
    const asked = new URL(`${issuer.url}/authorize`);
    const parameters = {
      client_id: issuer.audience,
      redirect_uri: redirect,
      response_type: 'code',
      scope: 'openid',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      state: 'state-1',
    };
    for (const [name, value] of Object.entries(parameters)) asked.searchParams.set(name, value);
    const answer = await fetch(asked, { redirect: 'manual' });
    return new URL(answer.headers.get('location') ?? '').searchParams;
  };

  const exchange = (code: string, verifier: string): Promise<Response> =>
    fetch(`${issuer.url}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: issuer.audience,
        redirect_uri: redirect,
        code,
        code_verifier: verifier,
      }),
    });

  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');

  it('is let in with what the code is exchanged for', async () => {
    issuer.person(person(['reader']));
    const back = await comeBack(challenge);
    expect(back.get('state')).toBe('state-1');
    const answer = await exchange(back.get('code') ?? '', verifier);
    const { access_token } = (await answer.json()) as { access_token: string };
    expect((await ask('me', `Bearer ${access_token}`)).status).toBe(200);
  });

  it('gets nothing for a code that another asked for, nor for the same code twice', async () => {
    const stolen = (await comeBack(challenge)).get('code') ?? '';
    expect((await exchange(stolen, randomBytes(32).toString('base64url'))).status).toBe(400);
    expect((await exchange(stolen, verifier)).status).toBe(400);
  });

  it('comes back without a code where the issuer knows nobody', async () => {
    issuer.person(undefined);
    const back = await comeBack(challenge);
    expect([back.get('error'), back.get('code')]).toEqual(['access_denied', null]);
  });
});
