import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corrects, reviewMessage, surveyMessage, textFact, textMessage, withdraws, words } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { record } from '../runtime/deliveries.ts';
import { factsIn, makeIntake, posted } from './intake.ts';
import type { Death } from './mortal.ts';

catchConsole();

const told = textFact({ id: 't-1' });
const feed = [
  posted('m-1', told.message),
  posted('m-2', corrects(told, { customerId: 'bo', body: words.praise }).message),
  posted('m-3', withdraws(textFact({ id: 't-2' }), { customerId: undefined }).message),
  posted('m-4', textMessage({ id: 't-2' })),
  posted('m-5', surveyMessage()),
  posted('m-6', reviewMessage({ customerId: undefined, interactionId: 'visit-1', body: words.complaint })),
  posted('m-7', textMessage({ id: 't-3', occurredAt: '2026-03-05T20:00:00.000Z' })),
  record('m-8', 'hello'),
  posted('m-9', told.message),
];

/** More calls than the whole feed takes. */
const CALLS = 60;
const deaths: fc.Arbitrary<Death> = fc.record({ call: fc.nat(CALLS), when: fc.constantFrom('before', 'after') });

describe('intake that dies at any step', () => {
  it('leaves, after redelivery, one fact, one score and a look of each feedback: as if it had not died', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(feed, { minLength: 1 }),
        fc.array(deaths, { minLength: 1, maxLength: 3 }),
        async (messages, dying) => {
          const undisturbed = makeIntake();
          await undisturbed.ingest(...messages);
          const { ingest, ingestUntil, store, lookedAt } = makeIntake();
          for (const death of dying) await ingestUntil(death, ...messages);
          expect(await ingest(...messages)).toEqual([]);
          expect(store.contents()).toEqual(undisturbed.store.contents());
          expect(lookedAt()).toEqual(undisturbed.lookedAt());
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never keeps a fact whose story nobody comes to look at, at whichever single step it dies', async () => {
    const message = posted('m-1', textMessage());
    for (let call = 0; call < 12; call++) {
      for (const when of ['before', 'after'] as const) {
        const { ingest, ingestUntil, store, lookedAt } = makeIntake();
        await ingestUntil({ call, when }, message);
        await ingest(message);
        expect(factsIn(store)).toHaveLength(1);
        expect(store.scores.size).toBe(1);
        expect(lookedAt()).toEqual(['customer#ada']);
      }
    }
  });

  it('has acknowledged nothing that it did not keep', async () => {
    await fc.assert(
      fc.asyncProperty(deaths, async (death) => {
        const { ingestAnswered, store } = makeIntake();
        const failed = await ingestAnswered(death, ...feed);
        const acknowledged = feed.filter(({ messageId }) => !failed.includes(messageId));
        const undisturbed = makeIntake();
        await undisturbed.ingest(...acknowledged);
        const kept = JSON.stringify([store.stories.all(), [...store.rejects.keys()]]);
        for (const { id } of factsIn(undisturbed.store)) expect(kept).toContain(JSON.stringify(id));
        for (const id of undisturbed.store.rejects.keys()) expect(kept).toContain(id);
      }),
    );
  });
});
