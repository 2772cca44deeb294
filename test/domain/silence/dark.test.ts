import { describe, expect, it } from 'vitest';
import { isDark } from '../../../functions/domain/silence/dark.ts';

const hidden = (points: number, qValue: number) => ({ points, qValue, low: 0, high: 99, pValue: 0 });

describe('DARK-1: a cell', () => {
  it.each([
    [5, 0.1, true],
    [80, 0, true],
    [4.999, 0.001, false],
    [20, 0.1001, false],
    [-30, 0, false],
  ])('that hides %s points at a rate of false discoveries of %s is dark: %s', (points, qValue, dark) => {
    expect(isDark(hidden(points, qValue))).toBe(dark);
  });
});
