import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actions } from '../../functions/adapters/actions.ts';
import { DynamoTable } from '../../functions/adapters/dynamo-table.ts';
import { parseRates } from '../../functions/domain/calibration/hearing-rates.ts';
import { runCalibrate } from '../../lib/calibration/run.ts';
import { type LocalCloud, startLocalCloud } from '../../lib/local/cloud.ts';
import { OPERATOR } from '../../lib/local/run/deployment.ts';
import { synthesizedAssembly } from '../../lib/local/run/synthesis.ts';
import { march, words } from '../builders.ts';
import { doneTo, openAction } from '../domain/actions/working.ts';

const folder = mkdtempSync(join(tmpdir(), 'dark-corners-calibrate-'));
const path = (name: string): string => join(folder, name);
let cloud: LocalCloud;

const message = (i: number, body: string, channel: string) =>
  JSON.stringify({
    kind: 'text',
    source: 'desk',
    id: `t-${i}`,
    occurredAt: '2026-03-05T10:00:00Z',
    customerId: `customer-key-${i % 40}`,
    channel,
    language: 'en',
    body,
  });

beforeAll(async () => {
  cloud = await startLocalCloud({ assembly: await synthesizedAssembly(), log: () => undefined });
  const { endpoint, outputs } = cloud;
  writeFileSync(path('running.json'), JSON.stringify({ pid: process.pid, endpoint, outputs }));
  const sqs = new SQSClient({ endpoint, ...OPERATOR });
  // Forty customers, twenty of them with two texts; one in five complains.
  for (let i = 0; i < 60; i++) {
    const body =
      i % 4 === 0 && i % 40 < 32 ? words.complaint : i % 3 === 0 ? words.praise : `${words.question} 0123-${i}`;
    const MessageBody = message(i, body, i % 40 < 20 ? 'sms' : 'email');
    await sqs.send(new SendMessageCommand({ QueueUrl: outputs.TextsQueueUrl, MessageBody }));
  }
  await cloud.drain();
  sqs.destroy();
});
afterAll(async () => {
  await cloud.stop();
  rmSync(folder, { recursive: true });
});

const calibrate = async (words: string, signal = new AbortController().signal) => {
  const said = { out: '', notes: '' };
  const code = await runCalibrate(words.split(' '), {
    out: (text) => {
      said.out += text;
    },
    note: (text) => {
      said.notes += `${text}\n`;
    },
    now: () => '2026-03-20T10:00:00.000Z',
    signal,
  });
  return { code, ...said };
};

describe('a calibration on a local run', () => {
  it('draws a blind sheet and its key, lets it be labelled, and writes rates', async () => {
    const drawn = await calibrate(`draw --out ${path('sheets/a.csv')} --folder ${folder}`);
    expect(drawn).toMatchObject({ code: 0, out: expect.stringContaining('60 texts of 40 of the 40 customers') });
    const sheet = readFileSync(path('sheets/a.csv'), 'utf8');
    const key = readFileSync(path('sheets/a.key.json'), 'utf8');
    for (const file of [sheet, key]) expect(file).not.toContain('customer-key');
    expect(sheet).toContain(words.complaint);
    expect(key).not.toContain(words.complaint);
    for (const name of ['a.csv', 'a.key.json']) expect(statSync(path(`sheets/${name}`)).mode & 0o077).toBe(0);

    const labelled = sheet.replaceAll(/^(s\w+-\d+,.*),(?=\r$)/gm, (_, row: string) =>
      row.includes('spilled') ? `${row},yes` : `${row},no`,
    );
    writeFileSync(path('sheets/a.csv'), labelled);
    const read = await calibrate(`read ${path('sheets/a.csv')} --rates ${path('rates.json')}`);
    expect(read).toMatchObject({ code: 0, out: expect.stringMatching(/^all +40 +40 /m) });
    expect(read.notes).toContain('0 not labelled');
    const rates = parseRates(JSON.parse(readFileSync(path('rates.json'), 'utf8')));
    expect(rates).toMatchObject({ kind: 'ok', rates: { measuredOn: { from: '2026-02-21', to: '2026-03-20' } } });
    const { sensitivity, falsePositiveRate } = rates.kind === 'ok' ? rates.rates.all : ({} as never);
    expect(sensitivity.value).toBeGreaterThan(0.8);
    expect(falsePositiveRate.value).toBeLessThan(0.15);
  });

  it('draws the same again, and nothing over what is there', async () => {
    await calibrate(`draw --out ${path('b.csv')} --folder ${folder}`);
    await calibrate(`draw --out ${path('c.csv')} --folder ${folder}`);
    expect(readFileSync(path('c.csv'), 'utf8')).toBe(readFileSync(path('b.csv'), 'utf8'));
    expect(await calibrate(`draw --out ${path('b.csv')} --folder ${folder}`)).toMatchObject({
      code: 2,
      notes: expect.stringContaining('is there already'),
    });
  });

  it('leaves nothing behind where it is stopped, or where nobody wrote', async () => {
    const stopped = await calibrate(`draw --out ${path('d.csv')} --folder ${folder}`, AbortSignal.abort());
    expect(stopped).toMatchObject({ code: 1, notes: expect.stringContaining('nothing was written') });
    const empty = await calibrate(`draw --out ${path('d.csv')} --folder ${folder} --to 2026-02-01`);
    expect(empty).toMatchObject({ code: 1, notes: expect.stringContaining('choose other days') });
    for (const name of ['d.csv', 'd.key.json']) expect(existsSync(path(name))).toBe(false);
  });
});

