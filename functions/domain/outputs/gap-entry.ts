import * as z from 'zod';
import { type Gap, gapKinds, gapStates } from '../gaps/gap.ts';
import { Why } from './why.ts';

/** One entry of `gaps.json`. */
export const GapEntry = z.object({
  id: z.string(),
  kind: z.enum(gapKinds),
  scope: z.enum(['customer', 'cell', 'touchpoint', 'location']),
  touchpoint: z.string().optional(),
  location: z.string().optional(),
  customerId: z.string().optional(),
  facts: z.array(z.string()).describe('evidence: fact ids in time order'),
  state: z.enum(gapStates),
  openedAt: z.iso.datetime(),
  size: z.number().optional(),
  low: z.number().optional(),
  high: z.number().optional(),
  qValue: z.number().optional(),
  why: Why.optional(),
});
export type GapEntry = z.infer<typeof GapEntry>;

export const gapEntry = (gap: Gap): GapEntry => {
  const { decidedBy: _, history: __, matterId: ___, confidence: ____, ...entry } = gap;
  return entry;
};
