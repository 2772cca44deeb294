import type { Action } from '../../functions/domain/actions/action.ts';
import type { ActionKind, ActionStatus } from '../../functions/domain/actions/action-words.ts';
import { isOver } from '../../functions/domain/actions/clock-entry.ts';
import type { Priority } from '../../functions/domain/actions/priority.ts';
import type { Instant } from '../../functions/domain/instant.ts';

/** Which actions are meant; what is left out does not limit. */
export interface Filter {
  statuses: readonly ActionStatus[];
  team?: string;
  priorities?: readonly Priority[];
  kinds?: readonly ActionKind[];
  touchpoint?: string;
  location?: string;
  customer?: string;
  overdue: boolean;
  /** Raised or changed since. */
  since?: Instant;
}

/** What is read to list actions: one index, asked for no more than it must be. */
export type Reading =
  | { kind: 'place'; touchpoint: string; location: string }
  | { kind: 'team'; team: string }
  | { kind: 'changes'; since: Instant }
  | { kind: 'statuses'; statuses: readonly ActionStatus[] };

/** The narrowest index that has all that a filter lets pass: a place has fewer actions than a team, a team than all. */
export const readingOf = ({ statuses, team, touchpoint, location, since }: Filter): Reading => {
  if (touchpoint !== undefined && location !== undefined) return { kind: 'place', touchpoint, location };
  if (team !== undefined) return { kind: 'team', team };
  if (since !== undefined) return { kind: 'changes', since };
  return { kind: 'statuses', statuses };
};

/** Whether an action is late. What waits for room is nobody's delay, and is counted by itself. */
export const isOverdue = (action: Pick<Action, 'status' | 'dueAt'>, now: Instant): boolean =>
  !isOver(action) && action.status !== 'queued' && action.dueAt < now;

const changedAt = ({ history, raisedAt }: Action): Instant => history.at(-1)?.at ?? raisedAt;

/** Whether a filter lets an action pass. */
export const passes = (filter: Filter, action: Action, now: Instant): boolean => {
  const { statuses, team, priorities, kinds, touchpoint, location, customer, overdue, since } = filter;
  return (
    statuses.includes(action.status) &&
    (team === undefined || action.owner.team === team) &&
    (priorities === undefined || priorities.includes(action.priority)) &&
    (kinds === undefined || kinds.includes(action.kind)) &&
    (touchpoint === undefined || action.touchpoint === touchpoint) &&
    (location === undefined || action.location === location) &&
    (customer === undefined || action.customerId === customer) &&
    (!overdue || isOverdue(action, now)) &&
    (since === undefined || changedAt(action) >= since)
  );
};

/** How many actions there are of what a person asks first. */
export interface Counts {
  /** Somebody's to do. */
  open: number;
  /** Of these. */
  overdue: number;
  /** For room. */
  waiting: number;
  /** Event time of the one that waits longest. */
  oldestWaiting?: Instant;
  over: number;
}

export const countsOf = (actions: readonly Action[], now: Instant): Counts => {
  const waiting = actions.filter(({ status }) => status === 'queued');
  const over = actions.filter(isOver).length;
  const [oldestWaiting] = waiting.map(({ openedAt }) => openedAt).sort();
  return {
    open: actions.length - over - waiting.length,
    overdue: actions.filter((action) => isOverdue(action, now)).length,
    waiting: waiting.length,
    ...(oldestWaiting !== undefined && { oldestWaiting }),
    over,
  };
};

/** Characters after the kind that a person can hold against a screen. */
const LEAST_SHOWN = 8;

const beginningOf = (id: string, length: number): string => id.slice(0, id.indexOf('-') + 1 + length);

/** The beginnings of ids, as short as tells each from all others given. */
export const tellingIds = (ids: readonly string[]): string[] => {
  const longest = Math.max(...ids.map((id) => id.length));
  for (let length = LEAST_SHOWN; length < longest; length++) {
    const told = ids.map((id) => beginningOf(id, length));
    if (new Set(told).size === new Set(ids).size) return told;
  }
  return [...ids];
};

/** Characters of a whole id after its kind: a digest. */
const DIGEST = 22;

/** Whether an id is given whole. */
export const isWhole = (given: string): boolean => given.length === given.indexOf('-') + 1 + DIGEST;
