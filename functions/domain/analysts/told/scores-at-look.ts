import { dayOf, type Instant } from '../../instant.ts';
import { rounded } from '../../outputs/compared.ts';
import { type CellComparison, isTooFew } from '../../silence/compared.ts';
import type { TouchpointSummary } from '../../touchpoints/comparison.ts';
import type { ScoresAtLook } from '../trend.ts';

/** Both scores of a touchpoint, as a look at the fleet found them: of the metric that most customers are asked. */
export const scoresAtLook = (
  { surveyed }: Pick<TouchpointSummary, 'surveyed'>,
  { metrics, gap }: CellComparison,
  at: Instant,
): ScoresAtLook => {
  const adjusted = metrics.find(({ metric }) => metric === surveyed.metric)?.adjusted;
  return {
    day: dayOf(at),
    surveyed: surveyed.net === null ? null : rounded(surveyed.net),
    ...(adjusted &&
      !isTooFew(adjusted) && {
        adjusted: { net: rounded(adjusted.net), low: rounded(adjusted.low), high: rounded(adjusted.high) },
      }),
    ...(gap && { points: rounded(gap.points) }),
  };
};
