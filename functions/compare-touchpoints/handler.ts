import type { Action } from '../domain/actions/action.ts';
import type { Owners } from '../domain/actions/owners.ts';
import { fixActionId, triageCell } from '../domain/actions/triage.ts';
import { type Gap, gapId } from '../domain/gaps/gap.ts';
import type { Instant } from '../domain/instant.ts';
import { ComparisonRun } from '../domain/scheduled-run.ts';
import { type CellDay, cellDayOf } from '../domain/touchpoints/cell-day.ts';
import {
  namelessContradiction,
  summarise,
  type TouchpointSummary,
  type Window,
  windowOf,
} from '../domain/touchpoints/comparison.ts';
import { type Cell, cellAndDay, cellKey, cellOf, type TallyRow } from '../domain/touchpoints/tally-row.ts';
import { mapConcurrently } from '../runtime/concurrency.ts';
import { DependencyError } from '../runtime/errors.ts';
import { log } from '../runtime/log.ts';

interface ChangeMark {
  cellDay: string;
  shard: string;
  token: string;
}

/** What comparing reads and leaves, one port a store. */
export interface Deps {
  owners: Owners;
  touchpoints: {
    changes(): Promise<ChangeMark[]>;
    settle(mark: ChangeMark): Promise<void>;
    rows(cellDay: string): Promise<TallyRow[]>;
    /** Answers false where a later run wrote already. */
    putDay(day: CellDay, at: Instant): Promise<boolean>;
    days(cell: Cell, window: Window): Promise<CellDay[]>;
    summaries(): Promise<TouchpointSummary[]>;
    /** Answers false where a later run wrote already. */
    putSummary(cell: Cell, summary: TouchpointSummary | undefined, at: Instant): Promise<boolean>;
  };
  actions: {
    actions(ids: readonly string[]): Promise<Action[]>;
    putAction(action: Action, replaces: number | undefined): Promise<boolean>;
    gap(id: string): Promise<Gap | undefined>;
    putGap(gap: Gap, order: string): Promise<void>;
  };
}

/** A changed day whose rows were added up. */
interface AddedUp {
  mark: ChangeMark;
  cell: Cell;
  written: boolean;
}

const CELLS_IN_FLIGHT = 16;
const CONFLICT_ATTEMPTS = 5;

/** Adds up what changed, and sums each cell up over the window that ends at the run's time. */
export const makeHandler = (deps: Deps) => {
  const { touchpoints, actions, owners } = deps;

  const addUp = async (mark: ChangeMark, at: Instant): Promise<AddedUp> => {
    const { cell, day } = cellAndDay(mark.cellDay);
    const written = await touchpoints.putDay(cellDayOf(cell, day, await touchpoints.rows(mark.cellDay)), at);
    return { mark, cell, written };
  };

  const raiseFix = async (gap: Gap, at: Instant): Promise<void> => {
    for (let attempt = 0; attempt < CONFLICT_ATTEMPTS; attempt++) {
      const [existing] = await actions.actions([fixActionId(gap)]);
      const triage = triageCell(gap, gap.facts.length, existing, owners, at);
      if (!triage || (await actions.putAction(triage.action, triage.replaces))) return;
    }
    throw new DependencyError('actions: changed under our hands again and again');
  };

  const judge = async (cell: Cell, days: readonly CellDay[], window: Window, at: Instant): Promise<void> => {
    const found = namelessContradiction(cell, days, window);
    if (found) {
      const before = await actions.gap(found.id);
      // A gap that had closed opens again: the same gap, with the life it had.
      const again = before?.state === 'cleared' ? [...before.history, ...found.history] : before?.history;
      const gap = { ...found, history: again ?? found.history };
      await actions.putGap(gap, at);
      await raiseFix(gap, at);
      return;
    }
    const before = await actions.gap(gapId('contradiction', 'cell', cellKey(cell)));
    if (!before || before.state === 'cleared') return;
    await actions.putGap({ ...before, state: 'cleared', history: [...before.history, { state: 'cleared', at }] }, at);
  };

  return async (event: unknown): Promise<{ cellDays: number; cells: number }> => {
    const { at, windowDays } = ComparisonRun.parse(event);
    const window = windowOf(at, windowDays);
    // A day that the window has not come to keeps its mark until it has.
    const marks = (await touchpoints.changes()).filter(({ cellDay }) => cellAndDay(cellDay).day <= window.to);
    const changed = await mapConcurrently(marks, CELLS_IN_FLIGHT, (mark) => addUp(mark, at));
    const known = await touchpoints.summaries();
    const moved = known.filter(({ days, window: seen }) => days.from < window.from || seen.from > window.from);
    const touched = [...changed.map(({ cell }) => cell), ...moved.map(cellOf)];
    const cells = new Map(touched.map((cell) => [cellKey(cell), cell]));
    const summedUp = new Set<string>();
    await mapConcurrently([...cells.values()], CELLS_IN_FLIGHT, async (cell) => {
      const days = await touchpoints.days(cell, window);
      await judge(cell, days, window, at);
      const written = await touchpoints.putSummary(cell, summarise(cell, days, window, at), at);
      if (written) summedUp.add(cellKey(cell));
    });
    // Where a later run was before this one, what it did not see is left marked for the next.
    const told = changed.filter(({ cell, written }) => written && summedUp.has(cellKey(cell)));
    await mapConcurrently(told, CELLS_IN_FLIGHT, ({ mark }) => touchpoints.settle(mark));
    log.info('touchpoints.compared', { cellDays: marks.length, cells: cells.size });
    return { cellDays: marks.length, cells: cells.size };
  };
};
