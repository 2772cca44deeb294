import type { Interval } from '../../../functions/domain/silence/compared.ts';
import { areaUnderCurve } from '../confusion.ts';
import type { CellOutcome, Outcome, ScoreOutcome, Told } from './measure.ts';

/** Beside 90 % intervals. */
const OUTSIDE = 0.1;
/** A cell is dark from 8 points of net that its silence hides, fair below 4; between the two it counts for neither. */
export const DARK_FROM = 8;
export const FAIR_BELOW = 4;

export const isTrulyDark = ({ hidden }: { hidden: number }): boolean => hidden >= DARK_FROM;
export const isTrulyFair = ({ hidden }: { hidden: number }): boolean => hidden < FAIR_BELOW;

/** `undefined` where there is nothing to average. */
type Figure = number | undefined;

const mean = (values: readonly number[]): Figure =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;

const rootMeanSquare = (values: readonly number[]): Figure => {
  const square = mean(values.map((value) => value * value));
  return square === undefined ? undefined : Math.sqrt(square);
};

const shareOf = <T>(items: readonly T[], is: (item: T) => boolean): Figure =>
  mean(items.map((item) => (is(item) ? 1 : 0)));

export const holds = ({ low, high }: Interval, value: number): boolean => low <= value && value <= high;

/**
 * Width of a 90 % interval, and 20 times how far the truth lies outside it: of honest intervals the narrowest scores least (Gneiting and
 * Raftery 2007, "Strictly proper scoring rules", eq. 43).
 */
export const intervalScore = ({ low, high }: Interval, truth: number): number =>
  high - low + (2 / OUTSIDE) * (Math.max(0, low - truth) + Math.max(0, truth - high));

/** How near one way of telling a score comes to the truth, in points of net. */
export interface Nearness {
  bias: Figure;
  rmse: Figure;
  /** Bias in cells that are dark. */
  darkBias: Figure;
  coverage: Figure;
  width: Figure;
  intervalScore: Figure;
}

type Judged = ScoreOutcome & Required<Pick<ScoreOutcome, 'surveyed' | 'adjusted'>>;

const nearness = (scores: readonly Judged[], of: (score: Judged) => Told): Nearness => {
  const errors = (some: readonly Judged[]) => some.map((score) => of(score).net - score.truth);
  return {
    bias: mean(errors(scores)),
    rmse: rootMeanSquare(errors(scores)),
    darkBias: mean(errors(scores.filter(isTrulyDark))),
    coverage: shareOf(scores, (score) => holds(of(score), score.truth)),
    width: mean(scores.map((score) => of(score).high - of(score).low)),
    intervalScore: mean(scores.map((score) => intervalScore(of(score), score.truth))),
  };
};

/** What a rule that tells cells is worth. */
export interface Detection {
  /** That a dark cell has the greater figure than a fair one. */
  auc: Figure;
  /** Of the dark, those told. */
  recall: Figure;
  /** Of those told that are dark or fair, the dark. */
  precision: Figure;
  /** Told of 100 fair ones. */
  falseAlarms: Figure;
}

const detection = (
  cells: readonly CellOutcome[],
  darkness: (cell: CellOutcome) => number,
  told: (cell: CellOutcome) => boolean,
): Detection => {
  const [dark, fair] = [cells.filter(isTrulyDark), cells.filter(isTrulyFair)];
  const alarms = shareOf(fair, told);
  return {
    auc: areaUnderCurve([...dark, ...fair].map((cell) => ({ is: isTrulyDark(cell), score: darkness(cell) }))),
    recall: shareOf(dark, told),
    precision: shareOf([...dark, ...fair].filter(told), isTrulyDark),
    falseAlarms: alarms === undefined ? undefined : 100 * alarms,
  };
};

export interface StudyFigures {
  cells: number;
  dark: number;
  /** Of the scores, those of too few answers; the others are what nearness is of. */
  tooFew: Figure;
  surveyed: Nearness;
  adjusted: Nearness;
  /** Of the corrected scores' errors over those of the surveyed, root mean squares. */
  errorRatio: Figure;
  /** Of the interval that takes complaints as heard without error. */
  coverageHeardExactly: Figure;
  /** Of worst to best. */
  boundsCoverage: Figure;
  gap: { bias: Figure; rmse: Figure; coverage: Figure };
  bySilence: Detection;
  bySurvey: Detection;
  byComplaints: Detection;
}

/** Less than any figure of a cell. */
const UNTOLD = -1e9;

/** The figures of a scenario, over the cells of all its worlds. */
export const figuresOf = (outcomes: readonly Outcome[]): StudyFigures => {
  const scores = outcomes.flatMap((outcome) => outcome.scores);
  const cells = outcomes.flatMap((outcome) => outcome.cells);
  const judged = scores.filter(
    (score): score is Judged => score.adjusted !== undefined && score.surveyed !== undefined,
  );
  const surveyed = nearness(judged, (score) => score.surveyed);
  const adjusted = nearness(judged, (score) => score.adjusted);
  const gaps = cells.flatMap(({ gap, hidden }) => (gap ? [{ ...gap, hidden }] : []));
  return {
    cells: cells.length,
    dark: cells.filter(isTrulyDark).length,
    tooFew: shareOf(scores, ({ adjusted }) => adjusted === undefined),
    surveyed,
    adjusted,
    errorRatio: surveyed.rmse && adjusted.rmse !== undefined ? adjusted.rmse / surveyed.rmse : undefined,
    coverageHeardExactly: shareOf(judged, ({ adjusted, truth }) => holds(adjusted.heardExactly, truth)),
    boundsCoverage: shareOf(judged, ({ adjusted: { worst, best }, truth }) => holds({ low: worst, high: best }, truth)),
    gap: {
      bias: mean(gaps.map(({ points, hidden }) => points - hidden)),
      rmse: rootMeanSquare(gaps.map(({ points, hidden }) => points - hidden)),
      coverage: shareOf(gaps, (gap) => holds(gap, gap.hidden)),
    },
    bySilence: detection(
      cells,
      ({ gap }) => gap?.points ?? UNTOLD,
      ({ told }) => told,
    ),
    bySurvey: detection(
      cells,
      ({ surveyed }) => surveyed.badness,
      ({ surveyed }) => surveyed.told,
    ),
    byComplaints: detection(
      cells,
      ({ complaints }) => complaints.perInvited,
      ({ complaints }) => complaints.told,
    ),
  };
};
