import { normalTail } from '../statistics/distributions.ts';
import type { Interval } from './compared.ts';
import { REACH } from './corrected-net.ts';

/** A cell's own answers alone must make it as unlikely that silence is chance. */
const OWN_CHANCE = 0.1;

/** Points by a cell's own answers, and their variance if silence were chance. */
export interface Own {
  points: number;
  variance: number;
}

/**
 * SILENCE-10: two keys turn the lock. That silence hides nothing is as likely as the estimate drawn to the fleet and its
 * interval tell; but where the cell's own answers alone do not bear it out, the fleet says nothing for it, and it is 1.
 */
export const chanceThat = (points: number, { low, high }: Interval, own: Own): number => {
  if (normalTail(own.points / Math.sqrt(own.variance)) > OWN_CHANCE) return 1;
  const error = (high - low) / 2 / REACH;
  return error > 0 ? normalTail(points / error) : Number(points <= 0);
};
