import * as z from 'zod';
import { Metric } from '../message/scale.ts';
import { methods } from '../silence/compared.ts';
import { UNATTRIBUTED } from '../story/attribution.ts';
import { ENOUGH_ANSWERS, type Surveyed, type TouchpointSummary } from '../touchpoints/comparison.ts';
import type { TouchpointWhy } from '../why/touchpoint-why.ts';
import { CoverageEntry, coverageEntry } from './coverage.ts';
import { type Quoted, TouchpointWhyEntry, touchpointWhyEntry } from './why.ts';

const count = z.int().min(0);
const net = z.number().min(-100).max(100);
const share = z.number().min(0).max(1);

const IntervalEntry = z.object({ low: net, high: net });

const StratumEntry = z.object({
  invited: z.number().describe('corrected for complaints missed and made up in hearing; not a whole number'),
  answers: z.number(),
  net: net.describe('of those who answered, drawn to the fleet’s'),
});

const AdjustedEntry = z.union([
  z.object({
    net: net.describe('as it would be had all the invited answered'),
    low: net.describe('lower end of the 90 % interval'),
    high: net.describe('upper end of the 90 % interval'),
    worst: net.describe('all the silent unhappy'),
    middle: net.describe('the silent complainers unhappy, the other silent like those who answered'),
    best: net.describe('all the silent happy'),
    method: z
      .enum(methods)
      .describe('`silence`: corrected for who does not answer; `complaints-per-answer`: no invitations are known'),
    heardExactly: IntervalEntry.optional().describe('the 90 % interval if complaints were heard without error'),
    strata: z
      .object({ noComplaint: StratumEntry, remedied: StratumEntry, brushedOff: StratumEntry })
      .optional()
      .describe('the invited by what happened before they were asked'),
  }),
  z.object({ tooFew: z.literal(true), needed: count.describe('answers that would be enough') }),
]);

const PointsEntry = z.object({
  points: z.number().describe('points of net by which the answers look better than the invited are'),
  low: z.number().describe('lower end of the 90 % interval'),
  high: z.number().describe('upper end of the 90 % interval'),
});

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
  impact: z
    .object({
      perMonth: z.number().describe('customers a month of 30 days who were brushed off before they were asked'),
      shown: z.number().describe('of these, those who answered'),
    })
    .optional(),
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

export const touchpointEntry = (
  summary: TouchpointSummary,
  why?: TouchpointWhy,
  quoted: Quoted = () => undefined,
): TouchpointEntry => {
  const coverage = coverageEntry(summary.coverage, quoted);
  return {
    touchpoint: summary.touchpoint,
    location: summary.location ?? UNATTRIBUTED,
    surveyed: {
      ...surveyedEntry(summary.surveyed),
      ...(summary.otherMetrics.length > 0 ? { otherMetrics: summary.otherMetrics.map(surveyedEntry) } : {}),
    },
    ...(summary.tooFew ? { adjusted: { tooFew: true as const, needed: ENOUGH_ANSWERS } } : {}),
    complaints: summary.complaints,
    reviews: summary.reviews,
    ...(why && why.complaints > 0 ? { why: touchpointWhyEntry(why, quoted) } : {}),
    ...(coverage && { coverage }),
  };
};
