import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantAt } from '../../functions/domain/instant.ts';
import { BACKFILL } from '../../functions/domain/message/backfill.ts';
import { type LocalCloud, startLocalCloud } from '../../lib/local/cloud.ts';
import { connect, OPERATOR } from '../../lib/local/run/deployment.ts';
import { synthesizedAssembly } from '../../lib/local/run/synthesis.ts';
import type { ListedReject } from '../../lib/rejects/choosing.ts';
import { runRejects } from '../../lib/rejects/run.ts';
import { brokenKinds } from '../broken-messages.ts';

const folder = mkdtempSync(join(tmpdir(), 'dark-corners-rejects-'));
const logged: string[] = [];
let cloud: LocalCloud;
let sqs: SQSClient;

beforeAll(async () => {
  cloud = await startLocalCloud({ assembly: await synthesizedAssembly(), log: (_, line) => logged.push(line) });
  const { endpoint, outputs } = cloud;
  writeFileSync(join(folder, 'running.json'), JSON.stringify({ pid: process.pid, endpoint, outputs }));
  sqs = new SQSClient({ endpoint, ...OPERATOR });
});
afterAll(async () => {
  await cloud.stop();
  rmSync(folder, { recursive: true });
});

/** Runs the command on the local run; answers what it said and its exit code. */
const rejects = async (
  words: string,
  { screen = false, answer, aborted = false }: { screen?: boolean; answer?: boolean; aborted?: boolean } = {},
) => {
  const said = { out: [] as string[], notes: [] as string[] };
  const code = await runRejects([...words.split(' '), '--folder', folder], {
    out: (text) => said.out.push(text),
    note: (text) => said.notes.push(text),
    screen,
    ...(answer !== undefined && { ask: async () => answer }),
    now: () => instantAt(Date.now()),
    signal: aborted ? AbortSignal.abort() : new AbortController().signal,
  });
  return { code, out: said.out.join('\n'), notes: said.notes.join('\n') };
};

const listed = async (words = ''): Promise<ListedReject[]> => {
  const { out } = await rejects(`list --json ${words}`.trim());
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
};

const post = async (body: string, queue = 'TextsQueueUrl', history = false): Promise<void> => {
  const MessageAttributes = { [BACKFILL]: { DataType: 'String', StringValue: 'true' } };
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: cloud.outputs[queue],
      MessageBody: body,
      ...(history && { MessageAttributes }),
    }),
  );
};

const message = (id: string, overrides: object = {}) =>
  JSON.stringify({
    kind: 'text',
    source: 'desk',
    id,
    occurredAt: '2026-03-05T10:00:00Z',
    customerId: `customer-of-${id}`,
    channel: 'email',
    body: `Secret words of ${id}.`,
    ...overrides,
  });

const factsOf = async (id: string): Promise<unknown[]> =>
  (await connect(cloud).facts.partition(`customer#customer-of-${id}`)).filter(({ sk }) => !sk.includes('score'));

describe('thirty kinds of broken messages among good ones', () => {
  it('are listed each with its reason, and counted; the good ones are facts', async () => {
    for (const [seed, { body }] of brokenKinds.entries()) {
      await post(body(seed));
      await post(body(seed));
      await post(message(`good-${seed}`));
    }
    await cloud.drain();
    const all = await listed();
    expect(all.map(({ reasons: [first] }) => `${first?.path} ${first?.code}`).sort()).toEqual(
      brokenKinds.map(({ path, code }) => `${path} ${code}`).sort(),
    );
    expect(new Set(all.map(({ count, label, open }) => `${count} ${label} ${open}`))).toEqual(
      new Set(['2 texts true']),
    );
    for (const seed of brokenKinds.keys()) expect(await factsOf(`good-${seed}`)).toHaveLength(1);
    expect(cloud.deadLetters().every(({ messages }) => messages === 0)).toBe(true);
    const table = await rejects('list');
    expect(table.out.split('\n')).toHaveLength(31);
    expect((await rejects('drop --all --yes')).code).toBe(0);
    expect(await rejects('list')).toEqual({ code: 0, out: '', notes: 'No rejects.' });
  });
});

