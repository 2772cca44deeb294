import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../functions/domain/instant.ts';
import type { Fact, FeedbackFact } from '../../../functions/domain/message/fact.ts';
import { firstReplies } from '../../../functions/domain/story/first-replies.ts';
import { answers, complains, fold, march, replies, reviews, words } from '../../builders.ts';

const found = (...facts: Fact[]): Record<string, string> =>
  Object.fromEntries(
    [...firstReplies(facts as FeedbackFact[])].map(([id, { reply, tone }]) => [
      id.split(':').at(-1) ?? '',
      `${reply} ${tone ?? '-'}`,
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
    ).toEqual({ a: 'hollow sorry', b: 'hollow sorry' });
  });

  it('may come three days later, and no more', () => {
    const repliedAt = (at: Instant) => found(asks(march(2), 'a'), replies(at, 'remedy'));
    expect(repliedAt(march(5))).toEqual({ a: 'remedy -' });
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
    ).toEqual({ a: 'hollow sorry', b: 'other warm' });
  });

  it('is told of reviews too, never of answers to our surveys, notes of staff or our own words', () => {
    expect(
      found(
        reviews(march(2, '09:00'), 2, 'Rooms facing the street.', { id: 'seen' }),
        answers(march(2, '09:30'), 9, 'Fine.'),
        complains(march(2, '10:00'), { id: 'note', channel: 'frontline' }),
        replies(march(2, '11:00'), 'hollow'),
      ),
    ).toEqual({ seen: 'hollow sorry' });
  });

  const nearly = 'Now at gate nine, delayed until four.';
  const complaintOf = (...facts: Fact[]) => fold(facts).heard[0]?.complaint;

  it('makes a complaint of words that an apology follows, and none where we were only friendly', () => {
    const alone = complaintOf(complains(march(2), { body: nearly }));
    const repliedWith = (body: string) =>
      complaintOf(complains(march(2), { body: nearly }), replies(march(2, '11:00'), 'other', { body }));
    expect(repliedWith(sorry)).toMatchObject({ label: 'yes' });
    expect(repliedWith(warm)?.label).not.toBe('yes');
    const odds = (p = 0) => p / (1 - p);
    expect(odds(repliedWith(sorry)?.probability)).toBeCloseTo(4 * odds(alone?.probability), 6);
    expect(odds(repliedWith(warm)?.probability)).toBeCloseTo(odds(alone?.probability) / 4, 6);
    expect(repliedWith('Which one, please?')).toEqual(alone);
  });

  it('leaves praise praise, however sorry we are', () => {
    const [praise, apology] = [complains(march(2), { body: words.praise }), replies(march(2, '11:00'), 'hollow')];
    expect(complaintOf(praise, apology)).toMatchObject({ label: 'no' });
  });

  it('opens a matter that its words alone would not have', () => {
    const unsure = complains(march(2), { body: 'Flight moved to Tuesday.' });
    expect(fold([unsure]).matters).toHaveLength(0);
    expect(fold([unsure, replies(march(2, '11:00'), 'other', { body: sorry })]).matters).toHaveLength(1);
  });
});
