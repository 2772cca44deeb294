import * as z from 'zod';

/** What ingest-feedback needs to be told; the construct that deploys it is typed from this. */
export const Env = z.object({
  FACTS_TABLE: z.string().min(1),
  STATE_TABLE: z.string().min(1),
  CUSTOMERS_QUEUE_URL: z.string().min(1),
  REJECTED_BODIES_KEY: z.string().min(1).describe('ARN of the key that seals bodies of rejected messages'),
  RETENTION_DAYS: z.string().regex(/^\d+$/).describe('days a fact is kept after its receipt'),
  UNITS_PER_DAY: z.string().regex(/^\d+$/).describe('units of sentiment that may be billed a UTC day'),
});
