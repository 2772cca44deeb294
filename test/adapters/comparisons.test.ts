import { describe, expect, it } from 'vitest';
import { Touchpoints } from '../../functions/adapters/touchpoints.ts';
import type { Compared } from '../../functions/domain/silence/compared.ts';
import { cellDayOf } from '../../functions/domain/touchpoints/cell-day.ts';
import { summarise, type TouchpointSummary, windowOf } from '../../functions/domain/touchpoints/comparison.ts';
import { type Cell, cellKey } from '../../functions/domain/touchpoints/tally-row.ts';
import type { TouchpointWhy } from '../../functions/domain/why/touchpoint-why.ts';
import { march, surveyRow } from '../builders.ts';
import { tablesInMemory } from './dynalite.ts';

const tables = tablesInMemory();
const makeTouchpoints = async () => new Touchpoints((await tables()).state);

const cell: Cell = { touchpoint: 'delivery', location: 'millfield' };
const interval = { low: -12.5, high: 30.25 };
const compared = (of: Cell, points = 21): Compared => ({
  comparison: {
    ...of,
    metrics: [
      {
        metric: 'nps',
        adjusted: { net: 10, ...interval, worst: -70, middle: 0, best: 60, method: 'silence', heardExactly: interval },
        gap: { points, ...interval, pValue: 1e-12 },
      },
      { metric: 'csat', adjusted: { tooFew: true, needed: 10 } },
    ],
    gap: { points, ...interval, pValue: 1e-12, qValue: 1e-11 },
    impact: { perMonth: 64.3, shown: 1.07 },
  },
  surge: {
    ...of,
    days: 3,
    customers: 18,
    expected: 6.2,
    ratio: { value: 2.9, low: 1.8, high: 4.5 },
    pValue: 0.0004,
    qValue: 0.02,
    isSurge: true,
    daily: [{ day: '2026-03-04', complaining: 12, expected: 2.1 }],
  },
});

describe('how cells compare with the fleet', () => {
  const cells = Array.from({ length: 30 }, (_, i) => ({ touchpoint: `t:${i}`, location: 'north #1' }));

  it('comes back equal by the key of the cell, whatever that is called, with and without a location', async () => {
    const touchpoints = await makeTouchpoints();
    const all = [...cells, { touchpoint: 'no location' }];
    for (const one of all) await touchpoints.putComparison(one, compared(one), march(5));
    expect(await touchpoints.comparisons()).toEqual(new Map(all.map((one) => [cellKey(one), compared(one)])));
  });

  it('is none of a cell that is compared no more', async () => {
    const touchpoints = await makeTouchpoints();
    for (const one of cells) await touchpoints.putComparison(one, compared(one), march(5));
    await touchpoints.putComparison(cells[0] ?? cell, undefined, march(6));
    expect([...(await touchpoints.comparisons()).keys()].sort()).toEqual(cells.slice(1).map(cellKey).sort());
    expect(await (await makeTouchpoints()).comparisons()).toEqual(new Map());
  });

  it('is not overwritten by an earlier run, and is by the same run again', async () => {
    const touchpoints = await makeTouchpoints();
    const points = async () => (await touchpoints.comparisons()).get(cellKey(cell))?.comparison.gap?.points;
    await touchpoints.putComparison(cell, compared(cell, 1), march(6));
    await touchpoints.putComparison(cell, compared(cell, 2), march(5));
    await touchpoints.putComparison(cell, undefined, march(5));
    expect(await points()).toBe(1);
    await touchpoints.putComparison(cell, compared(cell, 3), march(6));
    expect(await points()).toBe(3);
  });

  it('lies beside its summary and its why, and is neither', async () => {
    const touchpoints = await makeTouchpoints();
    await touchpoints.putComparison(cell, compared(cell), march(5));
    expect(await touchpoints.summaries()).toEqual([]);
    expect(await touchpoints.whys()).toEqual(new Map());
  });
});

describe('what is known of one cell', () => {
  const other: Cell = { touchpoint: 'delivery' };
  const summaryOf = (of: Cell): TouchpointSummary =>
    summarise(of, [cellDayOf(of, '2026-03-04', [surveyRow()])], windowOf(march(5), 28), march(5)) as TouchpointSummary;
  const why: TouchpointWhy = {
    asOf: march(5),
    complaints: 0,
    themes: [],
    causes: [],
    phrases: [],
    weeks: [],
    effects: [],
    quotes: [],
    counterExamples: [],
    read: 0,
  };

  it('is its summary, with its comparison and its why where there are any', async () => {
    const touchpoints = await makeTouchpoints();
    for (const one of [cell, other]) await touchpoints.putSummary(one, summaryOf(one), march(5));
    expect(await touchpoints.known(cell)).toEqual({ summary: summaryOf(cell) });
    await touchpoints.putComparison(cell, compared(cell), march(5));
    await touchpoints.putWhy(cell, why, march(5));
    expect(await touchpoints.known(cell)).toEqual({ summary: summaryOf(cell), ...compared(cell), why });
    expect(await touchpoints.known(other)).toEqual({ summary: summaryOf(other) });
  });

  it('is nothing where nothing is summed up, or not any more', async () => {
    const touchpoints = await makeTouchpoints();
    expect(await touchpoints.known(cell)).toBeUndefined();
    await touchpoints.putComparison(cell, compared(cell), march(5));
    await touchpoints.putSummary(cell, undefined, march(6));
    expect(await touchpoints.known(cell)).toBeUndefined();
  });
});

describe('what looks at the fleet remember', () => {
  const looks = (...days: string[]) => ({
    days,
    standing: ['dark-corner-1', 'surge-2'],
    asked: ['delivery:millfield'],
  });

  it('is nothing before the first', async () => {
    expect(await (await makeTouchpoints()).looks()).toBeUndefined();
  });

  it('comes back equal, of many gaps and cells', async () => {
    const touchpoints = await makeTouchpoints();
    const many = {
      days: ['2026-03-04', '2026-03-05'],
      standing: Array.from({ length: 2_000 }, (_, i) => `dark-corner-${i}`),
      asked: Array.from({ length: 2_000 }, (_, i) => cellKey({ touchpoint: `touchpoint ${i}`, location: 'north' })),
    };
    await touchpoints.putLooks(many, march(5));
    expect(await touchpoints.looks()).toEqual(many);
    await touchpoints.putLooks({ days: [], standing: [], asked: [] }, march(5));
    expect(await touchpoints.looks()).toEqual({ days: [], standing: [], asked: [] });
  });

  it('is not overwritten by an earlier run', async () => {
    const touchpoints = await makeTouchpoints();
    await touchpoints.putLooks(looks('2026-03-06'), march(6));
    await touchpoints.putLooks(looks('2026-03-05'), march(5));
    expect(await touchpoints.looks()).toEqual(looks('2026-03-06'));
    await touchpoints.putLooks(looks('2026-03-06', '2026-03-07'), march(7));
    expect(await touchpoints.looks()).toEqual(looks('2026-03-06', '2026-03-07'));
  });
});
