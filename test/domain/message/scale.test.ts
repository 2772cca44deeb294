import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classOf, defaultScales, Metric, netOf, type ScoreClass } from '../../../functions/domain/message/scale.ts';

/** The class of each score of a metric's own scale, from the least score up: `b` bottom, `m` middle, `t` top. */
const classesOf = (metric: Metric): string => {
  const { min, max } = defaultScales[metric];
  return Array.from({ length: max - min + 1 }, (_, i) => classOf(metric, min + i).charAt(0)).join('');
};

const opposite: Record<ScoreClass, ScoreClass> = { top: 'bottom', middle: 'middle', bottom: 'top' };

describe('the class of a score', () => {
  it.each<[Metric, string]>([
    ['nps', 'bbbbbbbmmtt'],
    ['csat', 'bbmtt'],
    ['stars', 'bbmtt'],
    ['ces', 'bbbmmtt'],
  ])('of %s is, from the least score to the greatest, %s', (metric, classes) => {
    expect(classesOf(metric)).toBe(classes);
  });

  it.each<[number, ScoreClass]>([
    [89.9, 'middle'],
    [90, 'top'],
    [60, 'bottom'],
    [60.1, 'middle'],
  ])('of %d on another scale, 0 to 100, is %s by nps', (score, scoreClass) => {
    expect(classOf('nps', score, { min: 0, max: 100, best: 'max' })).toBe(scoreClass);
  });

  it.each<[number, ScoreClass]>([
    [1, 'top'],
    [2, 'top'],
    [3, 'middle'],
    [4, 'bottom'],
    [5, 'bottom'],
  ])('of %d, where 1 is best and 5 worst, is %s', (score, scoreClass) => {
    expect(classOf('csat', score, { min: 1, max: 5, best: 'min' })).toBe(scoreClass);
  });

  it('does not miss a cut by the last bit of a fraction', () => {
    expect(classOf('nps', 0.7 + 0.2, { min: 0, max: 1, best: 'max' })).toBe('top');
    expect(classOf('nps', 0.1, { min: 0, max: 1, best: 'min' })).toBe('top');
    expect(classOf('ces', 0.1 + 0.2, { min: 0, max: 0.9, best: 'max' })).toBe('bottom');
  });

  it('never falls with a better score, and turns round with the scale where top and bottom mirror', () => {
    const rank = { bottom: 0, middle: 1, top: 2 };
    const score = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(fc.constantFrom(...Metric.options), score, score, (metric, a, b) => {
        const scale = { min: 0, max: 1000, best: 'max' as const };
        const [worse, better] = [Math.min(a, b), Math.max(a, b)];
        expect(rank[classOf(metric, worse, scale)]).toBeLessThanOrEqual(rank[classOf(metric, better, scale)]);
        expect(classOf('csat', a, { ...scale, best: 'min' })).toBe(opposite[classOf('csat', a, scale)]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the net score', () => {
  it('is the share of the top less that of the bottom, in percent', () => {
    expect(netOf({ top: 6, middle: 2, bottom: 2 })).toBe(40);
    expect(netOf({ top: 0, middle: 0, bottom: 1 })).toBe(-100);
  });

  it('is none where nobody answered', () => {
    expect(netOf({ top: 0, middle: 0, bottom: 0 })).toBeUndefined();
  });

  it('lies within -100 and 100', () => {
    const counts = fc.record({ top: fc.nat(), middle: fc.nat(), bottom: fc.nat() });
    fc.assert(
      fc.property(counts, (answers) => {
        const net = netOf(answers) ?? 0;
        expect(net).toBeGreaterThanOrEqual(-100);
        expect(net).toBeLessThanOrEqual(100);
      }),
      { numRuns: 300 },
    );
  });
});
