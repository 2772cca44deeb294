import { chanceThat, type Own } from './chance.ts';
import type { CorrectedNet, HiddenPoints, Interval, TooFew } from './compared.ts';
import { type CellEstimate, estimateCell, REACH } from './corrected-net.ts';
import { answersAmong, type Heard, invitedAmong } from './evidence.ts';
import { type CellStrata, fleetModel } from './fleet-model.ts';
import type { Assumptions } from './hearing-assumptions.ts';
import { answersOf, type HearingOf, invitedOf, pointsOf, type StratumName, strataOf } from './strata.ts';

/** Fewest answers that are told of: with ten, one customer who answers otherwise moves the net by ten points or more. */
export const ENOUGH_ANSWERS = 10;
/** A wider interval, of 30 points to either side, does not tell a good score from a middling one. */
export const WIDEST = 60;

/** One cell's metric, held against the fleet's. */
export interface MetricResult {
  adjusted: CorrectedNet | TooFew;
  gap?: HiddenPoints;
  /** By the cell's own answers alone. */
  own?: Own;
  /** Of too few answers to tell of the cell by itself: they count where it is rolled up with others. */
  rolledUp?: { gap: HiddenPoints; own: Own };
  invited: number;
  /** Share of them who were asked another metric in the same questionnaire, 0 to 1. */
  together: number;
  /** Invitations whose answers are waited for no longer. */
  waitedFor: number;
  /** Absent where nobody's silence is known. */
  brushedOff?: CellEstimate['brushedOff'];
}

const clipped = (net: number, { low, high }: Interval): number => Math.min(high, Math.max(low, net));

/**
 * SILENCE-6: fewer than ten answers, or an interval that says next to nothing because answers are few, is too few, and how many
 * would do is told. What more answers would not narrow, as doubt of how complaints are heard, makes none too few.
 *
 * @param half of the interval: all of it, and what more answers would not narrow
 */
const enough = (answers: number, half: { all: number; fixed: number }): number => {
  const room = (WIDEST / 2) ** 2 - half.fixed ** 2;
  const narrowed = half.all ** 2 - half.fixed ** 2;
  const wanted = 2 * half.all > WIDEST && room > 0 ? Math.ceil((answers * narrowed) / room) : 0;
  return Math.max(ENOUGH_ANSWERS, wanted);
};

/** Estimates of every cell under one assumption of how complaints are heard. */
const estimates = (heard: readonly Heard[], hearing: HearingOf): { cells: CellStrata[]; estimates: CellEstimate[] } => {
  const cells = heard.map(({ all, waitedFor, design }) => ({
    all: strataOf(all, hearing),
    waitedFor: strataOf(waitedFor, hearing),
    design,
  }));
  const model = fleetModel(cells);
  return { cells, estimates: cells.map((cell) => estimateCell(cell, model)) };
};

/** What differs from one assumption to another; of a large fleet the rest would be a lot to hold. */
type Figures = Pick<CellEstimate, 'net' | 'points'>;

const figuresUnder = (heard: readonly Heard[], hearing: HearingOf): Figures[] =>
  estimates(heard, hearing).estimates.map(({ net, points }) => ({ net, points }));

/** Ends of the 90 % interval by what a rate's interval does to a figure. */
const halfWidths = (ends: readonly (readonly [Figures[], Figures[]])[], i: number, figure: 'net' | 'points') =>
  ends.map(([low, high]) => ((high[i]?.[figure] ?? 0) - (low[i]?.[figure] ?? 0)) / 2);

const around = (value: number, variance: number, halves: readonly number[]): Interval => {
  const half = Math.sqrt(variance * REACH ** 2 + halves.reduce((sum, one) => sum + one ** 2, 0));
  return { low: value - half, high: value + half };
};

/** Nets lie between -100 and 100, so no two are further apart. */
const FURTHEST: Interval = { low: -200, high: 200 };

const hiddenBy = (estimate: CellEstimate, rates: readonly number[]): { gap: HiddenPoints; own: Own } => {
  const { low, high } = around(estimate.points, estimate.pointsVariance, rates);
  const own = { points: estimate.ownPoints, variance: estimate.ownVariance };
  return {
    gap: {
      points: clipped(estimate.points, FURTHEST),
      low: clipped(low, FURTHEST),
      high: clipped(high, FURTHEST),
      pValue: chanceThat(estimate.points, { low, high }, own),
    },
    own,
  };
};

/**
 * The cells of one metric, each corrected for silence and drawn to the others.
 *
 * @param heard of each cell, with at least one invitation
 */
export const compareMetric = (heard: readonly Heard[], assumptions: Assumptions): MetricResult[] => {
  const { cells, estimates: measured } = estimates(heard, assumptions.measured);
  const ends = assumptions.ends.map(([low, high]) => [figuresUnder(heard, low), figuresUnder(heard, high)] as const);
  return measured.map((estimate, i): MetricResult => {
    const { all, waitedFor, together } = heard[i] as Heard;
    const { all: strata } = cells[i] as CellStrata;
    const invited = invitedAmong(all);
    const answers = answersAmong(all);
    const silent = invited - answers;
    const told = pointsOf(strata.noComplaint) + pointsOf(strata.remedied) + pointsOf(strata.brushedOff);
    const bounds = { low: (told - 100 * silent) / invited, high: (told + 100 * silent) / invited };
    const bounded = ({ low, high }: Interval): Interval => ({ low: clipped(low, bounds), high: clipped(high, bounds) });
    const rates = halfWidths(ends, i, 'net');
    const interval = bounded(around(estimate.net, estimate.variance, rates));
    const half = (variance: number): number => (around(0, variance, rates).high - around(0, variance, rates).low) / 2;
    const result = { invited, together, waitedFor: invitedAmong(waitedFor), brushedOff: estimate.brushedOff };
    const needed = enough(answers, {
      all: Math.min((interval.high - interval.low) / 2, half(estimate.variance)),
      fixed: half(estimate.fixedVariance),
    });
    const hidden = estimate.isTold ? hiddenBy(estimate, halfWidths(ends, i, 'points')) : undefined;
    if (answers < needed) {
      return { ...result, adjusted: { tooFew: true, needed }, ...(hidden ? { rolledUp: hidden } : {}) };
    }
    const stratum = (name: StratumName) => ({
      // An estimate below 0 is of nobody.
      invited: Math.max(0, invitedOf(strata[name])),
      answers: Math.max(0, answersOf(strata[name])),
      net: estimate.nets[name],
    });
    return {
      ...result,
      adjusted: {
        net: clipped(estimate.net, bounds),
        ...interval,
        worst: bounds.low,
        middle: clipped(estimate.middle, bounds),
        best: bounds.high,
        method: 'silence',
        heardExactly: bounded(around(estimate.net, estimate.variance, [])),
        strata: {
          noComplaint: stratum('noComplaint'),
          remedied: stratum('remedied'),
          brushedOff: stratum('brushedOff'),
        },
      },
      ...hidden,
    };
  });
};
