import { describe, expect, it } from 'vitest';
import { type Deps, makeHandler } from '../../functions/compare-touchpoints/handler.ts';
import { cellDayKey, cellKey, type TallyRow } from '../../functions/domain/touchpoints/tally-row.ts';
import { DependencyError } from '../../functions/runtime/errors.ts';
import { march, owners, rates, surveyRow } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { plentyOfTime, withTime } from '../runtime/deliveries.ts';
import { MemoryStore } from './memory-store.ts';

const said = catchConsole();

const run = { at: march(9, '00:00'), windowDays: 28 };
const days = ['2026-03-02', '2026-03-03', '2026-03-04'];

/** A survey of each of so many touchpoints on each of the days. */
const surveysOf = (touchpoints: number): TallyRow[] =>
  Array.from({ length: touchpoints }, (_, i) => `touchpoint-${i.toString().padStart(3, '0')}`).flatMap((touchpoint) =>
    days.map((day) => surveyRow({ touchpoint, day })),
  );

/** A store that hands marks out a few at a time, in the order of their keys, and remembers what was asked of it. */
const makeComparison = async (rows: readonly TallyRow[], pageSize = 4) => {
  const store = new MemoryStore();
  await store.folds.writeRows(rows, [], []);
  await store.folds.markChanged(rows.map(cellDayKey), 'token');
  const pages: number[] = [];
  const addedUp: string[] = [];
  const summedUp: string[] = [];
  const touchpoints: Deps['touchpoints'] = {
    ...store.touchpoints,
    changes: async (after = '') => {
      const marks = [...store.changed]
        .map(([cellDay, token]) => ({ cellDay, shard: '0', token }))
        .filter(({ cellDay }) => cellDay > after)
        .sort((a, b) => (a.cellDay < b.cellDay ? -1 : 1))
        .slice(0, pageSize);
      pages.push(marks.length);
      return marks;
    },
    rows: async (cellDay, take) => {
      addedUp.push(cellDay);
      return store.touchpoints.rows(cellDay, take);
    },
    putSummary: async (cell, summary, at) => {
      summedUp.push(cellKey(cell));
      return store.touchpoints.putSummary(cell, summary, at);
    },
  };
  const deps: Deps = { owners, rates, touchpoints, actions: store.actions };
  return { store, deps, touchpoints, pages, addedUp, summedUp };
};

describe('a comparison of many cells', () => {
  it('reads marks page by page, and sums each cell up once, wherever a page ends', async () => {
    for (const pageSize of [1, 2, 3, 4, 7, 1_000]) {
      const { store, deps, pages, summedUp } = await makeComparison(surveysOf(25), pageSize);
      expect(await makeHandler(deps)(run, plentyOfTime)).toEqual({ cellDays: 75, cells: 25 });
      expect(pages).toEqual([...pages.slice(0, -1).map((size) => Math.min(size, pageSize)), 0]);
      expect([...summedUp].sort()).toEqual([...new Set(summedUp)].sort());
      expect(store.summaries.map(({ surveyed }) => surveyed.n)).toEqual(Array.from({ length: 25 }, () => 3));
      expect(store.changed.size).toBe(0);
    }
  });

  it('reads no further page before the cells of the last are in hand', async () => {
    const { deps, pages, addedUp } = await makeComparison(surveysOf(100), 3);
    let most = 0;
    const touchpoints: Deps['touchpoints'] = {
      ...deps.touchpoints,
      settle: async (mark) => {
        // Marks read and not yet settled: of the cells in flight, and of a page or two.
        most = Math.max(most, pages.length * 3 - new Set(addedUp).size);
        await deps.touchpoints.settle(mark);
      },
    };
    await makeHandler({ ...deps, touchpoints })(run, plentyOfTime);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(20 * days.length);
  });
});

