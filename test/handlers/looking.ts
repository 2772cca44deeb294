import type { SQSRecord } from 'aws-lambda';
import { type Deps, makeHandler } from '../../functions/detect-customer-gaps/handler.ts';
import type { Instant } from '../../functions/domain/instant.ts';
import type { Fact } from '../../functions/domain/message/fact.ts';
import type { Look } from '../../functions/domain/story/look.ts';
import { march, owners, taxonomy, undecided } from '../builders.ts';
import { batch, failedIn, plentyOfTime, record } from '../runtime/deliveries.ts';
import { MemoryStore, SCORER } from './memory-store.ts';
import { type Death, mortal } from './mortal.ts';

/** A look at a story, under an id of the queue's. */
export const look = (messageId: string, story: string, asOf?: Instant): SQSRecord => {
  const asked: Look = asOf === undefined ? { story } : { story, asOf };
  return record(messageId, JSON.stringify(asked));
};

/** Detect-customer-gaps on a store in memory that holds facts. */
export const makeDetection = async (facts: readonly Fact[], store = new MemoryStore(), now = march(20)) => {
  const remember = async (...more: Fact[]): Promise<void> => {
    for (const fact of more) await store.intake.add(fact, undecided(SCORER), now);
  };
  await remember(...facts);
  const deps: Deps = {
    owners,
    taxonomy,
    now: () => now,
    customers: { hash: async (customerId) => `hash-of-${customerId}` },
    facts: store.facts,
    guestDays: store.guestDays,
    guestFacts: store.guestFacts,
    addresses: store.records,
    stories: store.folds,
    holds: store.holds.port,
    actions: store.actions,
    due: store.due,
  };
  return {
    store,
    deps,
    remember,
    /** Folds what a batch asks for; answers with the messages that failed. */
    detect: async (...looks: SQSRecord[]): Promise<string[]> =>
      failedIn(await makeHandler(deps)(batch(...looks), plentyOfTime)),
    /** Folds in a process that may die; answers with what it did. */
    detectUntil: async (death: Death, ...looks: SQSRecord[]): Promise<string[]> => {
      const { ports, calls } = mortal(deps, death);
      await makeHandler(ports)(batch(...looks), plentyOfTime);
      return calls;
    },
  };
};
