import * as z from 'zod';
import { customerWords, type Fact, isFeedback } from '../message/fact.ts';
import { SurveyStatus } from '../message/feedback-message.ts';
import { UNATTRIBUTED } from '../story/attribution.ts';
import type { HeardFact } from '../story/heard-fact.ts';
import { rootCauses } from '../why/root-cause.ts';

const probability = z.number().min(0).max(1);

/** One line of `facts.jsonl`: what was decided of an accepted fact. Holds no words. */
export const FactEntry = z.object({
  fact: z.string().describe('fact id, as gaps and actions quote it'),
  kind: z.enum(['survey', 'text', 'review']),
  source: z.string(),
  id: z.string(),
  status: SurveyStatus.optional(),
  revision: z.int().min(0).optional().describe('of a correction'),
  retracted: z.literal(true).optional().describe('upstream withdrew the feedback'),
  occurredAt: z.iso.datetime(),
  customerId: z.string().optional(),
  touchpoint: z.string().describe('its own, or that of its interaction or customer, else `unattributed`'),
  location: z.string().optional(),
  language: z
    .string()
    .describe('BCP-47 as told, else ISO 639-1 as detected; `und` where there are no words or nobody can tell'),
  scoreClass: z.enum(['top', 'middle', 'bottom']).optional(),
  sentiment: z.object({
    state: z
      .enum(['scored', 'unscored', 'none'])
      .describe('`none`: no words of a customer; `unscored`: words not scored'),
    label: z.enum(['negative', 'neutral', 'positive', 'mixed']).optional(),
    scores: z
      .object({ negative: probability, neutral: probability, positive: probability, mixed: probability })
      .optional(),
    scorer: z.string().optional(),
  }),
  complaint: z.object({ label: z.enum(['yes', 'no', 'unsure']), probability }),
  contradiction: probability.optional().describe('that score and words disagree; where there are both'),
  reply: z.enum(['hollow', 'remedy', 'other']).optional().describe('of our own replies'),
  themes: z.array(z.string()).describe('what the words speak of; ids of themes.json'),
  causes: z.array(z.enum(rootCauses)).describe('what lies behind the complaint, by its words'),
});
export type FactEntry = z.infer<typeof FactEntry>;

const sentimentOf = (heard: HeardFact | undefined, words: boolean, scorer: string): FactEntry['sentiment'] => {
  if (!words) return { state: 'none' };
  if (!heard?.sentiment) return { state: 'unscored' };
  const { label, scores } = heard.sentiment;
  return { state: 'scored', label, scores, scorer };
};

/**
 * The line of a fact.
 *
 * @param heard what was decided of it; absent for withdrawals
 * @param scorer who scored, as a reader should know it
 */
export const factEntry = (fact: Fact, heard: HeardFact | undefined, scorer: string): FactEntry => {
  const { message } = fact;
  const { kind, source, id, occurredAt, customerId, revision } = message;
  const place = heard?.place ?? { touchpoint: UNATTRIBUTED };
  const status = message.kind === 'survey' ? (message.status ?? 'answered') : undefined;
  return {
    fact: fact.id,
    kind,
    source,
    id,
    ...(status ? { status } : {}),
    ...(revision > 0 ? { revision } : {}),
    ...(isFeedback(fact) ? {} : { retracted: true as const }),
    occurredAt,
    ...(customerId === undefined ? {} : { customerId }),
    ...place,
    language: fact.language ?? 'und',
    ...(heard?.scoreClass ? { scoreClass: heard.scoreClass } : {}),
    sentiment: sentimentOf(heard, customerWords(message) !== undefined, scorer),
    complaint: heard?.complaint ?? { label: 'no', probability: 0 },
    ...(heard?.contradiction === undefined ? {} : { contradiction: heard.contradiction }),
    ...(heard?.reply ? { reply: heard.reply } : {}),
    themes: heard?.spoken?.themes ?? [],
    causes: heard?.causes.map(({ cause }) => cause) ?? [],
  };
};
