import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../../functions/domain/statistics/wilson-interval.ts';

describe('Wilson’s interval of a share', () => {
  // Worked by hand from the formula with z = 1.959964 and 1.644854.
  it.each([
    [0, 10, 0.95, 0, 0.27753],
    [5, 10, 0.95, 0.23659, 0.76341],
    [20, 200, 0.9, 0.07028, 0.14039],
    [7, 7, 0.9, 0.72125, 1],
  ])('of %d of %d at %d is from %d to %d', (count, all, level, low, high) => {
    const interval = wilsonInterval(count, all, level);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('holds the share, lies within 0 and 1, and turns round with what is counted', () => {
    const counts = fc.integer({ min: 1, max: 5_000 }).chain((all) => fc.tuple(fc.nat({ max: all }), fc.constant(all)));
    fc.assert(
      fc.property(counts, ([count, all]) => {
        const { low, high } = wilsonInterval(count, all);
        const others = wilsonInterval(all - count, all);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(count / all + 1e-12);
        expect(high).toBeGreaterThanOrEqual(count / all - 1e-12);
        expect(others.low).toBeCloseTo(1 - high, 9);
      }),
    );
  });
});
