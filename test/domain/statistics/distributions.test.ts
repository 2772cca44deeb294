import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  betaQuantile,
  binomialTail,
  normalQuantile,
  normalTail,
} from '../../../functions/domain/statistics/distributions.ts';

const probability = fc.double({ min: 0.001, max: 0.999, noNaN: true });

describe('the tail of the normal distribution', () => {
  it('has what tables of it have', () => {
    expect(normalTail(0)).toBeCloseTo(0.5, 12);
    expect(normalTail(1.644853627)).toBeCloseTo(0.05, 9);
    expect(normalTail(1.959963985)).toBeCloseTo(0.025, 9);
    expect(normalTail(-1)).toBeCloseTo(0.8413447461, 9);
  });

  it('keeps its relative precision up to six standard deviations', () => {
    // Abramowitz and Stegun 1964, table 26.2: -log10 Q(5) = 6.54265, -log10 Q(6) = 9.00586.
    expect(-Math.log10(normalTail(5))).toBeCloseTo(6.54265, 4);
    expect(-Math.log10(normalTail(6))).toBeCloseTo(9.00586, 4);
  });

  it('is turned round by the quantile', () => {
    expect(normalQuantile(0.95)).toBeCloseTo(1.644853627, 8);
    fc.assert(
      fc.property(probability, (p) => {
        expect(1 - normalTail(normalQuantile(p))).toBeCloseTo(p, 8);
      }),
    );
  });
});

describe('the tail of the binomial distribution', () => {
  it('is what can be counted by hand', () => {
    // Of 16 ways for four coins to fall, five show three heads or more.
    expect(binomialTail(3, 4, 0.5)).toBeCloseTo(5 / 16, 12);
    expect(binomialTail(1, 3, 0.1)).toBeCloseTo(1 - 0.9 ** 3, 12);
    expect(binomialTail(5, 5, 0.2)).toBeCloseTo(0.2 ** 5, 12);
  });

  it('is certain for none or more, and nothing for more than there are tries', () => {
    expect(binomialTail(0, 5, 0.2)).toBe(1);
    expect(binomialTail(3, 3, 0)).toBe(0);
    expect(binomialTail(3, 3, 1)).toBe(1);
  });

  it('is the sum of its terms', () => {
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
    const term = (n: number, k: number, p: number): number => choose(n, k) * p ** k * (1 - p) ** (n - k);
    const tries = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(tries, fc.nat({ max: 30 }), probability, (n, some, p) => {
        const least = Math.min(some, n);
        const terms = Array.from({ length: n - least + 1 }, (_, i) => term(n, least + i, p));
        expect(binomialTail(least, n, p)).toBeCloseTo(
          terms.reduce((a, b) => a + b, 0),
          7,
        );
      }),
    );
  });
});

describe('the quantile of a beta distribution', () => {
  it('is the probability itself where all shares are as likely', () => {
    expect(betaQuantile(0.3, 1, 1)).toBeCloseTo(0.3, 9);
  });

  it('is a root where one of the two counts is one', () => {
    // Beta(a, 1) has the distribution function x^a, Beta(1, b) has 1 - (1 - x)^b.
    expect(betaQuantile(0.05, 3, 1)).toBeCloseTo(0.05 ** (1 / 3), 9);
    expect(betaQuantile(0.95, 1, 10)).toBeCloseTo(1 - 0.05 ** (1 / 10), 9);
  });

  it('is the mirror image where the counts are exchanged', () => {
    const count = fc.double({ min: 0.5, max: 200, noNaN: true });
    fc.assert(
      fc.property(probability, count, count, (p, a, b) => {
        expect(betaQuantile(p, a, b)).toBeCloseTo(1 - betaQuantile(1 - p, b, a), 6);
      }),
    );
  });
});
