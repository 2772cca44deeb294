import { Actions } from '../../functions/adapters/actions.ts';
import { Holds } from '../../functions/adapters/holds.ts';
import type { Action } from '../../functions/domain/actions/action.ts';
import type { Instant } from '../../functions/domain/instant.ts';
import type { HoldState } from '../../functions/domain/story/hold.ts';

/** Actions as they would be stored if nobody were told of them: what telling costs is the difference. */
export class UntoldActions extends Actions {
  override putAction({ pending: _, ...action }: Action, replaces: number | undefined): Promise<boolean> {
    return super.putAction(action, replaces);
  }
}

/** Holds as they would be stored if nobody were told of them. */
export class UntoldHolds extends Holds {
  override put({ pending: _, ...hold }: HoldState, replaces: number | undefined, at: Instant): Promise<boolean> {
    return super.put(hold, replaces, at);
  }
}