describe('a rejected message', () => {
  const only = async (source: string): Promise<ListedReject> => {
    const [reject, ...others] = await listed(`--source ${source}`);
    expect(others).toEqual([]);
    return reject as ListedReject;
  };

  it('is explained without its words, and shown with them on demand', async () => {
    const body = message('shown', { source: 'show-desk', channel: 'fax\u001b[31m' });
    await post(body);
    await cloud.drain();
    const { id } = await only('show-desk');
    const shown = await rejects(`show ${id.slice(0, 8)}`);
    expect(shown).toMatchObject({ code: 0, notes: '' });
    expect(shown.out).toContain('/channel: not_allowed');
    expect(shown.out).not.toContain('Secret');
    expect(await rejects(`show ${id} --body`)).toMatchObject({
      out: body,
      notes: expect.stringContaining('unredacted'),
    });
    const onScreen = await rejects(`show ${id} --body`, { screen: true });
    expect(onScreen.out).toContain('Secret words of shown.');
    expect(logged.join('\n')).not.toContain('Secret');
  });

  it('becomes a fact once mended, as often as it is sent', async () => {
    await post(message('mended', { source: 'mend-desk', channel: 'fax' }), 'ReviewsQueueUrl');
    await cloud.drain();
    const { id } = await only('mend-desk');
    const file = join(folder, 'mended.json');
    writeFileSync(file, message('mended', { source: 'mend-desk' }));
    for (let times = 0; times < 2; times++) {
      const sent = await rejects(`redrive ${id} --body ${file}`);
      expect(sent).toMatchObject({
        code: 0,
        notes: '1 of 1 sent.',
        out: expect.stringContaining('sent to reviews as message'),
      });
      await cloud.drain();
    }
    expect(await factsOf('mended')).toHaveLength(1);
    expect(await listed('--source mend-desk')).toEqual([]);
    expect((await rejects('list --all --source mend-desk')).out).toContain('redriven');
  });

  it('is not sent where it would only be rejected again, unless that is wanted: then it is open again', async () => {
    await post(message('stubborn', { source: 'stubborn-desk', channel: 'fax' }));
    await cloud.drain();
    const { id } = await only('stubborn-desk');
    expect(await rejects(`redrive ${id}`)).toMatchObject({
      code: 1,
      out: expect.stringContaining('would be rejected again (/channel not_allowed)'),
      notes: '0 of 1 sent.',
    });
    expect(await rejects('redrive --all --source stubborn-desk --unchecked')).toMatchObject({ code: 0 });
    expect(await listed('--source stubborn-desk')).toEqual([]);
    await cloud.drain();
    expect(await only('stubborn-desk')).toMatchObject({ count: 2, open: true });
    expect((await rejects(`show ${id}`)).out).toContain('rejected again since');
  });

  it('goes back as the history it was', async () => {
    await post(message('old', { source: 'old-desk', channel: 'fax' }), 'TextsQueueUrl', true);
    await cloud.drain();
    expect((await only('old-desk')).backfill).toBe(true);
    expect((await rejects('redrive --all --source old-desk --unchecked')).code).toBe(0);
    await cloud.drain();
    expect(await only('old-desk')).toMatchObject({ count: 2, backfill: true });
  });

  it('loses its body for good when dropped, which several, or no terminal, must say yes to', async () => {
    await post(message('dropped', { source: 'drop-desk', channel: 'fax' }));
    await cloud.drain();
    const { id } = await only('drop-desk');
    expect(await rejects(`drop ${id}`)).toMatchObject({ code: 2, notes: expect.stringContaining('add --yes') });
    expect(await rejects(`drop ${id}`, { answer: false })).toMatchObject({ code: 1 });
    expect((await rejects(`show ${id} --body`)).code).toBe(0);
    expect(await rejects(`drop ${id}`, { answer: true })).toMatchObject({ code: 0 });
    expect(await listed('--source drop-desk')).toEqual([]);
    expect(await rejects(`show ${id} --body`)).toMatchObject({ code: 1, out: '' });
    expect(await rejects(`redrive ${id}`)).toMatchObject({ code: 1, out: expect.stringContaining('kept no more') });
  });

  it('is not sent once the person has stopped it', async () => {
    await post(message('stopped', { source: 'stop-desk', channel: 'fax' }));
    await cloud.drain();
    expect(await rejects('redrive --all --source stop-desk --unchecked', { aborted: true })).toMatchObject({
      code: 1,
      notes: '0 of 1 sent.',
    });
    expect((await only('stop-desk')).open).toBe(true);
  });
});

describe('the command', () => {
  /** Never in sync: the local cloud it asks runs in this process. */
  const command = (...words: string[]) =>
    new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
      const cwd = join(import.meta.dirname, '../..');
      execFile(process.execPath, ['bin/rejects.ts', ...words], { cwd, timeout: 15_000 }, (error, stdout, stderr) =>
        resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
      );
    });

  it('lists the rejects of a local run', async () => {
    const { status, stdout, stderr } = await command('list', '--folder', folder, '--json', '--all');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const line of stdout.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('reasons');
  });

  it.each([
    [['--help'], 0, /npm run rejects -- list/, /^$/],
    [['redrive', '--help'], 0, /--unchecked/, /^$/],
    [['lst'], 2, /^$/, /no "lst"/],
    [['list', '--folder', '/nowhere'], 1, /^$/, /Nothing runs on \/nowhere: `npm start`/],
    [['list', '--outputs', '/nowhere.json'], 1, /^$/, /no file \/nowhere\.json/],
  ])('%j', async (words, status, out, err) => {
    const ran = await command(...words);
    expect(ran.status).toBe(status);
    expect(ran.stdout.trim()).toMatch(out);
    expect(ran.stderr.trim()).toMatch(err);
  });

  it.each([
    ['a process that has ended', { pid: 2 ** 22 + 1 }],
    ['half a file', { endpoint: 7 }],
  ])('says that nothing runs where the folder tells of %s', async (_, overrides) => {
    const other = mkdtempSync(join(tmpdir(), 'dark-corners-rejects-'));
    const running = { pid: process.pid, endpoint: cloud.endpoint, outputs: cloud.outputs, ...overrides };
    writeFileSync(join(other, 'running.json'), JSON.stringify(running));
    const { status, stderr } = await command('list', '--folder', other);
    rmSync(other, { recursive: true });
    expect(status).toBe(1);
    expect(stderr).toContain('Nothing runs');
  });

  it('reads what `cdk deploy --outputs-file` wrote, and says what is missing in it', async () => {
    const file = join(folder, 'outputs.json');
    const write = (stacks: object) => writeFileSync(file, JSON.stringify(stacks));
    const told = async (...more: string[]) => (await command('list', '--outputs', file, ...more)).stderr;
    write({ One: cloud.outputs, Two: cloud.outputs });
    expect(await told()).toContain('the stacks One, Two: choose one with --stack');
    expect(await told('--stack', 'Three')).toContain('no stack Three, but One, Two');
    write({ Old: { ...cloud.outputs, RedriveRoleArn: undefined } });
    expect(await told()).toContain('lacks the outputs RedriveRoleArn');
    write({ One: 'deployed' });
    expect(await told()).toContain('is not what `cdk deploy --outputs-file` writes');
  });
});
