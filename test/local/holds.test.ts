import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantAt } from '../../functions/domain/instant.ts';
import { HoldEntry } from '../../functions/domain/outputs/hold-entry.ts';
import { runHolds } from '../../lib/holds/run.ts';
import { type LocalCloud, startLocalCloud } from '../../lib/local/cloud.ts';
import { OPERATOR } from '../../lib/local/run/deployment.ts';
import { synthesizedAssembly } from '../../lib/local/run/synthesis.ts';
import { words } from '../builders.ts';

const folder = mkdtempSync(join(tmpdir(), 'dark-corners-holds-'));
let cloud: LocalCloud;
let sqs: SQSClient;

beforeAll(async () => {
  cloud = await startLocalCloud({ assembly: await synthesizedAssembly(), log: () => {} });
  const { endpoint, outputs } = cloud;
  writeFileSync(join(folder, 'running.json'), JSON.stringify({ pid: process.pid, endpoint, outputs }));
  sqs = new SQSClient({ endpoint, ...OPERATOR });
});
afterAll(async () => {
  await cloud.stop();
  rmSync(folder, { recursive: true });
});

const ago = (hours: number): string => instantAt(Date.now() - hours * 3_600_000);

const post = async (customerId: string, message: object): Promise<void> => {
  const text = { kind: 'text', source: 'desk', channel: 'email', customerId, touchpoint: 'billing', ...message };
  await sqs.send(new SendMessageCommand({ QueueUrl: cloud.outputs.TextsQueueUrl, MessageBody: JSON.stringify(text) }));
};
const complain = (customerId: string) =>
  post(customerId, { id: `complaint of ${customerId}`, occurredAt: ago(30), body: words.complaint });
const remedy = (customerId: string) =>
  post(customerId, { id: `remedy of ${customerId}`, occurredAt: ago(1), direction: 'outbound', body: words.remedy });

/** Runs the command on the local run; answers what it said and its exit code. */
const holds = async (line: string, { input = '', aborted = false } = {}) => {
  const said = { out: [] as string[], notes: [] as string[] };
  const code = await runHolds([...line.split(' '), '--folder', folder], {
    out: (text) => said.out.push(text),
    note: (text) => said.notes.push(text),
    input: async () => input,
    now: () => instantAt(Date.now()),
    signal: aborted ? AbortSignal.abort() : new AbortController().signal,
  });
  return { code, out: said.out.join('\n'), notes: said.notes.join('\n') };
};
const entries = async (line: string, input?: string): Promise<HoldEntry[]> => {
  const { code, out } = await holds(`${line} --json`, input === undefined ? {} : { input });
  expect(code).toBe(0);
  return out
    .split('\n')
    .filter(Boolean)
    .map((one) => HoldEntry.parse(JSON.parse(one)));
};

describe('whom not to send a survey', () => {
  it('is nobody before anybody complained', async () => {
    expect(await holds('list')).toEqual({ code: 0, out: '', notes: 'No holds.' });
    expect(await entries('check ada')).toEqual([{ customerId: 'ada', held: false }]);
  });

  it('is whoever complained, until the remedy', async () => {
    for (const customerId of ['ada', 'bo']) await complain(customerId);
    await cloud.drain();
    await remedy('bo');
    await cloud.drain();
    const checked = await entries('check -', 'ada\r\nbo\n\nada\ncy\n');
    expect(checked.map(({ customerId, held }) => [customerId, held])).toEqual([
      ['ada', true],
      ['bo', false],
      ['cy', false],
    ]);
    expect(checked[0]).toMatchObject({ matterIds: [expect.stringMatching(/^matter-/)] });
    expect(await entries('list')).toMatchObject([{ customerId: 'ada', held: true, version: 1 }]);
    expect(await entries('list --all --since 1h')).toMatchObject([
      { customerId: 'ada', version: 1 },
      { customerId: 'bo', held: false, version: 2, matterIds: [] },
    ]);
  });

  it('is told as a table', async () => {
    const { code, out } = await holds('check ada cy');
    expect(code).toBe(0);
    expect(out.split('\n').map((line) => line.split(/ {2,}/).slice(0, 2))).toEqual([
      ['customer', 'held'],
      ['ada', 'yes'],
      ['cy', 'no'],
    ]);
  });

  it('is told of none whose id comes with what an export puts around it, and of all others', async () => {
    const wrapped = ['"ada"', "'ada'", ' ada', 'ada\t', '\ufeffada', '"ada'];
    const { code, out, notes } = await holds('check - --json', { input: [...wrapped, 'ada', "o'ne"].join('\n') });
    expect(code).toBe(1);
    expect(out.split('\n').map((line) => JSON.parse(line))).toMatchObject([
      { customerId: 'ada', held: true },
      { customerId: "o'ne", held: false },
    ]);
    expect(notes.split('\n')).toHaveLength(wrapped.length);
    expect(notes).toMatch(/^Not asked: "\\"ada\\"" has/);
  });

  it('is not told by who was stopped, or where nothing runs', async () => {
    expect(await holds('list', { aborted: true })).toEqual({ code: 1, out: '', notes: 'Stopped.' });
    const elsewhere = await runHolds(['list', '--folder', join(folder, 'nowhere')], {
      out: () => {},
      note: (text) => expect(text).toContain('Nothing runs'),
      input: async () => '',
      now: () => ago(0),
      signal: new AbortController().signal,
    });
    expect(elsewhere).toBe(1);
  });
});
