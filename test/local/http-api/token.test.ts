import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTokenCheck } from '../../../lib/local/http-api/token.ts';
import { type Difference, type Issuer, startIssuer } from './issuer.ts';

let issuer: Issuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());

const claims = { sub: 'kim', roles: ['reader', 'lead'], team: 'Care', level: 3 };
const check = makeTokenCheck();
const checked = (header: string | undefined) =>
  check({ kind: 'jwt', issuer: issuer.url, audience: [issuer.audience] }, header);
const bearing = async (given: object = claims, difference: Difference = {}) =>
  checked(`Bearer ${await issuer.token({ ...given }, difference)}`);

const part = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url');

/** With another head than the issuer gave it. */
const reheaded = async (header: object, sign: (signed: string) => string): Promise<string> => {
  const [, payload = ''] = (await issuer.token(claims)).split('.');
  const signed = `${part(header)}.${payload}`;
  return `${signed}.${sign(signed)}`;
};

describe('a token that all is well with', () => {
  it('is handed on by its claims, as text, lists in brackets', async () => {
    expect(await bearing()).toMatchObject({ sub: 'kim', roles: '[reader lead]', team: 'Care', level: '3' });
  });

  it('may come without the word Bearer', async () => {
    expect(await checked(await issuer.token(claims))).toMatchObject({ sub: 'kim' });
  });

  it('may be for several, one of whom is meant', async () => {
    expect(await bearing({ ...claims, aud: ['other', issuer.audience] })).toMatchObject({ sub: 'kim' });
  });

  it('may name its client where it has no audience, as those of Amazon Cognito', async () => {
    expect(await bearing({ sub: 'kim', aud: undefined, client_id: issuer.audience })).toMatchObject({ sub: 'kim' });
    expect(await bearing({ sub: 'kim', aud: 'other', client_id: issuer.audience })).toBeUndefined();
  });
});

describe('a token is not taken', () => {
  it.each<[string, Difference]>([
    ['that has expired', { expiresIn: -1 }],
    ['of another issuer', { issuer: 'https://issuer.example' }],
    ['for another audience', { audience: 'another-app' }],
    ['signed by another key under a known name', { forged: true }],
    ['that does not name its key', { nameless: true }],
    ['issued in the future', { issuedIn: 60 }],
    ['not valid before a time that is to come', { validIn: 60 }],
  ])('%s', async (_what, difference) => expect(await bearing(claims, difference)).toBeUndefined());

  it('that never expires', async () => expect(await bearing({ ...claims, exp: undefined })).toBeUndefined());

  it('without a signature', async () => {
    expect(await checked(await reheaded({ alg: 'none' }, () => ''))).toBeUndefined();
    expect(await checked(await reheaded({ alg: 'none', kid: 'key-1' }, () => ''))).toBeUndefined();
  });

  it('signed by the public key as if that were a secret', async () => {
    const { keys } = (await (await fetch(`${issuer.url}/keys`)).json()) as { keys: object[] };
    const hmac = (signed: string) => createHmac('sha256', JSON.stringify(keys[0])).update(signed).digest('base64url');
    expect(await checked(await reheaded({ alg: 'HS256', kid: 'key-1' }, hmac))).toBeUndefined();
  });

  it.each([undefined, '', 'Bearer ', 'Bearer x', 'Basic a2ltOg==', 'Bearer a.b.c'])(
    'that is none: %s',
    async (header) => expect(await checked(header)).toBeUndefined(),
  );
});

describe('an issuer that was not reached', () => {
  it('is asked again with the next token', async () => {
    const away = await startIssuer();
    const by = { kind: 'jwt', issuer: away.url, audience: [away.audience] } as const;
    const token = await away.token(claims);
    await away.close();
    expect(await check(by, token)).toBeUndefined();
    const back = await startIssuer({ port: Number(new URL(away.url).port) });
    expect(await check(by, await back.token(claims))).toMatchObject({ sub: 'kim' });
    await back.close();
  });
});
