import { binomialTail, hypergeometricTail } from '../statistics/distributions.ts';
import { type RandomEffects, randomEffects } from '../statistics/random-effects.ts';
import type { Favourable } from '../touchpoints/said.ts';
import { ENOUGH_ANSWERS, type MetricResult } from './compare-metric.ts';
import { REACH } from './corrected-net.ts';
import type { Hearing } from './strata.ts';

/** What is known of a cell and metric where no invitations are. */
export interface AnswersAlone {
  top: number;
  middle: number;
  bottom: number;
  /** Distinct customers who complained unasked. */
  complaining: number;
  favourable: Favourable;
}

/**
 * Who complains need not have been asked, and how many were is not known: a quarter of the customers is taken to answer,
 * where surveys by text and e-mail get answers from a tenth to a half. Judgement, with that much doubt in the interval.
 */
export const ANSWER_SHARE = 0.25;
/** Standard deviation of its logarithm: a tenth to a half as a 90 % interval. */
const ANSWER_DOUBT = Math.log(0.5 / 0.1) / (2 * REACH);

/** Complaints that could have come, those that did, and what a complaint beyond the fleet's takes from the net. */
interface Counted {
  of: number;
  complaining: number;
  /** Points of net for each complaint a unit beyond the fleet's. */
  worth: number;
}

const answersIn = ({ top, middle, bottom }: AnswersAlone): number => top + middle + bottom;
const netIn = (cell: AnswersAlone): number => (100 * (cell.top - cell.bottom)) / answersIn(cell);

/** The net if everybody who complains were unhappy, whatever score was given. */
const believed = ({ top, bottom, complaining, favourable, ...cell }: AnswersAlone): number =>
  (100 * (top - bottom) - 200 * favourable.complaining - 100 * complaining) /
  (answersIn({ top, bottom, complaining, favourable, ...cell }) + complaining);

/** What complaints beyond the fleet's share take from the net, in points, each 100 times a share. */
interface Excess {
  points: number;
  variance: number;
  pValue: number | undefined;
}

const NOTHING: Excess = { points: 0, variance: 0, pValue: undefined };

/** Each cell's share of complaints against the fleet's, drawn to it as nets are. */
const excessOf = (counted: readonly Counted[], tail: (cell: Counted, all: Counted) => number): Excess[] => {
  const all = counted.reduce(
    (sum, { of, complaining }) => ({ of: sum.of + of, complaining: sum.complaining + complaining, worth: 0 }),
    { of: 0, complaining: 0, worth: 0 },
  );
  const usual = (all.complaining + 0.5) / (all.of + 1);
  const spread = 100 ** 2 * Math.max(usual * Math.max(0.1, 1 - usual), 1e-4);
  const told = counted.filter(({ of }) => of >= ENOUGH_ANSWERS);
  const fleet: RandomEffects = randomEffects(
    told.map(({ of, complaining }) => ({ mean: (100 * complaining) / of, variance: spread / of, covariate: 0 })),
  );
  return counted.map((cell) => {
    if (cell.of < ENOUGH_ANSWERS) return NOTHING;
    const own = fleet.between / (fleet.between + spread / cell.of);
    const beyond = own * ((100 * cell.complaining) / cell.of - fleet.expected(0));
    return {
      points: beyond * cell.worth,
      variance: (own * (spread / cell.of) + fleet.uncertainty(0)) * cell.worth ** 2,
      pValue: tail(cell, all),
    };
  });
};

/** Of several tests the surest counts, as often as there are tests (Bonferroni). */
const surest = (pValues: readonly (number | undefined)[]): number => {
  const told = pValues.filter((p) => p !== undefined);
  return told.length === 0 ? 1 : Math.min(1, told.length * Math.min(...told));
};

/**
 * SILENCE-7: where no invitations are known, nobody's silence is; a cell is dark where, per answer, more customers complain
 * than elsewhere: unasked, or in their own words beside a favourable score. Each complaint beyond the fleet's share counts as
 * a customer whom the score does not show.
 */
export const compareAnswers = (cells: readonly AnswersAlone[], hearing: Hearing): MetricResult[] => {
  const heard = hearing.sensitivity - hearing.falsePositiveRate;
  const beside = excessOf(
    cells.map((cell) => ({
      of: cell.favourable.worded,
      complaining: cell.favourable.complaining,
      // A favourable score that complains counts in the middle: it is not unfavourable either.
      worth: cell.top / answersIn(cell) / heard,
    })),
    (cell, all) => hypergeometricTail(cell.complaining, { drawn: cell.of, marked: all.complaining, all: all.of }),
  );
  const unasked = excessOf(
    cells.map((cell) => ({
      of: answersIn(cell),
      complaining: cell.complaining,
      worth: ((100 + netIn(cell)) / 100 / heard) * ANSWER_SHARE,
    })),
    (cell, all) => binomialTail(cell.complaining, all.complaining, cell.of / all.of),
  );
  const complain = unasked.some((_, i) => (cells[i] as AnswersAlone).complaining > 0);
  const spoken = beside.some((_, i) => (cells[i] as AnswersAlone).favourable.complaining > 0);
  const usual = cells.map((cell) => {
    const n = answersIn(cell);
    return {
      mean: netIn(cell),
      variance: Math.max(500, (100 ** 2 * (cell.top + cell.bottom)) / n - netIn(cell) ** 2) / n,
      covariate: 0,
    };
  });
  const nets = randomEffects(usual.filter((_, i) => answersIn(cells[i] as AnswersAlone) >= ENOUGH_ANSWERS));
  return cells.map((cell, i): MetricResult => {
    const answers = answersIn(cell);
    const result = { invited: answers, together: 1, waitedFor: answers };
    if (answers < ENOUGH_ANSWERS) return { ...result, adjusted: { tooFew: true, needed: ENOUGH_ANSWERS } };
    const { variance: sampling } = usual[i] as { variance: number };
    const own = nets.between / (nets.between + sampling);
    const net = own * netIn(cell) + (1 - own) * nets.expected(0);
    const netVariance = own * sampling + (1 - own) ** 2 * nets.uncertainty(0);
    const [words, texts] = [beside[i] ?? NOTHING, unasked[i] ?? NOTHING];
    const points = words.points + texts.points;
    // Who complains less than elsewhere is not better than the answers say.
    const hidden = Math.max(0, points);
    const variance = words.variance + texts.variance + (texts.points * ANSWER_DOUBT) ** 2;
    const corrected = Math.min(100, Math.max(-100, net - hidden));
    const half = REACH * Math.sqrt(netVariance + variance);
    return {
      ...result,
      adjusted: {
        net: corrected,
        low: Math.max(-100, corrected - half),
        high: Math.min(100, corrected + half),
        worst: -100,
        middle: believed(cell),
        best: 100,
        method: 'complaints-per-answer',
      },
      gap: {
        points,
        low: points - REACH * Math.sqrt(variance),
        high: points + REACH * Math.sqrt(variance),
        pValue: surest([spoken ? words.pValue : undefined, complain ? texts.pValue : undefined]),
      },
    };
  });
};
