import * as z from 'zod';

/**
 * What somebody may do: a `reader` sees figures, gaps and actions; an `owner` besides works off the actions of one team and
 * reads what their customers wrote; a `lead` those of all; `privacy` reads customers' whole stories and has them erased.
 */
export const Role = z.enum(['reader', 'owner', 'lead', 'privacy']);
export type Role = z.infer<typeof Role>;

/** Somebody who was let in. */
export interface Caller {
  /** A person's name, as the history of an action keeps it. */
  id: string;
  /** At least one. */
  roles: readonly Role[];
  /** Of an owner: the team whose actions are theirs. */
  team?: string | undefined;
}
