import type { Deps } from '../../functions/detect-customer-gaps/handler.ts';
import { type HoldState, isHeld } from '../../functions/domain/story/hold.ts';

/** Survey holds, kept by the rules of their table; nothing is told, so each keeps all its events. */
export class MemoryHolds {
  readonly states = new Map<string, HoldState>();

  readonly port: Deps['holds'] = {
    of: async (customerId) => structuredClone(this.states.get(customerId)),
    put: async (hold, replaces) => {
      if (this.states.get(hold.customerId)?.version !== replaces) return false;
      this.states.set(hold.customerId, structuredClone(hold));
      return true;
    },
  };

  /** Who is held as of a time, sorted. */
  at(now: string): string[] {
    return [...this.states.values()]
      .filter((hold) => isHeld(hold, now))
      .map(({ customerId }) => customerId)
      .sort();
  }
}
