import type { Action } from '../../functions/domain/actions/action.ts';
import { isWatched } from '../../functions/domain/actions/clock-entry.ts';
import type { StoredActions } from '../../lib/actions/reading.ts';

/** Actions in memory, found by what the indexes are of. */
export const storedIn = (all: readonly Action[]): StoredActions => {
  const found = async (isMeant: (action: Action) => boolean) => all.filter(isMeant);
  return {
    actions: (ids) => found(({ id }) => ids.includes(id)),
    listActions: (status) => found((action) => action.status === status),
    actionsOf: (team) => found(({ owner }) => owner.team === team),
    actionsAt: (touchpoint, location) =>
      found((action) => action.touchpoint === touchpoint && action.location === location),
    actionsChangedSince: (at) => found(({ history }) => (history.at(-1)?.at ?? '') >= at),
    idsUnderTheClock: async (beginning) =>
      all.filter((action) => isWatched(action) && action.id.startsWith(beginning)).map(({ id }) => id),
  };
};
