import { normalQuantile } from './distributions.ts';

/**
 * Wilson's score interval of a share (Wilson 1927, JASA 22; Brown, Cai and DasGupta 2001 advise it for small numbers).
 *
 * @param count of `all`, 0 to `all`; `all` > 0
 * @param level of both sides together, 0 < level < 1
 * @returns shares, 0 to 1
 */
export const wilsonInterval = (count: number, all: number, level = 0.9): { low: number; high: number } => {
  const z = normalQuantile((1 + level) / 2);
  const share = count / all;
  const weight = 1 + (z * z) / all;
  const centre = (share + (z * z) / (2 * all)) / weight;
  const half = (z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all))) / weight;
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
};
