import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Actions } from '../../../functions/adapters/actions.ts';
import { GapPages } from '../../../functions/adapters/pages/gap-pages.ts';
import {
  type ListedSummary,
  TouchpointPages,
  type TouchpointPosition,
} from '../../../functions/adapters/pages/touchpoint-pages.ts';
import { Touchpoints } from '../../../functions/adapters/touchpoints.ts';
import type { Compared } from '../../../functions/domain/silence/compared.ts';
import { cellDayOf } from '../../../functions/domain/touchpoints/cell-day.ts';
import { summarise, windowOf } from '../../../functions/domain/touchpoints/comparison.ts';
import { cellKey } from '../../../functions/domain/touchpoints/tally-row.ts';
import type { TouchpointWhy } from '../../../functions/domain/why/touchpoint-why.ts';
import { gap, march, surveyRow } from '../../builders.ts';
import { tablesInMemory } from '../dynalite.ts';

const tables = tablesInMemory();
const window = windowOf(march(5), 28);

const cells = Array.from({ length: 23 }, (_, i) => ({ touchpoint: `step ${i}`, location: i % 3 ? 'Ä/ö#1' : 'quay' }));
const [gone = { touchpoint: '' }, plain = { touchpoint: '' }] = cells;

let pages: TouchpointPages;
let gaps: GapPages;
beforeAll(async () => {
  const { state } = await tables();
  const touchpoints = new Touchpoints(state);
  const comparison = (points: number) => ({ comparison: { points } }) as unknown as Compared;
  const why = (theme: string) =>
    ({ asOf: march(5), themes: [{ name: theme }], quotes: [] }) as unknown as TouchpointWhy;
  for (const [i, cell] of cells.entries()) {
    const day = cellDayOf(cell, '2026-03-02', [surveyRow(cell)]);
    await touchpoints.putSummary(cell, summarise(cell, [day], window, march(5)), march(5));
    if (cell === plain) continue;
    await touchpoints.putComparison(cell, comparison(i), march(5));
    await touchpoints.putWhy(cell, why(`theme-${i}`), march(5));
  }
  await touchpoints.putSummary(gone, undefined, march(6));
  const actions = new Actions(state);
  for (const id of ['g-1', 'g-2', 'g-3']) {
    const openedAt = march(9 - Number(id.at(-1)));
    const why = { themes: [id], causes: [], phrases: [], rules: [] };
    await actions.putGap(gap({ id, openedAt, ...(id !== 'g-2' && { why }) }), '1');
  }
  pages = new TouchpointPages(state);
  gaps = new GapPages(state);
});

const all = async (most: number): Promise<ListedSummary[]> => {
  const found: ListedSummary[] = [];
  for (let after: TouchpointPosition | undefined; ; ) {
    const page = await pages.page({ most, after });
    expect(page.entries.length).toBeLessThanOrEqual(most);
    found.push(...page.entries);
    after = page.next;
    if (!after) return found;
  }
};

describe('pages of touchpoints', () => {
  it('bring each that something is told of once, and in the same order whatever the size of the page', async () => {
    const order = (await all(100)).map(({ summary }) => cellKey(summary));
    expect([...order].sort()).toEqual(
      cells
        .filter((cell) => cell !== gone)
        .map(cellKey)
        .sort(),
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (most) => {
        expect((await all(most)).map(({ summary }) => cellKey(summary))).toEqual(order);
      }),
      { numRuns: 15 },
    );
  });

  it('tell beside each how it compares, and the themes of its complaints', async () => {
    for (const { summary, compared, themes } of await all(7)) {
      const i = cells.findIndex((cell) => cellKey(cell) === cellKey(summary));
      const isPlain = cells[i] === plain;
      expect(compared).toEqual(isPlain ? undefined : { comparison: { points: i } });
      expect(themes).toEqual(isPlain ? [] : [`theme-${i}`]);
    }
  });
});

describe('pages of gaps', () => {
  it('bring the oldest first', async () => {
    const first = await gaps.page({ kind: 'unanswered', state: 'open' }, { most: 2 });
    expect(first.entries.map(({ id }) => id)).toEqual(['g-3', 'g-2']);
    const second = await gaps.page({ kind: 'unanswered', state: 'open' }, { most: 2, after: first.next });
    expect(second.entries.map(({ id }) => id)).toEqual(['g-1']);
    expect(second.next).toBeUndefined();
    expect((await gaps.page({ kind: 'unanswered', state: 'cleared' }, { most: 2 })).entries).toEqual([]);
  });

  it('tell the reasons of those that have any, by id', async () => {
    const whys = await gaps.whys(['g-1', 'g-2', 'g-3', 'g-3', 'g-4']);
    expect([...whys.keys()].sort()).toEqual(['g-1', 'g-3']);
    expect(whys.get('g-3')?.themes).toEqual(['g-3']);
  });
});
