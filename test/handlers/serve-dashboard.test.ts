import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Env } from '../../functions/serve-dashboard/env.ts';
import { makeHandler } from '../../functions/serve-dashboard/handler.ts';
import { publicConfig } from '../../functions/serve-dashboard/public-config.ts';
import type { ShellEntry } from '../../functions/serve-dashboard/shell.ts';

const entry = (path: string, type: string, content: string): ShellEntry => ({
  path,
  type,
  gzip: gzipSync(content).toString('base64'),
  hash: `of ${path}`,
});

const shell = [
  entry('/', 'text/html; charset=utf-8', '<!doctype html><title>Dark Corners</title>'),
  entry('/assets/start-1a2b.js', 'text/javascript; charset=utf-8', 'start()'),
  entry('/openapi.json', 'application/json', '{"openapi":"3.1.0"}'),
];

const jwt = { SIGN_IN: 'jwt', ISSUER: 'https://id.example/pool-1', CLIENT_ID: 'page' };

const serving = (environment: Record<string, string> = { SIGN_IN: 'iam' }) =>
  makeHandler({ shell, config: publicConfig(Env.parse(environment)) });

const get = (rawPath: string, headers: Record<string, string> = {}, environment?: Record<string, string>) =>
  serving(environment)({ rawPath, headers });

const directive = (policy: unknown, name: string): string | undefined =>
  String(policy)
    .split('; ')
    .find((one) => one.startsWith(`${name} `));

describe('the page', () => {
  it('is sent packed to whoever takes it packed, and else plain', async () => {
    const packed = await get('/', { 'accept-encoding': 'br, gzip;q=0.8' });
    expect(packed).toMatchObject({ statusCode: 200, isBase64Encoded: true });
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', 'content-type': 'text/html; charset=utf-8' });
    expect(gunzipSync(Buffer.from(packed.body ?? '', 'base64')).toString()).toContain('Dark Corners');
    for (const accepted of ['', 'br', 'gzip;q=0', 'gzip; q=0.000', 'xgzip']) {
      const plain = await get('/', { 'accept-encoding': accepted });
      expect(plain.headers).not.toHaveProperty('content-encoding');
      expect(plain.body).toBe('<!doctype html><title>Dark Corners</title>');
    }
  });

  it('is asked for again each time, its assets for a year not', async () => {
    expect((await get('/')).headers).toMatchObject({ 'cache-control': 'no-cache', vary: 'accept-encoding' });
    expect((await get('/assets/start-1a2b.js')).headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it('is not sent again to whoever has it', async () => {
    const { headers } = await get('/');
    const tag = String(headers?.etag);
    expect(tag).toBe('W/"of /"');
    for (const known of [tag, `"x", ${tag}`, '*', '"of /"']) {
      const answer = await get('/', { 'if-none-match': known });
      expect(answer).toMatchObject({ statusCode: 304, headers: { etag: tag } });
      expect(answer.body).toBeUndefined();
    }
    expect(await get('/', { 'if-none-match': 'W/"of yesterday"' })).toMatchObject({ statusCode: 200 });
  });

  it('has nothing else, whatever is asked for', async () => {
    for (const path of ['/favicon.ico', '/assets/', '/assets/../', '/v1/actions', '/shell.json', '/__proto__']) {
      const answer = await get(path);
      expect(answer).toMatchObject({ statusCode: 404 });
      expect(answer.body).toBeUndefined();
    }
  });

  it('runs only its own script, is framed by nobody, and tells nobody where it came from', async () => {
    for (const path of ['/', '/config.json', '/nowhere']) {
      const { headers = {} } = await get(path);
      const policy = headers['content-security-policy'];
      expect(policy).toMatch(/^default-src 'none'; /);
      expect(policy).not.toMatch(/unsafe|\*|https:/);
      expect(directive(policy, 'script-src')).toBe("script-src 'self'");
      expect(directive(policy, 'connect-src')).toBe("connect-src 'self'");
      expect(directive(policy, 'frame-ancestors')).toBe("frame-ancestors 'none'");
      expect(directive(policy, 'require-trusted-types-for')).toBe("require-trusted-types-for 'script'");
      expect(headers).toMatchObject({
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'strict-transport-security': expect.stringMatching(/^max-age=\d{8}/),
        'permissions-policy': expect.stringContaining('camera=()'),
      });
    }
  });
});

describe('what the page is told at its start', () => {
  const configOf = async (environment: Record<string, string>) =>
    JSON.parse((await get('/config.json', {}, environment)).body ?? '');

  it('is by whom people are let in, and no more', async () => {
    expect(await configOf({ SIGN_IN: 'iam' })).toEqual({ signIn: 'iam' });
    expect(await configOf({ ...jwt, SIGN_IN_ORIGIN: 'https://login.example' })).toEqual({
      signIn: 'jwt',
      issuer: 'https://id.example/pool-1',
      clientId: 'page',
    });
  });

  it('lets the page talk to the origins of its issuer, and to no path of it alone', async () => {
    const { headers = {} } = await get('/', {}, { ...jwt, SIGN_IN_ORIGIN: 'https://login.example/oauth2' });
    expect(directive(headers['content-security-policy'], 'connect-src')).toBe(
      "connect-src 'self' https://id.example https://login.example",
    );
  });

  it('is missing loudly: a deployment by tokens without an issuer or a client does not start', () => {
    expect(() => serving({ SIGN_IN: 'jwt', CLIENT_ID: 'page' })).toThrow(/needs ISSUER and CLIENT_ID/);
    expect(() => serving({ SIGN_IN: 'jwt', ISSUER: jwt.ISSUER })).toThrow(/needs ISSUER and CLIENT_ID/);
    expect(() => serving({ ...jwt, ISSUER: 'javascript:alert(1)' })).toThrow();
  });
});
