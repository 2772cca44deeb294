import { describe, expect, it } from 'vitest';
import { estimateCell } from '../../../functions/domain/silence/corrected-net.ts';
import type { FleetModel } from '../../../functions/domain/silence/fleet-model.ts';
import { strataOf } from '../../../functions/domain/silence/strata.ts';
import { heardCounts } from './evidence.ts';

/** As told in docs/method.md. */
const heard = heardCounts({
  silent: [50, 20, 8, 222],
  wrote: [10, 3, 2, 25],
  remedied: [1, 2, 2, 15],
  brushedOff: [1, 0, 1, 38],
});
const all = strataOf(heard, () => ({ sensitivity: 0.8, falsePositiveRate: 0.1 }));
const spread = (net: number): number => 7000 - net ** 2;
const model: FleetModel = {
  noComplaint: { expected: (share) => 58 - 100 * share, uncertainty: () => 1, between: 6 ** 2 },
  remedied: { expected: () => -50, uncertainty: () => 3 ** 2, between: 15 ** 2 },
  brushedOff: { mean: -75, variance: 14 ** 2 },
  spread: { noComplaint: spread, remedied: spread },
  answering: { remedied: { mean: 0.95, variance: 0.01 }, brushedOff: { mean: 0.1, variance: 0.0005 } },
};
const rounded = (figures: readonly number[]): number[] => figures.map((figure) => Math.round(figure * 100) / 100);

describe('the example of docs/method.md', () => {
  const estimate = estimateCell({ all, waitedFor: all, design: 1 }, model);

  it('has the strata it tells', () => {
    expect(rounded(all.noComplaint)).toEqual([60.86, 22.86, 9.43, 235.43]);
    expect(rounded(all.remedied)).toEqual([1.25, 2.5, 2.5, 18.75]);
    expect(rounded(all.brushedOff)).toEqual([-0.11, -0.36, 1.07, 45.82]);
  });

  it('has the nets and the corrected score it tells, give or take 5.9', () => {
    expect(estimate.nets.noComplaint).toBeCloseTo(45.9, 1);
    expect(estimate.nets.remedied).toBeCloseTo(-42.9, 1);
    expect(estimate.net).toBeCloseTo(28.7, 1);
    expect(Math.sqrt(estimate.variance)).toBeCloseTo(5.9, 1);
  });

  it('hides the points it tells, give or take 2.9, and by its own answers is 2.8 deviations from chance', () => {
    expect(estimate.points).toBeCloseTo(12.9, 1);
    expect(Math.sqrt(estimate.pointsVariance)).toBeCloseTo(2.9, 1);
    expect(estimate.ownPoints).toBeCloseTo(9.7, 1);
    expect(estimate.ownPoints / Math.sqrt(estimate.ownVariance)).toBeCloseTo(2.8, 1);
  });
});
