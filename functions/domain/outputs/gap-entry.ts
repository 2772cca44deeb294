import * as z from 'zod';
import { type Gap, gapKinds, gapStates } from '../gaps/gap.ts';
import { ImpactEntry } from './compared.ts';
import { Why } from './why.ts';

/** One entry of `gaps.json`. */
export const GapEntry = z.object({
  id: z.string().describe('the same for the same cause, however often it is worked out'),
  kind: z.enum(gapKinds),
  scope: z
    .enum(['customer', 'cell', 'touchpoint', 'location'])
    .describe('whose gap it is; a cell is a touchpoint at a location'),
  touchpoint: z.string().optional(),
  location: z.string().optional(),
  customerId: z.string().optional(),
  facts: z.array(z.string()).describe('evidence: fact ids in time order'),
  state: z.enum(gapStates),
  openedAt: z.iso.datetime().describe('event time at which it was first suspected or open'),
  size: z
    .number()
    .optional()
    .describe('of a dark corner points of net, of a surge customers beyond those expected; absent for customers'),
  low: z.number().optional().describe('lower end of the interval of `size`'),
  high: z.number().optional().describe('upper end of the interval of `size`'),
  qValue: z.number().optional().describe('false discovery rate at which it would just be reported'),
  impact: ImpactEntry.optional().describe('of a dark corner'),
  surge: z
    .object({
      days: z.int().describe('length of the span'),
      customers: z.int().describe('distinct customers who complained unasked, a day, added over the span'),
      expected: z.number().describe('by its own history and weekdays'),
    })
    .optional(),
  anchor: z
    .object({ touchpoint: z.string(), location: z.string().optional() })
    .optional()
    .describe('of a gap over several cells, the cell whose action it joins'),
  why: Why.optional(),
});
export type GapEntry = z.infer<typeof GapEntry>;

/** The entry of a gap, its fields in the order documented. */
export const gapEntry = (gap: Gap): GapEntry => GapEntry.parse(gap);
