import { describe, expect, it } from 'vitest';
import { customerWords, factOf, factSortKey, isFeedback } from '../../../functions/domain/message/fact.ts';
import {
  complains,
  march,
  reviewMessage,
  surveyMessage,
  textFact,
  textMessage,
  withdraws,
  words,
} from '../../builders.ts';

describe('a fact', () => {
  it('is the same bytes for the same message, however often it arrives', () => {
    expect(JSON.stringify(factOf(textMessage(), 'en'))).toBe(JSON.stringify(factOf(textMessage(), 'en')));
  });

  it('names itself, its feedback, its story and its language', () => {
    expect(textFact({ revision: 1 })).toMatchObject({
      id: 'text:sms-gateway:t-1@1',
      feedback: 'text:sms-gateway:t-1',
      story: 'customer#ada',
      language: 'en',
    });
    expect(factOf(surveyMessage())).not.toHaveProperty('language');
  });

  it('is a feedback unless it withdraws one', () => {
    expect(isFeedback(textFact())).toBe(true);
    expect(isFeedback(withdraws(textFact()))).toBe(false);
  });

  it('sorts by its time, and is told from others of the same time', () => {
    const keys = [complains(march(3)), complains(march(2)), complains(march(2, '09:59'))].map(factSortKey);
    expect(keys.toSorted()).toEqual(keys.toReversed());
    expect(factSortKey(textFact())).not.toBe(factSortKey(textFact({ body: 'other words' })));
    expect(factSortKey(textFact())).not.toBe(factSortKey(textFact({ revision: 1 })));
    expect(factSortKey(textFact())).toBe(factSortKey(textFact()));
  });
});

describe('the customer’s own words', () => {
  it('are the comment, the text, the title and body of a review', () => {
    expect(customerWords(surveyMessage({ comment: words.praise }))).toBe(words.praise);
    expect(customerWords(textMessage())).toBe(words.complaint);
    expect(customerWords(reviewMessage({ title: 'Late', body: 'and cold' }))).toBe('Late\nand cold');
    expect(customerWords(reviewMessage({ title: 'Late' }))).toBe('Late');
  });

  it('are none in a score alone, a blank comment or an empty review', () => {
    expect(customerWords(surveyMessage())).toBeUndefined();
    expect(customerWords(surveyMessage({ comment: ' \n ' }))).toBeUndefined();
    expect(customerWords(reviewMessage())).toBeUndefined();
  });

  it('are never ours, never staff’s, and none once withdrawn', () => {
    expect(customerWords(textMessage({ direction: 'outbound' }))).toBeUndefined();
    expect(customerWords(textMessage({ channel: 'frontline' }))).toBeUndefined();
    expect(customerWords(withdraws(textFact()).message)).toBeUndefined();
  });
});
