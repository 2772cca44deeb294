import type { SQSRecord } from 'aws-lambda';
import { record } from '../runtime/deliveries.ts';

/** A message as an upstream system posts it; tests change single fields, or leave them out with `undefined`. */
export type Posted = Record<string, unknown>;

/** A complaint by text. */
export const complaint = (override: Posted = {}): Posted => ({
  kind: 'text',
  source: 'sms-gateway',
  id: 't-1',
  occurredAt: '2026-03-04T18:20:00.000Z',
  customerId: 'c-1',
  interactionId: 'order-1',
  touchpoint: 'delivery',
  location: 'millfield',
  channel: 'sms',
  language: 'en',
  body: 'My food came an hour late and it was spilled all over the bag. This is terrible, I want my money back.',
  ...override,
});

/** A survey answer with a good score and no words. */
export const answer = (override: Posted = {}): Posted => ({
  kind: 'survey',
  source: 'survey-tool',
  id: 's-1',
  occurredAt: '2026-03-05T08:00:00.000Z',
  customerId: 'c-1',
  touchpoint: 'delivery',
  location: 'millfield',
  metric: 'nps',
  score: 10,
  ...override,
});

export const invitation = (override: Posted = {}): Posted =>
  answer({ status: 'invited', score: undefined, ...override });

/** A good review with words. */
export const review = (override: Posted = {}): Posted => ({
  kind: 'review',
  source: 'review-site',
  id: 'r-1',
  occurredAt: '2026-03-04T21:00:00.000Z',
  customerId: 'c-2',
  touchpoint: 'delivery',
  location: 'millfield',
  language: 'en',
  rating: 5,
  title: 'Lovely',
  body: 'Great service, arrived early and everything was perfect. Thank you!',
  ...override,
});

/** The withdrawal of a text, without its customer. */
export const withdrawal = (override: Posted = {}): Posted => ({
  kind: 'text',
  source: 'sms-gateway',
  id: 't-1',
  occurredAt: '2026-03-04T20:00:00.000Z',
  retracted: true,
  ...override,
});

/** A message in the queue under an id of the queue's. */
export const delivered = (messageId: string, message: Posted, attributes: Record<string, string> = {}): SQSRecord =>
  record(messageId, JSON.stringify(message), attributes);
