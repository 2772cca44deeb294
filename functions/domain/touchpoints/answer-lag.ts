import { DAY, type Day, type Instant, millis, startOf } from '../instant.ts';

/** Longer lags count as so many days: of a survey unanswered for a month no answer is waited for. */
export const LONGEST_LAG_DAYS = 30;

/** Answers by lag in whole days, and for each lag those that could be seen to take so long and took no longer. */
export interface LagCounts {
  /** `took[d]`: answers that took d days. */
  took: number[];
  /** `within[d]`: answers that took d days or fewer, to invitations at least d days old. */
  within: number[];
}

/** Counts an answer by the whole days it took. */
export const countLag = (lags: number[], invitedAt: Instant, answeredAt: Instant): void => {
  const days = Math.floor((millis(answeredAt) - millis(invitedAt)) / DAY);
  const lag = Math.min(LONGEST_LAG_DAYS, Math.max(0, days));
  while (lags.length <= lag) lags.push(0);
  lags[lag] = (lags[lag] as number) + 1;
};

/** Whole days since the end of a day. */
export const ageInDays = (day: Day, asOf: Instant): number =>
  Math.floor((millis(asOf) - millis(startOf(day))) / DAY) - 1;

export const noLags = (): LagCounts => ({ took: [], within: [] });

const put = (counts: number[], lag: number, n: number): void => {
  while (counts.length <= lag) counts.push(0);
  counts[lag] = (counts[lag] as number) + n;
};

/** Adds the answers to the invitations of one day, so many days old: none of them can be seen to have taken longer. */
export const addLags = (to: LagCounts, lags: readonly number[], age: number): void => {
  let within = 0;
  for (let lag = 0; lag <= Math.min(age, LONGEST_LAG_DAYS); lag++) {
    const took = lags[lag] ?? 0;
    within += took;
    if (took > 0) put(to.took, lag, took);
    if (within > 0) put(to.within, lag, within);
  }
};

/** Adds counts to others. */
export const addLagCounts = (to: LagCounts, from: LagCounts): void => {
  from.took.forEach((n, lag) => void put(to.took, lag, n));
  from.within.forEach((n, lag) => void put(to.within, lag, n));
};

/**
 * Whole days within which a share of the answers comes, of those that ever come. Young invitations show only quick answers:
 * the reverse-time product limit leaves them out of what they cannot show (Lagakos, Barraj and De Gruttola 1988:
 * `F(d) = product over e > d of (1 - took(e) / within(e))`).
 *
 * @returns 0 to `LONGEST_LAG_DAYS`; 0 where there are no answers
 */
export const lagWithin = ({ took, within }: LagCounts, share: number): number => {
  let beyond = 1;
  for (let lag = took.length - 1; lag > 0; lag--) {
    const atRisk = within[lag] ?? 0;
    const stillWithin = atRisk === 0 ? beyond : beyond * (1 - (took[lag] ?? 0) / atRisk);
    if (stillWithin < share) return lag;
    beyond = stillWithin;
  }
  return 0;
};
