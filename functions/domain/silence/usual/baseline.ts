import { type NegativeBinomial, negativeBinomialTail } from '../../statistics/negative-binomial.ts';
import { type CellHistory, daysIn, rateOf, sumOf, WEEK } from './cell-history.ts';
import { dayNoise } from './day-noise.ts';
import { type Quieter, withoutHighestWeek } from './past-burst.ts';
import { ownShapes, sharedShape, type WeekdayShape } from './weekday-shape.ts';

/** What is usual in a cell, and how well that is known. */
export interface Baseline {
  /** Customers on a day of the average weekday, more than 0. */
  rate: number;
  /** Shape of the gamma distribution that the rate has: as if it were known from so many customers. */
  size: number;
  weekdays: WeekdayShape;
  /** The variance of a day is `mean + noise x mean^2`. */
  noise: number;
  /** The part of the noise that the days of one week share; 0 to 1. */
  together: number;
}

/** Fewest days of its own that a cell tells the fleet's rates from. */
const ENOUGH_DAYS = WEEK;

/** A cell in which nobody ever complained is known at least as well as from Jeffreys' half of a customer. */
const LEAST_SIZE = 0.5;

/** Times that noise and rate are told from each other; the fourth would change the fifth digit. */
const ROUNDS = 3;

/**
 * Chance below which a cell's highest week was a burst: it is the highest of some fifty, so of 2,000 cells without a burst one
 * loses a week.
 */
const BURST = 1e-5;

/** Gamma distribution. */
interface RatePrior {
  size: number;
  mean: number;
}

/** Variance of a long count of days, as a multiple of Poisson's. */
const excess = (rate: number, noise: number, together: number): number =>
  1 + rate * noise * (1 - together + WEEK * together);

/** How the rates of cells differ, by moments. Worth at most as many customers as there are cells to learn it from. */
const priorOf = (cells: readonly CellHistory[], rates: readonly number[], excesses: readonly number[]): RatePrior => {
  const told = cells.flatMap((cell, i) => {
    const rate = rates[i] as number;
    return daysIn(cell) < ENOUGH_DAYS ? [] : [{ rate, error: (rate * (excesses[i] as number)) / daysIn(cell) }];
  });
  const n = told.length;
  const mean = Math.max(sumOf(told.map(({ rate }) => rate)) / n, LEAST_SIZE / sumOf(cells.map(daysIn)));
  const variance = n < 2 ? 0 : sumOf(told.map(({ rate, error }) => (rate - mean) ** 2 / (n - 1) - error / n));
  const size = variance > 0 ? Math.min(mean ** 2 / variance, n) : n;
  return { mean, size: Math.max(LEAST_SIZE, size) };
};

/** The prior and the cell's own days; of noisy days each tells less. */
const rateGiven = (
  { mean, size: prior }: RatePrior,
  customers: number,
  days: number,
  { noise, together }: Pick<Baseline, 'noise' | 'together'>,
): Pick<Baseline, 'rate' | 'size'> => {
  let size = prior + customers;
  let rate = size / (prior / mean + days);
  for (let round = 0; round < ROUNDS; round++) {
    const worth = 1 / excess(rate, noise, together);
    size = prior + worth * customers;
    rate = size / (prior / mean + worth * days);
  }
  return { rate, size };
};

const fitFleet = (cells: readonly CellHistory[], weekdays: readonly number[]): Baseline[] => {
  const shape = sharedShape(cells, weekdays);
  const rates = cells.map((cell) => rateOf(cell, weekdays, shape.factors));
  const { noise, together } = dayNoise(cells, weekdays, rates, shape.factors);
  const shapes = ownShapes(cells, weekdays, shape, rates, noise);
  const excesses = rates.map((rate, i) => excess(rate, noise[i] as number, together));
  const prior = priorOf(cells, rates, excesses);
  return cells.map((cell, i) => {
    const ofDays = { noise: noise[i] as number, together };
    const days = daysIn(cell);
    return {
      ...rateGiven(prior, (rates[i] as number) * days, days, ofDays),
      ...ofDays,
      weekdays: shapes[i] as WeekdayShape,
    };
  });
};

/**
 * Customers to be expected on days that follow each other: gamma-Poisson, with what is not known of rate and weekdays and the
 * noise of the days added to its variance.
 *
 * @param span weekdays of the days, at most seven
 */
export const predict = (
  { rate, size, weekdays, noise, together }: Baseline,
  span: readonly number[],
): NegativeBinomial => {
  const factors = span.map((weekday) => weekdays.factors[weekday] as number);
  const days = sumOf(factors);
  const squares = factors.map((factor) => (factor / days) ** 2);
  const ofDays = noise * (together + (1 - together) * sumOf(squares));
  // What one weekday has more, others have less: over a week it makes no difference.
  const ofWeekdays =
    (1 - span.length / WEEK) *
    sumOf(span.map((weekday, i) => (squares[i] as number) * (weekdays.variances[weekday] as number)));
  return { mean: rate * days, size: 1 / (1 / size + (1 + 1 / size) * (ofDays + ofWeekdays)) };
};

/**
 * SURGE-4: the highest week of a cell's history is left out of what is usual where it was itself a burst, beyond what all other
 * weeks explain.
 *
 * @param cells at least one of them with seven days; the order makes a difference in the last digits
 * @param weekdays of the days, 0 to 6
 */
export const baselinesOf = (cells: readonly CellHistory[], weekdays: readonly number[]): Baseline[] => {
  const quieter = cells.map((cell) => withoutHighestWeek(cell, weekdays));
  const usual = fitFleet(
    quieter.map(({ history }) => history),
    weekdays,
  );
  const week = Array.from({ length: WEEK }, (_, weekday) => weekday);
  const heard = cells.map((cell, i) => {
    const { history, customers } = quieter[i] as Quieter;
    return negativeBinomialTail(customers, predict(usual[i] as Baseline, week)) < BURST ? history : cell;
  });
  return fitFleet(heard, weekdays);
};
