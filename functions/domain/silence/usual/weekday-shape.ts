import { byWeekday, type CellHistory, daysIn, sumOf, WEEK } from './cell-history.ts';

/** How weekdays differ from the average one. */
export interface WeekdayShape {
  /** By weekday, 1 on average. */
  factors: readonly number[];
  /** By weekday, how well the factor is known: its variance as a share of its square. */
  variances: readonly number[];
}

/** Fewest days that the fleet's weekdays are told apart from. */
const ENOUGH_DAYS = 2 * WEEK;

/** Fewest days that a cell's own weekdays are told from. */
const ENOUGH_OF_ITS_OWN = 3 * WEEK;

/** Times that weekdays are weighed anew by what they tell. */
const ROUNDS = 5;

const flat: WeekdayShape = { factors: new Array<number>(WEEK).fill(1), variances: new Array<number>(WEEK).fill(0) };

const averagingOne = (factors: readonly number[]): number[] => {
  const average = sumOf(factors) / factors.length;
  return factors.map((factor) => factor / average);
};

/**
 * Weekdays of the whole fleet, each drawn to the average by as much as the weeks disagree on it (linear credibility, Buehlmann
 * and Straub 1970): one odd day of the whole fleet makes no weekday.
 */
export const sharedShape = (cells: readonly CellHistory[], weekdays: readonly number[]): WeekdayShape => {
  const counts = weekdays.map((_, i) => sumOf(cells.map((cell) => (i < cell.from ? 0 : (cell.counts[i] as number)))));
  const { days, customers } = byWeekday({ counts, from: 0 }, weekdays);
  const average = sumOf(counts) / counts.length;
  if (counts.length < ENOUGH_DAYS || average === 0) return flat;
  const means = customers.map((sum, weekday) => sum / (days[weekday] as number) / average);
  const within = sumOf(counts.map((count, i) => (count / average - (means[weekdays[i] as number] as number)) ** 2));
  const errorOfDay = Math.max(within / (counts.length - WEEK), 1 / average);
  const errors = days.map((n) => errorOfDay / n);
  const squares = sumOf(means.map((mean) => (mean - 1) ** 2));
  const between = Math.max(0, squares / (WEEK - 1) - sumOf(errors) / WEEK);
  const credibilities = errors.map((error) => between / (between + error));
  return {
    factors: averagingOne(means.map((mean, i) => 1 + (credibilities[i] as number) * (mean - 1))),
    variances: credibilities.map((credibility) => between * (1 - credibility)),
  };
};

/** Customers of a cell on a weekday, over what the fleet's weekdays would have. */
interface Ratio {
  value: number;
  expected: number;
  days: number;
}

const errorOf = ({ expected, days }: Ratio, noise: number): number => 1 / expected + noise / days;

const ratiosOf = (cell: CellHistory, weekdays: readonly number[], rate: number, shared: WeekdayShape): Ratio[] => {
  if (daysIn(cell) < ENOUGH_OF_ITS_OWN || rate === 0) return [];
  const { days, customers } = byWeekday(cell, weekdays);
  return customers.map((sum, weekday) => {
    const expected = rate * (shared.factors[weekday] as number) * (days[weekday] as number);
    return { value: sum / expected, expected, days: days[weekday] as number };
  });
};

/** Variance of the cells' own weekdays about the fleet's. */
const varianceBetween = (cells: readonly { ratios: readonly Ratio[]; noise: number }[]): number => {
  // Of seven ratios about their mean six are free.
  const free = WEEK / (WEEK - 1);
  let between = 0;
  for (let round = 0; round < ROUNDS; round++) {
    let [squares, weights] = [0, 0];
    for (const { ratios, noise } of cells) {
      for (const ratio of ratios) {
        const error = errorOf(ratio, noise);
        const weight = 1 / (error + between) ** 2;
        squares += weight * (free * (ratio.value - 1) ** 2 - error);
        weights += weight;
      }
    }
    between = weights === 0 ? 0 : Math.max(0, squares / weights);
  }
  return between;
};

/**
 * Weekdays of each cell, drawn to the fleet's (linear credibility): the more, the less cells are seen to differ and the fewer
 * customers a cell has.
 *
 * @param rates customers on a day of the average weekday, one a cell
 * @param noise of days beyond Poisson, one a cell
 */
export const ownShapes = (
  cells: readonly CellHistory[],
  weekdays: readonly number[],
  shared: WeekdayShape,
  rates: readonly number[],
  noise: readonly number[],
): WeekdayShape[] => {
  const told = cells.map((cell, i) => ({
    ratios: ratiosOf(cell, weekdays, rates[i] as number, shared),
    noise: noise[i] as number,
  }));
  const between = varianceBetween(told);
  const unknown = { factors: shared.factors, variances: shared.variances.map((variance) => variance + between) };
  if (between === 0) return told.map(() => unknown);
  return told.map(({ ratios, noise: ofDays }) => {
    if (ratios.length === 0) return unknown;
    const credibilities = ratios.map((ratio) => between / (between + errorOf(ratio, ofDays)));
    const own = ratios.map(({ value }, weekday) => 1 + (credibilities[weekday] as number) * (value - 1));
    return {
      factors: averagingOne(own.map((factor, weekday) => factor * (shared.factors[weekday] as number))),
      variances: credibilities.map((credibility, i) => (shared.variances[i] as number) + between * (1 - credibility)),
    };
  });
};
