import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantAt } from '../../functions/domain/instant.ts';
import type { ActionEntry } from '../../functions/domain/outputs/action-entry.ts';
import { runActions } from '../../lib/actions/run.ts';
import { type LocalCloud, startLocalCloud } from '../../lib/local/cloud.ts';
import { connect, OPERATOR } from '../../lib/local/run/deployment.ts';
import { synthesizedAssembly } from '../../lib/local/run/synthesis.ts';
import { validator } from '../contract/validator.ts';

const folder = mkdtempSync(join(tmpdir(), 'dark-corners-actions-'));
let cloud: LocalCloud;

const daysAgo = (days: number): string => instantAt(Date.now() - days * 86_400_000);

/** A parcel that came late and broken, words for an answer, and then the survey that stays unanswered. */
const seedStory = (customerId: string): [queue: string, message: object][] => {
  const about = { customerId, touchpoint: 'delivery', location: 'Quayside', interactionId: `order-of-${customerId}` };
  const text = { kind: 'text', source: 'desk', channel: 'sms', ...about };
  const body = 'The parcel came three days late, everything in it was broken and spilled. Terrible!';
  const words = 'We are so sorry to hear that. We will look into it.';
  return [
    ['TextsQueueUrl', { ...text, id: `${customerId}-1`, occurredAt: daysAgo(10), body }],
    ['TextsQueueUrl', { ...text, id: `${customerId}-2`, occurredAt: daysAgo(9.9), direction: 'outbound', body: words }],
    [
      'SurveysQueueUrl',
      {
        kind: 'survey',
        source: 'survey-tool',
        id: `${customerId}-3`,
        status: 'invited',
        metric: 'nps',
        occurredAt: daysAgo(9),
        ...about,
      },
    ],
  ];
};

const customers = ['ada', 'bo', 'cleo', 'dag'];

beforeAll(async () => {
  cloud = await startLocalCloud({ assembly: await synthesizedAssembly(), log: () => {} });
  const { endpoint, outputs } = cloud;
  writeFileSync(join(folder, 'running.json'), JSON.stringify({ pid: process.pid, endpoint, outputs }));
  const sqs = new SQSClient({ endpoint, ...OPERATOR });
  for (const [queue, message] of customers.flatMap(seedStory)) {
    await sqs.send(new SendMessageCommand({ QueueUrl: outputs[queue], MessageBody: JSON.stringify(message) }));
  }
  await cloud.drain();
});
afterAll(async () => {
  await cloud.stop();
  rmSync(folder, { recursive: true });
});

/** Runs the command on the local run; answers what it said and its exit code. */
const actions = async (...words: string[]) => {
  const said = { out: [] as string[], notes: [] as string[] };
  const code = await runActions([...words, '--folder', folder], {
    out: (text) => said.out.push(text),
    note: (text) => said.notes.push(text),
    user: () => 'kim',
    now: () => instantAt(Date.now()),
  });
  return { code, out: said.out.join('\n'), notes: said.notes.join('\n') };
};

const entries = async (...words: string[]): Promise<ActionEntry[]> => {
  const { out } = await actions('list', '--json', ...words);
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
};

const of = async (customer: string): Promise<ActionEntry> => {
  const [action, ...others] = await entries('--customer', customer, '--status', 'all');
  expect(others).toEqual([]);
  return action as ActionEntry;
};

