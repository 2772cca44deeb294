import { describe, expect, it } from 'vitest';
import { makeHandler } from '../../functions/ingest-feedback/handler.ts';
import { reviewMessage, surveyMessage, textMessage, words } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { batch, failedIn, plentyOfTime } from '../runtime/deliveries.ts';
import { factsIn, makeIntake, posted } from './intake.ts';

catchConsole();

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

describe('a scorer that is out', () => {
  it('fails only the messages it did not answer for, and keeps nothing of them', async () => {
    const { ingest, scorer, store } = makeIntake();
    scorer.unavailable = [words.complaint];
    const failed = await ingest(
      posted('m-1', textMessage({ id: 't-1', body: words.complaint })),
      posted('m-2', textMessage({ id: 't-2', body: words.praise })),
      posted('m-3', surveyMessage()),
      posted('m-4', textMessage({ id: 't-1', body: words.complaint })),
    );
    expect(failed).toEqual(['m-1', 'm-4']);
    expect(factsIn(store).map(({ id }) => id)).toEqual(['survey:survey-tool:s-1:answered', 'text:sms-gateway:t-2']);
  });

  it('leaves nothing that passes for a neutral feeling, and everything scored once it is back', async () => {
    const { ingest, scorer, store } = makeIntake();
    scorer.unavailable = [words.complaint];
    await ingest(posted('m-1', textMessage()));
    expect(store.scores.size).toBe(0);
    scorer.unavailable = [];
    expect(await ingest(posted('m-1', textMessage()))).toEqual([]);
    expect([...store.scores.values()].map(({ label }) => label)).toEqual(['negative']);
  });

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
