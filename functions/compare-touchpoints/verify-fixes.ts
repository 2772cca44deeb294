import type { Action } from '../domain/actions/action.ts';
import { type ClockEntry, isPersons } from '../domain/actions/clock-entry.ts';
import type { Owners } from '../domain/actions/owners.ts';
import { fixActionId } from '../domain/actions/triage-touchpoint.ts';
import { type Gap, type GapState, gapStates } from '../domain/gaps/gap.ts';
import { DAY, type Instant, millis } from '../domain/instant.ts';
import type { CellDay } from '../domain/touchpoints/cell-day.ts';
import type { Days, TouchpointSummary } from '../domain/touchpoints/comparison.ts';
import { type Cell, cellKey, cellOf } from '../domain/touchpoints/tally-row.ts';
import { countsOfCell, countsWithin, type DailyCounts, dailyCounts } from '../domain/verification/counts.ts';
import { turnOf } from '../domain/verification/fix-words.ts';
import { type BeforeAndAfter, type FixVerdict, judgeFix } from '../domain/verification/judge-fix.ts';
import { afterJudgement, isDue, resolvedAt } from '../domain/verification/judged-fix.ts';
import {
  type Fix,
  type Flagged,
  type LeftAlone,
  leftAlone,
  openedBefore,
  SAME_TIME_DAYS,
  stoodAt,
} from '../domain/verification/left-alone.ts';
import { usualRate } from '../domain/verification/usual-rate.ts';
import { type FixKind, fixKinds, windowsOf } from '../domain/verification/windows.ts';
import { type ActionPort, changeAction } from '../runtime/change-action.ts';
import { mapConcurrently } from '../runtime/concurrency.ts';
import { log } from '../runtime/log.ts';

/** What judging fixes reads and leaves. */
export interface FixDeps {
  owners: Owners;
  touchpoints: { days(cell: Cell, window: Days): Promise<CellDay[]> };
  actions: ActionPort & {
    gap(id: string): Promise<Gap | undefined>;
    underTheClock(): Promise<ClockEntry[]>;
    listGaps(kind: FixKind, state: GapState): Promise<Gap[]>;
  };
}

/** A fix that has something to be told. */
interface Due {
  action: Action;
  gap: Gap;
  kind: FixKind;
  /** Absent where it is not judged yet. */
  fix?: Fix;
  next: Instant | undefined;
}

/** A fix with those it is held against. */
type Judged = Due & { fix: Fix; controls: LeftAlone[] };

const IN_FLIGHT = 8;

const isFixKind = (kind: Gap['kind']): kind is FixKind => (fixKinds as readonly string[]).includes(kind);

/** The gap that was fixed: of several the one of the cell itself, then the one that opened last. */
const fixedOf = (gaps: readonly Gap[], done: Instant): (Gap & { kind: FixKind }) | undefined => {
  const rank = (gap: Gap): string => `${gap.scope === 'cell' ? 1 : 0}#${openedBefore(gap.history, done)}#${gap.id}`;
  const [fixed] = gaps
    .filter((gap) => isFixKind(gap.kind) && openedBefore(gap.history, done) !== undefined)
    .sort((a, b) => (rank(a) < rank(b) ? 1 : -1));
  return fixed as (Gap & { kind: FixKind }) | undefined;
};

const flaggedOf = ({ id, kind, history, ...place }: Gap, action: Action | undefined): Flagged => ({
  id,
  kind: kind as FixKind,
  cell: cellOf({ ...place } as Cell),
  turns: history,
  resolved: (action?.history ?? []).flatMap((change) =>
    change.type === 'resolved' && isPersons(change) ? [change.at] : [],
  ),
});

/** The days of all windows together. */
const spanOf = (all: readonly Days[]): Days => ({
  from: all.map(({ from }) => from).sort()[0] as string,
  to: all
    .map(({ to }) => to)
    .sort()
    .at(-1) as string,
});

/**
 * Judges the fixes that people said are done, by what came of their cells, and of cells that were flagged and left alone. Reads
 * nothing but the clock's index on a day on which none is due.
 */
