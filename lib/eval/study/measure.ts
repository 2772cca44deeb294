import type { RatesFile } from '../../../functions/domain/calibration/hearing-rates.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import {
  type FleetComparison,
  type Interval,
  isTooFew,
  type MetricComparison,
} from '../../../functions/domain/silence/compared.ts';
import { isDark } from '../../../functions/domain/silence/dark.ts';
import { normalQuantile } from '../../../functions/domain/statistics/distributions.ts';
import type { CellEvidence, MetricEvidence, Surveyed } from '../../../functions/domain/touchpoints/comparison.ts';
import { evidenceOf, type SeenCell, type SeenFleet } from './seen.ts';
import type { MetricTruth } from './truth.ts';
import type { CellType } from './world-settings.ts';

export type Compare = (cells: readonly CellEvidence[], rates: RatesFile, asOf: Instant) => FleetComparison;

/** A net score with its interval. */
export interface Told extends Interval {
  net: number;
}

/** A metric's score at a cell: the truth, and what two ways of reading tell. */
export interface ScoreOutcome {
  type: CellType;
  /** Of the answers alone, with the usual interval of a share; absent where nobody answered. */
  surveyed?: Told;
  truth: number;
  hidden: number;
  /** Corrected for silence; absent where answers are too few. */
  adjusted?: Told & { worst: number; best: number; heardExactly: Interval };
}

/** What three rules say of a cell; the greater a figure, the darker. */
export interface CellOutcome {
  type: CellType;
  hidden: number;
  /** Points that silence explains; absent where nothing can be told. */
  gap?: Interval & { points: number };
  /** Told on this one look. */
  told: boolean;
  surveyed: { badness: number; told: boolean };
  complaints: { perInvited: number; told: boolean };
}

export interface Outcome {
  scores: ScoreOutcome[];
  cells: CellOutcome[];
}

/** Of a fleet, what each naive rule tells. */
const NAIVE_SHARE = 0.1;
const Z = normalQuantile(0.95);
/** Of which nothing is told: fairer than all others. */
const NOTHING = -1e9;

/** The interval of a difference of two shares of one sample (multinomial, Wald). */
const surveyedOf = ({ net, n }: Surveyed, evidence: MetricEvidence | undefined): Told | undefined => {
  if (net === null || n === 0) return undefined;
  const groups = [evidence?.older ?? {}, ...(evidence?.young ?? []).map(({ heard }) => heard)].flatMap(Object.values);
  const extremes = groups.reduce((sum, [top, , bottom]) => sum + top + bottom, 0) / n;
  const half = Z * Math.sqrt(Math.max(0, 1e4 * extremes - net * net) / n);
  return { net, low: net - half, high: net + half };
};

const scoreOf = (
  { summary, type }: SeenCell,
  truth: MetricTruth,
  compared: MetricComparison | undefined,
): ScoreOutcome => {
  const surveyed = [summary.surveyed, ...summary.otherMetrics].find(({ metric }) => metric === truth.metric);
  const evidence = summary.evidence?.metrics.find(({ metric }) => metric === truth.metric);
  const told = surveyed && surveyedOf(surveyed, evidence);
  const outcome: ScoreOutcome = { type, truth: truth.net, hidden: truth.hidden, ...(told ? { surveyed: told } : {}) };
  if (!compared || isTooFew(compared.adjusted)) return outcome;
  const { net, low, high, worst, best, heardExactly = { low, high } } = compared.adjusted;
  return { ...outcome, adjusted: { net, low, high, worst, best, heardExactly } };
};

/** Whether each is among the greatest tenth, at least one of them. */
const greatest = (figures: readonly number[]): boolean[] => {
  const most = Math.max(1, Math.round(NAIVE_SHARE * figures.length));
  const ranked = figures.map((figure, i) => ({ figure, i })).sort((a, b) => b.figure - a.figure || a.i - b.i);
  const among = new Set(ranked.slice(0, most).map(({ i }) => i));
  return figures.map((_, i) => among.has(i));
};

/** What is told of a fleet against the truth. */
export const measure = (fleet: SeenFleet, compare: Compare, rates: RatesFile): Outcome => {
  const summaries = [...fleet.cells.map(({ summary }) => summary), ...fleet.placeless];
  const { cells: compared } = compare(summaries.flatMap(evidenceOf), rates, fleet.asOf);
  const badness = fleet.cells.map(({ summary }) => (summary.surveyed.net === null ? NOTHING : -summary.surveyed.net));
  const perInvited = fleet.cells.map(({ summary: { complaints, surveyed, otherMetrics } }) => {
    const invited = [surveyed, ...otherMetrics].reduce((sum, metric) => sum + metric.invited, 0);
    return invited === 0 ? NOTHING : complaints.customers / invited;
  });
  const [toldBySurvey, toldByComplaints] = [greatest(badness), greatest(perInvited)];
  const outcome: Outcome = { scores: [], cells: [] };
  fleet.cells.forEach((cell, i) => {
    const told = compared[i];
    for (const truth of cell.truth.metrics) {
      const metric = told?.metrics.find(({ metric }) => metric === truth.metric);
      outcome.scores.push(scoreOf(cell, truth, metric));
    }
    const gap = told?.gap;
    outcome.cells.push({
      type: cell.type,
      hidden: cell.truth.hidden,
      ...(gap ? { gap } : {}),
      told: gap !== undefined && isDark(gap),
      surveyed: { badness: badness[i] ?? NOTHING, told: toldBySurvey[i] ?? false },
      complaints: { perInvited: perInvited[i] ?? NOTHING, told: toldByComplaints[i] ?? false },
    });
  });
  return outcome;
};
