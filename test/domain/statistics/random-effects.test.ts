import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GroupMean, randomEffects } from '../../../functions/domain/statistics/random-effects.ts';

const groups = (means: readonly number[], variance = 100): GroupMean[] =>
  means.map((mean) => ({ mean, variance, covariate: 0 }));

const anyGroup = fc.record({
  mean: fc.double({ min: -100, max: 100, noNaN: true }),
  variance: fc.double({ min: 1, max: 10_000, noNaN: true }),
  covariate: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('means of groups as draws around one', () => {
  /**
   * With equal variances v, Paule and Mandel's is the moment estimator: sum of squares / (k - 1) - v = 900 - 100, and with two
   * groups' worth of 15² beside it (2 x 225 + 2 x 800) / 4.
   */
  it('lie apart by the moment estimator where all are known as well', () => {
    const { between, expected, uncertainty } = randomEffects(groups([-30, 0, 30]));
    expect(between).toBeCloseTo(512.5, 6);
    expect(expected(0)).toBeCloseTo(0, 9);
    expect(uncertainty(0)).toBeCloseTo((100 + 512.5) / 3, 6);
  });

  /** Nine on one covariate tell no slope: of their squares eight are free. */
  it('lie on a level line, however many they are, where all have one covariate', () => {
    const { between } = randomEffects(groups([-30, -30, -30, 0, 0, 0, 30, 30, 30]), { between: 50, weight: 2 });
    expect(between).toBeCloseTo((2 * 50 + 8 * (5400 / 8 - 100)) / (2 + 8), 6);
  });

  it('lie apart by nothing but what is usual where chance explains all of it', () => {
    expect(randomEffects(groups([-5, 0, 5])).between).toBeCloseTo((2 * 225) / 4, 9);
    expect(randomEffects(groups([7])).between).toBe(225);
  });

  /** With no variance between, 40 would weigh thrice as much as 0 and the mean be 30; with any, it lies lower. */
  it('are weighed by how sure they are', () => {
    const two = [
      { mean: 40, variance: 100, covariate: 0 },
      { mean: 0, variance: 300, covariate: 0 },
    ];
    const { expected, between } = randomEffects(two);
    const [a, b] = [1 / (100 + between), 1 / (300 + between)];
    expect(expected(0)).toBeCloseTo((40 * a) / (a + b), 9);
    expect(expected(0)).toBeGreaterThan(20);
    expect(expected(0)).toBeLessThan(30);
  });

  /** The weighted squares of what is left are k - 1; the estimate is had back from what is mixed with the usual. */
  it('solve Paule and Mandel’s equation where they are known unequally well', () => {
    const four = [-60, -10, 20, 70].map((mean, i) => ({ mean, variance: 50 * (i + 1), covariate: 0 }));
    const { between } = randomEffects(four);
    const estimated = (between * (2 + 3) - 2 * 225) / 3;
    const weights = four.map(({ variance }) => 1 / (variance + estimated));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const mean = four.reduce((total, group, i) => total + (weights[i] as number) * group.mean, 0) / sum;
    const left = four.reduce((total, group, i) => total + (weights[i] as number) * (group.mean - mean) ** 2, 0);
    expect(left).toBeCloseTo(3, 6);
  });

  it('say nothing where there are none', () => {
    const { expected, uncertainty, between } = randomEffects([]);
    expect([expected(0.5), uncertainty(0.5), between]).toEqual([0, 10_000, 225]);
  });
});

describe('means of groups around a line', () => {
  const onLine = (many: number): GroupMean[] =>
    Array.from({ length: many }, (_, i) => ({ mean: 30 - 50 * (i / 10), variance: 100, covariate: i / 10 }));

  it('is drawn from eight groups on, and is level below', () => {
    const eight = randomEffects(onLine(8));
    expect(eight.expected(0)).toBeCloseTo(30, 9);
    expect(eight.expected(1)).toBeCloseTo(-20, 9);
    expect(eight.between).toBeCloseTo((2 * 225) / (2 + 6), 9);
    const seven = randomEffects(onLine(7));
    expect(seven.expected(0)).toBeCloseTo(15, 9);
    expect(seven.expected(1)).toBe(seven.expected(0));
  });

  /** Least squares with equal variances s: s x (1/n + (x - mean)² / sum of squares). */
  it('is surest in the middle of what is known', () => {
    const { uncertainty, between } = randomEffects(onLine(8));
    const squares = Array.from({ length: 8 }, (_, i) => (i / 10 - 0.35) ** 2).reduce((a, b) => a + b, 0);
    for (const x of [0, 0.35, 1]) {
      expect(uncertainty(x)).toBeCloseTo((100 + between) * (1 / 8 + (x - 0.35) ** 2 / squares), 6);
    }
  });

  it('is level where all groups are alike in what it goes along with', () => {
    const same = onLine(9).map((group) => ({ ...group, covariate: 0.25 }));
    const { expected } = randomEffects(same);
    expect(expected(0)).toBeCloseTo(10, 9);
    expect(expected(1)).toBe(expected(0));
  });

  it('lies among the means where it is level, and is no surer than sampling allows', () => {
    fc.assert(
      fc.property(
        fc.array(anyGroup, { minLength: 1, maxLength: 7 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (all, x) => {
          const { expected, uncertainty, between } = randomEffects(all);
          const means = all.map(({ mean }) => mean);
          expect(expected(x)).toBeGreaterThanOrEqual(Math.min(...means) - 1e-6);
          expect(expected(x)).toBeLessThanOrEqual(Math.max(...means) + 1e-6);
          expect(between).toBeGreaterThan(0);
          expect(between).toBeLessThanOrEqual(200 ** 2);
          expect(uncertainty(x)).toBeGreaterThanOrEqual(between / all.length - 1e-6);
        },
      ),
    );
  });

  it('comes out the same whatever the order, and moves with the means', () => {
    fc.assert(
      fc.property(fc.array(anyGroup, { minLength: 1, maxLength: 20 }), (all) => {
        const [one, turned] = [randomEffects(all), randomEffects([...all].reverse())];
        const moved = randomEffects(all.map((group) => ({ ...group, mean: group.mean + 10 })));
        const close = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-4 * (1 + Math.abs(b)));
        close(turned.between, one.between);
        close(moved.between, one.between);
        // A line over groups that are hardly apart can be as steep as it likes; below eight it is level.
        if (all.length < 8) close(moved.expected(0.5), one.expected(0.5) + 10);
        expect(one.uncertainty(0.5)).toBeGreaterThan(0);
      }),
    );
  });
});
