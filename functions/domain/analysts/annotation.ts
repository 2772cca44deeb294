import * as z from 'zod';
import type { Instant } from '../instant.ts';
import { digest } from '../message/identity.ts';
import { redact } from '../message/redaction.ts';

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

/** What is taken out may be shorter than what stands for it. */
const cut = (text: string): string => text.slice(0, LONGEST_REMARK).toWellFormed().trim();

/** A remark as it is kept. The same of the same person has the same id, whenever it is written: sent again, it is one. */
export const annotationOf = (
  { day, touchpoint, location, text }: NewAnnotation,
  by: string,
  at: Instant,
): Annotation => {
  const told = cut(redact(text));
  return {
    id: `${day}-${digest(day, touchpoint ?? '', location ?? '', told, by)}`,
    day,
    ...(touchpoint !== undefined && { touchpoint }),
    ...(location !== undefined && { location }),
    text: told,
    at,
    by,
  };
};

/** Whether a remark is about a place: it names no other. What is left out of the place may be any. */
export const isAbout = (
  annotation: Pick<Annotation, 'touchpoint' | 'location'>,
  place: { touchpoint?: string | undefined; location?: string | undefined },
): boolean =>
  (['touchpoint', 'location'] as const).every(
    (name) => annotation[name] === undefined || place[name] === undefined || annotation[name] === place[name],
  );
