import * as z from 'zod';

/** What compare-touchpoints needs to be told; the construct that deploys it is typed from this. */
export const Env = z.object({
  STATE_TABLE: z.string().min(1),
  EVENT_BUS_NAME: z.string().min(1),
  RAISE_FROM: z.iso.date().optional().describe('UTC day before which nothing new is raised'),
});
