import type { Instant } from '../domain/instant.ts';
import { customerOf } from '../domain/message/identity.ts';
import type { StoryChanges } from '../domain/story/changes.ts';
import { changeHold, type HoldState, holdOf } from '../domain/story/hold.ts';
import { DependencyError } from '../runtime/errors.ts';

/** Where survey holds are kept. */
export interface HoldDeps {
  now(): Instant;
  holds: {
    of(customerId: string): Promise<HoldState | undefined>;
    /**
     * Answers false where the hold is no longer of the version it replaces, absent for a first one. `at` is when this is
     * written.
     */
    put(hold: HoldState, replaces: number | undefined, at: Instant): Promise<boolean>;
  };
}

/** How often a hold that another fold changes is looked at anew. */
const CONFLICT_ATTEMPTS = 5;

/**
 * HOLD-6: a fold changes the survey hold right after its story's state, before anything else that may fail. Where it breaks
 * off in between, its story is not settled, and the next fold looks at the hold whatever it comes to. A story that holds
 * nothing and held nothing before costs neither a read nor a write.
 */
export const holdKeeper =
  ({ holds, now }: HoldDeps) =>
  async (story: string, { held, next: { order } }: StoryChanges, asOf: Instant): Promise<void> => {
    const customerId = customerOf(story);
    if (held === undefined || customerId === undefined) return;
    for (let attempt = 0; attempt < CONFLICT_ATTEMPTS; attempt++) {
      const known = await holds.of(customerId);
      const changed = changeHold(known, holdOf(customerId, held), { at: asOf, order });
      if (!changed || (await holds.put(changed, known?.version, now()))) return;
    }
    throw new DependencyError('the survey hold is changed elsewhere again and again');
  };
