import type { RatesFile } from '../calibration/hearing-rates.ts';
import type { Instant } from '../instant.ts';
import type { Metric } from '../message/scale.ts';
import { qValues } from '../statistics/false-discovery.ts';
import type { CellEvidence, MetricEvidence } from '../touchpoints/comparison.ts';
import type { HeardCounts } from '../touchpoints/heard-counts.ts';
import { cellKey, cellOf } from '../touchpoints/tally-row.ts';
import { chanceThat, type Own } from './chance.ts';
import { compareMetric, type MetricResult } from './compare-metric.ts';
import type { CellComparison, FleetComparison, HiddenPoints, Impact } from './compared.ts';
import { type AnswersAlone, compareAnswers } from './complaints-per-answer.ts';
import {
  answerLagOf,
  daysCovered,
  type Heard,
  heardIn,
  invitedAmong,
  lacksInvitations,
  metricsOf,
} from './evidence.ts';
import { assumptionsOf } from './hearing-assumptions.ts';
import { compareGroups } from './rolled-up.ts';

const MONTH_DAYS = 30;

/** One cell's metric, before it is compared. */
interface Asked {
  cell: CellEvidence;
  evidence: MetricEvidence;
  heard: Heard;
}

const classesIn = (counts: HeardCounts): Pick<AnswersAlone, 'top' | 'middle' | 'bottom'> => {
  const sum = { top: 0, middle: 0, bottom: 0 };
  for (const [top, middle, bottom] of Object.values(counts)) {
    sum.top += top;
    sum.middle += middle;
    sum.bottom += bottom;
  }
  return sum;
};

const answersAlone = ({ cell, evidence, heard }: Asked): AnswersAlone => ({
  ...classesIn(heard.all),
  complaining: cell.complaining
    .filter(({ day }) => day >= cell.window.from && day <= cell.window.to)
    .reduce((sum, { customers }) => sum + customers, 0),
  favourable: evidence.favourable,
});

/**
 * A cell's metrics as one, weighted by the invited. Metrics of one questionnaire are answered or not as one, so by the share of
 * those chances go together; what hearing and the fleet may err by goes together in any case, so ends are averaged.
 */
export const combined = (results: readonly MetricResult[]): { gap: HiddenPoints; own: Own } | undefined => {
  const told = results.filter((result) => result.gap !== undefined);
  const all = told.reduce((sum, { waitedFor }) => sum + waitedFor, 0);
  if (told.length === 0 || all === 0) return undefined;
  const [first] = told;
  if (told.length === 1 && first?.gap) return { gap: first.gap, own: first.own ?? { points: 0, variance: 0 } };
  const weighed = (figure: (result: MetricResult) => number): number =>
    told.reduce((sum, result) => sum + (result.waitedFor / all) * figure(result), 0);
  const squares = (figure: (result: MetricResult) => number): number =>
    told.reduce((sum, result) => sum + ((result.waitedFor / all) * figure(result)) ** 2, 0);
  const points = weighed(({ gap }) => gap?.points ?? 0);
  const deviation = ({ own: alone }: MetricResult): number => Math.sqrt(alone?.variance ?? 0);
  const together = weighed((result) => result.together);
  const own = {
    points: weighed(({ own: alone }) => alone?.points ?? 0),
    variance: (1 - together) * squares(deviation) + together * weighed(deviation) ** 2,
  };
  const ends = {
    low: points - weighed(({ gap }) => (gap ? gap.points - gap.low : 0)),
    high: points + weighed(({ gap }) => (gap ? gap.high - gap.points : 0)),
  };
  const leastOf = (pValues: readonly number[]): number => pValues.reduce((least, p) => Math.min(least, p), 1);
  const pValue =
    own.variance > 0
      ? chanceThat(points, ends, own)
      : Math.min(1, told.length * leastOf(told.map(({ gap }) => gap?.pValue ?? 1)));
  return { gap: { points, ...ends, pValue }, own };
};

/**
 * Customers a month over all metrics: each invitation is of one, but of metrics that are asked in one questionnaire only the
 * most counts.
 */
