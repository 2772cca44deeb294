import type { Context } from 'aws-lambda';
import type { Owners } from '../domain/actions/owners.ts';
import { settleFix } from '../domain/actions/settle.ts';
import { raisedFrom } from '../domain/actions/triage-from.ts';
import { fixActionId, triageTouchpoint } from '../domain/actions/triage-touchpoint.ts';
import { scoresAtLook } from '../domain/analysts/told/scores-at-look.ts';
import type { ScoresAtLook } from '../domain/analysts/trend.ts';
import type { RatesFile } from '../domain/calibration/hearing-rates.ts';
import { type Gap, gapId } from '../domain/gaps/gap.ts';
import type { FleetLooks } from '../domain/gaps/life-of-a-gap.ts';
import { HOUR, type Instant, millis, startOf } from '../domain/instant.ts';
import { digest } from '../domain/message/identity.ts';
import { ComparisonRun } from '../domain/scheduled-run.ts';
import { compareFleet } from '../domain/silence/compare-fleet.ts';
import type { Compared } from '../domain/silence/compared.ts';
import { compareSurges } from '../domain/silence/surge.ts';
import type { CellDay } from '../domain/touchpoints/cell-day.ts';
import {
  type CellEvidence,
  namelessContradiction,
  summarise,
  type TouchpointSummary,
  type Window,
  windowOf,
} from '../domain/touchpoints/comparison.ts';
import { type Cell, cellAndDay, cellKey, cellOf } from '../domain/touchpoints/tally-row.ts';
import { type Voices, voicesOf } from '../domain/touchpoints/voices.ts';
import { changeAction } from '../runtime/change-action.ts';
import { mapConcurrently } from '../runtime/concurrency.ts';
import { DependencyError, errorKind } from '../runtime/errors.ts';
import { log } from '../runtime/log.ts';
import { type ChangeMark, changedCells } from './changed-cells.ts';
import { type DayDeps, makeDays } from './days-of-a-cell.ts';
import { type LookDeps, makeLook } from './look.ts';

/** What comparing reads and leaves, one port a store. */
export interface Deps {
  owners: Owners;
  raiseFrom?: LookDeps['raiseFrom'];
  rates: RatesFile;
  touchpoints: LookDeps['touchpoints'] &
    DayDeps & {
      /**
       * Marks beyond a cell-day in the order of their keys, about `most` of each shard and at least one where there is one;
       * none at the end.
       */
      changes(after: string | undefined, most: number): Promise<ChangeMark[]>;
      settle(mark: ChangeMark): Promise<void>;
      /** Where a later run wrote already, that stays. */
      putVoices(cell: Cell, voices: Voices | undefined, at: Instant): Promise<void>;
      summaries(): Promise<TouchpointSummary[]>;
      /** Answers false where a later run wrote already. */
      putSummary(cell: Cell, summary: TouchpointSummary | undefined, at: Instant): Promise<boolean>;
      /** Where a later run wrote already, that stays. */
      putComparison(cell: Cell, compared: Compared | undefined, at: Instant): Promise<void>;
      /** Where a later run wrote those of the same day already, they stay. */
      putScores(cell: Cell, scores: ScoresAtLook, at: Instant): Promise<void>;
    };
  actions: LookDeps['actions'];
}

/** Marks read at once of each shard, some 200 bytes each: a few reads for every thousand, and little to hold. */
const MARKS_PER_SHARD = 500;
const CELLS_IN_FLIGHT = 16;
/**
 * No other cell-day is begun with less time left: for adding one up, which at 100,000 rows is some 30 pages and 3 seconds,
 * and summing its cell up and settling it, with a call that hangs three times for 6 seconds in between.
 */
const RESERVE_MS = 30_000;
/** Comparing all and looking is begun with so much time left: of 10,000 cells some 20 s of one core, and two writes each. */
const LOOK_RESERVE_MS = 120_000;
/** A cell that was summed up more lately has moved with the window this day. */
const MOVES_AFTER = 12 * HOUR;
const MARKS_SETTLED_AT_ONCE = 8;

/** How far a run came. */
interface Course {
  window: Window;
  /** Whether every cell is to be summed up over the very window. */
  exactly: boolean;
  at: Instant;
  /** Whether nothing more may be begun; once it was answered so, it stays. */
  timeIsUp(): boolean;
  stopped: boolean;
  cellDays: number;
  cells: number;
  cellDaysWaiting: number;
  cellsWaiting: number;
  /** Cells summed up anew, by key. */
  summed: Map<string, TouchpointSummary | undefined>;
  /** The first fault of each cell that had one. */
  faults: Map<string, unknown>;
}

