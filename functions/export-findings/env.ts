import * as z from 'zod';

/** What export-findings needs to be told; the construct that deploys it is typed from this. */
export const Env = z.object({
  FACTS_TABLE: z.string().min(1),
  STATE_TABLE: z.string().min(1),
  EXPORT_BUCKET: z.string().min(1),
  /** Whether words of customers are exported. */
  EXPORT_TEXTS: z.enum(['true', 'false']).transform((told) => told === 'true'),
});
