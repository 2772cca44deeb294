import { byWeekday, type CellHistory, daysIn, sumOf, WEEK } from './cell-history.ts';

/** How much more than Poisson the days of cells vary: the variance of a day is `mean + noise x mean^2`. */
export interface DayNoise {
  /** One a cell, from 0. */
  noise: number[];
  /** The part of the noise that the days of one week share; 0 to 1. */
  together: number;
}

/** Fewest days that noise is told from: each weekday three times. */
const ENOUGH_DAYS = 3 * WEEK;

/** Times that cells are weighed anew by what they tell; after three the weights hardly change. */
const ROUNDS = 5;

/**
 * Standard deviations above its estimate that a cell's noise is taken to be: what it might be counts, and too little noise costs
 * more than too much. In the simulated fleets of `docs/method.md`, "Surges", chances of 1 in 100 and 1 in 1,000 then come true
 * 1.2 and 1.6 times as often as told; with 0, 1.8 and 3.0 times, and with 1, 1.1 and 1.4 times, but surges are told later.
 */
const CAUTION = 0.75;

/** How a cell's counts lie about their own means. */
interface Scatter {
  /** Squares added up, less what Poisson counts would have. */
  beyond: number;
  /** What noise of 1 would add to that. */
  perNoise: number;
  mean: number;
  freedom: number;
}

/** Days about the mean of their weekday, so that no weekday is taken for noise. */
const scatterOfDays = (
  cell: CellHistory,
  weekdays: readonly number[],
  rate: number,
  factors: readonly number[],
): Scatter => {
  const { days, customers } = byWeekday(cell, weekdays);
  let [beyond, perNoise] = [0, 0];
  for (let i = cell.from; i < cell.counts.length; i++) {
    const weekday = weekdays[i] as number;
    beyond += ((cell.counts[i] as number) - (customers[weekday] as number) / (days[weekday] as number)) ** 2;
  }
  for (let weekday = 0; weekday < WEEK; weekday++) {
    const mean = rate * (factors[weekday] as number);
    const freedom = (days[weekday] as number) - 1;
    beyond -= freedom * mean;
    perNoise += freedom * mean ** 2;
  }
  return { beyond, perNoise, mean: rate, freedom: daysIn(cell) - WEEK };
};

/** Whole weeks, counted back from the last day, about their mean. */
const scatterOfWeeks = ({ counts, from }: CellHistory, rate: number): Scatter => {
  const weeks: number[] = [];
  for (let end = counts.length; end - WEEK >= from; end -= WEEK) weeks.push(sumOf(counts.slice(end - WEEK, end)));
  const [mean, freedom] = [WEEK * rate, weeks.length - 1];
  const average = sumOf(weeks) / weeks.length;
  const squares = sumOf(weeks.map((week) => (week - average) ** 2));
  return { beyond: squares - freedom * mean, perNoise: freedom * mean ** 2, mean, freedom };
};

/** The noise that explains the scatter of all cells together, each weighed by how well it tells it. */
const sharedNoise = (cells: readonly Scatter[]): number => {
  let noise = 0;
  for (let round = 0; round < ROUNDS; round++) {
    let [beyond, perNoise] = [0, 0];
    for (const cell of cells) {
      const weight = 1 / (1 + noise * cell.mean) ** 2;
      beyond += weight * cell.beyond;
      perNoise += weight * cell.perNoise;
    }
    noise = perNoise === 0 ? 0 : Math.max(0, beyond / perNoise);
  }
  return noise;
};

/** Variance of a cell's own estimate, as of a sample variance under the kurtosis of a negative binomial, `6 noise + 1 / variance`. */
const errorOf = ({ mean, freedom }: Scatter, noise: number): number => {
  const variance = mean * (1 + noise * mean);
  return ((2 + 6 * noise + 1 / variance) / freedom) * (variance / mean ** 2) ** 2;
};

/** Variance of the cells' own noise about the fleet's. */
const varianceBetween = (cells: readonly Scatter[], shared: number): number => {
  let [squares, weights] = [0, 0];
  for (const cell of cells) {
    const error = errorOf(cell, shared);
    squares += ((cell.beyond / cell.perNoise - shared) ** 2 - error) / error ** 2;
    weights += 1 / error ** 2;
  }
  return weights === 0 ? 0 : Math.max(0, squares / weights);
};

/**
 * Noise of the fleet by moments, and each cell's own drawn to it by linear credibility (Buehlmann and Straub 1970): a cell that
 * tells little has the fleet's. Without three weeks of anything, none.
 *
 * @param rates customers on a day of the average weekday, one a cell
 * @param factors of the fleet's weekdays
 */
export const dayNoise = (
  cells: readonly CellHistory[],
  weekdays: readonly number[],
  rates: readonly number[],
  factors: readonly number[],
): DayNoise => {
  const scatters = cells.map((cell, i) => {
    const rate = rates[i] as number;
    return daysIn(cell) >= ENOUGH_DAYS && rate > 0 ? scatterOfDays(cell, weekdays, rate, factors) : undefined;
  });
  const told = scatters.filter((scatter) => scatter !== undefined);
  const shared = sharedNoise(told);
  const ofWeeks = sharedNoise(
    cells.flatMap((cell, i) => (scatters[i] ? [scatterOfWeeks(cell, rates[i] as number)] : [])),
  );
  const between = varianceBetween(told, shared);
  const noise = scatters.map((scatter) => {
    if (!scatter || between === 0) return shared + CAUTION * Math.sqrt(between);
    const credibility = between / (between + errorOf(scatter, shared));
    const own = Math.max(0, shared + credibility * (scatter.beyond / scatter.perNoise - shared));
    return own + CAUTION * Math.sqrt(between * (1 - credibility));
  });
  // The sum of a week of days has the noise `shared x (together + (1 - together) / 7)`.
  const together = shared === 0 ? 0 : ((WEEK * ofWeeks) / shared - 1) / (WEEK - 1);
  return { noise, together: Math.min(1, Math.max(0, together)) };
};
