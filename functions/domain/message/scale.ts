import * as z from 'zod';

/** Class of a score: `top` is favourable (a promoter), `bottom` a detractor. */
export type ScoreClass = 'top' | 'middle' | 'bottom';

export const Metric = z.enum(['nps', 'csat', 'ces', 'stars']);
export type Metric = z.infer<typeof Metric>;

/** Wider than any scale that people are asked on; bounded so that `max - min` is a number. */
const MAX_END = 1_000_000_000;
/** The least number but 0 on any scale: smaller ones can be written in JSON, and no store of ours takes them. */
const LEAST = 1e-9;

/** JSON knows -0, and a table gives it back as 0: a fact must not differ from what is read of it. */
export const plainZero = (n: number): number => (n === 0 ? 0 : n);

/** A number upstream may send: 0, or not vanishingly small. */
export const measure = () =>
  z
    .number()
    .refine((n) => n === 0 || Math.abs(n) >= LEAST, { params: { code: 'too_close_to_zero' } })
    .overwrite(plainZero);

const end = measure().min(-MAX_END, { abort: true }).max(MAX_END, { abort: true });

export const Scale = z.object({
  min: end.describe('the lowest score that can be given; below `max`'),
  max: end.describe('the highest score that can be given'),
  best: z.enum(['max', 'min']).default('max').describe('which end of the scale is the good one'),
});
export type Scale = z.infer<typeof Scale>;

/** The scale a metric is asked on unless the message says otherwise. */
export const defaultScales: Record<Metric, Scale> = {
  nps: { min: 0, max: 10, best: 'max' },
  csat: { min: 1, max: 5, best: 'max' },
  ces: { min: 1, max: 7, best: 'max' },
  stars: { min: 1, max: 5, best: 'max' },
};

/**
 * Cuts on t = (score - min) / (max - min). NPS: 9-10 of 0-10 promote, 0-6 detract (Reichheld 2003); CSAT and stars: the
 * two upper of five are "top two box", the two lower bottom; CES: 6-7 and 1-3 of seven.
 */
const cuts: Record<Metric, { top: number; bottom: number }> = {
  nps: { top: 0.9, bottom: 0.6 },
  csat: { top: 0.75, bottom: 0.25 },
  ces: { top: 5 / 6, bottom: 1 / 3 },
  stars: { top: 0.75, bottom: 0.25 },
};

/** Guards 0.1 + 0.2: a 9 on 0-10 must not miss 0.9 by the last bit. */
const EPSILON = 1e-9;

/** The class of a score on its scale; the score lies within the scale. */
export const classOf = (metric: Metric, score: number, scale: Scale = defaultScales[metric]): ScoreClass => {
  const share = (score - scale.min) / (scale.max - scale.min);
  const t = scale.best === 'min' ? 1 - share : share;
  if (t >= cuts[metric].top - EPSILON) return 'top';
  return t <= cuts[metric].bottom + EPSILON ? 'bottom' : 'middle';
};

/** Net score, -100 to 100: share of top minus share of bottom in percent; `undefined` where nobody answered. */
export const netOf = (counts: { top: number; middle: number; bottom: number }): number | undefined => {
  const n = counts.top + counts.middle + counts.bottom;
  return n === 0 ? undefined : (100 * (counts.top - counts.bottom)) / n;
};
