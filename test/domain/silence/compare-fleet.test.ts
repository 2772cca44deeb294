import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRates, type RatesFile } from '../../../functions/domain/calibration/hearing-rates.ts';
import { compareFleet } from '../../../functions/domain/silence/compare-fleet.ts';
import { type CorrectedNet, isTooFew } from '../../../functions/domain/silence/compared.ts';
import { isDark } from '../../../functions/domain/silence/dark.ts';
import type { CellEvidence } from '../../../functions/domain/touchpoints/comparison.ts';
import type { ByAnswer } from '../../../functions/domain/touchpoints/heard-counts.ts';
import { march, rates } from '../../builders.ts';
import { cellEvidence, content, heardCounts, metricEvidence } from './evidence.ts';

const asOf = march(29, '00:00');

/** Hearing that does not err. */
const perfect: RatesFile = (() => {
  const figure = (value: number) => ({ value, low: value, high: value });
  const file = parseRates({
    ...rates,
    all: { sensitivity: figure(1), falsePositiveRate: figure(0), customers: 0, labelled: 0 },
  });
  if (file.kind !== 'ok') throw new Error('not valid');
  return file.rates;
})();

/** Eleven content cells beside those given. */
const among = (...cells: CellEvidence[]): CellEvidence[] => [
  ...cells,
  ...Array.from({ length: 11 }, (_, i) => content(`content-${String(i).padStart(2, '0')}`)),
];

/** A fifth was brushed off, and only one of them answers. */
const dark = (location = 'dark', many = 3): CellEvidence =>
  cellEvidence(location, {
    silent: [15 * many, 6 * many, 3 * many, 52 * many],
    remedied: [0, 0, 1 * many, 3 * many],
    brushedOff: [0, 0, 1, 20 * many - 1],
  });

const compared = (cells: readonly CellEvidence[], file = perfect) => compareFleet(cells, file, asOf);
const adjusted = (cells: readonly CellEvidence[], file = perfect): CorrectedNet => {
  const one = compared(cells, file).cells[0]?.metrics[0]?.adjusted;
  if (!one || isTooFew(one)) throw new Error('too few');
  return one;
};

