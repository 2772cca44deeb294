import { describe, expect, it } from 'vitest';
import { factSortKey } from '../../functions/domain/message/fact.ts';
import { parkReasons } from '../../functions/domain/scoring/unscored.ts';
import { makeHandler } from '../../functions/ingest-feedback/handler.ts';
import { reviewMessage, surveyMessage, textFact, textMessage, words } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { batch, failedIn, plentyOfTime } from '../runtime/deliveries.ts';
import { factsIn, makeIntake, NOW, posted } from './intake.ts';
import { never } from './mortal.ts';

const lines = catchConsole();

describe('what is sent to the scorer', () => {
  it('is the words of texts, comments and reviews, with their language', async () => {
    const { ingest, scorer } = makeIntake();
    await ingest(
      posted('m-1', textMessage({ body: words.complaint })),
      posted('m-2', surveyMessage({ comment: 'Sehr freundlich, danke!', language: 'de-AT' })),
      posted('m-3', reviewMessage({ title: 'Lovely', body: words.praise })),
    );
    expect(scorer.asked.map(({ text, language }) => [language, text])).toEqual([
      ['en', words.complaint],
      ['de', 'Sehr freundlich, danke!'],
      ['en', `Lovely\n${words.praise}`],
    ]);
  });

  it('is nothing of our own replies, staff notes and scores without words', async () => {
    const { ingest, scorer, store } = makeIntake();
    await ingest(
      posted('m-1', textMessage({ id: 't-1', direction: 'outbound', body: words.hollow })),
      posted('m-2', textMessage({ id: 't-2', channel: 'frontline', body: words.complaint })),
      posted('m-3', surveyMessage({ id: 's-1' })),
      posted('m-4', surveyMessage({ id: 's-2', status: 'invited', score: undefined })),
      posted('m-5', surveyMessage({ id: 's-3', comment: '   ' })),
      posted('m-6', reviewMessage({ title: '', body: '' })),
    );
    expect(scorer.asked).toEqual([]);
    expect(factsIn(store)).toHaveLength(6);
    expect(store.scores.size).toBe(0);
  });

  it('is each feedback once, however often it comes in a batch', async () => {
    const { ingest, scorer, store } = makeIntake();
    const same = { id: 't-1', occurredAt: '2026-03-02T10:00:00.000Z' };
    const elsewhere = { id: 't-1', occurredAt: '2026-03-02T12:00:00.000+02:00' };
    await ingest(
      posted('m-1', textMessage(same)),
      posted('m-2', textMessage(same)),
      posted('m-3', textMessage(elsewhere)),
    );
    expect(scorer.asked).toHaveLength(1);
    expect(factsIn(store)).toHaveLength(1);
  });

  it('is nothing that was scored before', async () => {
    const { ingest, scorer, store } = makeIntake();
    await ingest(posted('m-1', textMessage({ id: 't-1' })));
    await ingest(posted('m-2', textMessage({ id: 't-1' })), posted('m-3', textMessage({ id: 't-2' })));
    expect(scorer.asked).toHaveLength(2);
    expect(store.scores.size).toBe(2);
  });

  it('is nothing in a language the scorer does not know; such words are kept unscored', async () => {
    const { ingest, scorer, store } = makeIntake();
    expect(
      await ingest(posted('m-1', textMessage({ body: 'Maten kom for sent og var kald', language: 'nb' }))),
    ).toEqual([]);
    expect(scorer.asked).toEqual([]);
    expect(factsIn(store)).toEqual([expect.objectContaining({ language: 'nb' })]);
    expect(store.scores.size).toBe(0);
  });
});

