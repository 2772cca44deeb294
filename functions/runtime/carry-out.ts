import type { Action } from '../domain/actions/action.ts';
import { type Command, type Done, type Person, perform, type Refusal } from '../domain/actions/life.ts';
import type { Owners } from '../domain/actions/owners.ts';
import type { Instant } from '../domain/instant.ts';

/** Where an action is read as it was last written, and written unless somebody was faster. */
export interface Shelf {
  actions(ids: readonly string[]): Promise<Action[]>;
  putAction(action: Action, replaces: number): Promise<boolean>;
}

/** What is asked of each action. */
export interface Asked {
  command: Command;
  person: Person;
  owners: Owners;
  at: Instant;
  /** The version that was decided by; left out, as it is when it is read. */
  version?: number;
}

export type Outcome =
  | Exclude<Done, Refusal>
  /** The action as it is now. */
  | (Refusal & { action: Action; seen: number })
  | { kind: 'gone' };

/**
 * Does a person's command to an action. Where somebody is faster between reading and writing, the rules decide again with
 * the version that was read, and tell of the conflict, or that it was done.
 *
 * @throws RangeError where `owners` was never checked
 */
export const carryOut = async (
  shelf: Shelf,
  id: string,
  { command, person, owners, at, version }: Asked,
): Promise<Outcome> => {
  const outcomeOf = (action: Action, seen: number): Outcome => {
    const done = perform(action, command, person, { version: seen, at, owners });
    return done.kind === 'refused' ? { ...done, action, seen } : done;
  };
  const [action] = await shelf.actions([id]);
  if (!action) return { kind: 'gone' };
  const seen = version ?? action.version;
  const outcome = outcomeOf(action, seen);
  if (outcome.kind !== 'changed' || (await shelf.putAction(outcome.action, action.version))) return outcome;
  const [now] = await shelf.actions([id]);
  return now ? outcomeOf(now, seen) : { kind: 'gone' };
};
