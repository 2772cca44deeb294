import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  likelyMeans,
  negativeBinomialHead,
  negativeBinomialTail,
} from '../../../functions/domain/statistics/negative-binomial.ts';

const distributions = fc.record({
  mean: fc.double({ min: 0.001, max: 300, noNaN: true }),
  size: fc.double({ min: 0.05, max: 1e6, noNaN: true }),
});
const counts = fc.nat({ max: 400 });

describe('the tail of a negative binomial', () => {
  it('is that of a geometric where the size is 1', () => {
    // P(X >= k) = (mean / (mean + 1))^k.
    expect(negativeBinomialTail(20, { mean: 1, size: 1 })).toBeCloseTo(2 ** -20, 15);
    expect(negativeBinomialTail(20, { mean: 1, size: 1 }) * 2 ** 20).toBeCloseTo(1, 9);
    expect(negativeBinomialTail(3, { mean: 9, size: 1 })).toBeCloseTo(0.729, 9);
  });

  it('is that of Poisson where the size has no end', () => {
    // 1 - e^-2 (1 + 2 + 2 + 4/3).
    expect(negativeBinomialTail(4, { mean: 2, size: 1e9 })).toBeCloseTo(1 - Math.exp(-2) * (19 / 3), 6);
    // e^-0.1 x 0.1^6 / 6! (1 + 0.1 / 7 + 0.1^2 / 56 + 0.1^3 / 504).
    const byHand = ((Math.exp(-0.1) * 1e-6) / 720) * (1 + 0.1 / 7 + 0.01 / 56 + 0.001 / 504);
    expect(negativeBinomialTail(6, { mean: 0.1, size: 1e9 }) / byHand).toBeCloseTo(1, 5);
  });

  it('and what is below it are everything', () => {
    fc.assert(
      fc.property(counts, distributions, (count, distribution) => {
        const both = negativeBinomialTail(count + 1, distribution) + negativeBinomialHead(count, distribution);
        expect(both).toBeCloseTo(1, 6);
      }),
    );
  });

  it('falls with the count, rises with the mean, and is a probability', () => {
    fc.assert(
      fc.property(counts, distributions, (count, { mean, size }) => {
        const tail = negativeBinomialTail(count, { mean, size });
        expect(tail).toBeGreaterThanOrEqual(0);
        expect(tail).toBeLessThanOrEqual(1);
        expect(negativeBinomialTail(count + 1, { mean, size })).toBeLessThanOrEqual(tail + 1e-9);
        expect(negativeBinomialTail(count, { mean: 1.1 * mean, size })).toBeGreaterThanOrEqual(tail - 1e-9);
      }),
    );
  });
});

describe('the means that a count leaves likely', () => {
  it('are those at which its tails have the probability asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0.3, max: 1e6, noNaN: true }), (count, size) => {
        const { low, high } = likelyMeans(count, size, 0.05, 1e12);
        expect(negativeBinomialTail(count, { mean: low, size })).toBeCloseTo(0.05, 5);
        if (high < 1e12) expect(negativeBinomialHead(count, { mean: high, size })).toBeCloseTo(0.05, 5);
        expect(low).toBeLessThan(count);
        expect(high).toBeGreaterThan(count);
      }),
    );
  });

  it('begin at nothing where nothing was counted, and end where they are told to', () => {
    // Poisson: e^-m = 0.05.
    const { low, high } = likelyMeans(0, 1e9, 0.05, 1000);
    expect([low, high]).toEqual([0, expect.closeTo(-Math.log(0.05), 5)]);
    expect(likelyMeans(5, 0.05, 0.05, 50).high).toBe(50);
  });
});
