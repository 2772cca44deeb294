import * as z from 'zod';
import { answers } from '../../functions/domain/calibration/writer.ts';
import { writingChannels } from '../../functions/domain/calibration/writing-channels.ts';
import { type FileProblem, problemsIn } from '../../functions/domain/file-problem.ts';

/**
 * What the one who labels must not see, beside the sheet: how it was drawn, and what the detector said. No words and no ids of
 * customers.
 */
export const SheetKey = z.strictObject({
  version: z.literal(1),
  /** With which the ids of the sheet's rows begin. */
  sheet: z.string().min(1),
  model: z.string(),
  seed: z.string(),
  from: z.string(),
  to: z.string(),
  drawnFrom: z.enum(['local', 'deployed']),
  /** Customers with more texts than anybody reads; not among the strata. */
  leftOut: z.int(),
  strata: z
    .array(
      z.strictObject({
        channel: z.enum(writingChannels),
        language: z.string(),
        answer: z.enum(answers),
        customers: z.int().positive(),
        drawn: z.int().min(0),
        /** Of each of its customers, to be drawn. */
        chance: z.number(),
      }),
    )
    .min(1),
  /** Rows that somebody said no complaint of while working actions off; none in keys of before that was told. */
  saidBefore: z.array(z.string()).default([]),
  customers: z.array(
    z.strictObject({
      customer: z.int(),
      stratum: z.int().min(0),
      probability: z.number(),
      rows: z.array(z.string()).min(1),
    }),
  ),
});
export type SheetKey = z.infer<typeof SheetKey>;

/** `labels.csv` -> `labels.key.json`. */
export const keyFileOf = (sheet: string): string => `${sheet.replace(/\.csv$/i, '')}.key.json`;

export type ParsedKey = { kind: 'ok'; key: SheetKey } | { kind: 'invalid'; problems: FileProblem[] };

export const parseKey = (json: unknown): ParsedKey => {
  const read = SheetKey.safeParse(json);
  if (!read.success) return { kind: 'invalid', problems: problemsIn(read.error) };
  const stray = read.data.customers.findIndex(({ stratum }) => stratum >= read.data.strata.length);
  if (stray < 0) return { kind: 'ok', key: read.data };
  const path = `/customers/${stray}/stratum`;
  return { kind: 'invalid', problems: [{ path, problem: 'there is no such stratum', fix: 'draw a new sheet' }] };
};