describe('a fault in one cell', () => {
  const poison = 'touchpoint-003:millfield#2026-03-03';

  it('with one of its days stops neither its other days nor other cells, and is told at the end', async () => {
    const { store, deps, touchpoints } = await makeComparison(surveysOf(30));
    const rows: typeof touchpoints.rows = async (cellDay, take) => {
      if (cellDay === poison) throw new DependencyError('state: Query failed');
      return touchpoints.rows(cellDay, take);
    };
    const failing = makeHandler({ ...deps, touchpoints: { ...touchpoints, rows } })(run, plentyOfTime);
    await expect(failing).rejects.toThrow(DependencyError);
    await expect(failing).rejects.toThrow(/^1 cell /);
    expect([...store.changed.keys()]).toEqual([poison]);
    expect(store.summaries).toHaveLength(30);
    expect(await makeHandler(deps)(run, plentyOfTime)).toEqual({ cellDays: 1, cells: 1 });
    expect(store.changed.size).toBe(0);
  });

  it('that cannot be summed up leaves all its marks, and none of other cells', async () => {
    const { store, deps, touchpoints } = await makeComparison(surveysOf(30));
    const failing: typeof touchpoints = {
      ...touchpoints,
      days: async (cell, window) => {
        if (['touchpoint-003', 'touchpoint-007'].includes(cell.touchpoint)) throw new TypeError('a bug');
        return touchpoints.days(cell, window);
      },
    };
    await expect(makeHandler({ ...deps, touchpoints: failing })(run, plentyOfTime)).rejects.toThrow(/^2 cells /);
    expect(store.changed.size).toBe(6);
    expect(store.summaries).toHaveLength(28);
  });

  it('that cannot be settled costs only the mark', async () => {
    const { store, deps, touchpoints } = await makeComparison(surveysOf(3));
    const failing: typeof touchpoints = {
      ...touchpoints,
      settle: async (mark) => {
        if (mark.cellDay === 'touchpoint-001:millfield#2026-03-02')
          throw new DependencyError('state: DeleteItem failed');
        await touchpoints.settle(mark);
      },
    };
    await expect(makeHandler({ ...deps, touchpoints: failing })(run, plentyOfTime)).rejects.toThrow(/^1 cell /);
    expect([...store.changed.keys()]).toEqual(['touchpoint-001:millfield#2026-03-02']);
  });

  it('is logged by its kind, without what it said', async () => {
    const { deps, touchpoints } = await makeComparison(surveysOf(1));
    const putDay = async () => {
      throw new DependencyError('secret', { cause: new RangeError('secret') });
    };
    await makeHandler({ ...deps, touchpoints: { ...touchpoints, putDay } })(run, plentyOfTime).catch(() => 'told');
    expect(said()).toContainEqual(
      expect.objectContaining({ event: 'cell.failed', error: 'DependencyError/RangeError' }),
    );
    expect(JSON.stringify(said())).not.toContain('secret');
  });

  it('of the marks’ own reading lets the cells in hand be settled', async () => {
    const { store, deps, touchpoints, pages } = await makeComparison(surveysOf(9), 6);
    const changes: typeof touchpoints.changes = async (after, most) => {
      if (pages.length === 2) throw new DependencyError('state: Query failed');
      return touchpoints.changes(after, most);
    };
    const failing = makeHandler({ ...deps, touchpoints: { ...touchpoints, changes } })(run, plentyOfTime);
    await expect(failing).rejects.toThrow('state: Query failed');
    expect(store.summaries.map(({ touchpoint }) => touchpoint)).toEqual([
      'touchpoint-000',
      'touchpoint-001',
      'touchpoint-002',
    ]);
    expect(store.changed.size).toBe(18);
  });
});

describe('a comparison whose time is up', () => {
  it('has settled what it added up; the next runs take up the rest, and nothing twice', async () => {
    const { store, deps, addedUp } = await makeComparison(surveysOf(100), 7);
    for (let runs = 1; store.changed.size > 0; runs++) {
      const before = { marks: store.changed.size, added: addedUp.length };
      const enough = before.added + 60;
      const context = { getRemainingTimeInMillis: () => (addedUp.length < enough ? 60_000 : 30_000) };
      const { cellDays } = await makeHandler(deps)(run, context);
      expect(cellDays).toBe(Math.min(60, before.marks));
      expect(store.changed.size).toBe(before.marks - cellDays);
      expect(runs).toBeLessThan(7);
    }
    expect(addedUp).toHaveLength(300);
    expect(store.summaries.map(({ surveyed }) => surveyed.n)).toEqual(Array.from({ length: 100 }, () => 3));
  });

  it('in the midst of a cell keeps the days that it came to', async () => {
    const { store, deps, addedUp } = await makeComparison(surveysOf(1));
    const context = { getRemainingTimeInMillis: () => (addedUp.length < 2 ? 60_000 : 30_000) };
    expect(await makeHandler(deps)(run, context)).toEqual({ cellDays: 2, cells: 1 });
    expect(store.summaries[0]?.surveyed.n).toBe(2);
    expect([...store.changed.keys()]).toEqual(['touchpoint-000:millfield#2026-03-04']);
    expect(said()).toContainEqual({ event: 'comparison.stopped', cellDaysWaiting: 1, cellsWaiting: 0 });
  });

  it('at once reads nothing', async () => {
    const { store, deps, pages } = await makeComparison(surveysOf(3));
    expect(await makeHandler(deps)(run, withTime(30_000))).toEqual({ cellDays: 0, cells: 0 });
    expect(pages).toEqual([]);
    expect(store.changed.size).toBe(9);
  });

  it('leaves cells that the window moved on from to the next', async () => {
    const { store, deps, summedUp } = await makeComparison(surveysOf(40));
    await makeHandler(deps)(run, plentyOfTime);
    const later = { at: march(12, '00:00'), windowDays: 8 };
    const stopped = summedUp.length + 20;
    const context = { getRemainingTimeInMillis: () => (summedUp.length < stopped ? 60_000 : 30_000) };
    const { cells } = await makeHandler(deps)(later, context);
    expect(cells).toBeLessThan(40);
    expect(said()).toContainEqual({ event: 'comparison.stopped', cellDaysWaiting: 0, cellsWaiting: 40 - cells });
    expect(await makeHandler(deps)(later, plentyOfTime)).toEqual({ cellDays: 0, cells: 40 - cells });
    expect(await makeHandler(deps)(later, plentyOfTime)).toEqual({ cellDays: 0, cells: 0 });
    expect(store.summaries.map(({ surveyed }) => surveyed.n)).toEqual(Array.from({ length: 40 }, () => 1));
  });
});
