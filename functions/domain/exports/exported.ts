import * as z from 'zod';
import { touchpointId } from '../analysts/touchpoint-id.ts';
import { customerWords } from '../message/fact.ts';
import { FactEntry } from '../outputs/fact-entry.ts';
import { type ToldOf, TouchpointEntry, touchpointEntry } from '../outputs/touchpoint-entry.ts';
import type { TouchpointSummary } from '../touchpoints/comparison.ts';
import type { ToldFact } from './told-facts.ts';

/** What is exported, in this order. */
export const exportKinds = ['facts', 'gaps', 'touchpoints', 'actions'] as const;
export type ExportKind = (typeof exportKinds)[number];

/** Counted up when a column or a field is taken away or comes to mean something else; more of them are no new version. */
export const EXPORT_VERSION = 1;

/** A fact; with its words only where they are asked for. */
export const ExportedFact = FactEntry.extend({
  text: z.string().optional().describe('what the customer wrote, redacted; only where words are asked for'),
});
export type ExportedFact = z.infer<typeof ExportedFact>;

export const exportedFact = ({ fact, entry }: ToldFact, texts: boolean): ExportedFact => {
  const text = texts ? customerWords(fact.message) : undefined;
  return text === undefined ? entry : { ...entry, text };
};

/** A touchpoint at a location; quotes only where words are asked for. */
export const ExportedTouchpoint = TouchpointEntry.extend({
  id: z.string().describe('of the touchpoint at its location'),
  asOf: z.iso.datetime().describe('when it was summed up'),
  window: z.object({ from: z.iso.date(), to: z.iso.date() }).describe('UTC days of the invitations'),
});
export type ExportedTouchpoint = z.infer<typeof ExportedTouchpoint>;

export const exportedTouchpoint = (summary: TouchpointSummary, toldOf: ToldOf): ExportedTouchpoint => ({
  id: touchpointId(summary),
  asOf: summary.asOf,
  window: { from: summary.window.from, to: summary.window.to },
  ...touchpointEntry(summary, toldOf),
});
