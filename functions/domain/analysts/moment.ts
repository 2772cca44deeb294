import * as z from 'zod';
import { gapKinds, gapStates } from '../gaps/gap.ts';
import { Metric } from '../message/scale.ts';
import { rootCauses } from '../why/root-cause.ts';

/** What happened, one word each. */
export const momentKinds = [
  'complaint',
  'message',
  'review',
  'answer',
  'invitation',
  'held',
  'bounced',
  'reply',
  'note',
  'silence',
  'gap',
  'action',
] as const;

/** One thing that happened between a customer and us, or that became of it. */
export const Moment = z.object({
  at: z.iso.datetime(),
  kind: z
    .enum(momentKinds)
    .describe(
      '`complaint`: the customer complains, however; `message`, `review`, `answer`: they write, rate or score without; `invitation`: we ask for a score; `held`: we would have; `reply`: ours; `note`: of staff; `silence`: nothing came where something was due; `gap`, `action`: what we made of it',
    ),
  fact: z.string().optional().describe('fact id; words are told by it'),
  feedback: z.enum(['survey', 'text', 'review']).optional(),
  channel: z.string().optional().describe('of a text'),
  touchpoint: z.string().optional(),
  location: z.string().optional(),
  interactionId: z.string().optional(),
  metric: Metric.optional(),
  score: z.number().optional(),
  scoreClass: z.enum(['top', 'middle', 'bottom']).optional(),
  sentiment: z.enum(['negative', 'neutral', 'positive', 'mixed']).optional().describe('absent where unscored'),
  themes: z.array(z.string()).optional(),
  causes: z.array(z.enum(rootCauses)).optional(),
  reply: z.enum(['hollow', 'remedy', 'other']).optional(),
  silence: z
    .enum(['no-reply', 'no-answer'])
    .optional()
    .describe('`no-reply`: ours was due by now; `no-answer`: an invitation was open for seven days'),
  gap: z.object({ id: z.string(), kind: z.enum(gapKinds), state: z.enum(gapStates) }).optional(),
  action: z.object({ id: z.string(), change: z.string(), by: z.string(), reason: z.string().optional() }).optional(),
});
export type Moment = z.infer<typeof Moment>;
