import * as z from 'zod';
import type { Counts, WordsRef } from '../touchpoints/said.ts';
import { rootCauses } from '../why/root-cause.ts';
import type { TouchpointWhy } from '../why/touchpoint-why.ts';

const count = z.int().min(0);
const share = z.number().min(0).max(1);
const Cause = z.enum(rootCauses);

/** What the complaints behind a gap are about; absent where it was not worked out. */
export const Why = z.object({
  themes: z.array(z.string()).describe('ids of themes.json, the most frequent first'),
  causes: z.array(Cause).describe('root causes; `defect` only where nothing structural shows'),
  phrases: z
    .array(z.string())
    .describe(
      'what it was told by: of a customer phrases of our own lists, of a touchpoint what its complaints say more',
    ),
  rules: z.array(z.string()).optional().describe('rules of RULES.md that told the causes'),
});

export const Quote = z.object({ fact: z.string(), text: z.string().describe('redacted, cut at 300 characters') });

const ofComplaints = {
  complaints: count,
  share: share.describe('of the complaints here'),
  elsewhere: share.nullable().describe('of the complaints of all other touchpoints; null where there are none'),
};

const Effect = z.object({
  points: z.number().describe('net of the scores whose words speak of the theme, less the net of the others'),
  low: z.number().describe('lower end of the 90 % interval'),
  high: z.number().describe('upper end of the 90 % interval'),
  speaking: count.describe('scores whose words speak of it, over all touchpoints'),
  others: count.describe('other scores with words, at the same touchpoints'),
});

/** Said wherever effects are told. */
export const ASSOCIATION =
  'An effect is an association among those who wrote words beside a score, within touchpoints: it does not prove that the theme moved the score.';

/** Why customers complain at a touchpoint. */
export const TouchpointWhyEntry = Why.omit({ rules: true }).extend({
  complaints: count.describe('feedbacks of the window that complain, unasked or in answer to a survey'),
  read: count.describe('of these, how many were read for phrases and quotes'),
  byTheme: z.array(
    z.object({ theme: z.string(), ...ofComplaints, effect: Effect.optional().describe('absent below 10 scores') }),
  ),
  byCause: z.array(z.object({ cause: Cause, ...ofComplaints })),
  distinctive: z
    .array(
      z.object({
        phrase: z.string(),
        customers: count,
        share,
        elsewhere: share,
        z: z.number().describe('of the log-odds ratio with an informative Dirichlet prior'),
        q: share.describe('false discovery rate at which it would just be told'),
      }),
    )
    .describe('the phrases with their figures'),
  weeks: z
    .array(z.object({ from: z.iso.date(), complaints: count, themes: z.record(z.string(), count) }))
    .describe('the last weeks of the window, the oldest first'),
  quotes: z.array(Quote),
  counterExamples: z.array(Quote).describe('praise under a favourable score of what the complaints are about'),
  association: z.literal(ASSOCIATION),
});
export type TouchpointWhyEntry = z.infer<typeof TouchpointWhyEntry>;

/** Words as they are quoted; `undefined` where they are gone. */
export type Quoted = (ref: WordsRef) => z.infer<typeof Quote> | undefined;

/** A table keeps the names of a map in no order. */
const byName = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));

export const touchpointWhyEntry = (why: TouchpointWhy, quoted: Quoted): TouchpointWhyEntry => {
  const effects = new Map(why.effects.map(({ theme, ...effect }) => [theme, effect]));
  const quotes = (refs: readonly WordsRef[]) => refs.flatMap((ref) => quoted(ref) ?? []);
  return {
    themes: why.themes.map(({ name }) => name),
    causes: why.causes.map(({ name }) => name),
    phrases: why.phrases.map(({ phrase }) => phrase),
    complaints: why.complaints,
    read: why.read,
    byTheme: why.themes.map(({ name, ...told }) => {
      const effect = effects.get(name);
      return { theme: name, ...told, ...(effect && { effect }) };
    }),
    byCause: why.causes.map(({ name, ...told }) => ({ cause: name, ...told })),
    distinctive: why.phrases.map(({ q, ...phrase }) => ({ ...phrase, q: Math.min(1, q) })),
    weeks: why.weeks.map((week) => ({ ...week, themes: byName(week.themes) })),
    quotes: quotes(why.quotes),
    counterExamples: quotes(why.counterExamples),
    association: ASSOCIATION,
  };
};
