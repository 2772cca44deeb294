import { describe, expect, it } from 'vitest';
import { CONTRADICTS_FROM, contradicts } from '../../../functions/domain/gaps/contradiction.ts';
import type { Fact, FeedbackFact } from '../../../functions/domain/message/fact.ts';
import type { HeardFact } from '../../../functions/domain/story/heard-fact.ts';
import { answers, complains, fold, foldNameless, gapsOf, march, replies, reviews, words } from '../../builders.ts';

const at = march(2);
const found = (...facts: Fact[]): number => gapsOf(fold(facts), 'contradiction').length;

describe('CONTRADICTION-1: a response', () => {
  it('contradicts itself where a favourable score comes with a complaint', () => {
    const answer = answers(at, 9, words.complaint);
    expect(gapsOf(fold([answer]), 'contradiction')).toMatchObject([
      { state: 'open', openedAt: at, decidedBy: at, facts: [answer.id], customerId: 'ada', touchpoint: 'delivery' },
    ]);
    expect(found(reviews(at, 4, words.complaint))).toBe(1);
  });

  it('does not where the score is middling or bad', () => {
    expect(found(answers(at, 8, words.complaint))).toBe(0);
    expect(found(answers(at, 0, words.complaint))).toBe(0);
    expect(found(reviews(at, 3, words.complaint))).toBe(0);
  });

  it('contradicts itself where the scale was read upside down', () => {
    expect(found(answers(at, 0, words.praise))).toBe(1);
    expect(found(reviews(at, 1, words.praise))).toBe(1);
    expect(found(answers(at, 10, words.praise))).toBe(0);
  });

  it('agrees with itself on a scale whose best is its least', () => {
    const scale = { min: 1, max: 6, best: 'min' as const };
    expect(found(answers(at, 1, words.praise, { scale }))).toBe(0);
    expect(found(answers(at, 1, words.complaint, { scale }))).toBe(1);
  });

  it('cannot contradict itself without words or without a score', () => {
    expect(found(answers(at, 10))).toBe(0);
    expect(found(answers(at, undefined, words.complaint))).toBe(0);
    expect(found(complains(at))).toBe(0);
  });

  it('stays a contradiction whatever is done for the customer', () => {
    expect(found(answers(at, 10, words.complaint), replies(march(3), 'remedy'))).toBe(1);
  });

  it('is a gap of the customer only where there is one', () => {
    expect(foldNameless([answers(at, 10, words.complaint, { customerId: undefined })]).gaps).toEqual([]);
  });
});

describe('CONTRADICTION-2: score and words disagree', () => {
  const response = (contradiction?: number): HeardFact => ({
    fact: answers(at, 10) as FeedbackFact,
    at,
    place: { touchpoint: 'delivery' },
    causes: [],
    ...(contradiction === undefined ? {} : { contradiction }),
  });

  it('where that is more likely than not', () => {
    expect(contradicts(response(CONTRADICTS_FROM))).toBe(true);
    expect(contradicts(response(0.49))).toBe(false);
    expect(contradicts(response())).toBe(false);
  });
});
