import * as z from 'zod';
import { instantAt } from '../instant.ts';
import type { RejectionCode } from './rejection-codes.ts';
import { defaultScales, Metric, measure, plainZero, Scale } from './scale.ts';

/** One body at most: 32 KB of UTF-8. */
export const MAX_BODY_BYTES = 32 * 1024;
/** One message at most: 256 KB of UTF-8. */
export const MAX_MESSAGE_BYTES = 256 * 1024;

/** What RFC 5646 (4.4.1) asks those to make room for who limit the length of a language tag. */
const MAX_LANGUAGE_LENGTH = 35;
const MAX_ATTRIBUTES = 10;

const because = (code: RejectionCode) => ({ params: { code } });

const codePoints = (text: string): number => {
  let n = 0;
  for (const _ of text) n++;
  return n;
};

/** Text whose length counts Unicode code points, not UTF-16 units, and that holds no lone surrogate. */
const text = (min: 0 | 1, max: number) =>
  z
    .string()
    .refine((s) => s.isWellFormed(), { ...because('malformed_unicode'), abort: true })
    .refine((s) => s.length >= min, because('too_short'))
    .refine((s) => codePoints(s) <= max, because('too_long'))
    .meta({ minLength: min, maxLength: max });

/** What somebody wrote. JSON Schema counts no bytes; a text of 32 KB has at most that many code points. */
const words = (min: 0 | 1, meaning: string) =>
  z
    .string()
    .refine((s) => s.isWellFormed(), { ...because('malformed_unicode'), abort: true })
    .refine((s) => s.length >= min, because('too_short'))
    .refine((s) => Buffer.byteLength(s) <= MAX_BODY_BYTES, because('too_long'))
    .meta({ minLength: min, maxLength: MAX_BODY_BYTES, description: `${meaning}; at most 32 KB of UTF-8` });

/** From the year 1000 on: with an offset the year 0 would lose the four digits that instants are sorted by. */
const instant = z.iso
  .datetime({ offset: true })
  .regex(/^[1-9]/)
  .transform((s) => instantAt(Date.parse(s)));

const isLanguageTag = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false; // the platform's way of saying no: RangeError on a malformed tag
  }
};

const language = z
  .string()
  .max(MAX_LANGUAGE_LENGTH, { abort: true })
  .refine(isLanguageTag, { ...because('not_a_language'), abort: true })
  .transform((tag) => Intl.getCanonicalLocales(tag)[0] ?? tag)
  .meta({
    pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$',
    description: 'BCP-47 tag of the words, such as `en` or `pt-BR`; left out, it is detected',
  });

/** zod leaves out a pair of this name unseen; left in, it would be the prototype of a copy of the attributes. */
const PROTOTYPE = '__proto__';

const attributes = z
  .preprocess(
    (pairs, report) => {
      if (typeof pairs === 'object' && pairs !== null && Object.hasOwn(pairs, PROTOTYPE)) {
        report.addIssue({ code: 'custom', path: [PROTOTYPE], ...because('not_an_attribute_name') });
      }
      return pairs;
    },
    z
      .record(text(1, 64).meta({ not: { const: PROTOTYPE } }), text(0, 256))
      .refine((pairs) => Object.keys(pairs).length <= MAX_ATTRIBUTES, because('too_many')),
  )
  .meta({
    maxProperties: MAX_ATTRIBUTES,
    description: 'what upstream knows besides: segment, device, tier; names of 1 to 64 code points, values of 0 to 256',
  });

const KIND = 'what it is; decides, whichever queue the message lies in';

/** The posting system. */
export const Source = text(1, 64);

const envelope = {
  version: z.literal(1).default(1).describe('version of this contract'),
  source: Source.describe('the posting system'),
  id: text(1, 128).describe("the posting system's own id of the feedback; an invitation and its answer carry the same"),
  revision: z
    .int()
    .min(0)
    .max(1_000_000_000)
    .overwrite(plainZero)
    .default(0)
    .describe('a correction carries a higher one than what it corrects; the highest wins'),
  occurredAt: instant.meta({
    format: 'date-time',
    description: 'when it happened, ISO-8601 with seconds and offset; at most one day after the queue took the message',
  }),
  customerId: text(1, 128)
    .optional()
    .describe(
      'opaque key of the customer, the same in all posting systems; without it the feedback counts for touchpoints alone',
    ),
};

const context = {
  touchpoint: text(1, 64)
    .optional()
    .describe(
      'step of the journey, such as `delivery`; left out, taken from the same interaction, else the same customer',
    ),
  location: text(1, 64).optional().describe('branch, route or region; left out, taken as the touchpoint is'),
  interactionId: text(1, 128).optional().describe('order, visit or case that ties feedbacks together'),
  language: language.optional(),
  attributes: attributes.optional(),
};

