import * as z from 'zod';
import { type FileProblem, problemsIn } from '../file-problem.ts';
import type { Rates } from './spread.ts';
import type { Group } from './writer.ts';
import { writingChannels } from './writing-channels.ts';

const Share = z.number().min(0).max(1);

const inOrder = {
  error: 'must lie in its interval',
  params: { fix: 'write `low`, `value` and `high` so that none is smaller than the one before' },
};

const Figure = z
  .strictObject({ value: Share, low: Share, high: Share })
  .refine(({ value, low, high }) => low <= value && value <= high, inOrder);

const UTC_DAY = /^\d{4}-\d{2}-\d{2}$/;
const Day = z.string().refine((day) => UTC_DAY.test(day) && !Number.isNaN(Date.parse(day)), {
  error: 'is no day',
  params: { fix: 'write days as "2026-03-01"' },
});

const Count = z.int().min(0).max(1_000_000_000);

const rates = {
  sensitivity: Figure.describe(
    'share of the complaining customers of whom a text is heard as a complaint, with its 90 % interval; 0 to 1',
  ),
  falsePositiveRate: Figure.describe('share of the other customers who wrote of whom a text is heard as a complaint'),
  customers: Count.describe('who wrote unasked in the period'),
  labelled: Count.describe('of these, labelled yes or no; 0 where nothing was measured'),
};

const GroupRates = z.strictObject({
  channel: z.enum(writingChannels).describe('of texts, or `review`'),
  language: z
    .string()
    .refine((code) => /^[a-z]{2,3}$/.test(code), {
      error: 'is no language',
      params: { fix: 'write the letters of ISO 639, such as "en", or "und" where nobody can tell' },
    })
    .describe('ISO 639, `und` where nobody can tell'),
  ...rates,
});

/** The file `hearing-rates.json`: how the complaint decision errs, per customer who wrote unasked. */
export const RatesFile = z
  .strictObject({
    version: z.literal(1),
    model: z
      .string()
      .refine((name) => /^[a-z0-9-]{1,64}$/.test(name), {
        error: 'is no name of a model',
        params: { fix: 'write it as `npm run calibrate` does: "complaint-3f9a2c"' },
      })
      .describe('the version of the complaint decision that was measured; another one errs otherwise'),
    measuredOn: z
      .strictObject({
        what: z.string().min(1).max(500).describe('on whom or what, for people'),
        from: Day.optional().describe('first UTC day of the period'),
        to: Day.optional().describe('its last UTC day'),
        customers: Count.describe('who wrote unasked in the period, counted in each channel and language'),
        labelled: Count.describe('of these, labelled yes or no'),
        labelledBy: z.string().min(1).max(100).optional().describe('who labelled them'),
      })
      .describe('where the rates come from'),
    all: z.strictObject(rates).describe('over all customers; holds for every group that is not named'),
    groups: z.array(GroupRates).max(1000).describe('by channel and language; few labels lie near the others'),
  })
  .meta({ title: 'hearing-rates.json', description: 'how often complaints are missed and heard where there are none' });
export type RatesFile = z.infer<typeof RatesFile>;

export type ParsedRates = { kind: 'ok'; rates: RatesFile } | { kind: 'invalid'; problems: FileProblem[] };

/** Checks the content of `hearing-rates.json`; every problem is told, not the first alone. */
export const parseRates = (json: unknown): ParsedRates => {
  const file = RatesFile.safeParse(json);
  if (!file.success) return { kind: 'invalid', problems: problemsIn(file.error) };
  const { all, groups } = file.data;
  const problems = [
    ...deaf('/all', all),
    ...groups.flatMap((group, i) => [...deaf(`/groups/${i}`, group), ...repeated(groups, i)]),
  ];
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'ok', rates: file.data };
};

/** The corrected share divides by the difference of the two. */
const deaf = (path: string, { sensitivity, falsePositiveRate }: Rates): FileProblem[] =>
  hears({ sensitivity, falsePositiveRate })
    ? []
    : [
        {
          path: `${path}/sensitivity`,
          problem: 'must be greater than the false-positive rate: else nothing is heard at all',
          fix: 'measure again with `npm run calibrate`, or leave the group out',
        },
      ];

/** Whether a flag says more than chance. */
export const hears = ({ sensitivity, falsePositiveRate }: Rates): boolean =>
  sensitivity.value > falsePositiveRate.value;

const isOf =
  ({ channel, language }: { channel: string; language: string }) =>
  (group: Group): boolean =>
    group.channel === channel && group.language === language;

const repeated = (groups: readonly Group[], i: number): FileProblem[] => {
  const first = groups.findIndex(isOf(groups[i] as Group));
  return first === i
    ? []
    : [{ path: `/groups/${i}`, problem: `is the group of /groups/${first} again`, fix: 'keep one of the two' }];
};

/** The rates that hold for a channel and language: its own, else those of all. */
export const ratesFor = ({ groups, all }: RatesFile, channel: string, language: string): Rates =>
  groups.find(isOf({ channel, language: language.split('-')[0]?.toLowerCase() ?? '' })) ?? all;
