import * as z from 'zod';
import {
  type CorrectedNet,
  type HiddenPoints,
  type Interval,
  isTooFew,
  methods,
  type StratumTold,
  type TooFew,
} from '../silence/compared.ts';

const count = z.int().min(0);
const net = z.number().min(-100).max(100);

const IntervalEntry = z.object({ low: net, high: net });

const StratumEntry = z.object({
  invited: z.number().describe('corrected for complaints missed and made up in hearing; not a whole number'),
  answers: z.number(),
  net: net.describe('of those who answered, drawn to the fleet’s'),
});

/** A score corrected for silence. */
export const AdjustedEntry = z.union([
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

/** Customers who were brushed off before they were asked, a month of 30 days. */
export const ImpactEntry = z.object({
  perMonth: z.number().describe('customers a month of 30 days who were brushed off before they were asked'),
  shown: z.number().describe('of these, those who answered'),
});

/** What silence hides. */
export const PointsEntry = z.object({
  points: z.number().describe('points of net by which the answers look better than the invited are'),
  low: z.number().describe('lower end of the 90 % interval'),
  high: z.number().describe('upper end of the 90 % interval'),
});

/** Figures are told to the hundredth of a point. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

const intervalEntry = ({ low, high }: Interval): Interval => ({ low: rounded(low), high: rounded(high) });

const stratumEntry = ({ invited, answers, net: ofAnswers }: StratumTold): StratumTold => ({
  invited: rounded(invited),
  answers: rounded(answers),
  net: rounded(ofAnswers),
});

export const adjustedEntry = (adjusted: CorrectedNet | TooFew): z.infer<typeof AdjustedEntry> => {
  if (isTooFew(adjusted)) return adjusted;
  const { worst, middle, best, method, heardExactly, strata } = adjusted;
  return {
    net: rounded(adjusted.net),
    ...intervalEntry(adjusted),
    worst: rounded(worst),
    middle: rounded(middle),
    best: rounded(best),
    method,
    ...(heardExactly ? { heardExactly: intervalEntry(heardExactly) } : {}),
    ...(strata
      ? {
          strata: {
            noComplaint: stratumEntry(strata.noComplaint),
            remedied: stratumEntry(strata.remedied),
            brushedOff: stratumEntry(strata.brushedOff),
          },
        }
      : {}),
  };
};

export const pointsEntry = ({ points, low, high }: HiddenPoints): z.infer<typeof PointsEntry> => ({
  points: rounded(points),
  ...intervalEntry({ low, high }),
});
