import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { productEvents } from '../../functions/domain/events/event.ts';
import { ActionEntry } from '../../functions/domain/outputs/action-entry.ts';
import { FactEntry } from '../../functions/domain/outputs/fact-entry.ts';
import { GapEntry } from '../../functions/domain/outputs/gap-entry.ts';
import { Summary } from '../../functions/domain/outputs/summary.ts';
import { TouchpointEntry } from '../../functions/domain/outputs/touchpoint-entry.ts';
import { fleetCoverage } from '../../functions/domain/touchpoints/coverage.ts';
import { eventSchemas } from '../../lib/contract/events/event-files.ts';
import { type LocalCloud, startLocalCloud } from '../../lib/local/cloud.ts';
import { connect, OPERATOR } from '../../lib/local/run/deployment.ts';
import { allActions, allGaps } from '../../lib/local/run/results.ts';
import { synthesizedAssembly } from '../../lib/local/run/synthesis.ts';
import { triage } from '../../lib/local/run/triage.ts';
import { sampleFeed } from '../../lib/local/sample/fennel-and-rye.ts';
import { validator } from '../contract/validator.ts';

const productTypes = productEvents.map(({ shape }) => shape.type.value);
const folder = mkdtempSync(join(tmpdir(), 'dark-corners-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const AS_OF = '2026-03-30T00:00:00.000Z';
const results = ['facts.jsonl', 'gaps.json', 'touchpoints.json', 'actions.json'] as const;

const read = (out: string, file: string): string => readFileSync(join(folder, out, file), 'utf8');

const sent = async (out: string, feed: readonly string[]) =>
  triage({
    feed,
    out: join(folder, out),
    asOf: AS_OF,
    windowDays: 28,
    progress: () => {},
    signal: new AbortController().signal,
  });

describe('four weeks of Fennel & Rye through the synthesized stack', () => {
  const feed = sampleFeed(new Date(AS_OF)).map((message) => JSON.stringify(message));
  const broken = ['{"kind":"survey"', '[]', '{"kind":"fax","id":"1"}'];
  let actions: ActionEntry[];
  let gaps: GapEntry[];

  beforeAll(async () => {
    await sent('once', [...feed, ...broken]);
    actions = z.array(ActionEntry).parse(JSON.parse(read('once', 'actions.json')));
    gaps = z.array(GapEntry).parse(JSON.parse(read('once', 'gaps.json')));
  });

  it('accounts for every line, and dead-letters none', async () => {
    const summary = Summary.parse(JSON.parse(read('once', 'summary.json')));
    expect(summary).toMatchObject({ lines: feed.length + 3, duplicates: 3, rejected: 3, accepted: feed.length - 3 });
    expect(read('once', 'facts.jsonl').trim().split('\n')).toHaveLength(summary.accepted);
  });

  it('writes what the published schemas say', () => {
    for (const line of read('once', 'facts.jsonl').trim().split('\n')) FactEntry.parse(JSON.parse(line));
    const touchpoints = z.array(TouchpointEntry).parse(JSON.parse(read('once', 'touchpoints.json')));
    expect(touchpoints.length).toBeGreaterThan(6);
  });

  it('turns the seed story into one owned action with a deadline and its evidence', () => {
    const [action, ...more] = actions.filter(({ customerId }) => customerId === 'mara-quill');
    expect(more).toEqual([]);
    expect(action).toMatchObject({
      kind: 'recover',
      status: 'open',
      owner: { team: 'Delivery' },
      location: 'Millfield',
    });
    expect(action?.evidence).toHaveLength(3);
    expect(action && action.dueAt > action.raisedAt && action.raisedAt > action.openedAt).toBe(true);
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const [, shown = ''] = [...readme.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => json);
    expect(action, 'the action that README shows').toEqual(JSON.parse(shown));
    const kinds = gaps.filter(({ customerId }) => customerId === 'mara-quill').map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['unanswered', 'unheard']);
  });

  it('sees the runaround, the contradictions and the complaint in another channel', () => {
    const of = (kind: string) => gaps.filter((gap) => gap.kind === kind && gap.state === 'open');
    expect(of('runaround').map(({ customerId }) => customerId)).toEqual(['tobias-venn']);
    expect(of('contradiction').map(({ customerId }) => customerId)).toContain('wanda-pell');
    expect(of('contradiction').some(({ scope }) => scope === 'cell')).toBe(true);
    expect(of('cross-channel').map(({ customerId }) => customerId)).toContain('ines-calder');
  });

  it('raises nothing for who was helped or merely writes a lot', () => {
    const named = actions.map(({ customerId }) => customerId);
    expect(named).not.toContain('jonah-prescott');
    expect(named).not.toContain('delphine-okoro');
  });

  it('answers every open gap with an action', () => {
    const answered = new Set(actions.flatMap(({ gapIds }) => gapIds));
    expect(gaps.filter(({ id, state }) => state === 'open' && !answered.has(id))).toEqual([]);
  });

  it('tells of each change of each action on the bus, in sequence and as published, and of nothing else', () => {
    const events = read('once', 'events.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const schemas = eventSchemas();
    const takes = new Map(productTypes.map((type) => [type, validator(schemas[`events/${type}.schema.json`] ?? {})]));
    for (const { source, detail, 'detail-type': type } of events) {
      expect([source, type]).toEqual(['dark-corners', detail.type]);
      expect(takes.get(type)?.(detail), JSON.stringify(takes.get(type)?.errors)).toBe(true);
    }
    const ofActions = events.map(({ detail }) => detail).filter(({ data }) => data.action);
    const told = Map.groupBy(ofActions, ({ subject }) => subject);
    // By where each was told first: whatever is told again comes after.
    expect([...told].map(([id, of]) => [id, [...new Set(of.map(({ sequence }) => sequence))]]).sort()).toEqual(
      actions.map(({ id, version }) => [id, Array.from({ length: version }, (_, i) => i + 1)]).sort(),
    );
    for (const { id, version, status, owner, dueAt } of actions) {
      const last = told.get(id)?.findLast(({ sequence }) => sequence === version);
      expect(last?.data.action).toMatchObject({ status, owner, dueAt });
    }
  });

  it('says who is not heard at each touchpoint, and what staff noted there', () => {
    const touchpoints = z.array(TouchpointEntry).parse(JSON.parse(read('once', 'touchpoints.json')));
    const at = (touchpoint: string, location: string) =>
      touchpoints.find((cell) => cell.touchpoint === touchpoint && cell.location === location)?.coverage;
    const dark = at('delivery', 'Millfield');
    expect(dark?.brushedOff.invited).toBeGreaterThanOrEqual(20);
    expect(Number(dark?.brushedOff.answers)).toBeLessThan(0.3 * Number(dark?.brushedOff.invited));
    expect(dark?.staffNotes).toMatchObject({ n: 6, quotes: [{}, {}, {}] });
    expect(dark?.bySegment.map(({ name }) => name).sort()).toEqual(['family', 'office', 'senior', 'single', 'student']);
    expect(at('checkout', 'Northgate')).toMatchObject({ invited: 0, worded: 0, staffNotes: { n: 1 } });
    const fleet = fleetCoverage(touchpoints);
    expect(fleet.worded).toBeGreaterThan(200);
    expect(fleet.byChannel.map(({ name }) => name)).toEqual(expect.arrayContaining(['sms', 'review', 'survey']));
    expect(fleet.byChannel.map(({ name }) => name)).not.toContain('frontline');
  });

  it('comes out the same, byte for byte, when lines come reversed and every line twice', async () => {
    await sent('twice', [...feed, ...broken, ...feed, ...broken].reverse());
    for (const file of results) expect(read('twice', file) === read('once', file), file).toBe(true);
    const summary = Summary.parse(JSON.parse(read('twice', 'summary.json')));
    expect(summary).toMatchObject({ lines: 2 * (feed.length + 3), accepted: feed.length - 3, rejected: 6 });
  }, 60_000);

  it('keeps the words of customers out of the functions’ logs and of what it writes, but for the quotes of touchpoints', () => {
    const texts = sampleFeed(new Date(AS_OF)).flatMap((message) => [
      ...('body' in message && message.body ? [message.body] : []),
      ...('comment' in message && message.comment ? [message.comment] : []),
    ]);
    // By the line: what is written as JSON holds no line ends.
    const lines = texts.flatMap((text) => text.split('\n')).map((line) => line.slice(0, 40));
    const touchpoints = z.array(TouchpointEntry).parse(JSON.parse(read('once', 'touchpoints.json')));
    const quotes = touchpoints.flatMap(({ why, coverage }) => [
      ...(why?.quotes ?? []),
      ...(why?.counterExamples ?? []),
      ...(coverage?.staffNotes.quotes ?? []),
    ]);
    const unquoted = touchpoints.map(({ why, coverage, ...rest }) => ({
      ...rest,
      why: { ...why, quotes: [], counterExamples: [] },
      coverage: { ...coverage, staffNotes: [] },
    }));
    const elsewhere = ['functions.log', 'events.jsonl', ...results.filter((file) => file !== 'touchpoints.json')];
    const written = [JSON.stringify(unquoted), ...elsewhere.map((file) => read('once', file))].join('\n');
    expect(lines.filter((line) => line.length > 20 && written.includes(line))).toEqual([]);
    expect(quotes.length).toBeGreaterThan(5);
    expect(quotes.filter(({ text }) => !lines.some((line) => line.length > 10 && text.includes(line)))).toEqual([]);
  });
});

describe('the running stack', () => {
  const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
  let cloud: LocalCloud;
  let sqs: SQSClient;
  let dynamo: DynamoDBClient;

  beforeAll(async () => {
    cloud = await startLocalCloud({ assembly: await synthesizedAssembly(), log: () => {} });
    sqs = new SQSClient({ endpoint: cloud.endpoint, ...OPERATOR });
    dynamo = new DynamoDBClient({ endpoint: cloud.endpoint, ...OPERATOR });
  });
  afterAll(() => cloud.stop());

  const post = (message: object) =>
    sqs.send(new SendMessageCommand({ QueueUrl: cloud.outputs.TextsQueueUrl, MessageBody: JSON.stringify(message) }));

  const complaint = (id: string) => ({
    kind: 'text',
    source: 'desk',
    id,
    occurredAt: daysAgo(9),
    customerId: `customer-of-${id}`,
    touchpoint: 'billing',
    channel: 'email',
    body: 'You charged me twice and nobody answers my letters. This is unacceptable.',
  });

  it('makes an unanswered complaint posted with the SDK an action that the SDK can query', async () => {
    await post(complaint('posted'));
    await cloud.drain();
    const { Items = [] } = await dynamo.send(
      new QueryCommand({
        TableName: cloud.outputs.StateTableName,
        IndexName: 'listing',
        KeyConditionExpression: 'listPartition = :open',
        ExpressionAttributeValues: { ':open': { S: 'action#open' } },
      }),
    );
    const mine = Items.find(({ customerId }) => customerId?.S === 'customer-of-posted');
    expect(mine?.evidence?.L).toEqual([{ S: 'text:desk:posted' }]);
    expect(mine?.owner?.M?.team?.S).toBe('Billing');
  });

  it('takes the gap back when upstream withdraws the complaint without naming the customer', async () => {
    await post(complaint('withdrawn'));
    await cloud.drain();
    const { kind, source, id } = complaint('withdrawn');
    await post({ kind, source, id, occurredAt: daysAgo(1), retracted: true });
    await cloud.drain();
    const gaps = await allGaps(connect(cloud));
    expect(gaps.filter(({ customerId }) => customerId === 'customer-of-withdrawn')).toMatchObject([
      { state: 'cleared' },
    ]);
  });

  it('knows of a withdrawal that came before what it withdraws', async () => {
    const { kind, source, id } = complaint('never');
    await post({ kind, source, id, occurredAt: daysAgo(1), retracted: true });
    await cloud.drain();
    await post(complaint('never'));
    await cloud.drain();
    const actions = await allActions(connect(cloud));
    expect(actions.filter(({ customerId }) => customerId === 'customer-of-never')).toEqual([]);
  });

  it('takes a broken message alone, with its reason', async () => {
    await post({ ...complaint('broken'), occurredAt: 'yesterday' });
    await post(complaint('beside'));
    await cloud.drain();
    const rejects = await connect(cloud).rejects.ofDay(new Date().toISOString().slice(0, 10));
    expect(rejects).toMatchObject([{ reasons: [{ path: '/occurredAt', code: 'not_an_instant' }] }]);
    const actions = await allActions(connect(cloud));
    expect(actions.map(({ customerId }) => customerId)).toContain('customer-of-beside');
    expect(cloud.deadLetters().every(({ messages }) => messages === 0)).toBe(true);
  });
});
