import type { DigestTold } from '../events/event.ts';
import type { Day, Instant } from '../instant.ts';
import { addBusinessHours, type BusinessCalendar, localDay } from './business-calendar.ts';
import { type ClockEntry, isOver } from './clock-entry.ts';
import { pointsOf } from './priority.ts';
import type { Team } from './team.ts';

/** Actions named in a digest: what one can begin today. */
const NAMED = 10;

/** Orders what is to be done: by priority, its points, the deadline. */
export const byUrgency = (
  a: Pick<ClockEntry, 'priority' | 'parts' | 'dueAt' | 'id'>,
  b: Pick<ClockEntry, 'priority' | 'parts' | 'dueAt' | 'id'>,
): number =>
  a.priority.localeCompare(b.priority) ||
  pointsOf(b.parts) - pointsOf(a.parts) ||
  a.dueAt.localeCompare(b.dueAt) ||
  a.id.localeCompare(b.id);

/** CLOCK-4: a team gets one digest a day that it works, from when it opens, as long as it has anything to do. */
export const digestDay = (calendar: BusinessCalendar, at: Instant): Day | undefined => {
  const opensNext = addBusinessHours(at, 0, calendar);
  return opensNext === at ? localDay(at, calendar) : undefined;
};

/**
 * What a team has to do this day.
 *
 * @param entries its actions, in any order
 * @returns nothing where there is nothing to do
 */
export const digestOf = (
  team: Team,
  entries: readonly ClockEntry[],
  calendar: BusinessCalendar,
  at: Instant,
): DigestTold | undefined => {
  const unfinished = entries.filter((entry) => !isOver(entry));
  if (unfinished.length === 0) return undefined;
  const day = localDay(at, calendar);
  const [queued, open] = [
    unfinished.filter(({ status }) => status === 'queued'),
    unfinished.filter(({ status }) => status !== 'queued'),
  ];
  const [oldestQueuedAt] = queued.map(({ openedAt }) => openedAt).sort();
  return {
    team: team.team,
    contact: team.contact,
    day,
    open: open.length,
    dueToday: open.filter(({ dueAt }) => dueAt >= at && localDay(dueAt, calendar) === day).length,
    overdue: open.filter(({ dueAt }) => dueAt < at).length,
    queued: queued.length,
    ...(oldestQueuedAt ? { oldestQueuedAt } : {}),
    top: open
      .sort(byUrgency)
      .slice(0, NAMED)
      .map(({ id, title, priority, dueAt, status }) => ({ id, title, priority, dueAt, status })),
  };
};
