import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { causesOfWords } from '../../functions/domain/why/causes-of.ts';
import { rootCauses } from '../../functions/domain/why/root-cause.ts';
import { labelFigures, microF1 } from './confusion.ts';
import type { HeardRow } from './gold.ts';
import { share, table } from './table.ts';

const Labelled = z.array(z.object({ source: z.string(), id: z.string(), causes: z.array(z.enum(rootCauses)) }));

/** Complaints that a person read for their causes; their words stay in the sets they come from. */
const SETS = { developed: 'rules were developed with these in view', 'held-out': 'nobody looked at these before' };

const labelsIn = (name: string) =>
  Labelled.parse(JSON.parse(readFileSync(new URL(`./labels/causes-${name}.json`, import.meta.url), 'utf8')));

const name = (row: { source: string; id: string }): string => JSON.stringify([row.source, row.id]);

/** What the rules say of complaints against what a person said; for those of the labelled that are among the rows. */
export const causeFigures = (rows: readonly HeardRow[]): string[] => {
  const known = new Map(rows.map((heard) => [name(heard.row), heard]));
  return Object.entries(SETS).flatMap(([set, means]) => {
    const items = labelsIn(set).flatMap((labelled) => {
      const heard = known.get(name(labelled));
      const told = heard && causesOfWords(heard.reading.words, heard.heard.language).map(({ cause }) => cause);
      return told ? [{ meant: labelled.causes, told }] : [];
    });
    if (items.length === 0) return [];
    const figures = labelFigures(rootCauses, items);
    const rate = (part: number, of: number) => share(of === 0 ? undefined : part / of);
    return [
      [
        `root causes of ${items.length} complaints (${means}): micro-F1 ${share(microF1(figures))}`,
        table([
          ['cause', 'meant', 'told', 'right', 'precision', 'recall', 'F1'],
          ...figures.map(({ label, meant, told, right }) => [
            label,
            meant,
            told,
            right,
            rate(right, told),
            rate(right, meant),
            rate(2 * right, meant + told),
          ]),
        ]),
      ].join('\n'),
    ];
  });
};
