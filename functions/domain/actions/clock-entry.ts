import type { Instant } from '../instant.ts';
import type { Action, ActionChange } from './action.ts';
import type { ActionStatus } from './action-words.ts';

/**
 * What the clock's index shows of an action beside its keys. Neither DynamoDB nor CloudFormation changes what an index that
 * is there shows: a stack that is deployed refuses one attribute more or less. Whoever needs another makes an index of
 * another name with it, and takes this one away in a later deployment.
 */
export const clockAttributes = [
  'id',
  'kind',
  'status',
  'title',
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
  | 'title'
  | 'owner'
  | 'priority'
  | 'parts'
  | 'openedAt'
  | 'dueAt'
  | 'remindedAt'
  | 'escalation'
  | 'version'
> & {
  /** When a person last changed it, or it last came out of the queue. */
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

const ends: readonly ActionStatus[] = ['resolved', 'verified', 'unconfirmed', 'dismissed'];

/** Whether an action is over, for good or until something comes up. */
export const isOver = ({ status }: Pick<Action, 'status'>): boolean => ends.includes(status);

const endings: readonly ActionChange['type'][] = ['resolved', 'verified', 'dismissed', 'labelled'];

/**
 * The change that ended an action: of several since it was last worked on, the last that was more than the clock's. Whoever
 * labels what is over says that it is. Absent of one that is not over.
 */
export const endOf = (action: Action): ActionChange | undefined => {
  if (!isOver(action)) return undefined;
  const working = action.history.findLastIndex(({ status }) => !ends.includes(status));
  const since = action.history.slice(working + 1);
  // Changes of before they told a status and a type: the last is what ended it.
  return since.findLast(({ type }) => endings.includes(type)) ?? since[0] ?? action.history.at(-1);
};

/** Whether a change was a person's, not triage's or the clock's. */
export const isPersons = ({ by }: Pick<ActionChange, 'by'>): boolean => !machines.includes(by);

/** Whether a person has an action in hand: who took it up or opened it again, not who handed it on. */
export const isTaken = ({ status, history }: Action): boolean => {
  if (status !== 'reopened') return status === 'acknowledged';
  const opened = history.findLast(({ type }) => type === 'reopened');
  return opened !== undefined && isPersons(opened);
};

/**
 * Whether time alone can still change an action: one that is not over, or one that was said to be done and nothing has borne
 * out yet. What ended at a touchpoint by itself was nobody's doing, and there is nothing to bear out.
 */
export const isWatched = (action: Action): boolean => {
  if (!isOver(action)) return true;
  if (action.status !== 'resolved') return false;
  const said = action.history.findLast(({ type }) => type === 'resolved');
  return action.kind === 'recover' || (said !== undefined && isPersons(said));
};

/** An action as the clock's index shows it. */
export const clockEntry = (action: Action): ClockEntry => {
  const acted = action.history.findLast((change) => isPersons(change) || change.type === 'promoted');
  const end = endOf(action);
  const { id, kind, status, title, owner, priority, parts, openedAt, dueAt, remindedAt, escalation, version } = action;
  const [oldest] = action.pending ?? [];
  return {
    id,
    kind,
    status,
    title,
    owner,
    priority,
    parts,
    openedAt,
    dueAt,
    ...(remindedAt ? { remindedAt } : {}),
    ...(escalation ? { escalation } : {}),
    version,
    ...(acted ? { actedAt: acted.at } : {}),
    ...(end ? { endedAt: end.at } : {}),
    isTaken: isTaken(action),
    isWatched: isWatched(action),
    ...(oldest ? { pendingSince: oldest.at } : {}),
  };
};
