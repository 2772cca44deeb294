import * as z from 'zod';
import { HOUR, instantAt } from '../instant.ts';

/** What lies ahead by no more is looked at now: so far AWS itself lets a caller's clock be off (Signature Version 4). */
export const CLOCKS_DIFFER = HOUR / 12;

/** "Look at this customer": what ingest and the clock send to detect-customer-gaps. */
export const Look = z.object({
  story: z.string().min(1).max(300),
  asOf: z.iso
    .datetime()
    .transform((text) => instantAt(Date.parse(text)))
    .optional()
    .describe('fold as of this time; without it, as of now'),
});
export type Look = z.infer<typeof Look>;