export const makeFixes = ({ owners, touchpoints, actions }: FixDeps) => {
  const dueAt = async (at: Instant): Promise<Due[]> => {
    const done = (await actions.underTheClock()).filter(({ kind, status }) => kind === 'fix' && status === 'resolved');
    if (done.length === 0) return [];
    const waiting = (await actions.actions(done.map(({ id }) => id))).filter((action) => isDue(action, at));
    const due = await mapConcurrently(waiting, IN_FLIGHT, async (action): Promise<Due[]> => {
      const end = resolvedAt(action);
      const { touchpoint } = action;
      if (end === undefined || touchpoint === undefined) return [];
      const stored = await Promise.all(action.gapIds.map((id) => actions.gap(id)));
      const gap = fixedOf(
        stored.filter((one) => one !== undefined),
        end,
      );
      if (!gap) return [];
      const { judgedAt, next } = turnOf(end, at);
      const opened = openedBefore(gap.history, end) as Instant;
      const fix = judgedAt && {
        kind: gap.kind,
        cell: cellOf({ ...action, touchpoint }),
        openedAt: opened,
        resolvedAt: end,
        judgedAt,
        stood: stoodAt(gap.history, end),
      };
      return [{ action, gap, kind: gap.kind, next, ...(fix ? { fix } : {}) }];
    });
    return due.flat();
  };

  /** Gaps of cells in which one opened at the time of a fix, with what people said of their actions. */
  const flaggedAround = async (fixes: readonly Fix[]): Promise<Flagged[]> => {
    const lists = await Promise.all(
      fixKinds.flatMap((kind) => gapStates.map((state) => actions.listGaps(kind, state))),
    );
    // A gap that turns while it is listed is listed twice.
    const gaps = [...new Map(lists.flat().map((gap) => [gap.id, gap])).values()].filter(
      ({ scope, touchpoint }) => scope === 'cell' && touchpoint !== undefined,
    );
    const keyOf = (gap: Gap): string => cellKey(cellOf({ ...gap } as Cell));
    const isNear = (opened: Instant): boolean =>
      fixes.some((fix) => Math.abs(millis(opened) - millis(fix.openedAt)) <= SAME_TIME_DAYS * DAY);
    const near = new Set(
      gaps.flatMap((gap) => (gap.history.some(({ state, at }) => state === 'open' && isNear(at)) ? [keyOf(gap)] : [])),
    );
    const told = gaps.filter((gap) => near.has(keyOf(gap)));
    const known = await actions.actions([...new Set(told.map(fixActionId))]);
    const byId = new Map(known.map((action) => [action.id, action]));
    return told.map((gap) => flaggedOf(gap, byId.get(fixActionId(gap))));
  };

  /** What was counted, each day of each kind, in all cells that are looked at; each is read once. */
  const countsIn = async (judged: readonly Judged[]): Promise<(kind: FixKind, cell: Cell) => DailyCounts> => {
    const windows = judged.flatMap(({ fix, controls }) => [{ cell: fix.cell, windows: windowsOf(fix) }, ...controls]);
    const cells = [...Map.groupBy(windows, ({ cell }) => cellKey(cell))];
    const counts = await mapConcurrently(cells, IN_FLIGHT, async ([key, those]) => {
      const [{ cell }] = those as [LeftAlone];
      const span = spanOf(those.flatMap(({ windows: { before, after } }) => [before, after]));
      const days = await touchpoints.days(cell, span);
      return [key, new Map(fixKinds.map((kind) => [kind, dailyCounts(kind, days)]))] as const;
    });
    const byCell = new Map(counts);
    return (kind, cell) => byCell.get(cellKey(cell))?.get(kind) ?? [];
  };

  const verdictsOf = async (
    due: readonly Due[],
    summaries: readonly TouchpointSummary[],
  ): Promise<ReadonlyMap<Due, FixVerdict>> => {
    const fixes = due.flatMap((one) => (one.fix ? [{ ...one, fix: one.fix, one }] : []));
    if (fixes.length === 0) return new Map();
    const flagged = await flaggedAround(fixes.map(({ fix }) => fix));
    const judged = fixes.map((one) => ({ ...one, controls: leftAlone(one.fix, flagged) }));
    const countsOf = await countsIn(judged);
    const evidence = summaries.flatMap(({ evidence: told, window }) => (told ? [{ ...told, window }] : []));
    const usual = new Map(
      fixKinds.map((kind) => [kind, usualRate(evidence.map((one) => countsOfCell(kind, one)))] as const),
    );
    const within = (kind: FixKind, { cell, windows }: LeftAlone): BeforeAndAfter => {
      const counts = countsOf(kind, cell);
      return { before: countsWithin(kind, counts, windows.before), after: countsWithin(kind, counts, windows.after) };
    };
    return new Map(
      judged.map(({ one, kind, fix, controls, next }) => [
        one,
        judgeFix({
          kind,
          ...within(kind, { cell: fix.cell, windows: windowsOf(fix) }),
          controls: controls.map((control) => within(kind, control)),
          usual: usual.get(kind) ?? usualRate([]),
          next,
        }),
      ]),
    );
  };

  /** Judges the fixes that are due. Whatever broke off is judged again, by the same days, and comes to the same. */
  return async (summaries: readonly TouchpointSummary[], at: Instant): Promise<void> => {
    const due = await dueAt(at);
    const verdicts = await verdictsOf(due, summaries);
    await mapConcurrently(due, IN_FLIGHT, async (one) => {
      const { action, kind, next } = one;
      const verdict = verdicts.get(one) ?? { kind: 'not-enough', until: next };
      const done = resolvedAt(action);
      const { changed } = await changeAction(actions, action.id, (existing) =>
        // Somebody may have opened it again meanwhile, and said again that it is done.
        existing && resolvedAt(existing) === done ? afterJudgement(existing, kind, verdict, owners, at) : undefined,
      );
      if (changed && one.fix) log.info('fix.judged', { id: action.id, verdict: verdict.kind });
    });
  };
};
