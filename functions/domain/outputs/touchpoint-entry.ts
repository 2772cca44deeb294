import * as z from 'zod';
import { Metric } from '../message/scale.ts';
import { UNATTRIBUTED } from '../story/attribution.ts';
import { ENOUGH_ANSWERS, type Surveyed, type TouchpointSummary } from '../touchpoints/comparison.ts';
import type { TouchpointWhy } from '../why/touchpoint-why.ts';
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
    otherMetrics: z.array(SurveyedEntry).optional().describe('metrics that fewer customers were asked'),
  }),
  adjusted: z
    .union([
      z.object({
        net,
        low: net,
        high: net,
        worst: net,
        middle: net,
        best: net,
        method: z.string(),
      }),
      z.object({ tooFew: z.literal(true), needed: count.describe('answers that would be enough') }),
    ])
    .optional()
    .describe('the score corrected for silence; absent where it was not worked out'),
  gap: z.object({ points: z.number(), low: z.number(), high: z.number(), qValue: z.number() }).optional(),
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
  coverage: z
    .looseObject({
      unscored: count.describe('feedbacks with words that no sentiment is known of, parked or beyond the scorer'),
    })
    .optional()
    .describe('who is not heard'),
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
): TouchpointEntry => ({
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
  coverage: summary.coverage,
});