describe('SCORING-1: words that cannot be scored now', () => {
  it('are kept with the others of their batch, acknowledged, and parked with the reason', async () => {
    const { ingest, scorer, store, lookedAt } = makeIntake();
    scorer.unavailable = [words.complaint];
    const failed = await ingest(
      posted('m-1', textMessage({ id: 't-1', body: words.complaint })),
      posted('m-2', textMessage({ id: 't-2', body: words.praise })),
      posted('m-3', surveyMessage({ customerId: 'bo' })),
      posted('m-4', textMessage({ id: 't-1', body: words.complaint })),
    );
    expect(failed).toEqual([]);
    expect(factsIn(store)).toHaveLength(3);
    expect(store.scores.size).toBe(1);
    expect(lookedAt()).toEqual(['customer#ada', 'customer#bo']);
    expect([...store.marks.values()]).toEqual([
      {
        kind: 'parked',
        story: 'customer#ada',
        fact: factSortKey(textFact({ id: 't-1' })),
        language: 'en',
        reason: 'outage',
        since: NOW,
        backfill: false,
        tries: 0,
      },
    ]);
    expect(lines()).toContainEqual({ event: 'texts.parked', reason: 'outage', texts: 1, error: 'Odd' });
  });

  it.each(parkReasons)('leave nothing that passes for a neutral feeling: %s', async (reason) => {
    const { ingest, scorer, store } = makeIntake();
    scorer.out = reason;
    expect(await ingest(posted('m-1', textMessage()), posted('m-2', textMessage({ id: 't-2' })))).toEqual([]);
    expect(store.scores.size).toBe(0);
    expect([...store.marks.values()].map((mark) => mark.reason)).toEqual([reason, reason]);
    expect(lines()).toContainEqual({ event: 'texts.parked', reason, texts: 2 });
  });

  it('are parked after their facts, and looked at after that', async () => {
    const { ingestUntil, scorer } = makeIntake();
    scorer.out = 'throttled';
    const calls = await ingestUntil(never, posted('m-1', textMessage()));
    expect(calls.slice(-6)).toEqual([
      'facts.add',
      'parked.set',
      'guestDays.among',
      'facts.correctionsOf',
      'due.set',
      'looks.send',
    ]);
  });

  it('are not parked where they came again and were scored', async () => {
    const { ingest, scorer, store } = makeIntake();
    scorer.out = 'outage';
    await ingest(posted('m-1', textMessage()));
    scorer.out = undefined;
    await ingest(posted('m-1', textMessage()));
    store.marks.clear();
    scorer.out = 'outage';
    await ingest(posted('m-1', textMessage()));
    expect(store.scores.size).toBe(1);
    expect(store.marks.size).toBe(0);
  });

  it('are told to be history where every message that brought them was', async () => {
    const { ingest, scorer, store } = makeIntake();
    scorer.out = 'throttled';
    const [old, both] = [textMessage({ id: 't-1' }), textMessage({ id: 't-2' })];
    await ingest(posted('m-1', old, { backfill: 'true' }), posted('m-2', both, { backfill: 'true' }));
    await ingest(posted('m-3', both));
    expect([...store.marks.values()].map(({ backfill }) => backfill).sort()).toEqual([false, true]);
  });
});

describe('SCORING-2: what the scorer cannot score', () => {
  it('is kept, and marked for another scorer: a language that it lacks, words that it refuses', async () => {
    const { ingest, scorer, store } = makeIntake();
    scorer.refused = [words.complaint];
    expect(
      await ingest(
        posted('m-1', textMessage({ id: 't-1', body: 'Maten kom for sent og var kald', language: 'nb' })),
        posted('m-2', textMessage({ id: 't-2', body: words.complaint })),
        posted('m-3', textMessage({ id: 't-3', body: '???' })),
      ),
    ).toEqual([]);
    const marks = [...store.marks.values()].map(({ kind, reason, language }) => [kind, reason, language]).sort();
    expect(marks).toEqual([
      ['unscorable', 'refused', 'en'],
      ['unscorable', 'unsupported-language', 'nb'],
      ['unscorable', 'unsupported-language', 'und'],
    ]);
    expect(store.scores.size).toBe(0);
  });

  it('is nothing of feedback without words', async () => {
    const { ingest, store } = makeIntake();
    await ingest(posted('m-1', surveyMessage()), posted('m-2', textMessage({ direction: 'outbound', language: 'nb' })));
    expect(store.marks.size).toBe(0);
  });
});

describe('SCORING-3: the units that a day may cost', () => {
  it('bound what is scored; the rest is parked, and what was taken in vain given back', async () => {
    const { ingest, scorer, store } = makeIntake();
    store.units.unitsPerDay = 7;
    scorer.refused = [words.question];
    await ingest(
      posted('m-1', textMessage({ id: 't-0', body: words.question })),
      ...['t-1', 't-2', 't-3'].map((id) => posted(id, textMessage({ id }))),
    );
    expect(store.spent).toEqual(new Map([['2026-03-05', 3]]));
    expect([...store.marks.values()].map(({ reason }) => reason).sort()).toEqual(['ceiling', 'ceiling', 'refused']);
    expect(lines()).toContainEqual({ event: 'units.billed', units: 3 });
  });
});

describe('a table that is out', () => {
  it('fails the messages whose fact could not be kept, not their neighbours', async () => {
    const { deps, store } = makeIntake();
    const facts: typeof deps.facts = {
      ...deps.facts,
      add: (fact, ...rest) =>
        fact.id.endsWith('t-1') ? Promise.reject(new Error('throttled')) : deps.facts.add(fact, ...rest),
    };
    const response = await makeHandler({ ...deps, facts })(
      batch(posted('m-1', textMessage({ id: 't-1' })), posted('m-2', textMessage({ id: 't-2', customerId: 'bo' }))),
      plentyOfTime,
    );
    expect(failedIn(response)).toEqual(['m-1']);
    expect(store.looksSent).toEqual([{ story: 'customer#bo' }]);
  });
});
