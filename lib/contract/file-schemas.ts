import * as z from 'zod';
import { OwnersFile } from '../../functions/domain/actions/owners/file.ts';
import { RatesFile } from '../../functions/domain/calibration/hearing-rates.ts';
import { ActionEntry } from '../../functions/domain/outputs/action-entry.ts';
import { FactEntry } from '../../functions/domain/outputs/fact-entry.ts';
import { GapEntry } from '../../functions/domain/outputs/gap-entry.ts';
import { HoldEntry } from '../../functions/domain/outputs/hold-entry.ts';
import { Summary } from '../../functions/domain/outputs/summary.ts';
import { TouchpointEntry } from '../../functions/domain/outputs/touchpoint-entry.ts';
import { ThemesFile } from '../../functions/domain/why/taxonomy.ts';
import { type JsonSchema, jsonSchemaOf, schemaFile } from './json-schema.ts';

/** A file that the product writes or reads, and the schema of what is in it. */
interface DescribedFile {
  file: string;
  holds: string;
  schema: z.ZodType;
}

export const describedFiles: Readonly<Record<string, DescribedFile>> = {
  summary: {
    file: 'summary.json',
    holds: 'what became of the lines of a feed; accepted + duplicates + rejected = lines',
    schema: Summary,
  },
  facts: { file: 'facts.jsonl', holds: 'one line an accepted fact, without its words', schema: FactEntry },
  gaps: { file: 'gaps.json', holds: 'where score and complaints disagree', schema: z.array(GapEntry) },
  touchpoints: {
    file: 'touchpoints.json',
    holds: 'both scores of each touchpoint at each location',
    schema: z.array(TouchpointEntry),
  },
  actions: { file: 'actions.json', holds: 'what is to be done, by whom, until when', schema: z.array(ActionEntry) },
  holds: {
    file: 'holds.jsonl',
    holds: 'one line a customer, as `npm run holds` prints it with `--json`: who is not to be asked',
    schema: HoldEntry,
  },
  owners: { file: 'owners.json', holds: 'who answers for what, by which clock', schema: OwnersFile },
  themes: { file: 'themes.json', holds: 'what complaints can be about', schema: ThemesFile },
  'hearing-rates': {
    file: 'hearing-rates.json',
    holds: 'how often complaints are missed, and heard where there are none',
    schema: RatesFile,
  },
};

/** The schemas of all files but the message, by the name of the file that the schema is published in. */
export const fileSchemas = (): Record<string, JsonSchema> =>
  Object.fromEntries(
    Object.entries(describedFiles).map(([name, { file, holds, schema }]) => [
      `${name}.schema.json`,
      schemaFile(name, `Dark Corners: ${file}`, { description: holds, ...jsonSchemaOf(schema) }),
    ]),
  );
