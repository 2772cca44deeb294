import type { Owners } from '../domain/actions/owners.ts';
import type { Answering } from './answering.ts';

/** Tells callers who they are here. */
export const answerMe = (owners: Owners): Answering<'me'> => ({
  me: async ({ caller: { id, roles, team }, now }) => ({
    kind: 'answered',
    answer: {
      id,
      roles: [...roles],
      ...(team !== undefined && { team }),
      teams: Object.keys(owners.teams).sort(),
      now,
    },
  }),
});