const RETRACTED = '`true` withdraws the feedback; the message then needs nothing but its name and time';

const kept = { retracted: z.literal(false).default(false).describe(RETRACTED) };

const withinScale = (score: number | undefined, scale: Scale): boolean =>
  score === undefined || (score >= scale.min && score <= scale.max);

const checkScale = (
  message: { scale?: Scale | undefined; score?: number | undefined; rating?: number | undefined; metric?: Metric },
  report: z.core.$RefinementCtx,
): void => {
  const scale = message.scale ?? defaultScales[message.metric ?? 'stars'];
  const field = message.rating === undefined ? 'score' : 'rating';
  if (scale.min >= scale.max) {
    report.addIssue({ code: 'custom', path: ['scale'], ...because('empty_scale') });
  } else if (!withinScale(message[field], scale)) {
    report.addIssue({ code: 'custom', path: [field], ...because('outside_scale') });
  }
};

export const SurveyStatus = z.enum(['invited', 'held', 'answered', 'bounced']);
export type SurveyStatus = z.infer<typeof SurveyStatus>;

const STATUS =
  'of a survey: asked, held back because of a hold, answered, or undeliverable; each is posted as a message of its own';

const usualScales = Object.entries(defaultScales)
  .map(([metric, { min, max }]) => `${metric} ${min}-${max}`)
  .join(', ');

export const SurveyMessage = z
  .object({
    kind: z.literal('survey').describe(KIND),
    ...envelope,
    ...kept,
    ...context,
    status: SurveyStatus.default('answered').describe(STATUS),
    metric: Metric.describe(`how it was asked: ${usualScales}`),
    scale: Scale.optional().describe('the scale it was asked on, where that is not the usual one'),
    score: measure().optional().describe('within the scale; an answer has a score, a comment or both'),
    comment: words(0, 'what the customer added').optional(),
    question: text(0, 2000)
      .optional()
      .describe('what was asked before the comment: "Nothing" to "What could we do better?" is praise'),
  })
  .superRefine((survey, report) => {
    checkScale(survey, report);
    const said = survey.score !== undefined || (survey.comment ?? '').trim() !== '';
    if (survey.status === 'answered' && !said) {
      report.addIssue({ code: 'custom', path: ['score'], ...because('nothing_answered') });
    }
    if (survey.status !== 'answered' && said) {
      report.addIssue({ code: 'custom', path: ['status'], ...because('answer_without_status_answered') });
    }
  });
export type SurveyMessage = z.infer<typeof SurveyMessage>;

export const Channel = z.enum(['sms', 'chat', 'email', 'call', 'social', 'frontline']);

export const TextMessage = z.object({
  kind: z.literal('text').describe(KIND),
  ...envelope,
  ...kept,
  ...context,
  channel: Channel.describe('where it was said; `frontline` is a note by staff: evidence, never a customer’s voice'),
  direction: z.enum(['inbound', 'outbound']).default('inbound').describe('`outbound` is our own reply to the customer'),
  body: words(1, 'the words'),
});
export type TextMessage = z.infer<typeof TextMessage>;

export const ReviewMessage = z
  .object({
    kind: z.literal('review').describe(KIND),
    ...envelope,
    ...kept,
    ...context,
    rating: measure().describe('within the scale, 1-5 unless `scale` says otherwise'),
    scale: Scale.optional().describe('the scale it was asked on, where that is not the usual one'),
    title: text(0, 2000).optional().describe('headline of the review'),
    body: words(0, 'the words').optional(),
    platform: text(1, 64).optional().describe('where it was published'),
  })
  .superRefine(checkScale);
export type ReviewMessage = z.infer<typeof ReviewMessage>;

/** Upstream withdraws a feedback: needs nothing but its name and time. */
export const Retraction = z.object({
  kind: z.enum(['survey', 'text', 'review']).describe(KIND),
  ...envelope,
  retracted: z.literal(true).describe(RETRACTED),
  status: SurveyStatus.optional().describe(STATUS),
});
export type Retraction = z.infer<typeof Retraction>;

/** The contract with upstream systems: one message body. */
export const FeedbackMessage = z.union([
  Retraction,
  z.discriminatedUnion('kind', [SurveyMessage, TextMessage, ReviewMessage]),
]);

export type Feedback = SurveyMessage | TextMessage | ReviewMessage;
export type FeedbackMessage = Feedback | Retraction;
