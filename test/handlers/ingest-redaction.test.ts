import { describe, expect, it } from 'vitest';
import type { FeedbackMessage } from '../../functions/domain/message/feedback-message.ts';
import { reviewMessage, surveyMessage, textMessage } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { record } from '../runtime/deliveries.ts';
import { makeIntake, posted } from './intake.ts';

const lines = catchConsole();

/** Things that name or charge a person, each with the part that must be nowhere afterwards. */
const canaries: [what: string, words: string, canary: string][] = [
  ['an e-mail address', 'write to canary.jones@example.com please', 'canary.jones'],
  ['a payment card', 'my card 4111 1111 1111 1111 was charged twice', '1111 1111'],
  ['an IBAN', 'pay it to DE89 3704 0044 0532 0130 00 please', '0044 0532'],
  ['a phone number', 'call me on 07700 900123 tonight', '900123'],
];

/** Every field that people write in. */
const fields: [field: string, message: (words: string) => FeedbackMessage][] = [
  ['a text', (words) => textMessage({ body: words })],
  ['our reply', (words) => textMessage({ body: words, direction: 'outbound' })],
  ['a staff note', (words) => textMessage({ body: words, channel: 'frontline' })],
  ['a comment', (words) => surveyMessage({ comment: words })],
  ['a question', (words) => surveyMessage({ comment: 'It was late', question: words })],
  ['a title', (words) => reviewMessage({ title: words })],
  ['a review', (words) => reviewMessage({ body: words })],
  ["an attribute's value", (words) => textMessage({ attributes: { note: words } })],
  ["an attribute's name", (words) => textMessage({ attributes: { [words]: 'yes' } })],
];

const cases = fields.flatMap(([field, message]) =>
  canaries.map(([what, words, canary]) => ({ what, field, canary, message: message(words) })),
);

describe('what people write about themselves', () => {
  it.each(cases)('never gets past intake: $what in $field', async ({ canary, message }) => {
    const { ingest, store, scorer } = makeIntake();
    await ingest(posted('m-1', message));
    expect(store.stories.all()).toHaveLength(1);
    const left = JSON.stringify([store.contents(), store.looksSent, scorer.asked, lines()]);
    expect(left).not.toContain(canary);
  });

  it.each(cases)('is not told by a rejected message either: $what in $field', async ({ canary, message }) => {
    const { ingest, store } = makeIntake();
    await ingest(record('m-1', JSON.stringify({ ...message, version: 9, occurredAt: 'yesterday' })));
    expect(store.rejects.size).toBe(1);
    expect(JSON.stringify([store.contents(), lines()])).not.toContain(canary);
  });

  it('is taken out before two feedbacks are told apart: the same words without it are the same fact', async () => {
    const { ingest, store, scorer } = makeIntake();
    await ingest(
      posted('m-1', textMessage({ body: 'It was late, call 07700 900123' })),
      posted('m-2', textMessage({ body: 'It was late, call 07700 900456' })),
    );
    expect(store.stories.all()).toHaveLength(1);
    expect(scorer.asked.map(({ text }) => text)).toEqual(['It was late, call [phone]']);
  });
});
