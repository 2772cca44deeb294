import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  betaQuantile,
  binomialTail,
  hypergeometricTail,
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

describe('the tail of the hypergeometric distribution', () => {
  it('is what can be counted by hand', () => {
    // Fisher's tea: of 70 ways to choose four cups of eight, 17 hit three or four of the four with milk first.
    expect(hypergeometricTail(3, { drawn: 4, marked: 4, all: 8 })).toBeCloseTo(17 / 70, 12);
    expect(hypergeometricTail(4, { drawn: 4, marked: 4, all: 8 })).toBeCloseTo(1 / 70, 12);
  });

  it('is certain for what cannot be helped, and nothing for more than there are', () => {
    expect(hypergeometricTail(0, { drawn: 3, marked: 2, all: 9 })).toBe(1);
    expect(hypergeometricTail(2, { drawn: 8, marked: 3, all: 9 })).toBe(1);
    expect(hypergeometricTail(3, { drawn: 8, marked: 2, all: 9 })).toBe(0);
    expect(hypergeometricTail(1, { drawn: 0, marked: 2, all: 9 })).toBe(0);
  });

  /** The sum of its terms in whole numbers, turned into a fraction at the end. */
  const counted = (least: number, drawn: number, marked: number, all: number): number => {
    const choose = (n: number, k: number): bigint => {
      let ways = 1n;
      for (let i = 1; i <= k; i++) ways = (ways * BigInt(n - k + i)) / BigInt(i);
      return ways;
    };
    let ways = 0n;
    for (let k = Math.max(least, drawn + marked - all); k <= Math.min(drawn, marked); k++) {
      ways += choose(marked, k) * choose(all - marked, drawn - k);
    }
    const scale = 10n ** 40n;
    return Number((ways * scale) / choose(all, drawn)) / Number(scale);
  };

  it('is the sum of its terms', () => {
    const shape = fc.integer({ min: 1, max: 60 }).chain((all) => fc.tuple(fc.nat(all), fc.nat(all), fc.constant(all)));
    fc.assert(
      fc.property(shape, fc.nat(60), ([drawn, marked, all], least) => {
        expect(hypergeometricTail(least, { drawn, marked, all })).toBeCloseTo(counted(least, drawn, marked, all), 9);
      }),
    );
  });

  it.each([
    [4, 20, 4, 2400],
    [30, 100, 1500, 20_000],
    [3, 100, 40, 100_000],
    [40, 100, 20_000, 100_000],
    [15, 100, 20_000, 100_000],
  ])('keeps its digits for %d of %d drawn, %d of %d marked', (least, drawn, marked, all) => {
    const exact = counted(least, drawn, marked, all);
    expect(hypergeometricTail(least, { drawn, marked, all }) / exact).toBeCloseTo(1, 8);
  });

  it('is the same whichever of the two samples is called drawn, up to 100,000, and falls with what is asked', () => {
    const of = fc.integer({ min: 1, max: 100_000 });
    const shape = of.chain((all) => fc.tuple(fc.nat(all), fc.nat(all), fc.constant(all)));
    fc.assert(
      fc.property(shape, fc.nat(1000), fc.double({ min: 0, max: 1, noNaN: true }), ([drawn, marked, all], more, at) => {
        const least = Math.floor(at * Math.min(drawn, marked));
        const tail = hypergeometricTail(least, { drawn, marked, all });
        expect(hypergeometricTail(least, { drawn: marked, marked: drawn, all })).toBeCloseTo(tail, 7);
        expect(hypergeometricTail(least + more, { drawn, marked, all })).toBeLessThanOrEqual(tail + 1e-8);
        expect(tail).toBeGreaterThanOrEqual(0);
        expect(tail).toBeLessThanOrEqual(1);
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

describe('the tail of a binomial distribution', () => {
  it('is counted out where there are few draws', () => {
    expect(binomialTail(2, 3, 0.5)).toBeCloseTo(4 / 8, 12);
    expect(binomialTail(3, 4, 0.2)).toBeCloseTo(4 * 0.2 ** 3 * 0.8 + 0.2 ** 4, 12);
    expect(binomialTail(1, 10, 0.1)).toBeCloseTo(1 - 0.9 ** 10, 9);
  });

  it('is sure of none or more, and of no more than there are', () => {
    expect([binomialTail(0, 5, 0), binomialTail(6, 5, 1), binomialTail(5, 5, 1), binomialTail(1, 5, 0)]).toEqual([
      1, 0, 1, 0,
    ]);
  });

  it.each([
    [20, 100, 0.1],
    [600, 1_000, 0.5],
    [1_100, 10_000, 0.1],
    [5_000, 10_000, 0.5],
    [5_100, 10_000, 0.5],
    [50_000, 100_000, 0.5],
    [50_300, 100_000, 0.5],
    [10_300, 100_000, 0.1],
    [300, 100_000, 0.002],
  ])('of %s or more of %s at %s keeps four digits', (least, n, p) => {
    let logTerm = n * Math.log(1 - p);
    let sum = 0;
    for (let k = 0; k <= n; k++) {
      if (k >= least) sum += Math.exp(logTerm);
      logTerm += Math.log(((n - k) / (k + 1)) * (p / (1 - p)));
    }
    expect(binomialTail(least, n, p) / sum).toBeCloseTo(1, 4);
  });

  it('falls with what is asked, and is the chance that not so many do not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(300), probability, (n, some, p) => {
        const least = some % (n + 1);
        const tail = binomialTail(least, n, p);
        expect(tail).toBeGreaterThanOrEqual(binomialTail(least + 1, n, p) - 1e-9);
        expect(tail).toBeCloseTo(1 - binomialTail(n - least + 1, n, 1 - p), 6);
      }),
    );
  });
});