describe('a label that somebody gave an action', () => {
  it('stands in the sheet beside the text it speaks of, and the draw is the same', async () => {
    const { endpoint, outputs } = cloud;
    const client = new DynamoDBClient({ endpoint, ...OPERATOR });
    const actions = new Actions(new DynamoTable(client, outputs.StateTableName ?? ''));
    await calibrate(`draw --out ${path('f.csv')} --folder ${folder}`);
    const action = openAction({ evidence: ['text:desk:t-0', 'text:desk:t-99'] });
    await actions.putAction(doneTo(action, { kind: 'label', label: 'not-a-complaint' }, march(19)), undefined);
    client.destroy();

    const drawn = await calibrate(`draw --out ${path('g.csv')} --folder ${folder}`);
    expect(drawn.notes).toContain('Of 1 texts somebody said before');
    const sheet = readFileSync(path('g.csv'), 'utf8');
    expect(sheet).toContain(',"no (kim, 2026-03-19)",\r\n');
    const without = sheet
      .replaceAll(/^"?# (?:before|Label from).*\r\n/gm, '')
      .replaceAll(/,(?:before|"no \(kim[^"]*"|)(?=,(?:complains)?\r$)/gm, '');
    expect(without).toBe(readFileSync(path('f.csv'), 'utf8'));
    const { saidBefore, ...key } = JSON.parse(readFileSync(path('g.key.json'), 'utf8'));
    expect(saidBefore).toHaveLength(1);
    expect({ ...key, saidBefore: [] }).toEqual(JSON.parse(readFileSync(path('f.key.json'), 'utf8')));
  });
});

describe('the command', () => {
  /** Never in sync: the local cloud it asks runs in this process. */
  const command = (...given: string[]) =>
    new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
      const cwd = join(import.meta.dirname, '../..');
      execFile(process.execPath, ['bin/calibrate.ts', ...given], { cwd, timeout: 15_000 }, (error, stdout, stderr) =>
        resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
      );
    });

  it('draws from a local run', async () => {
    const out = path('e.csv');
    const given = ['draw', '--folder', folder, '--out', out, '--from', '2026-03-05', '--to', '2026-03-06'];
    expect(await command(...given)).toMatchObject({ status: 0, stdout: expect.stringContaining('60 texts') });
  });

  it.each([
    [['draw', '--out', 'x.csv', '--folder', '/nowhere'], 1, /Nothing runs on \/nowhere: `npm start`/],
    [['draw', '--out', 'x.csv', '--outputs', '/nowhere.json'], 1, /no file \/nowhere\.json/],
    [['read', '/nowhere.csv'], 2, /no such file/],
    [['drw'], 2, /Did you mean draw/],
  ])('%j', async (given, status, problem) => {
    const ran = await command(...given);
    expect(ran).toMatchObject({ status, stdout: '' });
    expect(ran.stderr).toMatch(problem);
  });
});
