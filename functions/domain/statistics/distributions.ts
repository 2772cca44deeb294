import jstat from 'jstat';

const { normal, beta } = jstat.jStat;

/** Probability that a standard normal exceeds z, 0 to 1; to six digits up to z of 6, and 0 beyond 9. */
export const normalTail = (z: number): number => normal.cdf(-z, 0, 1);

/** The value that a standard normal stays below with probability p, 0 < p < 1. */
export const normalQuantile = (p: number): number => normal.inv(p, 0, 1);

/** Probability of `least` or more successes in n tries of chance p each; 1 where `least` is 0. */
export const binomialTail = (least: number, n: number, p: number): number =>
  least <= 0 ? 1 : beta.cdf(p, least, n - least + 1);

/** The value that a Beta(a, b) stays below with probability p; a, b > 0. */
export const betaQuantile = (p: number, a: number, b: number): number => beta.inv(p, a, b);
