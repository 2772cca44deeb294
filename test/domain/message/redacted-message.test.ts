import { describe, expect, it } from 'vitest';
import { redactMessage } from '../../../functions/domain/message/redacted-message.ts';
import { reviewMessage, surveyMessage, textFact, textMessage, withdraws } from '../../builders.ts';

const told = 'Write to ada@example.com, please.';
const kept = 'Write to [email], please.';

describe('REDACTION-1: before anything is stored', () => {
  it('the body of a text is redacted', () => {
    expect(redactMessage(textMessage({ body: told }))).toEqual(textMessage({ body: kept }));
  });

  it('comment and question of a survey are redacted', () => {
    const survey = { comment: told, question: 'Can we reach you at ada@example.com?' };
    expect(redactMessage(surveyMessage(survey))).toEqual(
      surveyMessage({ comment: kept, question: 'Can we reach you at [email]?' }),
    );
  });

  it('title and body of a review are redacted', () => {
    expect(redactMessage(reviewMessage({ title: told, body: told }))).toEqual(
      reviewMessage({ title: kept, body: kept }),
    );
  });

  it('names and values of attributes are redacted', () => {
    const attributes = { 'ada@example.com': 'gold', contact: 'ada@example.com' };
    expect(redactMessage(textMessage({ attributes }))).toMatchObject({
      attributes: { '[email]': 'gold', contact: '[email]' },
    });
  });

  it('keys that upstream chose stay as sent, so that feedbacks still find each other', () => {
    const keys = { id: 'ada@example.com', customerId: 'ada@example.com', interactionId: 'ada@example.com' };
    expect(redactMessage(textMessage(keys))).toEqual(textMessage(keys));
  });

  it('nothing is added where a field is missing', () => {
    for (const message of [textMessage(), surveyMessage(), reviewMessage(), withdraws(textFact()).message]) {
      expect(Object.keys(redactMessage(message))).toEqual(Object.keys(message));
      expect(redactMessage(message)).toEqual(message);
    }
  });

  it('a message redacted once is not changed by redacting it again', () => {
    const once = redactMessage(textMessage({ body: `${told} Or 4111 1111 1111 1111.` }));
    expect(redactMessage(once)).toEqual(once);
  });
});