describe('SILENCE-3: the corrected score', () => {
  it('is what was answered where everybody answered, with nothing left to chance', () => {
    const all = cellEvidence('all', { silent: [60, 20, 20, 0] });
    const { net, low, high, worst, middle, best } = adjusted(among(all));
    for (const figure of [net, low, high, worst, middle, best]) expect(figure).toBeCloseTo(40, 6);
  });

  it('is lower than the answers where those who were brushed off do not answer', () => {
    const { net, high } = adjusted(among(dark()));
    const surveyed = (100 * (45 - 9 - 3 - 1)) / (72 + 3 + 1);
    expect(net).toBeLessThan(surveyed - 10);
    expect(high).toBeLessThan(surveyed);
  });

  it('lies within its interval, the interval within the bounds, and the bounds within the scale', () => {
    const counts = fc.tuple(...Array.from({ length: 4 }, () => fc.nat(60))) as unknown as fc.Arbitrary<ByAnswer>;
    const cell = fc
      .tuple(counts, counts, counts, counts)
      .map(([silent, wrote, remedied, brushedOff]) => ({ silent, wrote, remedied, brushedOff }));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 12 }), (heard) => {
        const { cells } = compared(
          heard.map((one, i) => cellEvidence(`cell-${i}`, one)),
          rates,
        );
        for (const { metrics, gap } of cells) {
          for (const { adjusted: one } of metrics) {
            if (isTooFew(one)) {
              expect(one.needed).toBeGreaterThanOrEqual(10);
              continue;
            }
            const order = [-100, one.worst, one.low, one.net, one.high, one.best, 100];
            for (const [i, figure] of order.entries()) {
              if (i > 0) expect(figure).toBeGreaterThanOrEqual((order[i - 1] as number) - 1e-9);
            }
            expect(one.middle).toBeGreaterThanOrEqual(one.worst - 1e-9);
            expect(one.middle).toBeLessThanOrEqual(one.best + 1e-9);
          }
          if (!gap) continue;
          expect(gap.low).toBeLessThanOrEqual(gap.points);
          expect(gap.high).toBeGreaterThanOrEqual(gap.points);
          expect(gap.qValue).toBeGreaterThanOrEqual(gap.pValue - 1e-12);
          expect(gap.qValue).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('comes out the same whatever the order of the cells', () => {
    const cells = among(dark(), cellEvidence('other', { silent: [9, 3, 2, 40], brushedOff: [0, 0, 0, 4] }));
    const turned = compared([...cells].reverse(), rates);
    expect([...turned.cells].reverse()).toEqual(compared(cells, rates).cells);
    expect(turned.groups).toEqual(compared(cells, rates).groups);
  });

  it('is less sure where hearing is less sure, and tells what it would be without that', () => {
    const cells = among(dark());
    const { low, high, heardExactly } = adjusted(cells, rates);
    expect(high - low).toBeGreaterThan((heardExactly?.high ?? 0) - (heardExactly?.low ?? 0));
  });

  it('tells who the invited are, and adds up to them', () => {
    const { strata } = adjusted(among(dark()), rates);
    const all = [strata?.noComplaint, strata?.remedied, strata?.brushedOff];
    expect(all.reduce((sum, one) => sum + (one?.invited ?? 0), 0)).toBeCloseTo(300, 6);
    expect(all.reduce((sum, one) => sum + (one?.answers ?? 0), 0)).toBeCloseTo(76, 6);
  });
});

describe('SILENCE-1: invitations whose answers are still waited for', () => {
  const lags = { took: [10, 30, 40, 20], within: [10, 40, 80, 100] };
  const young = heardCounts({ brushedOff: [0, 0, 0, 200] });
  const settled = heardCounts({ silent: [60, 20, 20, 100], brushedOff: [0, 0, 12, 12] });

  it('say nothing of silence', () => {
    const cell = (day: string) =>
      cellEvidence(
        'young',
        {},
        { metrics: [metricEvidence({ older: settled, young: [{ day, heard: young }], lags })] },
      );
    const fleet = (day: string) => compared(among(cell(day)));
    expect(fleet('2026-03-28').lagDays).toBe(3);
    expect(fleet('2026-03-28').cells[0]?.gap?.points).toBeLessThan(3);
    expect(fleet('2026-03-20').cells[0]?.gap?.points).toBeGreaterThan(10);
  });

  it('count all the same where there are hardly any others', () => {
    const cell = cellEvidence(
      'new',
      {},
      { metrics: [metricEvidence({ young: [{ day: '2026-03-28', heard: settled }], lags })] },
    );
    expect(compared(among(cell)).cells[0]?.gap).toBeDefined();
  });
});

describe('SILENCE-5: what silence hides', () => {
  it('is found in a cell whose brushed-off customers do not answer, and in no other', () => {
    const { cells } = compared(among(dark()));
    expect(cells.map(({ gap }) => gap !== undefined && isDark(gap))).toEqual([true, ...Array(11).fill(false)]);
    expect(cells[0]?.gap?.points).toBeGreaterThan(15);
  });

  it('is nothing where the brushed off answer like the others, bad as the score is', () => {
    const open = cellEvidence('open', { silent: [48, 18, 9, 225], brushedOff: [0, 3, 22, 75] });
    const { cells } = compared(among(open));
    expect(Math.abs(cells[0]?.gap?.points ?? 99)).toBeLessThan(5);
    expect(cells[0]?.gap && isDark(cells[0].gap)).toBe(false);
  });

  it('is customers: so many a month brushed off, so many of them in the surveys', () => {
    const impact = compared(among(dark())).cells[0]?.impact;
    expect(impact?.perMonth).toBeCloseTo((60 * 30) / 28, 6);
    expect(impact?.shown).toBeCloseTo(30 / 28, 6);
  });

  it('is not found in a fleet where nobody is brushed off, whoever writes', () => {
    const chatty = cellEvidence('chatty', {
      silent: [33, 12, 5, 150],
      wrote: [30, 10, 6, 140],
      brushedOff: [4, 1, 0, 15],
    });
    const gap = compared(among(chatty), rates).cells[0]?.gap;
    expect(gap && isDark(gap)).toBe(false);
  });
});

describe('SILENCE-6: too few answers', () => {
  it('are fewer than ten, and ten would do', () => {
    const few = cellEvidence('few', { silent: [6, 2, 1, 3] });
    expect(compared(among(few)).cells[0]).toMatchObject({ metrics: [{ adjusted: { tooFew: true, needed: 10 } }] });
    expect(compared(among(few)).cells[0]?.gap).toBeUndefined();
  });

  it('are those of which the interval says next to nothing, where it takes more', () => {
    const alone = cellEvidence('alone', { silent: [5, 1, 5, 400] });
    const one = compared([alone]).cells[0]?.metrics[0]?.adjusted;
    expect(one && isTooFew(one) && one.needed).toBeGreaterThan(11);
  });
});

describe('SILENCE-8: several metrics', () => {
  const both = (csat: ByAnswer, nps: ByAnswer): CellEvidence =>
    cellEvidence(
      'both',
      {},
      {
        metrics: [
          metricEvidence({ older: heardCounts({ silent: nps, brushedOff: [0, 0, 1, 39] }) }),
          metricEvidence({ metric: 'csat', older: heardCounts({ silent: csat, brushedOff: [0, 0, 0, 20] }) }),
        ],
      },
    );

  it('are compared each with its own kind: another metric’s level changes nothing', () => {
    const cells = among(both([30, 10, 5, 60], [40, 20, 10, 100]));
    const other = among(both([3, 10, 30, 60], [40, 20, 10, 100]));
    const nps = (fleet: CellEvidence[]) => compared(fleet).cells[0]?.metrics[0];
    expect(nps(other)).toEqual(nps(cells));
  });

  it('have one gap together, between those of each', () => {
    const { metrics, gap } = compared(among(both([30, 10, 5, 60], [40, 20, 10, 100]))).cells[0] ?? {};
    const points = (metrics ?? []).map((metric) => metric.gap?.points ?? Number.NaN).sort((a, b) => a - b);
    expect(gap?.points).toBeGreaterThanOrEqual(points[0] as number);
    expect(gap?.points).toBeLessThanOrEqual(points[1] as number);
  });
});

describe('SILENCE-9: what is everywhere but small in each', () => {
  /** Of twenty-four invited four were brushed off, none of whom answers; too few answers to tell. */
  const small = (location: string): CellEvidence =>
    cellEvidence(location, { silent: [5, 1, 0, 14], brushedOff: [0, 0, 0, 4] });
  const branches = (many: number): CellEvidence[] =>
    Array.from({ length: many }, (_, i) => ({ ...small(`branch-${i}`), touchpoint: 'returns' }));

  it('is seen over all locations where no single one shows it', () => {
    const { cells, groups } = compared([...branches(12), ...among()]);
    expect(cells.some(({ gap }) => gap && isDark(gap))).toBe(false);
    const found = groups.filter(({ gap }) => isDark(gap));
    expect(found).toMatchObject([{ scope: 'touchpoint', name: 'returns' }]);
    expect(found[0]?.impact.perMonth).toBeCloseTo((12 * 4 * 30) / 28, 6);
  });

  it('is not what one dark cell explains', () => {
    const { cells, groups } = compared(among(dark('dark', 20)));
    expect(cells[0]?.gap && isDark(cells[0].gap)).toBe(true);
    expect(groups.filter(({ gap }) => isDark(gap))).toEqual([]);
  });

  it('needs two cells', () => {
    expect(compared([dark()]).groups).toEqual([]);
  });
});

describe('SILENCE-7: where no invitations are known', () => {
  const answered = (location: string, n: number, complaining: number, unasked = 0): CellEvidence =>
    cellEvidence(
      location,
      {},
      {
        complaining: unasked > 0 ? [{ day: '2026-03-10', customers: unasked }] : [],
        metrics: [
          metricEvidence({
            older: { silent: [Math.round(n * 0.9), 0, Math.round(n * 0.1), 0] },
            unasked: n,
            favourable: { worded: Math.round(n / 2), complaining },
          }),
        ],
      },
    );
  const fleet = (...cells: CellEvidence[]) => [
    ...cells,
    ...Array.from({ length: 9 }, (_, i) => answered(`usual-${i}`, 100, 2, 4)),
  ];

  it('more complaints beside favourable scores than elsewhere are hidden under them', () => {
    const { cells } = compared(fleet(answered('hidden', 200, 30)));
    expect(cells[0]?.metrics[0]?.adjusted).toMatchObject({ method: 'complaints-per-answer', worst: -100, best: 100 });
    expect(cells.map(({ gap }) => gap && isDark(gap))).toEqual([true, ...Array(9).fill(false)]);
  });

  it('more customers who complain unasked, per answer, are as well', () => {
    const { cells } = compared(fleet(answered('loud', 100, 2, 40)));
    expect(cells[0]?.gap && isDark(cells[0].gap)).toBe(true);
  });

  it('fewer complaints than elsewhere make no score better', () => {
    const quiet = compared(fleet(answered('quiet', 400, 0))).cells[0]?.metrics[0]?.adjusted;
    expect(quiet && !isTooFew(quiet) && quiet.net).toBeLessThanOrEqual(80.01);
  });

  it('fewer than ten answers tell nothing', () => {
    expect(compared(fleet(answered('few', 9, 4))).cells[0]).toEqual({
      touchpoint: 'delivery',
      location: 'few',
      metrics: [{ metric: 'nps', adjusted: { tooFew: true, needed: 10 } }],
    });
  });
});
