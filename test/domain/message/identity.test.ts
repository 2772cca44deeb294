import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contentHash,
  digest,
  factId,
  feedbackHome,
  feedbackKey,
  keyOf,
  partsOf,
  storyKey,
} from '../../../functions/domain/message/identity.ts';
import { reviewMessage, surveyMessage, textFact, textMessage, withdraws } from '../../builders.ts';

/** What upstream may write, and oftener than chance what our keys are built with. */
const part = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('%', ':', '@', '!', '#', '2', '5', '3', 'a', '4', '0') }),
);
const parts = fc.array(part, { minLength: 1, maxLength: 4 });

describe('a key', () => {
  it('gives back the parts it was made of, whatever they hold', () => {
    fc.assert(
      fc.property(parts, (given) => {
        expect(partsOf(keyOf(...given))).toEqual(given);
      }),
      { numRuns: 500 },
    );
  });

  it('is another for other parts', () => {
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        expect(keyOf(...a) === keyOf(...b)).toBe(JSON.stringify(a) === JSON.stringify(b));
        expect(digest(...a) === digest(...b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
      { numRuns: 500 },
    );
  });

  it('holds none of the signs that keys are joined with', () => {
    fc.assert(
      fc.property(part, (given) => {
        expect(keyOf(given)).not.toMatch(/[:@!#]/);
      }),
    );
  });

  it('reads as it was written where nothing must be escaped', () => {
    expect(keyOf('delivery', 'Köln Süd')).toBe('delivery:Köln Süd');
    expect(keyOf('10:30 #1')).toBe('10%3a30 %231');
  });
});

describe('the name of a feedback', () => {
  it('is the same in every revision', () => {
    expect(feedbackKey(textMessage())).toBe('text:sms-gateway:t-1');
    expect(feedbackKey(textMessage({ revision: 3, body: 'other words' }))).toBe('text:sms-gateway:t-1');
  });

  it('of a survey tells its status', () => {
    expect(feedbackKey(surveyMessage())).toBe('survey:survey-tool:s-1:answered');
    expect(feedbackKey(surveyMessage({ status: 'invited', score: undefined }))).toBe('survey:survey-tool:s-1:invited');
  });

  it('of a withdrawal is that of what it withdraws', () => {
    expect(withdraws(textFact()).feedback).toBe(textFact().feedback);
  });
});

describe('the id of a fact', () => {
  it('tells revision and withdrawal', () => {
    expect(factId(textMessage())).toBe('text:sms-gateway:t-1');
    expect(factId(textMessage({ revision: 2 }))).toBe('text:sms-gateway:t-1@2');
    expect(withdraws(textFact({ revision: 2 })).id).toBe('text:sms-gateway:t-1@2!');
  });

  it('is not forged by an id that looks like a revision', () => {
    expect(factId(textMessage({ id: 't-1@2' }))).not.toBe(factId(textMessage({ revision: 2 })));
    expect(factId(textMessage({ id: 't-1!' }))).not.toBe(withdraws(textFact()).id);
  });
});

describe('the content hash', () => {
  it('does not mind the order of the fields', () => {
    const message = textMessage({ attributes: { tier: 'gold', device: 'phone' } });
    const turned = Object.fromEntries(Object.entries(message).toReversed()) as typeof message;
    expect(contentHash(turned)).toBe(contentHash(message));
    expect(contentHash(textMessage({ attributes: { device: 'phone', tier: 'gold' } }))).toBe(contentHash(message));
  });

  it('minds every word', () => {
    expect(contentHash(textMessage({ body: 'late' }))).not.toBe(contentHash(textMessage({ body: 'Late' })));
  });
});

describe('the story of a feedback', () => {
  it('is its customer’s', () => {
    expect(storyKey(reviewMessage({ interactionId: 'order-1' }))).toBe('customer#ada');
  });

  it('is its interaction’s where there is no customer, else its own', () => {
    const nobody = { customerId: undefined };
    expect(storyKey(reviewMessage({ ...nobody, interactionId: 'order-1' }))).toBe('interaction#order-1');
    const alone = reviewMessage(nobody);
    expect(storyKey(alone)).toBe(feedbackHome(alone));
    expect(storyKey(reviewMessage({ ...nobody, id: 'r-2' }))).not.toBe(storyKey(alone));
  });

  it('of a withdrawal without a customer is where corrections of the feedback are kept', () => {
    const fact = textFact({ interactionId: 'order-1' });
    expect(withdraws(fact, { customerId: undefined }).story).toBe(feedbackHome(fact.message));
    expect(withdraws(fact).story).toBe('customer#ada');
  });
});