const impactOf = (results: readonly MetricResult[], days: number): Impact | undefined => {
  const known = results.flatMap(({ brushedOff, invited, waitedFor, together }) => {
    if (!brushedOff || waitedFor === 0) return [];
    const monthly = ((invited / waitedFor) * MONTH_DAYS) / days;
    const shown = Math.min(brushedOff.answers, brushedOff.invited) * monthly;
    return [{ perMonth: brushedOff.invited * monthly, shown, together }];
  });
  if (known.length === 0) return undefined;
  const added = (figure: 'perMonth' | 'shown'): number => {
    const apart = known.reduce((sum, one) => sum + one[figure] * (1 - one.together), 0);
    return apart + Math.max(...known.map((one) => one[figure] * one.together));
  };
  return { perMonth: added('perMonth'), shown: added('shown') };
};

const compareOneMetric = (
  metric: Metric,
  cells: readonly CellEvidence[],
  lagDays: number,
  asOf: Instant,
  assumptions: ReturnType<typeof assumptionsOf>,
): Map<CellEvidence, MetricResult> => {
  const asked = cells.flatMap((cell): Asked[] => {
    const evidence = cell.metrics.find((one) => one.metric === metric);
    if (!evidence) return [];
    const heard = heardIn(evidence, lagDays, asOf);
    return invitedAmong(heard.all) > 0 ? [{ cell, evidence, heard }] : [];
  });
  const [alone, announced] = [
    asked.filter(({ evidence, heard }) => lacksInvitations(evidence, heard)),
    asked.filter(({ evidence, heard }) => !lacksInvitations(evidence, heard)),
  ];
  const corrected = compareMetric(
    announced.map(({ heard }) => heard),
    assumptions,
  );
  const compared = compareAnswers(alone.map(answersAlone), assumptions.measured('', ''));
  return new Map([
    ...announced.map(({ cell }, i) => [cell, corrected[i] as MetricResult] as const),
    ...alone.map(({ cell }, i) => [cell, compared[i] as MetricResult] as const),
  ]);
};

/**
 * SILENCE-8: compares all cells: each metric with the same metric elsewhere, levels of several never mixed; gaps of a cell's
 * metrics as one, and false discoveries counted over all cells that tell one. The order of the cells makes no difference.
 */
export const compareFleet = (given: readonly CellEvidence[], rates: RatesFile, asOf: Instant): FleetComparison => {
  // Sums of fractions come out the same only in the same order.
  const cells = [...given].sort((a, b) => (cellKey(a) < cellKey(b) ? -1 : 1));
  const assumptions = assumptionsOf(rates);
  const lagDays = answerLagOf(cells);
  const days = daysCovered(cells);
  const byMetric = new Map(
    metricsOf(cells).map((metric) => [metric, compareOneMetric(metric, cells, lagDays, asOf, assumptions)]),
  );
  const results = cells.map((cell) =>
    cell.metrics.flatMap(({ metric }) => {
      const result = byMetric.get(metric)?.get(cell);
      return result ? [{ metric, result }] : [];
    }),
  );
  const gaps = results.map((ofCell) => combined(ofCell.map(({ result }) => result)));
  const told = gaps.flatMap((one) => (one ? [one.gap.pValue] : []));
  const q = qValues(told)[Symbol.iterator]();
  const compared = cells.map((cell, i): CellComparison => {
    const ofCell = results[i] ?? [];
    const gap = gaps[i]?.gap;
    const impact = impactOf(
      ofCell.map(({ result }) => result),
      days,
    );
    return {
      ...cellOf(cell),
      metrics: ofCell.map(({ metric, result }) => ({
        metric,
        adjusted: result.adjusted,
        ...(result.gap ? { gap: result.gap } : {}),
      })),
      ...(gap ? { gap: { ...gap, qValue: q.next().value ?? 1 } } : {}),
      ...(impact ? { impact } : {}),
    };
  });
  const groups = compareGroups(
    compared.flatMap((cell, i) => {
      const ofCell = results[i] ?? [];
      const one = combined(ofCell.map(({ result }) => ({ ...result, ...result.rolledUp })));
      const weight = ofCell[0]?.result.invited ?? 0;
      return one && one.own.variance > 0 && cell.impact
        ? [{ cell: cellOf(cell), weight, gap: one.gap, own: one.own, impact: cell.impact }]
        : [];
    }),
  );
  const place = new Map(cells.map((cell, i) => [cell, compared[i] as CellComparison]));
  return { lagDays, cells: given.map((cell) => place.get(cell) as CellComparison), groups };
};