/** Does one thing for a cell; a fault is kept for the end of the run, so that everything else is done before it is told. */
const guarded = async (cell: Cell, { faults }: Course, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    const key = cellKey(cell);
    if (faults.has(key)) return;
    faults.set(key, error);
    // Touchpoints are named upstream: the hash tells cells apart, the marks that stay tell which they are.
    log.warn('cell.failed', { cell: digest(key), error: errorKind(error) });
  }
};

/**
 * Adds up what changed, sums each cell up over the window that ends at the run's time, and holds every cell against the fleet.
 * A cell is settled when it is summed up: what a run does not come to, because its time is up or because of a fault, keeps
 * its mark for the next.
 *
 * @throws DependencyError at the end, where any cell had a fault
 */
export const makeHandler = (deps: Deps) => {
  const { touchpoints, actions, owners, rates, raiseFrom } = deps;
  const look = makeLook(deps);

  const judge = async (cell: Cell, days: readonly CellDay[], { window, at }: Course) => {
    const found = namelessContradiction(cell, days, window);
    if (found) {
      const before = await actions.gap(found.id);
      // A gap that had closed opens again: the same gap, with the life it had.
      const again = before?.state === 'cleared' ? [...before.history, ...found.history] : before?.history;
      const gap = { ...found, history: again ?? found.history };
      await actions.putGap(gap, at);
      await changeAction(actions, fixActionId(gap), (existing) =>
        raisedFrom(raiseFrom, [gap], triageTouchpoint([gap], existing, owners, at)),
      );
      return;
    }
    const before = await actions.gap(gapId('contradiction', 'cell', cellKey(cell)));
    if (!before || before.state === 'cleared') return;
    const gap: Gap = { ...before, state: 'cleared', history: [...before.history, { state: 'cleared', at }] };
    // The action first: a gap that is not cleared yet is what tells the next run of both, where this one breaks off.
    await changeAction(actions, fixActionId(gap), (existing) => existing && settleFix(existing, [gap], at));
    await actions.putGap(gap, at);
  };

  const { addUp, keep, daysWithin } = makeDays(touchpoints);

  /** Adds up a cell's changed days, sums it up, and settles what was told of both. */
  const compareCell = async (cell: Cell, marks: readonly ChangeMark[], course: Course): Promise<void> => {
    const { at, window } = course;
    const told: ChangeMark[] = [];
    let addedUp = 0;
    for (const [i, mark] of marks.entries()) {
      if (course.timeIsUp()) {
        course.cellDaysWaiting += marks.length - i;
        break;
      }
      await guarded(cell, course, async () => {
        const { day } = cellAndDay(mark.cellDay);
        if (await keep(cell, day, await addUp(cell, day), at)) told.push(mark);
        addedUp++;
      });
    }
    course.cellDays += addedUp;
    if (marks.length > 0 && addedUp === 0) return;
    await guarded(cell, course, async () => {
      const days = await daysWithin(cell, window, at);
      const voices = voicesOf(cell, days, window, at);
      await touchpoints.putVoices(cell, voices, at);
      await judge(cell, days, course);
      const summary = summarise(cell, days, window, at);
      // First: a run that breaks off here comes to the cell again, for its marks and its summary still stand.
      if (!summary) await touchpoints.putComparison(cell, undefined, at);
      const written = await touchpoints.putSummary(cell, summary, at);
      course.cells++;
      // Where a later run was before this one, what it did not see is left marked for the next.
      if (!written) return;
      course.summed.set(cellKey(cell), summary);
      await mapConcurrently(told, MARKS_SETTLED_AT_ONCE, (mark) =>
        guarded(cell, course, () => touchpoints.settle(mark)),
      );
    });
  };

  /**
   * Each cell that changed. Only one hand is at a cell at a time: of two sums of one run the last counts, and must not be
   * the one of fewer days.
   */
  const compareChanged = async (course: Course): Promise<void> => {
    const cells = changedCells(async (after) =>
      course.timeIsUp() ? [] : await touchpoints.changes(after, MARKS_PER_SHARD),
    );
    const hands = Array.from({ length: CELLS_IN_FLIGHT }, async () => {
      for await (const all of cells) {
        // A day that the window has not come to keeps its mark until it has.
        const marks = all.filter(({ cellDay }) => cellAndDay(cellDay).day <= course.window.to);
        if (marks[0]) await compareCell(cellAndDay(marks[0].cellDay).cell, marks, course);
      }
    });
    // Where the marks cannot be read on, the cells in hand are finished all the same.
    const ended = await Promise.allSettled(hands);
    for (const end of ended) if (end.status === 'rejected') throw end.reason;
  };

  /**
   * Each cell of which the window left days behind, or took days in again. It leaves some of a day behind each hour: where
   * nothing else happens to a cell it is summed up for that once a local day, or each hour would read the whole store.
   */
  const compareMoved = async (course: Course, leaving: boolean): Promise<TouchpointSummary[]> => {
    const { since } = course.window;
    const known = course.timeIsUp() ? [] : await touchpoints.summaries();
    const isLeft = ({ days, asOf }: TouchpointSummary): boolean =>
      startOf(days.from) < since && (course.exactly || millis(course.at) - millis(asOf) >= MOVES_AFTER);
    // The longest waiting first: a run that is stopped leaves none behind for ever.
    const moved = known
      .filter((summary) => (leaving && isLeft(summary)) || summary.window.since > since || !summary.evidence)
      .sort((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : cellKey(a) < cellKey(b) ? -1 : 1));

    await mapConcurrently(moved, CELLS_IN_FLIGHT, async (summary) => {
      if (course.timeIsUp()) course.cellsWaiting++;
      else await compareCell(cellOf(summary), [], course);
    });
    return known;
  };

  /** Holds every cell against the fleet; those are written that were summed up anew, and all where the run looks. */
  const compareAll = async (
    known: readonly TouchpointSummary[],
    { summed, at }: Course,
    before: FleetLooks | undefined,
  ): Promise<void> => {
    const summaries = [...new Map([...known.map((one) => [cellKey(one), one] as const), ...summed]).entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, summary]) => (summary?.evidence ? [{ ...summary, evidence: summary.evidence }] : []));
    const cells = summaries.map(
      ({ evidence, window, days, ...cell }): CellEvidence => ({ ...cellOf(cell), window, days, ...evidence }),
    );
    const fleet = compareFleet(cells, rates, at);
    const surges = compareSurges(cells, at);
    const compared = summaries.flatMap((summary, i) => {
      const comparison = fleet.cells[i];
      return comparison ? [{ summary, comparison, surge: surges[i] }] : [];
    });
    const changed = compared.filter(({ comparison }) => before || summed.has(cellKey(comparison)));
    await mapConcurrently(changed, CELLS_IN_FLIGHT, async ({ summary, comparison, surge }) => {
      const cell = cellOf(comparison);
      await touchpoints.putComparison(cell, { comparison, ...(surge && surge.expected > 0 ? { surge } : {}) }, at);
      if (before) await touchpoints.putScores(cell, scoresAtLook(summary, comparison, at), at);
    });
    // After them: once a look is remembered, nothing writes those again that it did not come to.
    if (before) await look.make({ summaries, fleet, surges }, before, at);
  };

  return async (
    event: unknown,
    context: Pick<Context, 'getRemainingTimeInMillis'>,
  ): Promise<{ cellDays: number; cells: number }> => {
    const { at, windowDays, exactly } = ComparisonRun.parse(event);
    const course: Course = {
      window: windowOf(at, windowDays),
      exactly,
      at,
      timeIsUp: () => {
        course.stopped ||= context.getRemainingTimeInMillis() <= RESERVE_MS;
        return course.stopped;
      },
      stopped: false,
      cellDays: 0,
      cells: 0,
      cellDaysWaiting: 0,
      cellsWaiting: 0,
      summed: new Map(),
      faults: new Map(),
    };
    await compareChanged(course);
    const before = course.timeIsUp() ? undefined : await look.due(at);
    const known = await compareMoved(course, exactly || before !== undefined);
    // Part of a fleet is another fleet: a run that was stopped leaves comparing to the next.
    course.stopped ||= context.getRemainingTimeInMillis() <= LOOK_RESERVE_MS;
    if (!course.stopped) await compareAll(known, course, before);
    const { cellDays, cells, cellDaysWaiting, cellsWaiting, faults } = course;
    log.info('touchpoints.compared', { cellDays, cells, cellsFailed: faults.size });
    // At least so many: pages of marks that were not read are not counted.
    if (course.stopped) log.warn('comparison.stopped', { cellDaysWaiting, cellsWaiting });
    if (faults.size > 0) {
      const cellsFailed = faults.size === 1 ? '1 cell' : `${faults.size} cells`;
      const [cause] = faults.values();
      throw new DependencyError(`${cellsFailed} could not be compared in full; their marks wait for the next run`, {
        cause,
      });
    }
    return { cellDays, cells };
  };
};
