import { describe, expect, it } from 'vitest';
import { type Bookmark, ParkedScores } from '../../functions/adapters/parked-scores.ts';
import { DAY, instantAt, plus } from '../../functions/domain/instant.ts';
import type { ParkedWords, UnscorableWords, UnscoredWords } from '../../functions/domain/scoring/unscored.ts';
import { march } from '../builders.ts';
import { tablesInMemory } from './dynalite.ts';

const tables = tablesInMemory();
const SCORER = 'scorer-2';

const words = { fact: '2026-03-02T10:00:00.000Z#x', language: 'en', since: march(3), backfill: false };
const parked = (i: number): ParkedWords => ({
  kind: 'parked',
  story: `customer#${i}`,
  ...words,
  reason: 'outage',
  tries: 2,
});
const unscorable = (i: number, scorer: string): UnscorableWords => ({
  kind: 'unscorable',
  story: `customer#${i}`,
  ...words,
  reason: 'refused',
  scorer,
});

const open = async () => {
  const { state } = await tables();
  const scores = new ParkedScores(state, SCORER, 400);
  return {
    state,
    scores,
    /** All marks to be taken up, in pages of so many. */
    async all(most: number): Promise<UnscoredWords[]> {
      const marks: UnscoredWords[] = [];
      let from: Bookmark | undefined;
      do {
        const page = await scores.toTakeUp(from, most);
        expect(page.marks.length).toBeLessThanOrEqual(most);
        marks.push(...page.marks);
        from = page.next;
      } while (from);
      return marks;
    },
  };
};
const inOrder = (marks: readonly UnscoredWords[]) => [...marks].sort((a, b) => (a.story < b.story ? -1 : 1));

describe('parked words', () => {
  it('are all taken up, once, whatever fits on a page', async () => {
    const { scores, all } = await open();
    const marks = Array.from({ length: 60 }, (_, i) => parked(i));
    await scores.set(marks);
    for (const most of [1, 7, 100]) expect(inOrder(await all(most))).toEqual(inOrder(marks));
  });

  it('are marked once, the last way they were told, and let go', async () => {
    const { scores, all } = await open();
    await scores.set([parked(1), parked(2)]);
    await scores.set([{ ...parked(1), reason: 'ceiling' }]);
    expect(inOrder(await all(10))).toEqual([{ ...parked(1), reason: 'ceiling' }, parked(2)]);
    await scores.clear([parked(1)]);
    await scores.clear([parked(1)]);
    expect(await all(10)).toEqual([parked(2)]);
  });

  it('are forgotten no later than their facts', async () => {
    const { scores, state } = await open();
    await scores.set([parked(1)]);
    const shards = await Promise.all([0, 1, 2, 3].map((shard) => state.partition(`parked#${shard}`)));
    const [item] = shards.flat();
    expect(instantAt(((item?.expiresAt as number) ?? 0) * 1000)).toBe(plus(words.since, 400 * DAY));
  });
});

describe('SCORING-2: unscorable words', () => {
  it('are taken up where another scorer could not score them, never where this one could not', async () => {
    const { scores, all } = await open();
    const alike = ['scorer-1', 'scorer-20', 'scorer', 'a', 'z'].map((scorer, i) => unscorable(i, scorer));
    await scores.set([...alike, unscorable(90, SCORER), unscorable(91, SCORER), parked(92)]);
    expect(inOrder(await all(2)).map(({ story }) => story)).toEqual(
      inOrder([...alike, parked(92)]).map(({ story }) => story),
    );
    expect(await scores.unscorable()).toBe(2);
  });

  it('lie beside a parked mark of the same words', async () => {
    const { scores, all } = await open();
    await scores.set([parked(1), unscorable(1, 'scorer-1')]);
    await scores.clear([parked(1)]);
    expect(await all(10)).toEqual([unscorable(1, 'scorer-1')]);
  });
});
