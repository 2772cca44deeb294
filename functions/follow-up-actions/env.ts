import * as z from 'zod';

/** What follow-up-actions needs to be told; the construct that deploys it is typed from this. */
export const Env = z.object({
  STATE_TABLE: z.string().min(1),
  CUSTOMERS_QUEUE_URL: z.string().min(1),
  EVENT_BUS_NAME: z.string().min(1),
});
