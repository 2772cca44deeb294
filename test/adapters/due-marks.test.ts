import { describe, expect, it } from 'vitest';
import { DueMarks } from '../../functions/adapters/due-marks.ts';
import { instantAt, plus } from '../../functions/domain/instant.ts';
import { march } from '../builders.ts';
import { tablesInMemory } from './dynalite.ts';

const tables = tablesInMemory();
const makeMarks = async () => new DueMarks((await tables()).state);
const mark = (story: string, at = march(5), cause = '') => ({ story, at, cause });
const sorted = <T>(marks: T[]): T[] => marks.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

describe('what falls due', () => {
  it('is told up to a time, that time included, and no moment more', async () => {
    const marks = await makeMarks();
    const due = [mark('customer#a', march(4)), mark('customer#b'), mark('interaction#~'), mark('customer#𝔷')];
    await marks.set([...due, mark('customer#c', plus(march(5), 1))]);
    expect(sorted(await marks.until(march(5), 100))).toEqual(sorted(due));
  });

  it('is told in the order of time for stories that share a shard', async () => {
    const marks = await makeMarks();
    const later = Array.from({ length: 40 }, (_, i) =>
      mark('customer#ada', instantAt(Date.parse(march(5)) - i * 1_000)),
    );
    await marks.set(later);
    expect(await marks.until(march(5), 100)).toEqual([...later].reverse());
    expect(await marks.until(march(5), 3)).toEqual([...later].reverse().slice(0, 3));
  });

  it('is told once, however often it was set', async () => {
    const marks = await makeMarks();
    await marks.set([mark('customer#ada'), mark('customer#ada')]);
    await marks.set([mark('customer#ada')]);
    expect(await marks.until(march(5), 100)).toEqual([mark('customer#ada')]);
  });

  it('is told no more once it is cleared, and set anew if it falls due again', async () => {
    const marks = await makeMarks();
    const many = Array.from({ length: 70 }, (_, i) => mark(`customer#${i}`));
    await marks.set(many);
    await marks.clear(many.slice(1));
    expect(await marks.until(march(5), 100)).toEqual(many.slice(0, 1));
    await marks.set(many.slice(1, 2));
    expect(await marks.until(march(5), 100)).toHaveLength(2);
  });

  it('keeps the mark of one cause when that of another is cleared', async () => {
    const marks = await makeMarks();
    const [first, second] = [mark('customer#ada', march(4), 'fact-1'), mark('customer#ada', march(4), 'fact-2')];
    await marks.set([first, second]);
    await marks.clear([first]);
    expect(await marks.until(march(5), 100)).toEqual([second]);
  });

  it('is spread over all shards, each story always in the same', async () => {
    const { state } = await tables();
    const stories = Array.from({ length: 60 }, (_, i) => `customer#${i}`);
    await new DueMarks(state).set(stories.flatMap((story) => [mark(story), mark(story, march(6))]));
    const shards = await Promise.all([0, 1, 2, 3].map((shard) => state.partition(`due#${shard}`)));
    const held = shards.map((items) => new Set(items.map(({ story }) => story)));
    expect(held.every(({ size }) => size > 0)).toBe(true);
    expect(held.reduce((sum, { size }) => sum + size, 0)).toBe(60);
  });
});
