import { DAY, type Instant, millis, startOf } from '../instant.ts';
import type { Metric } from '../message/scale.ts';
import { addLagCounts, ageInDays, lagWithin, noLags } from '../touchpoints/answer-lag.ts';
import type { CellEvidence, MetricEvidence } from '../touchpoints/comparison.ts';
import { addHeard, answersIn, type HeardCounts, invitedIn } from '../touchpoints/heard-counts.ts';

/** Share of the answers that are waited for. */
export const WAITED_SHARE = 0.95;

/** Whole days within which 95 % of the answers to a fleet's invitations come. */
export const answerLagOf = (cells: readonly CellEvidence[]): number => {
  const lags = noLags();
  for (const { metrics } of cells) for (const metric of metrics) addLagCounts(lags, metric.lags);
  return lagWithin(lags, WAITED_SHARE);
};

export const invitedAmong = (counts: HeardCounts): number =>
  Object.values(counts).reduce((sum, group) => sum + invitedIn(group), 0);
export const answersAmong = (counts: HeardCounts): number =>
  Object.values(counts).reduce((sum, group) => sum + answersIn(group), 0);

/**
 * How alike a customer's own invitations are, answered or not and with what score, beyond those of others: an intraclass
 * correlation, in Kish's (1965) design effect `1 + (invitations a customer - 1) x this`. Judgement.
 */
const ALIKE = 0.5;

/** What was heard of a cell's invited. */
export interface Heard {
  all: HeardCounts;
  /** Of those whose answers are waited for no longer. */
  waitedFor: HeardCounts;
  /** Design effect, at least 1: answers of one customer say less than those of several. */
  design: number;
  /** Share of the invited who were asked another metric in the same questionnaire. */
  together: number;
}

/**
 * SILENCE-1: shares are taken of invitations older than the lag within which 95 % of the answers come; where these are less
 * than half of all, as in a short window, of all.
 */
export const heardIn = ({ older, young, again, beside }: MetricEvidence, lagDays: number, asOf: Instant): Heard => {
  const all: HeardCounts = {};
  const waitedFor: HeardCounts = {};
  addHeard(all, older);
  addHeard(waitedFor, older);
  for (const { day, heard } of young) {
    addHeard(all, heard);
    if (ageInDays(day, asOf) > lagDays) addHeard(waitedFor, heard);
  }
  const invited = invitedAmong(all);
  const perCustomer = invited / Math.max(1, invited - again);
  const design = 1 + (perCustomer - 1) * ALIKE;
  return {
    all,
    design,
    together: Math.min(1, beside / Math.max(1, invited)),
    waitedFor: 2 * invitedAmong(waitedFor) < invited ? all : waitedFor,
  };
};

/** Whether so few invitations are known, beside answers nobody announced, that silence is not told. */
export const lacksInvitations = ({ unasked }: MetricEvidence, { all }: Heard): boolean =>
  2 * unasked > answersAmong(all);

/** Whole days a fleet's window covers, at least 1: from the first day anything is known of, where the window begins before. */
export const daysCovered = (cells: readonly CellEvidence[]): number => {
  const from = cells.map(({ days }) => days.from).sort()[0];
  const to = cells
    .map(({ window }) => window.to)
    .sort()
    .at(-1);
  return from === undefined || to === undefined ? 1 : 1 + (millis(startOf(to)) - millis(startOf(from))) / DAY;
};

/** The metrics that any cell was asked, by name. */
export const metricsOf = (cells: readonly CellEvidence[]): Metric[] => [
  ...new Set(cells.flatMap(({ metrics }) => metrics.map(({ metric }) => metric)).sort()),
];
