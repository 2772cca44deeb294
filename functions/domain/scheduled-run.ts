import * as z from 'zod';
import { instantAt } from './instant.ts';

const at = z.iso.datetime({ offset: true }).transform((text) => instantAt(Date.parse(text)));

/** What a schedule tells the function it runs: the time it stands for. */
export const ScheduledRun = z.object({ at: at.describe('time of the run; everything is decided as of then') });
export type ScheduledRun = z.infer<typeof ScheduledRun>;

export const FollowUpRun = ScheduledRun.extend({
  actions: z
    .boolean()
    .default(true)
    .describe('whether the clock of actions runs too, beside that of stories; history is stepped through without'),
});
export type FollowUpRun = z.infer<typeof FollowUpRun>;

export const ComparisonRun = ScheduledRun.extend({
  windowDays: z.number().int().min(1).max(36_525).describe('UTC days compared, the last before `at`'),
  exactly: z
    .boolean()
    .default(false)
    .describe('sums up every cell over the very window; else cells that nothing came to move with it once a local day'),
});
export type ComparisonRun = z.infer<typeof ComparisonRun>;
