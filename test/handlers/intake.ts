import type { SQSRecord } from 'aws-lambda';
import type { Instant } from '../../functions/domain/instant.ts';
import type { FeedbackMessage } from '../../functions/domain/message/feedback-message.ts';
import type { Scoring } from '../../functions/domain/scoring/answers.ts';
import { type Allowance, unitsOf } from '../../functions/domain/scoring/billed-units.ts';
import type { TextToScore } from '../../functions/domain/scoring/scoring-plan.ts';
import type { ParkReason } from '../../functions/domain/scoring/unscored.ts';
import { type Deps, makeHandler } from '../../functions/ingest-feedback/handler.ts';
import { batch, failedIn, plentyOfTime, record } from '../runtime/deliveries.ts';
import { MemoryStore, SCORER } from './memory-store.ts';
import { type Death, mortal } from './mortal.ts';

const NEGATIVE = { negative: 0.9, neutral: 0.06, positive: 0.01, mixed: 0.03 };

/** The time of these tests: what the queues hold was posted a little before. */
export const NOW: Instant = '2026-03-05T10:00:05.000Z';

/** A scorer that finds everything negative, tells what it was asked, and can be out. */
export class StandInScorer {
  readonly name = SCORER;
  readonly asked: TextToScore[] = [];
  readonly scored: string[] = [];
  /** Words of texts it does not answer for now. */
  unavailable: string[] = [];
  /** Why it answers for nobody now. */
  out: ParkReason | undefined;
  /** Words of texts it refuses. */
  refused: string[] = [];

  async score(texts: readonly TextToScore[], _remaining: () => number, allowance: Allowance): Promise<Scoring> {
    const scoring: Scoring = {
      scored: new Map(),
      refused: new Map(),
      unavailable: new Map(),
      units: { billed: 0, unused: 0 },
      ...(this.out && texts.length > 0 ? { halted: this.out } : {}),
    };
    for (const { key, text, language } of texts) {
      const units = unitsOf(text);
      if (scoring.halted) scoring.unavailable.set(key, { reason: scoring.halted });
      else if (!(await allowance.take(units))) {
        scoring.halted = 'ceiling';
        scoring.unavailable.set(key, { reason: 'ceiling' });
      } else if (this.refused.includes(text) || this.unavailable.includes(text)) {
        this.asked.push({ key, text, language });
        scoring.units.unused += units;
        if (this.refused.includes(text)) scoring.refused.set(key, 'refused');
        else scoring.unavailable.set(key, { reason: 'outage', error: 'Odd' });
      } else {
        this.asked.push({ key, text, language });
        this.scored.push(text);
        scoring.units.billed += units;
        scoring.scored.set(key, { label: 'negative', scores: NEGATIVE, scorer: SCORER });
      }
    }
    return scoring;
  }
}

/** A message as an upstream system posts it, under an id of the queue's. */
export const posted = (
  messageId: string,
  message: FeedbackMessage,
  attributes: Record<string, string> = {},
): SQSRecord => record(messageId, JSON.stringify(message), attributes);

/** Ingest-feedback on a store in memory. */
export const makeIntake = (store = new MemoryStore(), scorer = new StandInScorer(), now = NOW) => {
  const deps: Deps = {
    now: () => now,
    scorer,
    units: store.units,
    parked: store.parked,
    facts: store.intake,
    rejects: store.rejected,
    records: store.records,
    guestDays: store.guestDays,
    looks: store.looks,
    due: store.due,
  };
  return {
    store,
    scorer,
    deps,
    /** Ingests a batch; answers with the messages that failed. */
    ingest: async (...records: SQSRecord[]): Promise<string[]> =>
      failedIn(await makeHandler(deps)(batch(...records), plentyOfTime)),
    /** Ingests a batch in a process that may die; answers with what it did. */
    ingestUntil: async (death: Death, ...records: SQSRecord[]): Promise<string[]> => {
      const { ports, calls } = mortal(deps, death);
      await makeHandler(ports)(batch(...records), plentyOfTime);
      return calls;
    },
    /** Ingests a batch while everything it depends on is out from some call on; answers with the messages that failed. */
    ingestAnswered: async (death: Death, ...records: SQSRecord[]): Promise<string[]> =>
      failedIn(await makeHandler(mortal(deps, death).ports)(batch(...records), plentyOfTime)),
    /** Stories that were sent to be looked at. */
    lookedAt: (): string[] => [...new Set(store.looksSent.map(({ story }) => story))].sort(),
  };
};

/** Facts that lie in any story, once each. */
export const factsIn = (store: MemoryStore) => [
  ...new Map(store.stories.all().map(({ item }) => [`${item.id} ${item.contentHash}`, item])).values(),
];