describe('the actions of four customers who were brushed off', () => {
  it('are listed as the published schema says, whatever index has them', async () => {
    const schema = readFileSync(new URL('../../docs/contract/actions.schema.json', import.meta.url), 'utf8');
    const isPublished = validator(JSON.parse(schema));
    const ways = [
      [],
      ['--touchpoint', 'delivery', '--location', 'Quayside'],
      ['--team', 'Delivery'],
      ['--since', '1h'],
      ['--status', 'open,queued', '--kind', 'recover'],
    ];
    const all = await Promise.all(ways.map((words) => entries(...words)));
    for (const found of all) {
      expect(found.map(({ customerId }) => customerId).sort()).toEqual(customers);
      expect(isPublished(found), JSON.stringify(isPublished.errors)).toBe(true);
    }
    expect(await entries('--location', 'Hillside')).toEqual([]);
    expect((await actions('list')).out.split('\n')).toHaveLength(1 + customers.length + 1);
    expect(await actions('list', '--limit', '1')).toMatchObject({
      notes: 'The first 1 of 4; --limit shows more.',
      out: expect.stringContaining('\n4 open, 0 of them overdue; 0 waiting for room.'),
    });
  });

  it('are shown with all that a person needs, and nothing that the customer said', async () => {
    const { id, evidence } = await of('ada');
    const shown = await actions('show', id.slice(0, 20));
    expect(shown).toMatchObject({ code: 0, notes: '' });
    for (const told of [id, 'Delivery', 'h left', 'of 100 points', 'unheard, open', ...evidence, 'raised'])
      expect(shown.out).toContain(told);
    expect(shown.out).not.toMatch(/spilled|sorry/);
    const json = JSON.parse((await actions('show', id, '--json')).out);
    expect(json).toMatchObject({ id, labels: [], history: [{ version: 1, type: 'raised' }], gaps: [{}, {}] });
  });

  it('are taken up, and told of the second to come as a conflict', async () => {
    const { id, version } = await of('ada');
    const beginning = id.slice(0, 18);
    expect(await actions('ack', beginning, '--note', 'calling her', '--version', String(version))).toMatchObject({
      code: 0,
      out: expect.stringMatching(`^${id}  done: acknowledged, .*, version ${version + 1}$`),
      notes: '',
    });
    const again = await actions('ack', id, '--note', 'calling her', '--version', String(version));
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('done before: acknowledged') });
    const late = await actions('ack', id, '--as', 'sam', '--version', String(version));
    expect(late.code).toBe(1);
    expect(late.out).toContain(`version ${version} was seen, ${version + 1} is stored: acknowledged by kim`);
    expect(late.out).toMatch(/kim +acknowledged: “calling her”\n {2}now acknowledged, Delivery's/);
  });

  it('are done with, labelled and opened again, each with who and why', async () => {
    const { id } = await of('ada');
    expect(await actions('resolve', id)).toMatchObject({ code: 1, out: expect.stringContaining('(reason-missing)') });
    expect((await actions('resolve', id, '--note', 'sent a new parcel')).code).toBe(0);
    expect((await actions('label', id, 'wrong-gap', '--as', 'sam')).code).toBe(0);
    expect(await of('ada')).toMatchObject({ status: 'resolved', version: 4 });
    expect((await actions('reopen', id, '--reason', 'that one was late, too')).code).toBe(0);
    const { out } = await actions('show', id);
    expect(out).toMatch(/labels +wrong-gap, .* by sam/);
    expect(out).toMatch(/kim +reopened: “that one was late, too”/);
  });

  it('are handed on to a team of the owners file alone', async () => {
    const { id } = await of('bo');
    const to = (team: string, ...more: string[]) =>
      actions('reassign', id, '--to', team, '--reason', 'it was the shop', ...more);
    expect(await to('Nobody')).toMatchObject({ code: 1, out: expect.stringContaining('(unknown-team)') });
    const faulty = join(folder, 'owners.json');
    writeFileSync(faulty, '{"version":1}');
    expect(await to('Returns desk', '--owners', faulty)).toMatchObject({
      code: 1,
      out: '',
      notes: expect.stringContaining('fix:'),
    });
    expect(await to('Returns desk')).toMatchObject({ code: 0, out: expect.stringContaining("Returns desk's") });
    expect((await entries('--team', 'Returns desk')).map(({ customerId }) => customerId)).toEqual(['bo']);
  });

  it('are changed several at once: what the rules refuse is told, the others are done', async () => {
    const ids = (await Promise.all(['bo', 'cleo', 'dag'].map(of))).map(({ id }) => id);
    const asOwner = ['--role', 'owner', '--team', 'Delivery', '--as', 'lee'];
    const dismissed = await actions('dismiss', ...ids, '--reason', 'test orders', ...asOwner, '--json');
    expect(dismissed).toMatchObject({ code: 1, notes: '2 of 3 done.' });
    const told = dismissed.out.split('\n').map((line) => JSON.parse(line));
    expect(told.map(({ outcome, code }) => code ?? outcome)).toEqual(['not-allowed', 'changed', 'changed']);
    expect((await entries('--status', 'dismissed')).map(({ customerId }) => customerId).sort()).toEqual([
      'cleo',
      'dag',
    ]);
  });

  it('are not guessed: nothing is changed where a beginning is nobody’s, or of several', async () => {
    const { id } = await of('ada');
    const nobodys = await actions('ack', id, 'recover-none');
    expect(nobodys).toMatchObject({
      code: 1,
      out: '',
      notes: 'No action begins with recover-none. Nothing was changed.',
    });
    const over = await of('dag');
    expect((await actions('show', over.id.slice(0, 16))).out).toContain('test orders');
  });
});

describe('the command', () => {
  /** Never in sync: the local cloud it asks runs in this process. */
  const command = (...words: string[]) =>
    new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
      const cwd = join(import.meta.dirname, '../..');
      execFile(process.execPath, ['bin/actions.ts', ...words], { cwd, timeout: 15_000 }, (error, stdout, stderr) =>
        resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
      );
    });

  it('tells the bus of a change, and where that fails that the change stands', async () => {
    const { id } = await of('ada');
    const pending = async () => (await connect(cloud).actions.actions([id]))[0]?.pending?.map(({ type }) => type);
    expect(await command('ack', id, '--folder', folder)).toMatchObject({ status: 0, stderr: '' });
    expect(await pending()).toBeUndefined();
    const outputs = join(folder, 'outputs.json');
    const elsewhere = mkdtempSync(join(tmpdir(), 'dark-corners-actions-'));
    const running = { pid: process.pid, endpoint: cloud.endpoint, outputs: { ...cloud.outputs, EventBusName: 'gone' } };
    writeFileSync(join(elsewhere, 'running.json'), JSON.stringify(running));
    const untold = await command('resolve', id, '--note', 'done', '--folder', elsewhere);
    rmSync(elsewhere, { recursive: true });
    expect(untold).toMatchObject({ status: 0, stderr: expect.stringContaining('the next run of follow-up-actions') });
    expect(await of('ada')).toMatchObject({ status: 'resolved' });
    expect(await pending()).toEqual(['action.resolved']);
    writeFileSync(outputs, JSON.stringify({ Old: { ...cloud.outputs, EventBusName: undefined } }));
    expect((await command('list', '--outputs', outputs)).stderr).toContain('lacks the outputs EventBusName');
  });

  it.each([
    [['list', '--folder', '/nowhere'], 1, /Nothing runs on \/nowhere: `npm start`/],
    [['list', '--outputs', '/nowhere.json'], 1, /no file \/nowhere\.json/],
  ])('%j', async (words, status, err) => {
    expect(await command(...words)).toMatchObject({ status, stdout: '', stderr: expect.stringMatching(err) });
  });
});
