import * as z from 'zod';

const name = z.string().min(1).max(64);

/** Code points of a remark: a line under a chart. */
export const LONGEST_REMARK = 200;

/** What a person notes beside the figures: "new courier since 3 March". */
export const NewAnnotation = z.object({
  day: z.iso.date().describe('UTC day from which it holds'),
  touchpoint: name.optional().describe('left out, it is about all'),
  location: name.optional().describe('left out, it is about all'),
  text: z.string().trim().min(1).max(LONGEST_REMARK).describe('redacted before it is stored'),
});
export type NewAnnotation = z.infer<typeof NewAnnotation>;

export const Annotation = NewAnnotation.extend({
  id: z.string(),
  at: z.iso.datetime().describe('when it was written'),
  by: z.string(),
});
export type Annotation = z.infer<typeof Annotation>;
