import type { ClockEntry } from '../domain/actions/clock-entry.ts';
import { type LocalWeek, weekDue } from '../domain/actions/local-week.ts';
import type { Owners } from '../domain/actions/owners.ts';
import { weekOf } from '../domain/actions/week.ts';
import type { WeekTold } from '../domain/events/event.ts';
import type { Instant } from '../domain/instant.ts';
import { log } from '../runtime/log.ts';
import { type ChangedActions, readWeek } from '../runtime/week-facts.ts';

/** What summing up a week reads and leaves. */
export interface WeekDeps {
  owners: Owners;
  actions: ChangedActions;
  weeks: {
    of(week: string): Promise<WeekTold | undefined>;
    /** Answers false where the week had been summed up. */
    add(week: LocalWeek, lines: string[], at: Instant): Promise<boolean>;
  };
}

/**
 * Sums a week up at the first run that may, of several at once by one. A run that has no time left, or breaks off, leaves
 * it to the next.
 */
export const makeWeeklySummary = ({ owners, actions, weeks }: WeekDeps) => {
  const calendar = owners.calendars[owners.answering];
  if (!calendar) throw new RangeError(`owners.json: no calendar "${owners.answering}"`);

  /**
   * @param entries all under the clock, as this run leaves them
   * @returns whether a week was summed up
   */
  return async (entries: readonly ClockEntry[], at: Instant, hasTime: () => boolean): Promise<boolean> => {
    const week = weekDue(calendar, at);
    if (!week || !hasTime() || (await weeks.of(week.week))) return false;
    const facts = await readWeek(actions, week, at, hasTime);
    if (!facts || !(await weeks.add(week, weekOf({ ...facts, entries, owners, at }, week), at))) return false;
    log.info('week.summed_up', { week: week.week });
    return true;
  };
};
