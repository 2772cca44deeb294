import type { Action } from '../../functions/domain/actions/action.ts';
import { ActionStatus } from '../../functions/domain/actions/action-words.ts';
import { isOver } from '../../functions/domain/actions/clock-entry.ts';
import { byUrgency } from '../../functions/domain/actions/digest.ts';
import type { Instant } from '../../functions/domain/instant.ts';
import { type Filter, isWhole, passes, readingOf } from './choosing.ts';

/** Where actions are read. */
export interface StoredActions {
  actions(ids: readonly string[]): Promise<Action[]>;
  listActions(status: string): Promise<Action[]>;
  actionsOf(team: string): Promise<Action[]>;
  actionsAt(touchpoint: string, location: string): Promise<Action[]>;
  actionsChangedSince(at: Instant): Promise<Action[]>;
  idsUnderTheClock(beginning: string): Promise<string[]>;
}

const ofStatuses = async (stored: StoredActions, statuses: readonly ActionStatus[]): Promise<Action[]> =>
  (await Promise.all(statuses.map((status) => stored.listActions(status)))).flat();

const read = (stored: StoredActions, filter: Filter): Promise<Action[]> => {
  const reading = readingOf(filter);
  switch (reading.kind) {
    case 'place':
      return stored.actionsAt(reading.touchpoint, reading.location);
    case 'team':
      return stored.actionsOf(reading.team);
    case 'changes':
      return stored.actionsChangedSince(reading.since);
    case 'statuses':
      return ofStatuses(stored, reading.statuses);
  }
};

/** The actions that a filter lets pass, the most urgent first; as an index shows them, a second or so late. */
export const listed = async (stored: StoredActions, filter: Filter, now: Instant): Promise<Action[]> => {
  const found = (await read(stored, filter)).filter((action) => passes(filter, action, now));
  // One that changes its status between two queries comes twice.
  return [...new Map(found.map((action) => [action.id, action])).values()].sort(byUrgency);
};

export type Named = { kind: 'named'; ids: string[] } | { kind: 'unclear'; problem: string };

/**
 * Ids that begin so. No index has all actions by id, and what is over becomes ever more: it is looked through only where
 * nothing else begins so.
 */
const beginning = async (stored: StoredActions, given: string): Promise<string[]> => {
  if (isWhole(given)) return (await stored.actions([given])).map(({ id }) => id);
  const known = await stored.idsUnderTheClock(given);
  if (known.length > 0) return known;
  const over = await ofStatuses(
    stored,
    ActionStatus.options.filter((status) => isOver({ status })),
  );
  return over.map(({ id }) => id).filter((id) => id.startsWith(given));
};

/** The ids of the actions meant by the beginnings given, each once. */
export const idsMeant = async (stored: StoredActions, given: readonly string[]): Promise<Named> => {
  const ids = new Set<string>();
  for (const one of given) {
    const [first, ...others] = new Set(await beginning(stored, one));
    if (first === undefined) return { kind: 'unclear', problem: `No action begins with ${one}.` };
    if (others.length > 0)
      return { kind: 'unclear', problem: `${others.length + 1} actions begin with ${one}: give more of the ID.` };
    ids.add(first);
  }
  return { kind: 'named', ids: [...ids] };
};
