import jstat from 'jstat';

const { gammaln } = jstat.jStat;

/**
 * A count of events whose rate is itself uncertain by a gamma distribution: Poisson for `size` without end, and the smaller the
 * size, the wider. Its variance is `mean + mean^2 / size`.
 */
export interface NegativeBinomial {
  /** Greater than 0. */
  mean: number;
  /** Greater than 0, at most 1e9: beyond that the logarithms of gamma functions lose digits. */
  size: number;
}

/** Terms that add less than this share of the sum are left out, with all behind them. */
const NEGLIGIBLE = 1e-12;

/** Probability of exactly `count`. */
const massAt = (count: number, { mean, size }: NegativeBinomial): number =>
  Math.exp(
    gammaln(count + size) -
      gammaln(size) -
      gammaln(count + 1) +
      count * Math.log(mean / (mean + size)) -
      size * Math.log1p(mean / size),
  );

/** Sum over all counts of `from` or fewer, as a multiple of the probability of `from`. */
const sumDown = (from: number, { mean, size }: NegativeBinomial): number => {
  const odds = mean / (mean + size);
  let sum = 1;
  for (let k = from, term = 1; k > 0 && term > NEGLIGIBLE * sum; k--) {
    term *= k / (odds * (k - 1 + size));
    sum += term;
  }
  return sum;
};

const sumUp = (from: number, { mean, size }: NegativeBinomial): number => {
  const odds = mean / (mean + size);
  let sum = 1;
  for (let k = from, term = 1; term > NEGLIGIBLE * sum; k++) {
    term *= (odds * (k + size)) / (k + 1);
    sum += term;
  }
  return sum;
};

/**
 * Probability of `least` or more, 0 to 1. Summed by ratios of neighbours on the side of the mean that `least` lies on, so that
 * small tails keep nine digits.
 *
 * @param least a whole number
 */
export const negativeBinomialTail = (least: number, distribution: NegativeBinomial): number => {
  if (least <= 0) return 1;
  if (least > distribution.mean) return Math.min(1, massAt(least, distribution) * sumUp(least, distribution));
  return Math.max(0, 1 - massAt(least - 1, distribution) * sumDown(least - 1, distribution));
};

/** Probability of `most` or fewer, 0 to 1, as exact as the other tail. */
export const negativeBinomialHead = (most: number, distribution: NegativeBinomial): number =>
  most < distribution.mean
    ? Math.min(1, massAt(most, distribution) * sumDown(most, distribution))
    : 1 - negativeBinomialTail(most + 1, distribution);

/** Steps after which a root is taken as found; six are usual. */
const MOST_STEPS = 60;

/** The root of a logarithm of a probability that is concave in the logarithm of the mean, by Newton's steps from `start`. */
const solve = (start: number, most: number, step: (mean: number) => number): number => {
  let logMean = Math.log(start);
  for (let i = 0; i < MOST_STEPS; i++) {
    const by = step(Math.exp(logMean));
    logMean = Math.min(Math.log(most), logMean + by);
    if (Math.abs(by) < 1e-7) break;
  }
  return Math.exp(logMean);
};

/**
 * Means that a count leaves likely, by turning the test round (Clopper and Pearson 1934): the smallest at which so many or more
 * have probability `p`, and the greatest at which so many or fewer have it. By the mean both change by `k x mass(k) / mean`, with
 * k = `count` and `count + 1`.
 *
 * @param count a whole number
 * @param size of the distribution, the same for all means
 * @param most means above are not told apart: `high` is at most this, and greater than 0
 */
export const likelyMeans = (count: number, size: number, p: number, most: number): { low: number; high: number } => {
  const low = solve(Math.max(count, 1), most, (mean) => {
    const tail = negativeBinomialTail(count, { mean, size });
    return (Math.log(p / tail) * tail) / (count * massAt(count, { mean, size }));
  });
  const isOpen = negativeBinomialHead(count, { mean: most, size }) > p;
  const high = isOpen
    ? most
    : solve(count + 1, most, (mean) => {
        const head = negativeBinomialHead(count, { mean, size });
        return (Math.log(head / p) * head) / ((count + 1) * massAt(count + 1, { mean, size }));
      });
  return { low: count === 0 ? 0 : low, high };
};
