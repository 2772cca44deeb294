import type { Gap, GapKind } from '../gaps/gap.ts';
import type { Instant } from '../instant.ts';
import { type Action, changed, type Triage } from './action.ts';
import { isOver, isTaken } from './clock-entry.ts';

/** Whether nobody has taken an action up: what people have begun, people end. */
export const untouched = (action: Action): boolean => !isOver(action) && !isTaken(action);

/** Ends an action by triage's own hand, which may open it again. */
export const ended = (action: Action, status: 'resolved' | 'dismissed', why: string, asOf: Instant): Triage => ({
  action: changed(action, { status }, { at: asOf, by: 'triage', type: status, change: `${status}: ${why}` }),
  replaces: action.version,
});

/** Whether nothing is left that an action, which nobody has taken up, would answer for. */
const hasNothingLeft = (action: Action, gaps: readonly Gap[]): boolean =>
  untouched(action) && gaps.length === action.gapIds.length && gaps.every(({ state }) => state === 'cleared');

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
  if (!hasNothingLeft(action, gaps)) return undefined;
  return action.gapIds.some((id) => standing.has(id))
    ? ended(action, 'resolved', 'the customer got a remedy or answered', asOf)
    : ended(action, 'dismissed', 'the facts no longer bear it out', asOf);
};

const passed: Partial<Record<GapKind, string>> = {
  surge: 'it has passed',
  'dark-corner': 'silence no longer hides it',
};

/**
 * TRIAGE-10: an action to fix a touchpoint that nobody has taken up is `resolved` when all its gaps have closed; where one
 * opens again, so does the action, due as if it was raised then.
 *
 * @param gaps the action's gaps as they are stored now
 */
export const settleFix = (action: Action, gaps: readonly Gap[], asOf: Instant): Triage | undefined => {
  const [first] = gaps;
  if (!first || !hasNothingLeft(action, gaps)) return undefined;
  return ended(action, 'resolved', passed[first.kind] ?? 'no response shows it any more', asOf);
};
