import * as z from 'zod';
import { parkReasons, unscorableReasons } from '../scoring/unscored.ts';

const count = z.int().min(0);

/** `summary.json`: what became of a feed's lines. accepted + duplicates + rejected = lines. */
export const Summary = z.object({
  lines: count,
  accepted: count.describe('distinct facts: kind, source, id, status, revision, retracted'),
  duplicates: count.describe('lines that brought a fact which was there already'),
  rejected: count.describe('lines that do not fit the contract; a broken line counts each time'),
  unscored: count.describe('facts with words of the customer and no sentiment'),
  parked: z
    .partialRecord(z.enum([...parkReasons, ...unscorableReasons]), count)
    .optional()
    .describe('why words have no sentiment, and how many; absent where all have one'),
  scorer: z.string().describe('who scored the sentiment'),
  asOf: z.iso.datetime().describe('the time everything is told as of'),
  windowDays: z.union([z.int().min(1), z.literal('all')]),
});
export type Summary = z.infer<typeof Summary>;
