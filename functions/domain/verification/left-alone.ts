import type { Turn } from '../gaps/gap.ts';
import { DAY, type Instant, millis, plus, startOf } from '../instant.ts';
import { type Cell, cellKey } from '../touchpoints/tally-row.ts';
import { type FixKind, type FixTimes, type FixWindows, lengthOf, windowsOf } from './windows.ts';

/** A gap of a cell, as far as it tells whether the cell was flagged and left alone. */
export interface Flagged {
  /** The gap's. */
  id: string;
  kind: FixKind;
  cell: Cell;
  /** The gap's history. */
  turns: readonly Turn[];
  /** When people said that its fix is done. */
  resolved: readonly Instant[];
}

/** A gap whose fix is judged, with when. */
export interface Fix extends FixTimes {
  kind: FixKind;
  cell: Cell;
  /** Whether it stood still when the fix was done. */
  stood: boolean;
}

/** A cell that was left alone, with the days that tell how it did. */
export interface LeftAlone {
  cell: Cell;
  windows: FixWindows;
}

/** Days between the openings of two gaps that are told of the same time: a month, within which a season changes little. */
export const SAME_TIME_DAYS = 28;

/** Fewest days after: each weekday twice. */
const LEAST_AFTER_DAYS = 14;

/** More tell nothing more: by then how far they lie apart is what is in doubt. Each costs reading its days. */
export const MOST_CONTROLS = 40;

/** When a gap last opened, up to an instant. */
export const openedBefore = (turns: readonly Turn[], at: Instant): Instant | undefined =>
  turns.findLast((turn) => turn.state === 'open' && turn.at <= at)?.at;

/** Whether a gap is not cleared at an instant. */
export const stoodAt = (turns: readonly Turn[], at: Instant): boolean => {
  const turn = turns.findLast((one) => one.at <= at);
  return turn !== undefined && turn.state !== 'cleared';
};

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);

/** The same times of another gap, counted from when it opened. */
const shifted = ({ openedAt, resolvedAt, judgedAt }: FixTimes, toOpenedAt: Instant): FixTimes => {
  const by = millis(toOpenedAt) - millis(openedAt);
  return { openedAt: toOpenedAt, resolvedAt: plus(resolvedAt, by), judgedAt: earlier(plus(judgedAt, by), judgedAt) };
};

/**
 * VERIFY-9: cells left alone are those of which a gap of the same kind opened in the month before or after, stood as long, and
 * had no fix that a person said is done; each is looked at over the same days since it opened.
 *
 * Days are counted from the opening, as what was picked for its high counts falls back most in the days that follow. Those
 * that have cleared by themselves since are among them: without them, all others would seem to stay as they were.
 *
 * @param flagged gaps of cells, in any order, of either kind, those of the fix among them
 * @returns at most `MOST_CONTROLS`, those that opened nearest in time first
 */
export const leftAlone = (fix: Fix, flagged: readonly Flagged[]): LeftAlone[] => {
  const own = cellKey(fix.cell);
  const resolved = new Map<string, Instant[]>();
  for (const { cell, resolved: done } of flagged) {
    const key = cellKey(cell);
    resolved.set(key, [...(resolved.get(key) ?? []), ...done]);
  }
  const apart = ({ openedAt }: FixTimes): number => Math.abs(millis(openedAt) - millis(fix.openedAt));
  const candidates = flagged.flatMap((one) => {
    const key = cellKey(one.cell);
    if (one.kind !== fix.kind || key === own) return [];
    const [nearest] = one.turns
      .filter(({ state }) => state === 'open')
      .map((turn) => shifted(fix, turn.at))
      .sort((a, b) => apart(a) - apart(b) || (a.openedAt < b.openedAt ? -1 : 1));
    if (!nearest || apart(nearest) > SAME_TIME_DAYS * DAY) return [];
    const windows = windowsOf(nearest);
    const touched = (resolved.get(key) ?? []).some((at) => at >= startOf(windows.before.from) && at < nearest.judgedAt);
    const isLike = stoodAt(one.turns, nearest.resolvedAt) === fix.stood;
    if (touched || !isLike || lengthOf(windows.after) < LEAST_AFTER_DAYS) return [];
    return [{ id: one.id, times: nearest, cell: one.cell, windows }];
  });
  return candidates
    .sort((a, b) => apart(a.times) - apart(b.times) || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_CONTROLS)
    .map(({ cell, windows }) => ({ cell, windows }));
};
