import type { Gap } from '../gaps/gap.ts';
import type { Instant } from '../instant.ts';
import type { Action, Triage } from './action.ts';

/** Whether nobody has taken an action up: what people have begun, people end. */
const untouched = ({ status }: Action): boolean => status === 'open' || status === 'reopened';

/**
 * TRIAGE-5: an action that nobody has taken up ends by itself when all its gaps have closed: `resolved` where the customer
 * got a remedy or answered after all, `dismissed` where the facts no longer bear it out: withdrawn, corrected, or in another light by our reply.
 *
 * @param gaps the action's gaps as they are stored now
 * @param standing ids of the gaps that the facts still bear out
 */
export const settle = (
  action: Action,
  gaps: readonly Gap[],
  standing: ReadonlySet<string>,
  asOf: Instant,
): Triage | undefined => {
  const closed = gaps.length === action.gapIds.length && gaps.every(({ state }) => state === 'cleared');
  if (!untouched(action) || !closed) return undefined;
  const helped = action.gapIds.some((id) => standing.has(id));
  const change = helped
    ? 'resolved: the customer got a remedy or answered'
    : 'dismissed: the facts no longer bear it out';
  return {
    action: {
      ...action,
      status: helped ? 'resolved' : 'dismissed',
      version: action.version + 1,
      history: [...action.history, { at: asOf, by: 'triage', change }],
    },
    replaces: action.version,
  };
};

/** Whether triage itself ended an action, which it may then open again. */
export const endedByTriage = ({ status, history }: Action): boolean =>
  (status === 'resolved' || status === 'dismissed') && history.at(-1)?.by === 'triage';
