import * as fc from 'fast-check';
import { MAX_BODY_BYTES } from '../../functions/domain/message/feedback-message.ts';
import { defaultScales, type Metric, type Scale } from '../../functions/domain/message/scale.ts';

/** When the queue takes the messages made here. */
export const sentAt = '2026-03-05T10:00:00.000Z';

const name = (maxLength: number) => fc.string({ unit: 'binary', minLength: 1, maxLength });
const words = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }),
  fc.constantFrom('x'.repeat(MAX_BODY_BYTES), '\u00e9'.repeat(MAX_BODY_BYTES / 2), '__proto__'),
);

const inZone = (at: Date, minutes: number): string => {
  const local = new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, 23);
  const [hour, minute] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const zone = `${minutes < 0 ? '-' : '+'}${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return minutes === 0 ? `${local}Z` : `${local}${zone}`;
};
const occurredAt = fc
  .tuple(
    fc.date({ min: new Date('1001-01-01'), max: new Date('2026-03-06T10:00:00Z'), noInvalidDate: true }),
    fc.integer({ min: -23 * 60 - 59, max: 23 * 60 + 59 }),
  )
  .map(([at, minutes]) => inZone(at, minutes));

const attributes = fc.dictionary(
  name(64).filter((key) => key !== '__proto__'),
  fc.string({ unit: 'binary', maxLength: 256 }),
  { maxKeys: 10, noNullPrototype: true },
);

const envelope = { source: name(64), id: name(128), occurredAt };
const optionalEnvelope = {
  version: fc.constant(1),
  revision: fc.integer({ min: 0, max: 1_000_000_000 }),
  customerId: name(128),
};
const optionalContext = {
  retracted: fc.constant(false),
  touchpoint: name(64),
  location: name(64),
  interactionId: name(128),
  language: fc.constantFrom('en', 'pt-BR', 'zh-Hant-TW', 'de-1996', 'und', 'EN-gb', 'en-u-hc-h12', 'sl-rozaj-biske'),
  attributes,
};

const record = (needed: Record<string, fc.Arbitrary<unknown>>, optional: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ ...needed, ...optional }, { requiredKeys: Object.keys(needed), noNullPrototype: true });

const ownScale: fc.Arbitrary<Scale> = fc
  .tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 1000 }), fc.constantFrom('max', 'min'))
  .map(([min, width, best]) => ({ min, max: min + width, best }));

/** A score with the scale it lies on; the scale is left out where it is the usual one. */
const scored = (usual: Scale) =>
  fc.tuple(fc.option(ownScale, { nil: undefined }), fc.double({ min: 0, max: 1, noNaN: true })).map(([own, share]) => {
    const { min, max } = own ?? usual;
    const score = Math.min(max, min + share * (max - min));
    return { score: Math.abs(score) < 1e-9 ? 0 : score, ...(own ? { scale: own } : {}) };
  });

const said = words.filter((text) => text.trim() !== '');
const metric = fc.constantFrom<Metric>('nps', 'csat', 'ces', 'stars');
const answer = metric.chain((asked) =>
  fc.oneof(
    scored(defaultScales[asked]).map((answered) => ({ metric: asked, ...answered })),
    said.map((comment) => ({ metric: asked, comment })),
    fc
      .tuple(scored(defaultScales[asked]), fc.oneof(words, fc.constant('')))
      .map(([answered, comment]) => ({ metric: asked, ...answered, comment, status: 'answered' })),
  ),
);
const noAnswer = record(
  { metric, status: fc.constantFrom('invited', 'held', 'bounced') },
  { comment: fc.constantFrom('', ' ', '\u00a0\n\ufeff'), scale: ownScale },
);

const merged = (...parts: fc.Arbitrary<object>[]): fc.Arbitrary<Record<string, unknown>> =>
  fc.tuple(...parts).map((objects) => Object.assign({}, ...objects));

const common = (kind: string) =>
  record({ kind: fc.constant(kind), ...envelope }, { ...optionalEnvelope, ...optionalContext });

const survey = merged(
  common('survey'),
  fc.oneof(answer, noAnswer),
  record({}, { question: fc.string({ unit: 'binary', maxLength: 2000 }) }),
);
const text = merged(
  common('text'),
  record(
    { channel: fc.constantFrom('sms', 'chat', 'email', 'call', 'social', 'frontline'), body: words },
    { direction: fc.constantFrom('inbound', 'outbound') },
  ),
);
const review = merged(
  common('review'),
  scored(defaultScales.stars).map(({ score, ...scale }) => ({ rating: score, ...scale })),
  record({}, { title: fc.string({ maxLength: 2000 }), body: fc.oneof(words, fc.constant('')), platform: name(64) }),
);

/** Whatever a withdrawal repeats of other fields is not looked at. */
const retraction = merged(
  record({ score: fc.jsonValue(), body: fc.jsonValue(), scale: fc.jsonValue(), attributes: fc.jsonValue() }, {}),
  record(
    { kind: fc.constantFrom('survey', 'text', 'review'), ...envelope, retracted: fc.constant(true) },
    { ...optionalEnvelope, status: fc.constantFrom('invited', 'held', 'answered', 'bounced') },
  ),
);

/** Any message that the contract takes, unknown fields included. */
export const validMessage = fc
  .tuple(fc.oneof(survey, text, review, retraction), fc.dictionary(fc.constantFrom('x-trace', 'ts'), fc.jsonValue()))
  .map(([message, unknown]) => ({ ...unknown, ...message }));
