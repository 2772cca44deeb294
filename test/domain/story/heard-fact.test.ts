import { describe, expect, it } from 'vitest';
import type { Fact, FeedbackFact } from '../../../functions/domain/message/fact.ts';
import type { Sentiment } from '../../../functions/domain/scoring/sentiment.ts';
import { hear } from '../../../functions/domain/story/hear.ts';
import { complains as doesComplain, type HeardFact } from '../../../functions/domain/story/heard-fact.ts';
import { answers, complains, invited, march, replies, reviews, taxonomy, words } from '../../builders.ts';

const at = march(2);
const heard = (fact: Fact, sentiment?: Sentiment): HeardFact =>
  hear(fact as FeedbackFact, { touchpoint: 'delivery' }, taxonomy, sentiment);
const negative: Sentiment = {
  label: 'negative',
  scores: { negative: 1, neutral: 0, positive: 0, mixed: 0 },
  scorer: 'a scorer',
};

describe('HEARING-1: what is heard of a feedback', () => {
  it('is the same complaint whatever score stands beside it', () => {
    const [high, low] = [answers(at, 10, words.complaint), answers(at, 0, words.complaint)].map((fact) => heard(fact));
    expect(high?.complaint).toEqual(low?.complaint);
    expect(high).toMatchObject({ metric: 'nps', scoreClass: 'top', complaint: { label: 'yes' } });
    expect(low).toMatchObject({ metric: 'nps', scoreClass: 'bottom' });
  });

  it('weighs the sentiment of the words', () => {
    const [alone, scored] = [heard(complains(at)), heard(complains(at), negative)];
    expect(scored.complaint?.probability).toBeGreaterThan(alone.complaint?.probability ?? 1);
    expect(scored.sentiment).toEqual(negative);
    expect(alone).not.toHaveProperty('sentiment');
  });

  it('hears "nothing" by the question it answers', () => {
    const nothing = (question: string) => heard(answers(at, 8, 'Nothing', { question })).complaint?.probability ?? 0;
    expect(nothing('What could we do better?')).toBeLessThan(nothing('What did you like?'));
  });

  it('reads a review by its stars', () => {
    expect(heard(reviews(at, 3))).toMatchObject({ metric: 'stars', scoreClass: 'middle' });
    expect(heard(reviews(at, 2))).toMatchObject({ metric: 'stars', scoreClass: 'bottom' });
  });

  it('tells by how much score and words disagree, where there are both', () => {
    expect(heard(answers(at, 10, words.complaint)).contradiction).toBeGreaterThan(0.5);
    expect(heard(answers(at, 10, words.praise)).contradiction).toBeLessThan(0.1);
    expect(heard(answers(at, 10))).not.toHaveProperty('contradiction');
    expect(heard(complains(at))).not.toHaveProperty('contradiction');
  });

  it.each(['hollow', 'remedy', 'other'] as const)('takes a %s reply as ours, never as a complaint', (how) => {
    expect(heard(replies(at, how))).toMatchObject({ reply: how });
    expect(heard(replies(at, how))).not.toHaveProperty('complaint');
  });

  it.each(['inbound', 'outbound'] as const)('takes an %s note by staff for nobody’s voice', (direction) => {
    const note = heard(complains(at, { channel: 'frontline', direction }));
    expect(note).not.toHaveProperty('complaint');
    expect(note).not.toHaveProperty('reply');
  });

  it('hears nothing in an invitation', () => {
    expect(doesComplain(heard(invited(at)))).toBe(false);
  });

  it('does not take "unsure" for a complaint', () => {
    const unsure = { ...heard(complains(at)), complaint: { label: 'unsure' as const, probability: 0.4 } };
    expect(doesComplain(unsure)).toBe(false);
  });
});
