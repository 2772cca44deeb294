import { DAY, type Instant, plus } from '../instant.ts';
import { type Action, changed } from './action.ts';
import { addBusinessHours, type BusinessCalendar } from './business-calendar.ts';
import { type ClockEntry, clockEntry } from './clock-entry.ts';
import { againAfterHours, timesOf } from './escalation-times.ts';
import type { Owners } from './owners.ts';
import type { Team } from './team.ts';

/** Working hours that whoever takes up what is overdue has before it goes on. */
const WORKING_DAY_HOURS = 8;

/**
 * Days after which silence about an action that was said to be done is all that will come. Of a customer two weeks, as long
 * as complaints at one touchpoint join one matter; of a touchpoint a week more than the eight in which it can be judged.
 */
const QUIET_DAYS = { recover: 14, fix: 63, ask: 63 } as const;

/** What time does to an action. */
export type Due =
  | { kind: 'remind'; to: string[] }
  | { kind: 'escalate'; level: number; of: number; since: Instant; to: string[] }
  | { kind: 'unconfirmed' };

/** An owner's team, with the calendar its hours are counted in. */
interface Ways {
  team: Team;
  calendar: BusinessCalendar;
}

const waysOf = (owners: Owners, name: string): Ways | undefined => {
  const team = owners.teams[name];
  const calendar = team && owners.calendars[team.calendar];
  return calendar && { team, calendar };
};

/** Working hours from the level before, or the deadline, to a level; the last comes again and again. */
const waitFor = (team: Team, level: number): number =>
  team.escalation[level]?.afterHours ?? againAfterHours(team) ?? WORKING_DAY_HOURS;

/** When the first level falls due that was not told: from the deadline, or from when somebody last acted after it. */
const nextLevel = (entry: ClockEntry, { team, calendar }: Ways): { level: number; at: Instant } => {
  const { escalation, actedAt, dueAt } = entry;
  const acted = actedAt !== undefined && actedAt > dueAt && actedAt > (escalation?.at ?? '') ? actedAt : undefined;
  if (acted !== undefined) {
    return { level: 0, at: addBusinessHours(acted, Math.max(waitFor(team, 0), WORKING_DAY_HOURS), calendar) };
  }
  const level = escalation ? escalation.level + 1 : 0;
  return { level, at: addBusinessHours(escalation?.at ?? dueAt, waitFor(team, level), calendar) };
};

/**
 * CLOCK-2: what is overdue is carried up its owner's chain, each level its working hours after the one before, the last
 * again and again, until it is over; who takes it up meanwhile has a working day before the chain begins anew, and so has
 * the owner of one that had to wait for room. A run that comes late tells all the levels it missed at once.
 */
const escalationDue = (entry: ClockEntry, ways: Ways, at: Instant): Due | undefined => {
  const { team, calendar } = ways;
  let next = nextLevel(entry, ways);
  if (team.escalation.length === 0 || next.at > at) return undefined;
  const to = new Set<string>();
  let told = next;
  while (next.at <= at) {
    to.add((team.escalation[next.level] ?? team.escalation.at(-1))?.contact ?? team.contact);
    told = next;
    const level = next.level + 1;
    next = { level, at: addBusinessHours(next.at, waitFor(team, level), calendar) };
  }
  return { kind: 'escalate', level: told.level, of: team.escalation.length, since: told.at, to: [...to] };
};

/** CLOCK-1: an owner is reminded once of each deadline, some working hours before it, and of none that has passed. */
const reminderDue = (entry: ClockEntry, { team, calendar }: Ways, at: Instant): Due | undefined => {
  const { remindAt: from } = timesOf(team, calendar, entry.dueAt);
  const isTime = from !== undefined && from <= at && at < entry.dueAt;
  return isTime && entry.remindedAt === undefined ? { kind: 'remind', to: [team.contact] } : undefined;
};

/**
 * What the time does to an action: nothing to one that waits for room, whose owner has more than enough to do.
 *
 * CLOCK-3: what was said to be done and of which nothing was heard is `unconfirmed` after a time, never verified.
 *
 * @param at a run that was skipped is made good by the next; the same time asked again changes nothing more
 */
export const dueNow = (entry: ClockEntry, owners: Owners, at: Instant): Due | undefined => {
  switch (entry.status) {
    case 'open':
    case 'reopened':
    case 'acknowledged': {
      const ways = waysOf(owners, entry.owner.team);
      return ways && (escalationDue(entry, ways, at) ?? reminderDue(entry, ways, at));
    }
    case 'resolved': {
      const quiet = entry.endedAt !== undefined && plus(entry.endedAt, QUIET_DAYS[entry.kind] * DAY) <= at;
      return entry.isWatched && quiet ? { kind: 'unconfirmed' } : undefined;
    }
    default:
      return undefined;
  }
};

/** An action after what the time does to it; nothing where its time has not come. */
export const afterTime = (action: Action, owners: Owners, at: Instant): Action | undefined => {
  const due = dueNow(clockEntry(action), owners, at);
  switch (due?.kind) {
    case undefined:
      return undefined;
    case 'remind':
      return changed(
        action,
        { remindedAt: at },
        { at, by: 'clock', type: 'reminded', change: `due ${action.dueAt}`, to: due.to },
      );
    case 'escalate': {
      const { level, of, since, to } = due;
      const change = `overdue since ${action.dueAt}: level ${Math.min(level + 1, of)}${level < of ? '' : ', again'}`;
      return changed(action, { escalation: { level, at: since } }, { at, by: 'clock', type: 'escalated', change, to });
    }
    case 'unconfirmed':
      return changed(
        action,
        { status: 'unconfirmed' },
        { at, by: 'clock', type: 'unconfirmed', change: 'unconfirmed: nothing was heard since' },
      );
  }
};
