import type { Instant } from '../../functions/domain/instant.ts';
import { MAX_MESSAGE_BYTES } from '../../functions/domain/message/feedback-message.ts';
import type { RejectionCode } from '../../functions/domain/message/rejection-codes.ts';

/** When the queue took the broken messages. */
export const sentAt: Instant = '2026-03-05T10:00:00.000Z';

/** A message with one fault: as an object, or as the text of its body where that is the fault. */
interface BrokenExample {
  path: string;
  message?: unknown;
  body?: string;
  /** Spaces follow the body up to this size. */
  paddedToBytes?: number;
}

const survey = {
  kind: 'survey',
  source: 'survey-tool',
  id: 's-9093',
  occurredAt: '2026-03-04T18:02:11Z',
  metric: 'nps',
  score: 9,
};
const text = {
  kind: 'text',
  source: 'sms-gateway',
  id: 't-70031',
  occurredAt: '2026-03-03T20:12:40Z',
  channel: 'sms',
  body: 'Where are my groceries?',
};
const review = {
  kind: 'review',
  source: 'review-sites',
  id: 'r-3301',
  occurredAt: '2026-03-05T07:15:00+01:00',
  rating: 4,
};
const { body: _, ...textWithoutBody } = text;
const { score: __, ...surveyWithoutScore } = survey;
/** A list in a list, and so on. */
const nested = (depth: number): unknown[] => (depth === 1 ? [] : [nested(depth - 1)]);
const elevenAttributes = Object.fromEntries([...'abcdefghijk'].map((name) => [name, 'x']));

/** For every code one message that is rejected for that reason alone. */
export const brokenExamples: Readonly<Record<RejectionCode, BrokenExample>> = {
  not_json: { path: '', body: '{"kind": "survey", "score": NaN}' },
  not_an_object: { path: '', message: [survey] },
  too_large: { path: '', message: survey, paddedToBytes: MAX_MESSAGE_BYTES + 1 },
  too_deep: { path: '', message: { ...survey, trace: nested(16) } },
  missing: { path: '/body', message: textWithoutBody },
  wrong_type: { path: '/score', message: { ...survey, score: '9' } },
  not_allowed: { path: '/channel', message: { ...text, channel: 'SMS' } },
  not_an_integer: { path: '/revision', message: { ...survey, revision: 1.5 } },
  out_of_range: { path: '/revision', message: { ...survey, revision: -1 } },
  too_short: { path: '/source', message: { ...survey, source: '' } },
  too_long: { path: '/touchpoint', message: { ...survey, touchpoint: 'home-delivery-'.repeat(5) } },
  too_many: { path: '/attributes', message: { ...survey, attributes: elevenAttributes } },
  malformed_unicode: { path: '/body', message: { ...text, body: 'Thanks a lot \ud83d' } },
  not_an_instant: { path: '/occurredAt', message: { ...survey, occurredAt: '2026-03-04T18:02:11' } },
  in_the_future: { path: '/occurredAt', message: { ...survey, occurredAt: '2026-03-06T10:00:01Z' } },
  not_a_language: { path: '/language', message: { ...text, language: 'en_GB' } },
  not_an_attribute_name: { path: '/attributes/*', message: { ...survey, attributes: { '': 'subscriber' } } },
  too_close_to_zero: { path: '/rating', message: { ...review, rating: 1e-300, scale: { min: 0, max: 1 } } },
  outside_scale: { path: '/rating', message: { ...review, rating: 8 } },
  empty_scale: { path: '/scale', message: { ...review, scale: { min: 5, max: 1 } } },
  nothing_answered: { path: '/score', message: { ...surveyWithoutScore, comment: '  ' } },
  answer_without_status_answered: { path: '/status', message: { ...survey, status: 'invited' } },
};

/** The queue message's body of a broken example. */
export const bodyOf = ({ message, body = JSON.stringify(message), paddedToBytes = 0 }: BrokenExample): string =>
  body + ' '.repeat(Math.max(0, paddedToBytes - Buffer.byteLength(body)));
