import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoTable } from '../../functions/adapters/dynamo-table.ts';
import { UnitLedger } from '../../functions/adapters/unit-ledger.ts';
import { DAY, dayOf, instantAt } from '../../functions/domain/instant.ts';
import { type LocalCloud, startLocalCloud } from '../../lib/local/cloud.ts';
import { type ComprehendFaults, ComprehendStandIn } from '../../lib/local/comprehend/stand-in.ts';
import { connect, OPERATOR } from '../../lib/local/run/deployment.ts';
import { postFeed } from '../../lib/local/run/feed.ts';
import { scoreParked } from '../../lib/local/run/parked.ts';
import { synthesizedAssembly } from '../../lib/local/run/synthesis.ts';
import { triage } from '../../lib/local/run/triage.ts';
import { sampleFeed } from '../../lib/local/sample/fennel-and-rye.ts';

const folder = mkdtempSync(join(tmpdir(), 'dark-corners-parked-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const AS_OF = '2026-03-30T00:00:00.000Z';
const results = ['facts.jsonl', 'gaps.json', 'touchpoints.json', 'actions.json'] as const;
const feed = sampleFeed(new Date(AS_OF))
  .slice(-150)
  .map((message) => JSON.stringify(message));

const read = (out: string, file: string): string => readFileSync(join(folder, out, file), 'utf8');

const sent = (out: string, lines: readonly string[], faults: ComprehendFaults) =>
  triage({
    feed: lines,
    out: join(folder, out),
    asOf: AS_OF,
    windowDays: 28,
    comprehend: new ComprehendStandIn(faults),
    progress: () => {},
    signal: new AbortController().signal,
  });

describe('a feed through the synthesized stack while the scorer', () => {
  beforeAll(async () => {
    await sent('undisturbed', feed, {});
  });

  const expectTheSame = (out: string) => {
    for (const file of results) expect(read(out, file) === read('undisturbed', file), file).toBe(true);
  };

  it('throttles every tenth call comes out the same', async () => {
    const { summary, deadLetters } = await sent('tenth', feed, { throttle: (call) => call % 10 === 3 });
    expect([summary.unscored, deadLetters]).toEqual([0, 0]);
    expect(summary).not.toHaveProperty('parked');
    expectTheSame('tenth');
  }, 60_000);

  it('is out for a while comes out the same: what was parked is scored before the days are stepped through', async () => {
    const { summary, deadLetters } = await sent('for a while', feed, { outage: (call) => call <= 20 });
    expect(read('for a while', 'functions.log')).toContain('"event":"texts.parked","reason":"outage"');
    expect([summary.unscored, deadLetters, summary.parked]).toEqual([0, 0, undefined]);
    expectTheSame('for a while');
  }, 60_000);

  it('is out to the end accepts everything, dead-letters nothing, and tells what has no sentiment and why', async () => {
    const language = JSON.stringify({
      ...{
        kind: 'review',
        source: 'maps',
        id: 'nb',
        occurredAt: '2026-03-20T10:00:00Z',
        rating: 1,
        touchpoint: 'shop',
      },
      ...{ language: 'nb', body: 'Maten kom for sent og var kald' },
    });
    const { summary, deadLetters, unaccounted } = await sent('to the end', [...feed, language], { outage: () => true });
    expect([deadLetters, unaccounted]).toEqual([0, 0]);
    expect(summary.accepted + summary.duplicates).toBe(feed.length + 1);
    expect(summary.unscored).toBeGreaterThan(10);
    expect(summary.parked).toEqual({ outage: summary.unscored - 1, 'unsupported-language': 1 });
    const facts = read('to the end', 'facts.jsonl').trim().split('\n');
    const states = facts.map((line) => JSON.parse(line).sentiment.state);
    expect(states.filter((state) => state === 'unscored')).toHaveLength(summary.unscored);
    expect(states).not.toContain('scored');
    const touchpoints: { coverage: { unscored: number } }[] = JSON.parse(read('to the end', 'touchpoints.json'));
    expect(touchpoints.reduce((sum, { coverage }) => sum + coverage.unscored, 0)).toBe(summary.unscored);
  }, 60_000);
});

describe('a stack whose day has few units', () => {
  const UNITS = 60;
  let cloud: LocalCloud;

  beforeAll(async () => {
    const assembly = join(folder, 'few-units');
    cpSync(await synthesizedAssembly(), assembly, { recursive: true });
    for (const file of globSync('*.template.json', { cwd: assembly })) {
      const template = readFileSync(join(assembly, file), 'utf8');
      writeFileSync(join(assembly, file), template.replaceAll(/("UNITS_PER_DAY": ")\d+/g, `$1${UNITS}`));
    }
    cloud = await startLocalCloud({ assembly, log: () => {} });
  });
  afterAll(() => cloud.stop());

  it('scores everything in as many days as it takes, and spends no more on any', async () => {
    const start = Date.now();
    const deployment = connect(cloud);
    await postFeed(deployment, feed, { backfill: true, progress: () => {} });
    await cloud.drain();
    expect((await deployment.unscored()).ceiling).toBeGreaterThan(0);
    let runs = 0;
    await scoreParked(cloud, start, () => runs++);
    expect(await deployment.unscored()).toEqual({});
    expect(runs).toBeGreaterThan(1);
    const dynamo = new DynamoDBClient({ endpoint: cloud.endpoint, ...OPERATOR });
    const ledger = new UnitLedger(new DynamoTable(dynamo, deployment.stateTable), UNITS);
    const days = Array.from({ length: runs + 2 }, (_, i) => dayOf(instantAt(start + i * DAY)));
    const spent = await Promise.all(days.map((day) => ledger.taken(day)));
    expect(Math.max(...spent)).toBeLessThanOrEqual(UNITS);
    expect(spent.filter((units) => units > 0).length).toBeGreaterThan(2);
    expect(cloud.deadLetters().every(({ messages }) => messages === 0)).toBe(true);
  }, 60_000);

  it('sets a message that can never be understood aside after a hundred tries, which nobody sits out', async () => {
    const started = performance.now();
    const sqs = new SQSClient({ endpoint: cloud.endpoint, ...OPERATOR });
    await sqs.send(new SendMessageCommand({ QueueUrl: cloud.outputs.CustomersQueueUrl, MessageBody: '{"nobody":1}' }));
    const before = Object.values(cloud.invocations).reduce((sum, { invocations }) => sum + invocations, 0);
    await cloud.drain();
    const after = Object.values(cloud.invocations).reduce((sum, { invocations }) => sum + invocations, 0);
    expect(after - before).toBe(100);
    expect(cloud.deadLetters().reduce((sum, { messages }) => sum + messages, 0)).toBe(1);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
