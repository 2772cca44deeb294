import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateCell } from '../../../functions/domain/silence/corrected-net.ts';
import type { CellStrata, FleetModel } from '../../../functions/domain/silence/fleet-model.ts';
import type { Layer, Strata } from '../../../functions/domain/silence/strata.ts';

const level = (mean: number) => ({ expected: () => mean, uncertainty: () => 0, between: 0 });

/** A fleet in which all cells have the same nets, and the brushed off answer a quarter as often as others. */
const model: FleetModel = {
  noComplaint: level(40),
  remedied: level(0),
  brushedOff: { mean: -80, variance: 0 },
  spread: { noComplaint: () => 5000, remedied: () => 5000 },
  answering: { remedied: { mean: 1, variance: 0 }, brushedOff: { mean: 0.25, variance: 0 } },
};

const asHeard = ([top, middle, bottom, none]: Layer) => ({
  invited: top + middle + bottom + none,
  answers: top + middle + bottom,
});

/** As they are where hearing does not err. */
const strata = (noComplaint: Layer, remedied: Layer, brushedOff: Layer): Strata => ({
  noComplaint,
  remedied,
  brushedOff,
  variance: 0,
  heard: { remedied: asHeard(remedied), brushedOff: asHeard(brushedOff) },
});
const cellOf = (all: Strata, override: Partial<CellStrata> = {}): CellStrata => ({
  all,
  waitedFor: all,
  design: 1,
  ...override,
});

/** Of 150 invited 100 never complained, 20 were helped, 30 brushed off; of these 50, 10 and 2 answered. */
const cell = strata([30, 10, 10, 50], [5, 0, 5, 10], [0, 0, 2, 28]);

describe('SILENCE-3: the corrected net of a cell', () => {
  /** Answers tell 2000 + 0 - 200 points; 50, 10 and 28 silent count 40, 0 and -80 each: 1560 over 150. */
  it('counts the silent as those of their stratum', () => {
    const { net, middle } = estimateCell(cellOf(cell), model);
    expect(net).toBeCloseTo(1560 / 150, 9);
    expect(middle).toBeCloseTo((1800 + 50 * 40 - 38 * 100) / 150, 9);
  });

  /** Fifty answers of net 40 sample with 5000 / 50 = 100, as much as cells lie apart: half of its own, half of the fleet's 0. */
  it('draws a stratum’s own net to the fleet’s as far as chance may have moved it', () => {
    const apart = { ...model, noComplaint: { expected: () => 0, uncertainty: () => 8, between: 100 } };
    const { nets } = estimateCell(cellOf(cell), apart);
    expect(nets).toEqual({ noComplaint: 20, remedied: 0, brushedOff: -80 });
    expect(estimateCell(cellOf(cell, { design: 3 }), apart).nets).toEqual(nets);
  });

  it('is what was answered where nobody is silent, with nothing left to chance', () => {
    const { net, middle, variance } = estimateCell(cellOf(strata([3, 1, 1, 0], [1, 0, 0, 0], [0, 0, 4, 0])), model);
    expect(net).toBeCloseTo((100 * (3 - 1 + 1 - 4)) / 10, 9);
    expect([middle, variance]).toEqual([net, 0]);
  });

  const count = fc.nat(80);
  const layer = fc.tuple(count, count, count, count);
  const anyStrata = fc
    .tuple(layer, layer, layer)
    .map(([a, b, c]) => strata(a, b, c))
    .filter(({ noComplaint }) => noComplaint.some((n) => n > 0));

  it('lies on the scale, and is at best the better the less were brushed off', () => {
    fc.assert(
      fc.property(anyStrata, (all) => {
        const { net, variance, nets } = estimateCell(cellOf(all), model);
        expect(Math.abs(net)).toBeLessThanOrEqual(100 + 1e-9);
        expect(variance).toBeGreaterThanOrEqual(0);
        for (const one of Object.values(nets)) expect(Math.abs(one)).toBeLessThanOrEqual(100);
        const [top, middle, bottom, none] = all.brushedOff;
        const worse = strata(all.noComplaint, all.remedied, [top, middle, bottom, none + 10]);
        expect(estimateCell(cellOf(worse), model).net).toBeLessThanOrEqual(Math.max(net, -80) + 1e-9);
      }),
    );
  });
});

describe('SILENCE-5: the points that silence hides', () => {
  /** The brushed off would give 15 answers and give 2: with five of the fleet's 0.25 beside, (2 + 1.25) / 20 of others' chance. */
  it('are shares among answers less shares among the invited, times nets', () => {
    const { points } = estimateCell(cellOf(cell), model);
    const hurt = 3.25 / 20;
    const total = 100 / 150 + 20 / 150 + (30 / 150) * hurt;
    const remedied = (20 / 150 / total - 20 / 150) * -40;
    const brushedOff = (((30 / 150) * hurt) / total - 30 / 150) * -120;
    expect(points).toBeCloseTo(remedied + brushedOff, 9);
    expect(points).toBeCloseTo(18.242, 3);
  });

  /** Were answering chance, 62 answers drawn of 150 would err by the spread of nets in the strata, 2232.9, over 62, x 88/150. */
  it('are by the cell’s own answers alone what chance is asked of', () => {
    const { ownPoints, ownVariance } = estimateCell(cellOf(cell), model);
    expect(ownPoints).toBeCloseTo((10 / 62 - 20 / 150) * -40 + (2 / 62 - 30 / 150) * -120, 9);
    const spread = (20 * 40 ** 2 + 30 * 120 ** 2) / 150 - ((20 * 40 + 30 * 120) / 150) ** 2;
    expect(ownVariance).toBeCloseTo((spread * (88 / 150)) / 62, 9);
  });

  it('are as doubtful as customers are few who were asked again and again', () => {
    const [once, often] = [1, 4].map((design) => estimateCell(cellOf(cell, { design }), model));
    expect(often?.ownPoints).toBe(once?.ownPoints);
    expect(often?.ownVariance).toBeCloseTo(4 * (once?.ownVariance ?? 0), 9);
    expect(often?.points).toBe(once?.points);
    expect(often?.pointsVariance).toBeGreaterThan(once?.pointsVariance ?? 0);
  });

  it('are none where all answer alike, here and in the fleet', () => {
    const alike = { ...model, answering: { ...model.answering, brushedOff: { mean: 1, variance: 0 } } };
    const { points, ownPoints } = estimateCell(cellOf(strata([30, 10, 10, 50], [5, 0, 5, 10], [0, 0, 15, 15])), alike);
    expect(points).toBeCloseTo(0, 9);
    expect(ownPoints).toBeCloseTo(0, 9);
  });

  it('rest on invitations whose answers are waited for no longer', () => {
    const none = strata([10, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]);
    const young = estimateCell(cellOf(cell, { waitedFor: none }), model);
    expect(young.points).toBeCloseTo(0, 12);
    expect(young.brushedOff).toEqual({ invited: 0, answers: 0 });
    expect(estimateCell(cellOf(cell), model).brushedOff).toEqual({ invited: 30, answers: 2 });
  });

  it('are unknown where nobody answered', () => {
    const silent = strata([0, 0, 0, 9], [0, 0, 0, 0], [0, 0, 0, 1]);
    expect(estimateCell(cellOf(silent), model).isTold).toBe(false);
  });

  it('are unknown where next to everybody complained: there is nobody to hold them against', () => {
    const desk = strata([2, 0, 0, 2], [10, 10, 10, 30], [0, 0, 5, 31]);
    expect(estimateCell(cellOf(desk), model).isTold).toBe(false);
  });
});
