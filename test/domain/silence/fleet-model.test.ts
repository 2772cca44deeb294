import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CellStrata,
  complainingShare,
  fleetModel,
  together,
} from '../../../functions/domain/silence/fleet-model.ts';
import type { Layer, Strata } from '../../../functions/domain/silence/strata.ts';

const nobody: Layer = [0, 0, 0, 0];
const strata = (override: Partial<Strata> = {}): Strata => ({
  noComplaint: nobody,
  remedied: nobody,
  brushedOff: nobody,
  variance: 0,
  heard: { remedied: { invited: 0, answers: 0 }, brushedOff: { invited: 0, answers: 0 } },
  ...override,
});
const cell = (override: Partial<Strata> = {}): CellStrata => {
  const all = strata(override);
  return { all, waitedFor: all, design: 1 };
};

describe('two estimates of one thing', () => {
  it('count by how sure they are', () => {
    expect(together({ mean: 0, variance: 1 }, { mean: 10, variance: 1 })).toEqual({ mean: 5, variance: 0.5 });
    expect(together({ mean: 0, variance: 3 }, { mean: 10, variance: 1 })).toEqual({ mean: 7.5, variance: 0.75 });
  });
});

describe('the share who complained', () => {
  it('is of the invited, 0 to 1 although corrected numbers may leave that', () => {
    expect(
      complainingShare(strata({ noComplaint: [1, 1, 1, 3], remedied: [1, 0, 0, 0], brushedOff: [0, 0, 0, 3] })),
    ).toBe(0.4);
    expect(complainingShare(strata({ noComplaint: [9, 0, 0, 0], brushedOff: [0, 0, 0, -2] }))).toBe(0);
    expect(complainingShare(strata({ noComplaint: [-1, 0, 0, 0], brushedOff: [0, 0, 0, 9] }))).toBe(1);
  });
});

describe('SILENCE-4: what the fleet leads to expect', () => {
  const content = cell({ noComplaint: [60, 20, 20, 100] });

  /** Net 40, variance of one score 100² x 0.8 - 40² = 6400. */
  it('is of those without a complaint what they say, and how much that varies', () => {
    const { noComplaint, spread } = fleetModel([content, content]);
    expect(noComplaint.expected(0)).toBeCloseTo(40, 9);
    expect(spread.noComplaint(40)).toBeCloseTo(6400, 9);
    expect(spread.noComplaint(99)).toBe(500);
  });

  /** No remedied answered: anywhere from -100 to 40. No brushed off: anywhere from -100 to that. */
  it('is of the remedied no more than of others, and of the brushed off no more than of these, where none answered', () => {
    const { remedied, brushedOff } = fleetModel([content, content]);
    expect(remedied.expected(0)).toBeLessThan(40);
    expect(brushedOff.mean).toBeCloseTo((remedied.expected(0) - 100) / 2, 9);
    expect(brushedOff.variance).toBeCloseTo((remedied.expected(0) + 100) ** 2 / 12, 9);
  });

  it('follows what the brushed off answer where many do', () => {
    const many = cell({ noComplaint: [60, 20, 20, 100], remedied: [50, 20, 30, 10], brushedOff: [100, 0, 300, 0] });
    expect(fleetModel([many, many]).brushedOff.mean).toBeCloseTo(-50, 0);
  });

  /** Others answer half of the time; one answer as expected is the prior. */
  it('is how often the remedied and the brushed off answer, relative to others', () => {
    const quiet = cell({
      noComplaint: [300, 100, 100, 500],
      remedied: [250, 0, 250, 500],
      brushedOff: [0, 0, 100, 900],
    });
    const { answering } = fleetModel([quiet, quiet]);
    expect(answering.remedied.mean).toBeCloseTo(1, 9);
    expect(answering.brushedOff.mean).toBeCloseTo((1 + 200) / (1 + 1000), 9);
    expect(fleetModel([content]).answering.brushedOff).toEqual({ mean: 1, variance: 1 });
  });

  it('is of the brushed off never happier than of the remedied, and all of it on the scale', () => {
    const layer = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60));
    const anyCell = fc
      .tuple(layer, layer, layer)
      .map(([noComplaint, remedied, brushedOff]) => cell({ noComplaint, remedied, brushedOff }));
    fc.assert(
      fc.property(fc.array(anyCell, { maxLength: 12 }), (cells) => {
        const { remedied, brushedOff, answering } = fleetModel(cells);
        expect(brushedOff.mean).toBeGreaterThanOrEqual(-100);
        expect(brushedOff.mean).toBeLessThanOrEqual(remedied.expected(0));
        expect(Math.abs(remedied.expected(0))).toBeLessThanOrEqual(100);
        expect(brushedOff.variance).toBeGreaterThan(0);
        for (const { mean, variance } of Object.values(answering)) {
          expect(mean).toBeGreaterThan(0);
          expect(variance).toBeGreaterThan(0);
        }
      }),
    );
  });
});
