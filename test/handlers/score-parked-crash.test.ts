import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corrects, reviewMessage, surveyMessage, textFact, textMessage, words } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { makeIntake, posted, StandInScorer } from './intake.ts';
import { MemoryStore } from './memory-store.ts';
import type { Death } from './mortal.ts';
import { makeScoringLater } from './scoring-later.ts';

catchConsole();

const told = textFact({ id: 't-1' });
const feed = [
  posted('m-1', told.message),
  posted('m-2', corrects(told, { customerId: 'bo', body: words.praise }).message),
  posted('m-3', textMessage({ id: 't-2' }), { backfill: 'true' }),
  posted('m-4', surveyMessage({ comment: words.complaint })),
  posted('m-5', reviewMessage({ customerId: undefined, interactionId: 'visit-1', body: words.question })),
  posted('m-6', textMessage({ id: 't-3', occurredAt: '2026-03-05T20:00:00.000Z' })),
  posted('m-7', textMessage({ id: 't-4', language: 'nb' })),
];

const deaths = (calls: number): fc.Arbitrary<Death> =>
  fc.record({ call: fc.nat(calls), when: fc.constantFrom('before', 'after') });

/** What came of a feed that nobody could score at first. */
const ending = async (messages: typeof feed, dyingIn: readonly Death[], dyingLater: readonly Death[]) => {
  const store = new MemoryStore();
  const scorer = new StandInScorer();
  scorer.out = 'outage';
  scorer.refused = [words.question];
  const intake = makeIntake(store, scorer);
  for (const death of dyingIn) await intake.ingestUntil(death, ...messages);
  expect(await intake.ingest(...messages)).toEqual([]);
  // From here on, what is looked at is the doing of score-parked alone.
  store.looksSent.length = 0;
  store.dueMarks.clear();
  scorer.out = undefined;
  const later = makeScoringLater(store, scorer);
  for (const death of dyingLater) await later.runUntil(death);
  await later.run();
  return { contents: store.contents(), lookedAt: intake.lookedAt() };
};

describe('scoring later that dies at any step', () => {
  it('leaves, after the next run, each score once and each story to be looked at: as if it had not died', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(feed, { minLength: 1 }),
        fc.array(deaths(40), { maxLength: 2 }),
        fc.array(deaths(20), { minLength: 1, maxLength: 3 }),
        async (messages, dyingIn, dyingLater) => {
          expect(await ending(messages, dyingIn, dyingLater)).toEqual(await ending(messages, [], []));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never lets go of a mark whose story nobody looks at with the score, at whichever step it dies', async () => {
    for (let call = 0; call < 20; call++) {
      for (const when of ['before', 'after'] as const) {
        const { contents, lookedAt } = await ending(feed, [], [{ call, when }]);
        expect(contents.marks.map(([, { reason }]) => reason).sort()).toEqual(['refused', 'unsupported-language']);
        expect(contents.scores).toHaveLength(5);
        expect(lookedAt).toEqual(['customer#ada', 'customer#bo']);
        expect(contents.due).toHaveLength(2);
      }
    }
  });
});
