import type { Instant } from '../instant.ts';
import type { Action, ActionChange } from './action.ts';
import type { ActionStatus } from './action-words.ts';

/** What the clock's index shows of an action beside its keys. */
export const clockAttributes = [
  'id',
  'kind',
  'status',
  'owner',
  'priority',
  'parts',
  'openedAt',
  'dueAt',
  'remindedAt',
  'escalation',
  'actedAt',
  'endedAt',
  'isTaken',
  'isWatched',
  'version',
  'pendingSince',
] as const;

/**
 * An action as the clock's index shows it: enough to know whether its time has come, to hold it against its owner's budget,
 * and to count it.
 */
export type ClockEntry = Pick<
  Action,
  | 'id'
  | 'kind'
  | 'status'
  | 'owner'
  | 'priority'
  | 'parts'
  | 'openedAt'
  | 'dueAt'
  | 'remindedAt'
  | 'escalation'
  | 'version'
> & {
  /** When a person last changed it. */
  actedAt?: Instant;
  /** When it ended, of one that is over. */
  endedAt?: Instant;
  /** Whether a person has it in hand, so that it waits for no room. */
  isTaken: boolean;
  /** Whether time alone can still change it; else it is here for its events only. */
  isWatched: boolean;
  /** Time of its oldest event that is not known to be told. */
  pendingSince?: Instant;
};

const machines = ['triage', 'clock'];

/** The last change that a person made. */
const lastByPerson = ({ history }: Action) => history.findLast(({ by }) => !machines.includes(by));

const ends: readonly ActionStatus[] = ['resolved', 'verified', 'unconfirmed', 'dismissed'];

/** Whether an action is over, for good or until something comes up. */
export const isOver = ({ status }: Pick<Action, 'status'>): boolean => ends.includes(status);

/** The change that brought an action's present end; absent of one that is not over. */
export const endOf = (action: Action): ActionChange | undefined => {
  if (!isOver(action)) return undefined;
  const last = action.history.findLastIndex(({ status }) => !ends.includes(status));
  return action.history[last + 1];
};

/** Whether time alone can still change an action: one that is not over, or whose end nothing has borne out yet. */
export const isWatched = (action: Action): boolean => !isOver(action) || action.status === 'resolved';

/** What an action's item shows the clock beside what it says itself. */
export const clockMarks = (action: Action): Partial<ClockEntry> => {
  const [acted, end] = [lastByPerson(action), endOf(action)];
  return {
    isTaken: action.status === 'acknowledged' || (acted !== undefined && !isOver(action)),
    isWatched: isWatched(action),
    ...(acted ? { actedAt: acted.at } : {}),
    ...(end ? { endedAt: end.at } : {}),
  };
};
