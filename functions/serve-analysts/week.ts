import { lastWeek } from '../domain/actions/local-week.ts';
import type { Owners } from '../domain/actions/owners.ts';
import type { WeekTold } from '../domain/events/event.ts';
import type { Instant } from '../domain/instant.ts';
import type { Answering } from './answering.ts';

/** Where weeks that were summed up are kept. */
export interface WeekDeps {
  owners: Owners;
  weeks: { of(week: string): Promise<WeekTold | undefined> };
}

/**
 * The last week that is over, and the one before it: on a Monday morning, before the calendar opens, that is the last one
 * that was summed up.
 */
const lastWeeks = (at: Instant, { calendars, answering }: Owners): string[] => {
  const calendar = calendars[answering];
  if (!calendar) throw new RangeError(`owners.json: no calendar "${answering}"`);
  const last = lastWeek(at, calendar);
  return [last.week, lastWeek(last.from, calendar).week];
};

/** Tells a week's summary. */
export const answerWeek = ({ owners, weeks }: WeekDeps): Answering<'week'> => ({
  week: async ({ query: { week: asked }, now }) => {
    for (const week of asked === undefined ? lastWeeks(now, owners) : [asked]) {
      const told = await weeks.of(week);
      if (told) return { kind: 'answered', answer: { week, ...told } };
    }
    if (asked === undefined) return { kind: 'answered', answer: { lines: [] } };
    return {
      kind: 'refused',
      code: 'not-found',
      detail: `the week ${asked} was not summed up`,
      fix: 'a week is summed up when the calendar of answering opens after it, and kept for two years',
    };
  },
});
