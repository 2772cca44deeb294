import * as z from 'zod';
import { Metric } from '../message/scale.ts';
import type { CellComparison } from '../silence/compared.ts';
import type { SurgeComparison } from '../silence/surge.ts';
import { UNATTRIBUTED } from '../story/attribution.ts';
import type { Surveyed, TouchpointSummary } from '../touchpoints/comparison.ts';
import type { TouchpointWhy } from '../why/touchpoint-why.ts';
import { AdjustedEntry, adjustedEntry, ImpactEntry, PointsEntry, pointsEntry, rounded } from './compared.ts';
import { CoverageEntry, coverageEntry } from './coverage.ts';
import { type Quoted, TouchpointWhyEntry, touchpointWhyEntry } from './why.ts';

const count = z.int().min(0);
const net = z.number().min(-100).max(100);
const share = z.number().min(0).max(1);

const SurveyedEntry = z.object({
  metric: Metric.optional(),
  net: net.nullable().describe('100 x (share of top - share of bottom); null where nobody gave a score'),
  n: count.describe('answers with a score'),
  invited: count.describe('asked, held back from being asked, or answered unasked; bounced left out'),
  responseRate: share.nullable().describe('n / invited; null where nobody was asked'),
});

/** One entry of `touchpoints.json`: a touchpoint at a location over the window. */
export const TouchpointEntry = z.object({
  touchpoint: z.string(),
  location: z.string().describe('`unattributed` where nobody told one'),
  surveyed: SurveyedEntry.extend({
    otherMetrics: z
      .array(SurveyedEntry.extend({ adjusted: AdjustedEntry.optional(), gap: PointsEntry.optional() }))
      .optional()
      .describe('metrics that fewer customers were asked'),
  }),
  adjusted: AdjustedEntry.optional().describe('the score corrected for silence; absent where it was not worked out'),
  gap: PointsEntry.extend({
    qValue: share.describe('false discovery rate, over all touchpoints compared, at which it would just be told'),
  })
    .optional()
    .describe('what silence hides, of all metrics together'),
  impact: ImpactEntry.optional(),
  daily: z
    .array(
      z.object({
        day: z.iso.date(),
        complaining: count.describe('distinct customers who complained unasked'),
        expected: z.number().optional().describe('by its own history and weekday; absent where it was not worked out'),
      }),
    )
    .optional()
    .describe('complaining customers by UTC day, days without any left out'),
  complaints: z.object({
    customers: count.describe(
      'distinct customers who complained unasked; an anonymous complaint counts as one; at least so many where over 10,000 complained in a day',
    ),
    share: share
      .nullable()
      .describe('of the invited, those who had complained before they were asked; null where nobody was asked'),
  }),
  reviews: z.object({ net: net.nullable(), n: count }),
  why: TouchpointWhyEntry.optional().describe('absent where nothing complains, or it was not worked out yet'),
  coverage: CoverageEntry.optional().describe('who is not heard; absent where it was not worked out'),
});
export type TouchpointEntry = z.infer<typeof TouchpointEntry>;

const surveyedEntry = ({ metric, ...rest }: Surveyed): z.infer<typeof SurveyedEntry> => ({
  ...(metric ? { metric } : {}),
  ...rest,
});

/** What is told of a touchpoint beside its summary. */
export interface ToldOf {
  comparison?: CellComparison | undefined;
  surge?: SurgeComparison | undefined;
  why?: TouchpointWhy | undefined;
  quoted?: Quoted;
}

export const touchpointEntry = (
  summary: TouchpointSummary,
  { comparison, surge, why, quoted = () => undefined }: ToldOf = {},
): TouchpointEntry => {
  const byMetric = new Map(comparison?.metrics.map((one) => [one.metric, one]));
  const compared = (surveyed: Surveyed) => (surveyed.metric ? byMetric.get(surveyed.metric) : undefined);
  const main = compared(summary.surveyed);
  const coverage = coverageEntry(summary.coverage, quoted);
  const daily = surge
    ? surge.daily.map(({ day, complaining, expected }) => ({ day, complaining, expected: rounded(expected) }))
    : (summary.evidence?.complaining ?? [])
        .filter(({ day }) => day >= summary.window.from && day <= summary.window.to)
        .map(({ day, customers }) => ({ day, complaining: customers }));
  return {
    touchpoint: summary.touchpoint,
    location: summary.location ?? UNATTRIBUTED,
    surveyed: {
      ...surveyedEntry(summary.surveyed),
      ...(summary.otherMetrics.length > 0
        ? {
            otherMetrics: summary.otherMetrics.map((surveyed) => {
              const one = compared(surveyed);
              return {
                ...surveyedEntry(surveyed),
                ...(one ? { adjusted: adjustedEntry(one.adjusted) } : {}),
                ...(one?.gap ? { gap: pointsEntry(one.gap) } : {}),
              };
            }),
          }
        : {}),
    },
    ...(main ? { adjusted: adjustedEntry(main.adjusted) } : {}),
    ...(comparison?.gap ? { gap: { ...pointsEntry(comparison.gap), qValue: Math.min(1, comparison.gap.qValue) } } : {}),
    ...(comparison?.impact
      ? { impact: { perMonth: rounded(comparison.impact.perMonth), shown: rounded(comparison.impact.shown) } }
      : {}),
    ...(daily.length > 0 ? { daily } : {}),
    complaints: summary.complaints,
    reviews: summary.reviews,
    ...(why && why.complaints > 0 ? { why: touchpointWhyEntry(why, quoted) } : {}),
    ...(coverage && { coverage }),
  };
};
