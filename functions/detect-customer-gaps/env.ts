import * as z from 'zod';

/** What detect-customer-gaps needs to be told; the construct that deploys it is typed from this. */
export const Env = z.object({
  FACTS_TABLE: z.string().min(1),
  STATE_TABLE: z.string().min(1),
  ERASURES_TABLE: z.string().min(1).describe('also keeps the key of the customer hash'),
  EVENT_BUS_NAME: z.string().min(1),
  RAISE_FROM: z.iso.date().optional().describe('UTC day before which nothing new is raised'),
});
