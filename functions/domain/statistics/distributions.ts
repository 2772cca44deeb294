import jstat from 'jstat';

const { normal, beta, gammaln } = jstat.jStat;

/** Probability that a standard normal exceeds z, 0 to 1; to six digits up to z of 6, and 0 beyond 9. */
export const normalTail = (z: number): number => normal.cdf(-z, 0, 1);

/** The value that a standard normal stays below with probability p, 0 < p < 1. */
export const normalQuantile = (p: number): number => normal.inv(p, 0, 1);

/** The value that a Beta(a, b) stays below with probability p; a, b > 0. */
export const betaQuantile = (p: number, a: number, b: number): number => beta.inv(p, a, b);

/** Probability of `least` or more among `n` draws, each of which comes up with probability p; up to 100,000 draws to four digits. */
export const binomialTail = (least: number, n: number, p: number): number => {
  if (least <= 0) return 1;
  return least > n ? 0 : beta.cdf(Math.min(1, Math.max(0, p)), least, n - least + 1);
};

const logChoose = (n: number, k: number): number => gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1);

/** Terms that add less than this share of the sum are left out, with all behind them. */
const NEGLIGIBLE = 1e-17;

/**
 * Probability of `least` or more marked among `drawn` of `all`, of whom `marked` are, drawn without replacement (Fisher's exact
 * test, one-sided). Counts up to 100,000 keep eight digits: summed by ratios of neighbours from the greatest term on.
 *
 * @param least a whole number, as are the counts; `drawn` and `marked` are from 0 to `all`
 */
export const hypergeometricTail = (
  least: number,
  { drawn, marked, all }: { drawn: number; marked: number; all: number },
): number => {
  const [fewest, most] = [Math.max(0, drawn + marked - all), Math.min(drawn, marked)];
  if (least <= fewest) return 1;
  if (least > most) return 0;
  const mode = Math.floor(((drawn + 1) * (marked + 1)) / (all + 2));
  const from = Math.min(most, Math.max(least, mode));
  const greatest = Math.exp(logChoose(marked, from) + logChoose(all - marked, drawn - from) - logChoose(all, drawn));
  let sum = 1;
  for (let k = from, term = 1; k < most && term > NEGLIGIBLE * sum; k++) {
    term *= ((marked - k) * (drawn - k)) / ((k + 1) * (all - marked - drawn + k + 1));
    sum += term;
  }
  for (let k = from, term = 1; k > least && term > NEGLIGIBLE * sum; k--) {
    term *= (k * (all - marked - drawn + k)) / ((marked - k + 1) * (drawn - k + 1));
    sum += term;
  }
  return Math.min(1, greatest * sum);
};
