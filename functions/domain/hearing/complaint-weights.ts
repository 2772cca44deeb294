// Written by `npm run fit`; a change by hand is lost at the next run. Why these sets: docs/decisions/009-hearing-weights.md
import type { Feature } from './complaint-features.ts';

/** What the weights were fitted on, and how. */
export const provenance = {
  sources: [
    {
      name: 'nhs-fft',
      rows: 2604,
      complaints: 779,
      terms: 'MIT, NHS England, github.com/The-Strategy-Unit/pxtextmining',
    },
    {
      name: 'nhs-criticality',
      rows: 5339,
      complaints: 772,
      terms: 'MIT, NHS England, github.com/The-Strategy-Unit/pxtextmining',
    },
    {
      name: 'own',
      rows: 410,
      complaints: 163,
      terms: 'written for this project, lib/fit/own-sentences.ts',
    },
  ],
  /** Each source counts as so many sentences, of which that share complains. */
  rowsASource: 1000,
  complaintsASource: 0.3,
  sentiment: 'local stand-in, not Amazon Comprehend',
  /** Ridge to the share of BELIEFS that is held, and the penalty's strength. */
  regularisation: { believed: 1, strength: 30 },
} as const;

/** Log-odds of a text of which nothing is known. */
export const start = -0.75;

/** Log-odds per unit of a feature. */
export const complaintWeights: Readonly<Record<Feature, number>> = {
  negativeScore: 1.15,
  mixedScore: 0.99,
  positiveScore: -1.05,
  failure: 0.89,
  neglect: 1.2,
  conduct: 1.06,
  demand: 1.07,
  recurrence: 0.68,
  condemnation: 1.15,
  shortfall: 1.12,
  wish: 1.31,
  praise: -1.41,
  thanks: -0.48,
  contentment: -1.09,
  enquiry: -1.32,
  negation: 0.27,
  contrast: 0.59,
  deniedPraise: 0.82,
  deniedGrievance: -0.89,
  angryEmoji: 1,
  happyEmoji: -1.01,
  exclamations: 0.15,
  asking: -1.12,
  shouting: 1.02,
  grievanceLength: 0.63,
  long: 0.05,
  bare: -0.11,
  nothingIsLacking: -1.68,
  nothingWasGood: 1.2,
  askedWhatLacks: 0.74,
  askedWhatIsGood: -1.22,
};
