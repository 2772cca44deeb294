import type { ComplaintFit, Regularisation, Sources } from './complaint-fit.ts';
import { COMPLAINTS_A_SOURCE, ROWS_A_SOURCE } from './training-rows.ts';

const TERMS: Readonly<Record<string, string>> = {
  'nhs-fft': 'MIT, NHS England, github.com/The-Strategy-Unit/pxtextmining',
  'nhs-criticality': 'MIT, NHS England, github.com/The-Strategy-Unit/pxtextmining',
  own: 'written for this project, lib/fit/own-sentences.ts',
};

/** The module that `functions/domain/hearing/complaint.ts` reads; the same fit always makes the same text. */
export const weightsFile = (
  { start, weights }: ComplaintFit,
  sources: Sources,
  { believed, strength }: Regularisation,
): string => `// Written by \`npm run fit\`; a change by hand is lost at the next run. Why these sets: docs/decisions/009-hearing-weights.md
import type { Feature } from './complaint-features.ts';

/** What the weights were fitted on, and how. */
export const provenance = {
  sources: [
${[...sources]
  .map(
    ([name, rows]) => `    {
      name: '${name}',
      rows: ${rows.length},
      complaints: ${rows.filter(({ yes }) => yes).length},
      terms: '${TERMS[name] ?? ''}',
    },
`,
  )
  .join('')}  ],
  /** Each source counts as so many sentences, of which that share complains. */
  rowsASource: ${ROWS_A_SOURCE},
  complaintsASource: ${COMPLAINTS_A_SOURCE},
  sentiment: 'local stand-in, not Amazon Comprehend',
  /** Ridge to the share of BELIEFS that is held, and the penalty's strength. */
  regularisation: { believed: ${believed}, strength: ${strength} },
} as const;

/** Log-odds of a text of which nothing is known. */
export const start = ${start};

/** Log-odds per unit of a feature. */
export const complaintWeights: Readonly<Record<Feature, number>> = {
${Object.entries(weights)
  .map(([name, weight]) => `  ${name}: ${weight},\n`)
  .join('')}};
`;
