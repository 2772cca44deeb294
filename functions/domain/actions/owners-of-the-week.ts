import { DAY, type Instant, millis } from '../instant.ts';
import type { Action } from './action.ts';
import { businessHoursBetween } from './business-calendar.ts';
import { type ClockEntry, isOver, isPersons } from './clock-entry.ts';
import type { Span } from './local-week.ts';
import type { Owners } from './owners.ts';

/** Fewer say more of the action than of its owner; judgement. */
const LEAST_TAKEN_UP = 3;

/** A team with more than it can have open at once. */
interface Burden {
  team: string;
  open: number;
  budget: number;
  queued: number;
  oldestQueuedAt?: Instant | undefined;
}

/** Who is over budget, those with the most that waits first. */
export const burdens = (entries: readonly ClockEntry[], { teams }: Owners): Burden[] =>
  [
    ...Map.groupBy(
      entries.filter((entry) => !isOver(entry)),
      ({ owner }) => owner.team,
    ),
  ]
    .map(([team, all]) => {
      const waiting = all.filter(({ status }) => status === 'queued');
      const [oldestQueuedAt] = waiting.map(({ openedAt }) => openedAt).sort();
      const budget = teams[team]?.budget ?? Number.POSITIVE_INFINITY;
      return { team, open: all.length - waiting.length, budget, queued: waiting.length, oldestQueuedAt };
    })
    .filter(({ open, budget, queued }) => open > budget || queued > 0)
    .sort((a, b) => b.queued - a.queued || b.open - a.open || (a.team < b.team ? -1 : 1));

/**
 * Working hours that an action waited, in a span, until somebody took it up or ended it, each time it was raised or opened
 * again; of one that was handed on only its present owner's.
 */
const waits = (action: Action, { from, to }: Span, owners: Owners): number[] => {
  const calendar = owners.calendars[owners.teams[action.owner.team]?.calendar ?? ''];
  if (!calendar) return [];
  let since: Instant | undefined;
  let hours: number[] = [];
  for (const change of action.history) {
    if (change.type === 'reassigned') hours = [];
    if (['raised', 'reopened', 'reassigned'].includes(change.type)) since = change.at;
    else if (since !== undefined && isPersons(change) && !['open', 'reopened', 'queued'].includes(change.status)) {
      if (from <= change.at && change.at < to) hours.push(businessHoursBetween(since, change.at, calendar));
      since = undefined;
    }
  }
  return hours;
};

const median = (sorted: readonly number[]): number => {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
};

/** How long a team takes, in the median, to take an action up. */
interface Pace {
  team: string;
  workingHours: number;
  actions: number;
}

/** The owner who took longest to take actions up, of those who took up enough to tell. */
export const slowest = (changed: readonly Action[], span: Span, owners: Owners): Pace | undefined =>
  [...Map.groupBy(changed, ({ owner }) => owner.team)]
    .map(([team, all]) => ({ team, hours: all.flatMap((action) => waits(action, span, owners)).sort((a, b) => a - b) }))
    .filter(({ hours }) => hours.length >= LEAST_TAKEN_UP)
    .map(({ team, hours }) => ({ team, workingHours: median(hours), actions: hours.length }))
    .sort((a, b) => b.workingHours - a.workingHours || (a.team < b.team ? -1 : 1))[0];

const burdenTold = ({ team, open, budget, queued, oldestQueuedAt }: Burden, at: Instant): string => {
  const room = Number.isFinite(budget) ? `${open} open of ${budget}` : `${open} open`;
  const days = oldestQueuedAt && Math.floor((millis(at) - millis(oldestQueuedAt)) / DAY);
  const waiting = oldestQueuedAt ? `, ${queued} wait, the oldest ${days} ${days === 1 ? 'day' : 'days'} old` : '';
  return `${team} is over its budget (${room}${waiting}).`;
};

/** What is told of owners: the most pressing first, and what else there is. */
export const ownersLine = (
  {
    changed,
    entries,
    owners,
    at,
  }: { changed: readonly Action[]; entries: readonly ClockEntry[]; owners: Owners; at: Instant },
  span: Span,
): [first: string, rest: string[]] => {
  const [heaviest, ...others] = burdens(entries, owners);
  const slow = slowest(changed, span, owners);
  const pace = slow
    ? [
        `Slowest to take up: ${slow.team}, ${Number(slow.workingHours.toFixed(1))} working hours in the median of ${slow.actions}.`,
      ]
    : [];
  return [
    heaviest ? `Owners: ${burdenTold(heaviest, at)}` : 'Owners: nobody is over budget.',
    [...pace, ...others.map((burden) => burdenTold(burden, at))],
  ];
};
