import type { Instant } from '../instant.ts';
import { HOUR, plus } from '../instant.ts';
import { addBusinessHours, type BusinessCalendar, businessHoursBetween } from './business-calendar.ts';
import type { Team } from './team.ts';

/** Times at which a deadline is told of. */
export const timesOf = (team: Team, calendar: BusinessCalendar, dueAt: Instant): { remindAt?: Instant } => {
  if (team.remindHours === 0) return {};
  let from = plus(dueAt, -team.remindHours * HOUR);
  while (businessHoursBetween(from, dueAt, calendar) < team.remindHours) from = plus(from, -HOUR);
  return { remindAt: addBusinessHours(from, 0, calendar) };
};
