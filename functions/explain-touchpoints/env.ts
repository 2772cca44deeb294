import * as z from 'zod';

/** What explain-touchpoints needs to be told; the construct that deploys it is typed from this. */
export const Env = z.object({ FACTS_TABLE: z.string().min(1), STATE_TABLE: z.string().min(1) });
