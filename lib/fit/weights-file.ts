import type { ComplaintFit, Regularisation } from './complaint-fit.ts';
import type { ContradictionFit } from './contradiction-fit.ts';
import type { Source } from './sources.ts';
import { COMPLAINTS_A_SOURCE, ROWS_A_SOURCE } from './training-rows.ts';

/** The module that `functions/domain/hearing/complaint.ts` reads; the same fit always makes the same text. */
export const weightsFile = (
  { start, weights }: ComplaintFit,
  sources: readonly Source[],
  { believed, strength, ofTerms }: Regularisation,
  contradiction: ContradictionFit,
): string => `// Written by \`npm run fit\`; a change by hand is lost at the next run. Why these sets: docs/decisions/009-hearing-weights.md
import type { Feature } from './complaint-features.ts';

/** What the weights, and those of word-weights.json, were fitted on, and how. */
export const provenance = {
  sources: [
${sources
  .map(
    ({ name, terms, sentences }) => `    {
      name: '${name}',
      rows: ${sentences.length},
      complaints: ${sentences.filter(({ complaint }) => complaint).length},
      terms: '${terms}',
    },
`,
  )
  .join('')}  ],
  /** Each source counts as so many sentences, of which that share complains. */
  rowsASource: ${ROWS_A_SOURCE},
  complaintsASource: ${COMPLAINTS_A_SOURCE},
  sentiment: 'local stand-in, not Amazon Comprehend',
  /** Ridge to the share of BELIEFS that is held, of words to nothing, and the penalties' strengths. */
  regularisation: { believed: ${believed}, strength: ${strength}, ofTerms: ${ofTerms} },
} as const;

/** Log-odds of a text of which nothing is known. */
export const start = ${start};

/** Log-odds per unit of a feature. */
export const complaintWeights: Readonly<Record<Feature, number>> = {
${Object.entries(weights)
  .map(([name, weight]) => `  ${name}: ${weight},\n`)
  .join('')}};

/**
 * Log-odds that words contradict their score, complaining under a favourable one or only praising under an unfavourable one: of any,
 * and per log-odds that they complain and that they praise.
 */
export const contradictionWeights = {
${Object.entries(contradiction)
  .map(
    ([scoreClass, { start: ofAny, complaint, praise }]) => `  ${scoreClass}: {
    start: ${ofAny},
    complaint: ${complaint},
    praise: ${praise},
  },
`,
  )
  .join('')}} as const;
`;

/** The words that `functions/domain/hearing/word-weights.ts` reads: language, term, log-odds; one a line. */
export const wordsFile = ({ terms }: ComplaintFit): string => {
  const byLanguage = [...terms].map(([language, byTerm]) => [language, Object.fromEntries(byTerm)]);
  return `${JSON.stringify(Object.fromEntries(byLanguage), null, 0).replaceAll(/[,{]"/g, (mark) => `${mark[0]}\n"`)}\n`;
};
