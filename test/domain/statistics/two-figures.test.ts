import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { twoFigures } from '../../../functions/domain/statistics/two-figures.ts';

describe('an estimate of a count', () => {
  it('is whole below ten and of two figures above', () => {
    expect([0, 0.4, 1.459, 1.5, 9.96, 99.6, 141, 1234].map(twoFigures)).toEqual([0, 0, 1, 2, 10, 100, 140, 1200]);
  });

  it('is off by half at most, or by a twentieth', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (count) => {
        expect(Math.abs(twoFigures(count) - count)).toBeLessThanOrEqual(Math.max(0.5, count / 20));
      }),
    );
  });

  it('never falls as the count rises', () => {
    const count = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(count, count, (a, b) => {
        expect(twoFigures(Math.min(a, b))).toBeLessThanOrEqual(twoFigures(Math.max(a, b)));
      }),
    );
  });
});
