import * as z from 'zod';
import { exportKinds } from '../../functions/domain/exports/exported.ts';

/** `manifest.json`: what an export holds. Where it is, the export is whole. */
export const Manifest = z.object({
  holds: z.literal('export of Dark Corners'),
  version: z.int().describe('of columns and fields: docs/export.md'),
  asOf: z.iso.datetime().describe('when it was begun; facts are heard as of then'),
  from: z.iso.date().describe('first UTC day of facts; of gaps and actions that are over, those since'),
  to: z.iso.date().describe('last UTC day of facts'),
  scorer: z.string().describe('who scored the words'),
  texts: z.boolean().describe('whether words of customers are among it'),
  files: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(exportKinds),
      rows: z.int().min(0).describe('without the head'),
      bytes: z.int().min(0),
    }),
  ),
});
export type Manifest = z.infer<typeof Manifest>;

export const MANIFEST = 'manifest.json';
