import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runDashboard } from '../../lib/dashboard/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'dashboard-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Who asked, by the names of their keys. */
const keys: string[] = [];
const api = createServer((request, response) => {
  keys.push(/Credential=(\w+)/.exec(request.headers.authorization ?? '')?.[1] ?? 'nobody');
  response.end('{}');
});
let AnalystsUrl: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  AnalystsUrl = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
});
afterAll(() => api.close());

const RejectedBodiesKeyArn = 'arn:aws:kms:eu-central-1:111122223333:key/k';
const byIam = () => ({ AnalystsUrl, RejectedBodiesKeyArn, ReaderPolicyArn: 'arn:aws:iam::111122223333:policy/r' });
const byToken = () => ({ AnalystsUrl, RejectedBodiesKeyArn });

const written = (name: string, content: object): string => {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
};

beforeEach(() => {
  keys.length = 0;
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-a-real-secret');
});
afterEach(() => vi.unstubAllEnvs());

/** Runs the command; once it says where the page is, does that with the address, and ends it. */
const ran = async (words: readonly string[], meanwhile: (url: string) => Promise<void> = async () => {}) => {
  const interrupt = new AbortController();
  const out: string[] = [];
  const notes: string[] = [];
  let work: Promise<void> | undefined;
  const code = await runDashboard(words, {
    out: (line) => {
      out.push(line);
      const [, url] = /The page is at (\S+)/.exec(line) ?? [];
      if (url) work = meanwhile(url).finally(() => interrupt.abort());
    },
    note: (line) => notes.push(line),
    signal: interrupt.signal,
  });
  await work;
  return { code, out, notes };
};

describe('the page of a local run', () => {
  it('is opened to this machine, signed by its operator, without a key', async () => {
    written('running.json', { pid: process.pid, endpoint: 'http://127.0.0.1:4599', outputs: byIam() });
    const told = await ran(['--folder', folder, '--port', '0'], async (url) => {
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
      expect((await fetch(`${url}v1/me`)).status).toBe(200);
    });
    expect(told).toMatchObject({ code: 0, notes: [] });
    expect(keys).toEqual(['operator']);
  });

  it('is not there where nothing runs', async () => {
    const told = await ran(['--folder', join(folder, 'nothing')]);
    expect(told).toMatchObject({ code: 1, out: [], notes: [expect.stringMatching(/^Nothing runs on .*npm start/)] });
  });
});

describe('the page of a deployed stack', () => {
  it('is opened to whoever has the address, and signed with the credentials of this machine', async () => {
    const file = written('one.json', { DarkCorners: byIam() });
    const told = await ran(['--outputs', file, '--port', '0'], async (url) => {
      expect(url).toMatch(/\/\?key=[\w-]{24}$/);
      expect((await fetch(new URL('/v1/me', url))).status).toBe(401);
      const opened = await fetch(url, { redirect: 'manual' });
      const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
      expect((await fetch(new URL('/v1/me', url), { headers: { cookie } })).status).toBe(200);
    });
    expect(told).toMatchObject({ code: 0, notes: [expect.stringContaining('keep it to yourself')] });
    expect(keys).toEqual(['AKIDEXAMPLE']);
  });

  it('has another key each time', async () => {
    const file = written('one.json', { DarkCorners: byIam() });
    const urls: string[] = [];
    for (let i = 0; i < 2; i++) {
      await ran(['--outputs', file, '--port', '0'], async (url) => {
        urls.push(new URL(url).searchParams.get('key') ?? '');
      });
    }
    expect(new Set(urls).size).toBe(2);
  });

  it('is that of the stack named, where there are several', async () => {
    const file = written('two.json', { A: byToken(), B: byIam() });
    expect(await ran(['--outputs', file, '--port', '0'])).toMatchObject({
      code: 1,
      notes: [expect.stringMatching(/--stack/)],
    });
    expect(await ran(['--outputs', file, '--stack', 'B', '--port', '0'])).toMatchObject({ code: 0 });
  });

  it('is not found without the outputs of its deployment, and it is said who writes them', async () => {
    const file = join(folder, 'none.json');
    const { code, notes } = await ran(['--outputs', file, '--stack', 'DarkCorners']);
    expect(code).toBe(1);
    expect(notes).toEqual([`There is no file ${file}: \`npx cdk deploy --outputs-file ${file}\` writes it.`]);
  });

  it('is opened at its own address where the stack takes tokens', async () => {
    const file = written('tokens.json', { DarkCorners: byToken() });
    const told = await ran(['--outputs', file]);
    expect(told).toMatchObject({
      code: 1,
      out: [],
      notes: [expect.stringContaining(`open ${AnalystsUrl}/ and sign in`)],
    });
  });

  it('needs a version of the stack that has one', async () => {
    const file = written('old.json', { DarkCorners: { RejectedBodiesKeyArn } });
    expect(await ran(['--outputs', file])).toMatchObject({ code: 1, notes: [expect.stringContaining('AnalystsUrl')] });
  });
});

describe('what stands in the way is told', () => {
  it('a port that is taken', async () => {
    written('running.json', { pid: process.pid, endpoint: 'http://127.0.0.1:4599', outputs: byIam() });
    const { port } = new URL(AnalystsUrl);
    const told = await ran(['--folder', folder, '--port', port]);
    expect(told).toMatchObject({
      code: 1,
      notes: [expect.stringMatching(new RegExp(`^Port ${port} is taken.*--port 0`))],
    });
  });

  it('credentials that are not found, before anything is opened', async () => {
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']) vi.stubEnv(name, undefined);
    vi.stubEnv('AWS_PROFILE', 'no-such-profile');
    vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'no-config'));
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'no-credentials'));
    vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
    const file = written('one.json', { DarkCorners: byIam() });
    const told = await ran(['--outputs', file, '--port', '0']);
    expect(told).toMatchObject({
      code: 1,
      out: [],
      notes: [expect.stringMatching(/^no credentials of AWS.*aws sso login/s)],
    });
  });

  it('wrong words, with code 2', async () => {
    expect(await ran(['--stak', 'A'])).toMatchObject({ code: 2, out: [], notes: [expect.stringContaining('--help')] });
    expect(await ran(['--help'])).toMatchObject({ code: 0, notes: [] });
  });
});
