import { DAY, type Day, dayOf, type Instant, instantAt, millis, plus, startOf } from '../instant.ts';
import type { Days } from '../touchpoints/comparison.ts';

/** Gaps whose fixes are judged: those told by counts of a cell. */
export const fixKinds = ['dark-corner', 'surge'] as const;
export type FixKind = (typeof fixKinds)[number];

/**
 * VERIFY-4: whether a fix helped is judged 28, 42 and 56 days after a person said that it is done, and at no other time: each
 * further look at the same figures is another chance to be wrong.
 */
export const JUDGED_AFTER_DAYS = [28, 42, 56] as const;

/** Of a fix that came late, no more than the four weeks before it. */
const MOST_BEFORE_DAYS = 28;

/** Of a fix that came at once, a week at least, so that each weekday is in it. */
const LEAST_BEFORE_DAYS = 7;

/**
 * What lies further back is either how it was when all was well, or the high counts that the cell was picked for. Three days
 * are the span by which most surges are told, and the looks by which a dark corner opens.
 */
const BEGAN_DAYS = 3;

/** Customers are asked about a visit about a day later: those asked on the next day still tell of how it was. */
const SETTLING_DAYS = 2;

/** When a gap opened, when its fix was done, and when that is judged. */
export interface FixTimes {
  /** The last time before `resolvedAt`. */
  openedAt: Instant;
  resolvedAt: Instant;
  judgedAt: Instant;
}

/** What of a cell is held against what. */
export interface FixWindows {
  before: Days;
  after: Days;
}

const day = (from: Day, days: number): Day => dayOf(plus(startOf(from), days * DAY));

/** The times at which a fix is judged. */
export const judgementsOf = (resolvedAt: Instant): Instant[] =>
  JUDGED_AFTER_DAYS.map((days) => plus(resolvedAt, days * DAY));

/**
 * The days that a fix is judged by: before it those in which the gap stood, and three before that, seven at least and 28 at
 * most; and after it those up to the end of the last whole day. The day on which it was done, and the next, are neither.
 */
export const windowsOf = ({ openedAt, resolvedAt, judgedAt }: FixTimes): FixWindows => {
  const resolved = dayOf(resolvedAt);
  const [began, latest] = [day(dayOf(openedAt), -BEGAN_DAYS), day(resolved, -LEAST_BEFORE_DAYS)];
  const [from, earliest] = [began < latest ? began : latest, day(resolved, -MOST_BEFORE_DAYS)];
  return {
    before: { from: from > earliest ? from : earliest, to: day(resolved, -1) },
    after: { from: day(resolved, SETTLING_DAYS), to: day(dayOf(judgedAt), -1) },
  };
};

/** Days from one to another, both among them. */
export const lengthOf = ({ from, to }: Days): number =>
  Math.max(0, Math.round((millis(startOf(to)) - millis(startOf(from))) / DAY) + 1);

/** The days of a window, in order. */
export const daysIn = (days: Days): Day[] =>
  Array.from({ length: lengthOf(days) }, (_, i) => dayOf(instantAt(millis(startOf(days.from)) + i * DAY)));
