import { describe, expect, it } from 'vitest';
import { seeded } from '../../../lib/eval/study/random.ts';

const drawn = (n: number, draw: () => number): number[] => Array.from({ length: n }, draw);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('seeded chance', () => {
  it('is the same for the same seed and part, and otherwise for any other', () => {
    const first = drawn(5, seeded(1, 2).share);
    expect(drawn(5, seeded(1, 2).share)).toEqual(first);
    expect(drawn(5, seeded(1, 3).share)).not.toEqual(first);
    expect(drawn(5, seeded(2, 2).share)).not.toEqual(first);
  });

  it('has the moments it is asked for', () => {
    const random = seeded(4);
    const normals = drawn(40_000, random.normal);
    expect(mean(normals)).toBeCloseTo(0, 1);
    expect(mean(normals.map((value) => value * value))).toBeCloseTo(1, 1);
    expect(mean(drawn(40_000, () => random.lognormal(7, 0.8))) / 7).toBeCloseTo(1, 1);
  });

  it('chooses by weight, and never what weighs nothing', () => {
    const random = seeded(5);
    const choices = drawn(10_000, () =>
      random.weighted([
        [0, 3],
        [1, 1],
        [2, 0],
      ] as const),
    );
    expect(mean(choices)).toBeCloseTo(0.25, 1);
    expect(choices).not.toContain(2);
  });
});
