import { beforeAll, describe, expect, it } from 'vitest';
import { SCORER } from '../../functions/adapters/comprehend.ts';
import { FactWriter } from '../../functions/adapters/facts.ts';
import { writersOf } from '../../functions/domain/calibration/writer.ts';
import { plus } from '../../functions/domain/instant.ts';
import { type Fact, factOf } from '../../functions/domain/message/fact.ts';
import type { FeedbackMessage } from '../../functions/domain/message/feedback-message.ts';
import { unaskedTextsOf, wordsAt } from '../../lib/calibration/facts-of-days.ts';
import { type Tables, tablesInMemory } from '../adapters/dynalite.ts';
import { answers, complains, corrects, march, replies, reviews, undecided, withdraws, words } from '../builders.ts';

const tables = tablesInMemory();
const signal = new AbortController().signal;
let made: Tables;
let writer: FactWriter;
beforeAll(async () => {
  made = await tables();
  writer = new FactWriter(made.facts, 400);
});

/** Each test has days of its own. */
let day = 0;
const add = async (...facts: Fact[]): Promise<void> => {
  for (const fact of facts) {
    await writer.add(fact, undefined, march(31));
    if (fact.message.revision > 0 || fact.message.retracted) await writer.addCorrection(fact, march(31));
  }
};
const read = (...days: number[]) =>
  unaskedTextsOf(
    made.facts,
    days.map((each) => march(each).slice(0, 10)),
    signal,
  );
const feedbacks = async (...days: number[]) => (await read(...days)).map(({ text }) => text.feedback).sort();

describe('the texts of some days', () => {
  it('are those that customers wrote unasked, and no others', async () => {
    day = 2;
    await add(
      complains(march(day), { id: 'a' }),
      complains(march(day), { id: 'b', customerId: 'bob' }),
      reviews(march(day), 1, words.complaint, { id: 'c', customerId: undefined }),
      replies(march(day), 'hollow', { id: 'd' }),
      answers(march(day), 9, words.praise, { id: 'e' }),
      complains(march(day + 1), { id: 'f' }),
    );
    expect(await feedbacks(day)).toEqual(['review:review-site:c', 'text:sms-gateway:a', 'text:sms-gateway:b']);
  });

  it('are heard with the sentiment that the scorer found, not with that of another', async () => {
    day = 4;
    const fact = complains(march(day), { id: 'scored', body: 'It came.' });
    const scores = { negative: 0.97, neutral: 0.01, positive: 0.01, mixed: 0.01 };
    await writer.add(fact, { ...undecided('another'), scores }, march(31));
    const [alone] = await read(day);
    await writer.addScore(fact, { ...undecided(SCORER), scores }, march(31));
    const [scored] = await read(day);
    expect(scored?.text.probability).toBeGreaterThan(alone?.text.probability ?? 1);
  });

  it('stand as corrections of other days left them', async () => {
    day = 5;
    const [kept, gone, moved, given] = ['kept', 'gone', 'moved', 'given'].map((id) => complains(march(day), { id }));
    await add(kept as Fact, gone as Fact, moved as Fact, given as Fact);
    await add(
      corrects(kept as Fact, { body: words.praise }),
      withdraws(gone as Fact, { occurredAt: march(day + 20) }),
      corrects(moved as Fact, { occurredAt: march(day + 20) }),
      corrects(given as Fact, { customerId: 'somebody else' }),
    );
    const found = await read(day);
    expect(found.map(({ text }) => `${text.story} ${text.feedback} ${text.answer}`).sort()).toEqual([
      'customer#ada text:sms-gateway:kept no',
      'customer#somebody else text:sms-gateway:given yes',
    ]);
  });

  it('of a key that many share are those of many customers', async () => {
    day = 7;
    const key = { customerId: 'guest' };
    const facts = Array.from({ length: 205 }, (_, i) =>
      complains(plus(march(day), i * 1000), { ...key, id: `guest-${i}`, interactionId: `visit-${i % 50}` }),
    );
    await add(...facts, complains(march(day + 1), { ...key, id: 'alone' }));
    const writers = writersOf((await read(day, day + 1)).map(({ text }) => text));
    expect(writers).toHaveLength(51);
    expect(writers.filter(({ story }) => story === 'customer#guest').map(({ texts }) => texts.length)).toEqual([1]);
  });

  it('are found again with their words', async () => {
    day = 10;
    const message = { ...complains(march(day)).message, id: 'words' } as FeedbackMessage;
    await add(factOf(message, 'en'));
    const keys = (await read(day)).map(({ key }) => key);
    expect([...(await wordsAt(made.facts, keys)).values()]).toEqual([words.complaint]);
  });

  it('are read by no calls but queries and reads of items', async () => {
    const calls = new Set<string>();
    made.client.middlewareStack.add(
      (next, context) => (args) => {
        calls.add(context.commandName ?? '');
        return next(args);
      },
      { step: 'initialize', name: 'calls' },
    );
    const keys = (await read(5, 7)).map(({ key }) => key);
    await wordsAt(made.facts, keys);
    made.client.middlewareStack.remove('calls');
    expect([...calls].sort()).toEqual(['BatchGetItemCommand', 'QueryCommand']);
  });

  it('are not read on once the person has stopped it', async () => {
    await expect(unaskedTextsOf(made.facts, ['2026-03-02'], AbortSignal.abort())).rejects.toThrow(/abort/i);
  });
});
