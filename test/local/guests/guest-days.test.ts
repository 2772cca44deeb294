import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ActionEntry } from '../../../functions/domain/outputs/action-entry.ts';
import { FactEntry } from '../../../functions/domain/outputs/fact-entry.ts';
import { GapEntry } from '../../../functions/domain/outputs/gap-entry.ts';
import { TouchpointEntry } from '../../../functions/domain/outputs/touchpoint-entry.ts';
import { type TriageRun, triage } from '../../../lib/local/run/triage.ts';
import { guestFeed } from './guest-feed.ts';

const folder = mkdtempSync(join(tmpdir(), 'dark-corners-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (out: string, file: string): string => readFileSync(join(folder, out, file), 'utf8');

const sent = (out: string, feed: readonly string[]): Promise<TriageRun> =>
  triage({
    feed,
    out: join(folder, out),
    windowDays: 28,
    progress: () => {},
    signal: new AbortController().signal,
  });

/** The same lines in an order that has nothing to do with theirs, the same each time. */
const shuffled = (lines: readonly string[]): string[] => {
  const sortable = lines.map((line, i) => [(i * 7_919) % 10_007, line] as const);
  return sortable.sort(([a], [b]) => a - b).map(([, line]) => line);
};

describe('a shared key of 300 facts a day over three days, through the synthesized stack', () => {
  const feed = guestFeed(300);
  let run: TriageRun;
  beforeAll(async () => {
    run = await sent('once', feed);
  }, 120_000);

  it('loses nothing, and tells each fact once', () => {
    expect(run).toMatchObject({ unaccounted: 0, deadLetters: 0, summary: { accepted: feed.length, duplicates: 0 } });
    const facts = read('once', 'facts.jsonl').trim().split('\n');
    const ids = facts.map((line) => FactEntry.parse(JSON.parse(line)).fact);
    expect(new Set(ids).size).toBe(feed.length);
  });

  it('finds no gap and raises no action of the key on those days, and finds those of others', () => {
    const gaps = z.array(GapEntry).parse(JSON.parse(read('once', 'gaps.json')));
    const ofGuest = gaps.filter(({ customerId, state }) => customerId === 'guest' && state !== 'cleared');
    expect(ofGuest.map(({ kind, facts }) => [kind, facts])).toEqual([
      ['unanswered', ['text:sms-gateway:before']],
      ['unheard', ['text:sms-gateway:before', 'survey:survey-tool:after:invited']],
    ]);
    const actions = z.array(ActionEntry).parse(JSON.parse(read('once', 'actions.json')));
    expect(actions.filter(({ customerId }) => customerId === 'guest')).toHaveLength(1);
    expect(new Set(actions.map(({ customerId }) => customerId).filter((id) => id?.startsWith('customer-'))).size).toBe(
      20,
    );
  });

  it('counts what they said at their touchpoint, each invitation with its answer of the next day', () => {
    const [cell, ...more] = z.array(TouchpointEntry).parse(JSON.parse(read('once', 'touchpoints.json')));
    expect(more).toEqual([]);
    expect(cell?.surveyed).toMatchObject({ invited: 3 * 30 + 20 + 1, n: 2 * 30 });
  });

  it('says in the log that there are three guest days, and not whose', () => {
    const said = read('once', 'functions.log')
      .split('\n')
      .filter((line) => line.includes('customer.guest'));
    expect(said).toHaveLength(3);
    expect(said.filter((line) => line.includes('"guest"'))).toEqual([]);
  });

  it('comes out the same, byte for byte, when the lines come in another order', async () => {
    await sent('shuffled', shuffled(feed));
    for (const file of ['facts.jsonl', 'gaps.json', 'touchpoints.json', 'actions.json']) {
      expect(read('shuffled', file) === read('once', file), file).toBe(true);
    }
  }, 120_000);
});
