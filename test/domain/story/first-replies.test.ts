import { describe, expect, it } from 'vitest';
import { type Instant, plus } from '../../../functions/domain/instant.ts';
import type { Fact, FeedbackFact } from '../../../functions/domain/message/fact.ts';
import { firstReplies } from '../../../functions/domain/story/first-replies.ts';
import { answers, complains, fold, invited, march, replies, reviews, words } from '../../builders.ts';

const found = (...facts: Fact[]): Record<string, string> =>
  Object.fromEntries(
    [...firstReplies(facts as FeedbackFact[])].map(([id, { reply, sorry }]) => [
      id.split(':').at(-1) ?? '',
      sorry ? `${reply}, sorry` : reply,
    ]),
  );

const asks = (at: Instant, id: string, override: object = {}): Fact =>
  complains(at, { id, body: words.question, ...override });
const sorry = 'Oh no, so sorry about that!';
const warm = 'You are very welcome, have a lovely day!';

describe('HEARING-2: our first reply', () => {
  it('is told of all that went before it, and a second one of nothing', () => {
    expect(
      found(
        asks(march(2, '10:00'), 'a'),
        asks(march(2, '10:05'), 'b'),
        replies(march(2, '11:00'), 'hollow'),
        replies(march(2, '12:00'), 'other', { body: warm }),
        asks(march(2, '13:00'), 'c'),
      ),
    ).toEqual({ a: 'hollow, sorry', b: 'hollow, sorry' });
  });

  it('may come three days later, and no more', () => {
    const repliedAt = (at: Instant) => found(asks(march(2), 'a'), replies(at, 'remedy'));
    expect(repliedAt(march(5))).toEqual({ a: 'remedy' });
    expect(repliedAt(march(5, '10:01'))).toEqual({});
  });

  it('is not about an interaction that it does not name', () => {
    const [of1, of2] = [{ interactionId: 'i-1' }, { interactionId: 'i-2' }];
    expect(
      found(
        asks(march(2, '10:00'), 'a', of1),
        asks(march(2, '10:05'), 'b', of2),
        replies(march(2, '11:00'), 'other', { body: warm, ...of2 }),
        replies(march(2, '12:00'), 'hollow', of1),
      ),
    ).toEqual({ a: 'hollow, sorry', b: 'other' });
  });

  it('is not told of what a machine answered at once, but of what follows it', () => {
    const thanks = (at: Instant) => replies(at, 'other', { body: warm });
    const text = asks(march(2, '10:00'), 'a');
    expect(found(text, thanks(plus(march(2), 30_000)))).toEqual({});
    expect(found(text, thanks(plus(march(2), 30_000)), replies(march(2, '11:00'), 'hollow'))).toEqual({
      a: 'hollow, sorry',
    });
  });

  it('is about the survey once there was one', () => {
    const text = asks(march(2, '10:00'), 'a');
    expect(found(text, invited(march(2, '11:00')), replies(march(2, '12:00'), 'hollow'))).toEqual({});
    expect(found(text, answers(march(2, '11:00'), 2), replies(march(2, '12:00'), 'hollow'))).toEqual({});
  });

  it('is never told of reviews, answers to our surveys and notes of staff', () => {
    expect(
      found(
        reviews(march(2, '09:00'), 2, 'Rooms facing the street.', { id: 'seen' }),
        answers(march(2, '09:30'), 9, 'Fine.'),
        complains(march(2, '10:00'), { id: 'note', channel: 'frontline' }),
        replies(march(2, '11:00'), 'hollow'),
      ),
    ).toEqual({});
  });

  const unsure = complains(march(2), { body: 'Flight moved to Tuesday.' });
  const complaintOf = (...facts: Fact[]) => fold(facts).heard[0]?.complaint;
  const repliedWith = (fact: Fact, body: string) =>
    complaintOf(fact, replies(march(2, '11:00'), 'other', { body }))?.probability ?? 0;
  const odds = (p = 0) => p / (1 - p);

  it('confirms a complaint that was unsure, by an apology four times, by a remedy twice', () => {
    const alone = complaintOf(unsure);
    expect(alone?.label).toBe('unsure');
    expect(odds(repliedWith(unsure, sorry))).toBeCloseTo(4 * odds(alone?.probability), 6);
    expect(odds(repliedWith(unsure, words.remedy))).toBeCloseTo(2 * odds(alone?.probability), 6);
    expect(repliedWith(unsure, 'Which one, please?')).toBe(alone?.probability);
    expect(repliedWith(unsure, 'Unfortunately, yes.')).toBe(alone?.probability);
  });

  it.each([words.complaint, words.praise, words.question])('leaves alone what is sure by its words: %s', (body) => {
    const fact = complains(march(2), { body });
    const alone = complaintOf(fact)?.probability;
    for (const reply of [sorry, words.remedy, warm]) expect(repliedWith(fact, reply)).toBe(alone);
  });

  it('opens a matter that the words alone would not have', () => {
    expect(fold([unsure]).matters).toHaveLength(0);
    expect(fold([unsure, replies(march(2, '11:00'), 'other', { body: sorry })]).matters).toHaveLength(1);
  });
});
