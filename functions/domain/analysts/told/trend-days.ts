import { DAY, dayOf, type Instant, plus } from '../../instant.ts';
import type { Metric } from '../../message/scale.ts';
import type { CellDay } from '../../touchpoints/cell-day.ts';
import { complainingOn, type Days, HISTORY_DAYS } from '../../touchpoints/comparison.ts';
import type { TrendDay } from '../trend.ts';

/** The days that a trend is told of: today and those before, as many as a surge is held against. */
export const trendWindow = (now: Instant): Days => ({
  from: dayOf(plus(now, -(HISTORY_DAYS - 1) * DAY)),
  to: dayOf(now),
});

/**
 * What happened at a touchpoint day by day, the oldest first; days on which nothing did are left out.
 *
 * @param metric the one that most customers are asked; absent where nobody is
 */
export const trendOf = (days: readonly CellDay[], metric: Metric | undefined): TrendDay[] =>
  days
    .map((day): TrendDay => {
      const { invited = 0, top = 0, middle = 0, bottom = 0 } = (metric && day.surveys[metric]) ?? {};
      return { day: day.day, invited, top, middle, bottom, complaining: complainingOn(day).customers };
    })
    .filter(({ day: _, ...counts }) => Object.values(counts).some((count) => count > 0))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
