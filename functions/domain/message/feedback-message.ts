import * as z from 'zod';
import { instantAt } from '../instant.ts';
import { defaultScales, Metric, Scale } from './scale.ts';

/** One body at most: 32 KB of UTF-8. */
export const MAX_BODY_BYTES = 32 * 1024;
/** One message at most: 256 KB of UTF-8. */
export const MAX_MESSAGE_BYTES = 256 * 1024;

const codePoints = (text: string): number => {
  let n = 0;
  for (const _ of text) n++;
  return n;
};

/** Text whose length counts Unicode code points, not UTF-16 units, and that holds no lone surrogate. */
const text = (min: number, max: number) =>
  z
    .string()
    .refine((s) => s.isWellFormed(), { params: { code: 'malformed_unicode' }, abort: true })
    .refine((s) => codePoints(s) >= min, { params: { code: 'too_short' } })
    .refine((s) => codePoints(s) <= max, { params: { code: 'too_long' } })
    .meta({ minLength: min, maxLength: max });

const words = (min: 0 | 1) =>
  z
    .string()
    .refine((s) => s.isWellFormed(), { params: { code: 'malformed_unicode' }, abort: true })
    .refine((s) => s.length >= min, { params: { code: 'too_short' } })
    .refine((s) => Buffer.byteLength(s) <= MAX_BODY_BYTES, { params: { code: 'too_long' } })
    .meta({ minLength: min, description: 'at most 32 KB of UTF-8' });

const instant = z.iso.datetime({ offset: true }).transform((s) => instantAt(Date.parse(s)));

const isLanguageTag = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false; // the platform's way of saying no: RangeError on a malformed tag
  }
};

const language = z
  .string()
  .max(35)
  .refine(isLanguageTag, { params: { code: 'not_a_language' }, abort: true })
  .transform((tag) => Intl.getCanonicalLocales(tag)[0] ?? tag)
  .describe('BCP-47 tag');

const attributes = z
  .record(text(1, 64), text(0, 256))
  .refine((pairs) => Object.keys(pairs).length <= 10, { params: { code: 'too_many' } });

const envelope = {
  version: z.literal(1).default(1),
  source: text(1, 64).describe('the posting system'),
  id: text(1, 128).describe("the posting system's own id of this feedback"),
  revision: z
    .int()
    .min(0)
    .max(1_000_000_000)
    .default(0)
    .describe('a correction carries a higher one; the highest wins'),
  occurredAt: instant.describe('instant with offset'),
  customerId: text(1, 128).optional().describe('opaque key of the customer'),
};

const context = {
  touchpoint: text(1, 64).optional().describe('step of the journey'),
  location: text(1, 64).optional().describe('branch, route or region'),
  interactionId: text(1, 128).optional().describe('order, visit or case that ties feedbacks together'),
  language: language.optional(),
  attributes: attributes.optional(),
};

const kept = { retracted: z.literal(false).default(false) };

const withinScale = (score: number | undefined, scale: Scale): boolean =>
  score === undefined || (score >= scale.min && score <= scale.max);

const checkScale = (
  message: { scale?: Scale | undefined; score?: number | undefined; rating?: number | undefined; metric?: Metric },
  report: z.core.$RefinementCtx,
): void => {
  const scale = message.scale ?? defaultScales[message.metric ?? 'stars'];
  const field = message.rating === undefined ? 'score' : 'rating';
  if (scale.min >= scale.max) {
    report.addIssue({ code: 'custom', path: ['scale'], params: { code: 'empty_scale' } });
  } else if (!withinScale(message[field], scale)) {
    report.addIssue({ code: 'custom', path: [field], params: { code: 'outside_scale' } });
  }
};

export const SurveyStatus = z.enum(['invited', 'held', 'answered', 'bounced']);
export type SurveyStatus = z.infer<typeof SurveyStatus>;

export const SurveyMessage = z
  .object({
    kind: z.literal('survey'),
    ...envelope,
    ...kept,
    ...context,
    status: SurveyStatus.default('answered'),
    metric: Metric,
    scale: Scale.optional(),
    score: z.number().optional(),
    comment: words(0).optional(),
    question: text(0, 2000).optional().describe('what was asked before the comment'),
  })
  .superRefine((survey, report) => {
    checkScale(survey, report);
    const said = survey.score !== undefined || (survey.comment ?? '').trim() !== '';
    if (survey.status === 'answered' && !said) {
      report.addIssue({ code: 'custom', path: ['score'], params: { code: 'nothing_answered' } });
    }
    if (survey.status !== 'answered' && said) {
      report.addIssue({ code: 'custom', path: ['status'], params: { code: 'answer_without_status_answered' } });
    }
  });
export type SurveyMessage = z.infer<typeof SurveyMessage>;

export const Channel = z.enum(['sms', 'chat', 'email', 'call', 'social', 'frontline']);

export const TextMessage = z.object({
  kind: z.literal('text'),
  ...envelope,
  ...kept,
  ...context,
  channel: Channel.describe('`frontline` is a note by staff: evidence, never a customer’s voice'),
  direction: z.enum(['inbound', 'outbound']).default('inbound').describe('`outbound` is our own reply'),
  body: words(1),
});
export type TextMessage = z.infer<typeof TextMessage>;

export const ReviewMessage = z
  .object({
    kind: z.literal('review'),
    ...envelope,
    ...kept,
    ...context,
    rating: z.number(),
    scale: Scale.optional(),
    title: text(0, 2000).optional(),
    body: words(0).optional(),
    platform: text(1, 64).optional(),
  })
  .superRefine(checkScale);
export type ReviewMessage = z.infer<typeof ReviewMessage>;

/** Upstream withdraws a feedback: needs nothing but its name and time. */
export const Retraction = z.object({
  kind: z.enum(['survey', 'text', 'review']),
  ...envelope,
  retracted: z.literal(true),
  status: SurveyStatus.optional(),
});
export type Retraction = z.infer<typeof Retraction>;

/** The contract with upstream systems: one message body. */
export const FeedbackMessage = z.union([
  Retraction,
  z.discriminatedUnion('kind', [SurveyMessage, TextMessage, ReviewMessage]),
]);

export type Feedback = SurveyMessage | TextMessage | ReviewMessage;
export type FeedbackMessage = Feedback | Retraction;
