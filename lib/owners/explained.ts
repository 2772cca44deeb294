import { Temporal } from 'temporal-polyfill';
import { timesOf } from '../../functions/domain/actions/escalation-times.ts';
import { type Verdict, verdictsOf } from '../../functions/domain/actions/owners/verdicts.ts';
import { type Owner, type OwnerFacts, type Owners, ownerOf } from '../../functions/domain/actions/owners.ts';
import { dueAt, type Priority } from '../../functions/domain/actions/priority.ts';
import type { Instant } from '../../functions/domain/instant.ts';

/** An action that could be: what is known of it, when it is raised, how urgent it may turn out. */
export interface Question {
  facts: OwnerFacts;
  at: Instant;
  priorities: readonly Priority[];
}

/** A point in time by two clocks. */
export interface Moment {
  at: Instant;
  /** By the clock of the owner, to the minute, with its offset: `2026-03-06T16:00+00:00`. */
  local: string;
}

/** What would come of an action of a priority. */
export interface Course {
  priority: Priority;
  due: Moment;
  /** Absent where the team wants none. */
  reminder?: Moment;
  chain: (Moment & { contact: string })[];
}

export interface Explanation {
  facts: OwnerFacts;
  /** Down to the rule that takes it. */
  rules: Verdict[];
  owner: Owner;
  timeZone: string;
  raised: Moment;
  courses: Course[];
}

/** Who would answer for an action, why, and when who is told. */
export const explained = (owners: Owners, { facts, at, priorities }: Question): Explanation => {
  const owner = ownerOf(owners, facts);
  const calendar = owners.calendars[owner.calendar];
  if (!calendar) throw new RangeError('owners.json was never checked: a calendar is missing');
  const { timeZone } = calendar;
  const momentOf = (instant: Instant): Moment => ({
    at: instant,
    local: Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toString({
      smallestUnit: 'minute',
      timeZoneName: 'never',
    }),
  });
  const courseOf = (priority: Priority): Course => {
    const due = dueAt(at, priority, calendar);
    const { remindAt, levels } = timesOf(owner, calendar, due);
    return {
      priority,
      due: momentOf(due),
      // A reminder that should have come before there was anything to remind of comes at once.
      ...(remindAt !== undefined && { reminder: momentOf(remindAt > at ? remindAt : at) }),
      chain: levels.map((level, i) => ({ contact: owner.escalation[i]?.contact ?? '', ...momentOf(level) })),
    };
  };
  return {
    facts,
    rules: verdictsOf(owners, facts),
    owner,
    timeZone,
    raised: momentOf(at),
    courses: priorities.map(courseOf),
  };
};
