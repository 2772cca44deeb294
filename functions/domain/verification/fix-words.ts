import { dayOf, type Instant } from '../instant.ts';
import type { FixFigures, FixVerdict } from './judge-fix.ts';
import { type FixKind, JUDGED_AFTER_DAYS, judgementsOf } from './windows.ts';

/** Where a fix stands between its judgements. */
export interface Turn {
  /** What it is judged by last; absent before the first. */
  judgedAt?: Instant | undefined;
  /** Absent after the last. */
  next?: Instant | undefined;
  /** What an action tells that could not be judged by then. */
  outcome: string;
}

/** Where a fix stands as of now. An action that tells this outcome already has had its turn. */
export const turnOf = (resolvedAt: Instant, asOf: Instant): Turn => {
  const dates = judgementsOf(resolvedAt);
  const next = dates.find((date) => date > asOf);
  return {
    judgedAt: dates.findLast((date) => date <= asOf),
    next,
    outcome: next ? `not enough data until ${dayOf(next)}` : `not enough data in ${JUDGED_AFTER_DAYS.at(-1)} days`,
  };
};

const percent = (change: number): string => {
  const whole = Math.round(Math.abs(change) * 100);
  return whole === 0 ? 'no fewer' : `${whole} % ${change < 0 ? 'fewer' : 'more'}`;
};

const measured = (kind: FixKind, { before, after }: FixFigures): string =>
  kind === 'surge'
    ? `${before.toFixed(1)} a day before, ${after.toFixed(1)} since`
    : `${(100 * before).toFixed(1)} of 100 invited before, ${(100 * after).toFixed(1)} since`;

/** A verdict in a sentence, with the figures it rests on. */
export const wordsOf = (kind: FixKind, { kind: verdict, ...figures }: FixVerdict & FixFigures): string => {
  const { change, low, high, controls } = figures;
  const whom = kind === 'surge' ? 'customers complain' : 'customers are brushed off';
  const others = controls === 1 ? '1 flagged cell' : `${controls} flagged cells`;
  return (
    `${verdict}: ${percent(change)} ${whom} than without the fix (${percent(low)} to ${percent(high)}), ` +
    `by ${others} left alone; ${measured(kind, figures)}`
  );
};
