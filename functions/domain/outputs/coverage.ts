import * as z from 'zod';
import { type Coverage, FEWEST_INVITED, type Unscored } from '../touchpoints/coverage.ts';
import { Quote, type Quoted } from './why.ts';

const count = z.int().min(0);
const rate = z
  .number()
  .min(0)
  .max(1)
  .nullable()
  .describe(`answers / invited; null where fewer than ${FEWEST_INVITED} were invited`);

const audience = {
  invited: count.describe(
    'asked, or held back from being asked, by any metric; bounced ones and answers that nobody asked for left out',
  ),
  answers: count.describe('of the invited, those who answered with a score'),
  responseRate: rate,
  worded: count.describe('feedbacks with words of a customer'),
  unscored: count.describe('of these, those that no sentiment is known of, parked or beyond the scorer'),
};

const groups = (meaning: string) =>
  z
    .array(z.object({ name: z.string(), ...audience }))
    .describe(`${meaning}; the greatest first, at most twelve by name and the others as \`other\``);

/** Notes quoted of a touchpoint. */
const NOTES_QUOTED = 3;

/** Who is not heard at a touchpoint over the window, and what staff say beside it. */
export const CoverageEntry = z.object({
  ...audience,
  brushedOff: z
    .object({ invited: count, answers: count })
    .describe('of the invited, those who had been brushed off before they were asked'),
  byLanguage: groups('of the invited, of the customer’s own words before, else of the survey; of words, their own'),
  byChannel: groups(
    'of the invited, where they last wrote in the 60 days before, else the attribute `channel` of the survey; of words, where they were written, `survey` and `review` among them',
  ),
  bySegment: groups('the attribute `segment`, of the feedback itself or else of the customer’s newest before it'),
  staffNotes: z
    .object({
      n: count,
      quotes: z
        .array(Quote)
        .max(NOTES_QUOTED)
        .describe('the newest, none with personal details as far as their form shows them'),
    })
    .describe('texts of channel `frontline`: evidence beside the score, never a customer’s voice'),
});
export type CoverageEntry = z.infer<typeof CoverageEntry>;

/** `undefined` of a touchpoint that was summed up before more than the unscored was told. */
export const coverageEntry = (coverage: Coverage | Unscored, quoted: Quoted): CoverageEntry | undefined => {
  if (!('worded' in coverage)) return undefined;
  const { notes, ...rest } = coverage;
  const found = notes.newest.flatMap(({ words }) => quoted(words) ?? []);
  const different = [...new Map(found.toReversed().map((quote) => [quote.text, quote])).values()].toReversed();
  return { ...rest, staffNotes: { n: notes.n, quotes: different.slice(0, NOTES_QUOTED) } };
};
