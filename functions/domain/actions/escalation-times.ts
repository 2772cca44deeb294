import type { Instant } from '../instant.ts';
import { addBusinessHours, type BusinessCalendar, subtractBusinessHours } from './business-calendar.ts';
import type { Team } from './team.ts';

/** As long as the shortest deadline: who is told more often does not do more. */
const LEAST_HOURS_BETWEEN = 8;

/** Working hours after which the last of a chain is told again, and again; none where nobody stands above the team. */
export const againAfterHours = ({ escalation }: Pick<Team, 'escalation'>): number | undefined => {
  const last = escalation.at(-1);
  return last && Math.max(last.afterHours, LEAST_HOURS_BETWEEN);
};

/** When a team, and those above it, are told of one deadline. */
export interface EscalationTimes {
  /** May lie before the action was raised, where its deadline is short; absent where the team wants no reminder. */
  remindAt?: Instant;
  /** Of each level, in order; none where nobody stands above the team. */
  levels: Instant[];
}

/**
 * DEADLINE-1: a team is reminded its working hours before the deadline, and each level of its chain is told its own after
 * the deadline, or after the level before.
 *
 * @param calendar the team's
 */
export const timesOf = (
  { escalation, remindHours }: Pick<Team, 'escalation' | 'remindHours'>,
  calendar: BusinessCalendar,
  dueAt: Instant,
): EscalationTimes => {
  let told = dueAt;
  const levels = escalation.map(({ afterHours }) => {
    told = addBusinessHours(told, afterHours, calendar);
    return told;
  });
  return { ...(remindHours > 0 ? { remindAt: subtractBusinessHours(dueAt, remindHours, calendar) } : {}), levels };
};
