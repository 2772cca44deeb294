import { describe, expect, it } from 'vitest';
import { chanceThat } from '../../../functions/domain/silence/chance.ts';
import { REACH } from '../../../functions/domain/silence/corrected-net.ts';

/** A 90 % interval of an estimate with a standard error of 2. */
const interval = (points: number) => ({ low: points - 2 * REACH, high: points + 2 * REACH });
/** So many standard deviations by the cell's own answers. */
const own = (z: number) => ({ points: z * 3, variance: 9 });

describe('SILENCE-10: the chance that silence hides nothing', () => {
  it('is what the drawn estimate says where the cell’s own answers bear it out', () => {
    expect(chanceThat(4, interval(4), own(1.5))).toBeCloseTo(0.0228, 4);
    expect(chanceThat(0, interval(0), own(1.5))).toBeCloseTo(0.5, 6);
  });

  it('is certain where they do not, whatever the fleet says', () => {
    expect(chanceThat(40, interval(40), own(1.2))).toBe(1);
    expect(chanceThat(40, interval(40), own(-3))).toBe(1);
  });

  it('is none of an estimate without error', () => {
    expect(chanceThat(4, { low: 4, high: 4 }, own(2))).toBe(0);
    expect(chanceThat(0, { low: 0, high: 0 }, own(2))).toBe(1);
  });
});
