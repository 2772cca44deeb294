import * as z from 'zod';
import type { Instant } from '../instant.ts';
import { type Hold, isHeld } from '../story/hold.ts';

const at = z.iso.datetime();

/** Whether surveys to one customer are on hold. */
export const HoldEntry = z.object({
  customerId: z.string(),
  held: z.boolean().describe('whether no survey is to be sent, at the time of asking'),
  since: at.optional().describe('event time of the first complaint that is still open; of a released hold, that was'),
  until: at
    .optional()
    .describe('when the hold ends by itself, 60 days after the last complaint; of a released one, when it ended'),
  matterIds: z
    .array(z.string())
    .optional()
    .describe('matters that are still open, the 20 that began last where there are more; of a released hold, none'),
  version: z.int().min(1).optional().describe('counts the changes of the hold; in a list only'),
  changedAt: at.optional().describe('when it was last written; in a list only'),
});
export type HoldEntry = z.infer<typeof HoldEntry>;

/** The entry of a customer, its fields in the order documented; without a hold, nothing holds them. */
export const holdEntry = (
  customerId: string,
  hold: (Hold & { version?: number; changedAt?: Instant }) | undefined,
  now: Instant,
): HoldEntry => HoldEntry.parse({ ...hold, customerId, held: hold !== undefined && isHeld(hold, now) });
