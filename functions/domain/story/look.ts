import * as z from 'zod';
import { instantAt } from '../instant.ts';

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
