import { DAY, HOUR, type Instant, instantAt, millis } from '../../../functions/domain/instant.ts';
import { type Fact, factOf } from '../../../functions/domain/message/fact.ts';
import { FeedbackMessage } from '../../../functions/domain/message/feedback-message.ts';
import type { Sentiment } from '../../../functions/domain/scoring/sentiment.ts';

/** When analysts ask. */
export const NOW: Instant = '2026-03-18T10:00:00.000Z';
/** Whose stories there are; many actions are of the same customer, as a story grows with no other's feedback. */
export const CUSTOMERS = 500;

/** A fact with what a scorer said of it. */
export interface Told {
  fact: Fact;
  sentiment?: Sentiment;
}

const angry: Sentiment = {
  label: 'negative',
  scores: { negative: 0.94, neutral: 0.04, positive: 0.01, mixed: 0.01 },
  scorer: 'bench',
};

/** A customer who complained twice of the last month, was told that we are sorry, and is then asked for a score. */
export const storyOf = (customer: number): Told[] => {
  const of = (name: string, ms: number, fields: Record<string, unknown>): Fact => {
    const message = FeedbackMessage.parse({
      kind: 'text',
      source: 'sms-gateway',
      id: `${name}-${customer}`,
      channel: 'sms',
      customerId: `customer-${customer}`,
      touchpoint: 'delivery',
      location: `house-${customer % 20}`,
      interactionId: `order-${customer}`,
      occurredAt: instantAt(millis(NOW) - 30 * DAY + ms),
      ...fields,
    });
    return factOf(message, 'en');
  };
  return [
    { fact: of('t', 0, { body: 'My order came two hours late, and half of it was missing.' }), sentiment: angry },
    { fact: of('o', HOUR, { direction: 'outbound', body: 'We are very sorry to hear this. We will look into it.' }) },
    { fact: of('u', DAY, { body: 'Still nothing. Nobody answers me, this is unacceptable.' }), sentiment: angry },
    {
      fact: of('s', 2 * DAY, { kind: 'survey', source: 'survey-tool', status: 'invited', metric: 'nps' }),
    },
  ];
};
