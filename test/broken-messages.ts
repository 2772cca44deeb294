import type { RejectionCode } from '../functions/domain/message/rejection-codes.ts';

/** A way to break the contract: each seed makes another body of the kind, which is rejected for this reason first. */
export interface BrokenKind {
  name: string;
  path: string;
  code: RejectionCode;
  body(seed: number): string;
}

const OCCURRED_AT = '2026-03-05T08:00:00Z';
const named = (seed: number) => ({ source: 'breaker', id: `broken-${seed}`, occurredAt: OCCURRED_AT });
const text = (seed: number) => ({ kind: 'text', ...named(seed), channel: 'sms', body: 'Where is my order?' });
const survey = (seed: number) => ({ kind: 'survey', ...named(seed), metric: 'nps', score: 9 });
const review = (seed: number) => ({ kind: 'review', ...named(seed), rating: 4 });

type Fields = Record<string, unknown>;

const made =
  (perfect: (seed: number) => Fields, overrides: Fields) =>
  (seed: number): string =>
    JSON.stringify({ ...perfect(seed), ...overrides });

/** A text whose fields are written out, for what no object can say. */
const spelt =
  (field: string) =>
  (seed: number): string =>
    JSON.stringify(text(seed)).replace(/}$/, `,${field}}`);

const kind = (name: string, path: string, code: RejectionCode, body: BrokenKind['body']): BrokenKind => ({
  name,
  path,
  code,
  body,
});

/** Bodies that a queue takes and the contract does not, of thirty kinds. */
export const brokenKinds: readonly BrokenKind[] = [
  kind('half a JSON', '', 'not_json', (seed) => JSON.stringify(text(seed)).slice(0, -9)),
  kind('words', '', 'not_json', (seed) => `Hello, are you there? ${seed}`),
  kind('a bare NaN', '', 'not_json', spelt('"trace":NaN')),
  kind('a byte order mark', '', 'not_json', (seed) => `\ufeff${JSON.stringify(text(seed))}`),
  kind(
    'two messages in a row',
    '',
    'not_json',
    (seed) => `${JSON.stringify(text(seed))}\n${JSON.stringify(text(seed))}`,
  ),
  kind('a list of messages', '', 'not_an_object', (seed) => JSON.stringify([text(seed)])),
  kind('a message within quotes', '', 'not_an_object', (seed) => JSON.stringify(JSON.stringify(text(seed)))),
  kind('over 256 KB', '', 'too_large', made(text, { trace: 'x'.repeat(256 * 1024) })),
  kind('a thousand nested lists', '', 'too_deep', spelt(`"trace":${'['.repeat(1000)}${']'.repeat(1000)}`)),
  kind('no kind', '/kind', 'missing', made(text, { kind: undefined })),
  kind('an unknown kind', '/kind', 'not_allowed', made(text, { kind: 'fax' })),
  kind('a kind that every object inherits', '/kind', 'not_allowed', made(text, { kind: '__proto__' })),
  kind('no words', '/body', 'missing', made(text, { body: undefined })),
  kind('empty words', '/body', 'too_short', made(text, { body: '' })),
  kind('words of 33 KB', '/body', 'too_long', made(text, { body: 'y'.repeat(33 * 1024) })),
  kind('half a character', '/body', 'malformed_unicode', made(text, { body: 'thanks \ud83d' })),
  kind('an unknown channel', '/channel', 'not_allowed', made(text, { channel: 'SMS' })),
  kind('a source that is a number', '/source', 'wrong_type', made(text, { source: 7 })),
  kind('a customer that is null', '/customerId', 'wrong_type', made(text, { customerId: null })),
  kind('a time without an offset', '/occurredAt', 'not_an_instant', made(text, { occurredAt: '2026-03-05T08:00:00' })),
  kind('a time far ahead', '/occurredAt', 'in_the_future', made(text, { occurredAt: '9999-01-01T00:00:00Z' })),
  kind('a language with an underscore', '/language', 'not_a_language', made(text, { language: 'en_GB' })),
  kind(
    'an attribute named as the prototype',
    '/attributes/*',
    'not_an_attribute_name',
    spelt('"attributes":{"__proto__":"x"}'),
  ),
  kind(
    'eleven attributes',
    '/attributes',
    'too_many',
    made(text, { attributes: Object.fromEntries([...'abcdefghijk'].map((name) => [name, 'x'])) }),
  ),
  kind('a score as text', '/score', 'wrong_type', made(survey, { score: '9' })),
  kind('a score off the scale', '/score', 'outside_scale', made(survey, { score: 11 })),
  kind('a score beyond all floats', '/score', 'out_of_range', (seed) =>
    JSON.stringify(survey(seed)).replace('"score":9', '"score":1e999'),
  ),
  kind('an answer without an answer', '/score', 'nothing_answered', made(survey, { score: undefined })),
  kind('an invitation with a score', '/status', 'answer_without_status_answered', made(survey, { status: 'invited' })),
  kind('a scale upside down', '/scale', 'empty_scale', made(review, { scale: { min: 5, max: 1 } })),
];
