import type { Gap } from '../gaps/gap.ts';
import type { Instant } from '../instant.ts';
import { joinedWhy } from '../why/why.ts';
import { type Action, changed, unwarned } from './action.ts';
import { isOver } from './clock-entry.ts';
import { ownedBy } from './decision.ts';
import type { Owners } from './owners.ts';

/** Whether an action's owner is one that `owners.json` has, reached where it says. */
export const isOwned = ({ owner }: Pick<Action, 'owner'>, owners: Owners): boolean =>
  owners.teams[owner.team]?.contact === owner.contact;

/**
 * CLOCK-5: an action whose team left `owners.json` goes to whoever answers for it by now, and one whose team is reached
 * elsewhere takes the new contact: no action stays with an owner who is not there.
 *
 * @param gaps the action's, by which the rules decide; as far as they are stored
 */
export const reowned = (action: Action, gaps: readonly Gap[], owners: Owners, at: Instant): Action | undefined => {
  if (isOver(action) || isOwned(action, owners)) return undefined;
  const { owner, touchpoint, location } = action;
  const same = owners.teams[owner.team];
  if (same) {
    const change = `${owner.team} is reached at ${same.contact}`;
    const moved = { owner: { team: owner.team, contact: same.contact } };
    return changed(action, moved, { at, by: 'clock', type: 'reassigned', change });
  }
  const why = joinedWhy(gaps.flatMap(({ why: reason }) => reason ?? []));
  const kind = action.kind === 'ask' ? 'dark-corner' : gaps[0]?.kind;
  const next = ownedBy(owners, { kind, touchpoint, location, theme: why?.themes, cause: why?.causes }).owner;
  const change = `reassigned to ${next.team}: owners.json no longer has ${owner.team}`;
  // Nobody there has it in hand.
  const status = action.status === 'acknowledged' ? 'open' : action.status;
  return changed(unwarned(action), { owner: next, status }, { at, by: 'clock', type: 'reassigned', change });
};
