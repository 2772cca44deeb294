import type { Instant } from '../../functions/domain/instant.ts';
import { type Deps, makeHandler, type ParkedRun } from '../../functions/score-parked/handler.ts';
import { plentyOfTime } from '../runtime/deliveries.ts';
import { NOW, StandInScorer } from './intake.ts';
import type { MemoryStore } from './memory-store.ts';
import { type Death, mortal } from './mortal.ts';

/** Score-parked on a store in memory. */
export const makeScoringLater = (store: MemoryStore, scorer = new StandInScorer()) => {
  const deps: Deps = {
    scorer,
    units: store.units,
    parked: store.parked,
    facts: store.intake,
    looks: store.looks,
    guestDays: store.guestDays,
    due: store.due,
  };
  return {
    scorer,
    deps,
    run: (at: Instant = NOW): Promise<ParkedRun> => makeHandler(deps)({ at }, plentyOfTime),
    /** A run in a process that may die; answers with what it did. */
    runUntil: async (death: Death, at: Instant = NOW): Promise<string[]> => {
      const { ports, calls } = mortal(deps, death);
      await makeHandler(ports)({ at }, plentyOfTime).catch(() => undefined);
      return calls;
    },
  };
};
