import * as z from 'zod';

const count = z.int().min(0);
const net = z.number().min(-100).max(100);

/** A UTC day at a touchpoint. */
export const TrendDay = z.object({
  day: z.iso.date(),
  invited: count.describe('by the metric that most were asked'),
  top: count.describe('of the answers of those invited on the day'),
  middle: count,
  bottom: count,
  complaining: count.describe('distinct customers who complained unasked'),
});
export type TrendDay = z.infer<typeof TrendDay>;

/** Both scores as a look at the fleet found them, over the window that ended then. */
export const ScoresAtLook = z.object({
  day: z.iso.date().describe('UTC day of the look'),
  surveyed: net.nullable(),
  adjusted: z.object({ net, low: net, high: net }).optional().describe('absent where too little was known'),
  points: z.number().optional().describe('what silence hid'),
});
export type ScoresAtLook = z.infer<typeof ScoresAtLook>;
