import * as z from 'zod';

const wholeNumber = z.string().regex(/^\d+$/);

/** What score-parked needs to be told; the construct that deploys it is typed from this. */
export const Env = z.object({
  FACTS_TABLE: z.string().min(1),
  STATE_TABLE: z.string().min(1),
  CUSTOMERS_QUEUE_URL: z.string().min(1),
  RETENTION_DAYS: wholeNumber.describe('days a fact, and so its score, is kept after its receipt'),
  UNITS_PER_DAY: wholeNumber.describe('units of sentiment that may be billed a UTC day'),
});
