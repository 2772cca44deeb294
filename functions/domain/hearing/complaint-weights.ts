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
      rows: 476,
      complaints: 221,
      terms: 'written for this project, lib/fit/own-sentences.ts',
    },
  ],
  /** Each source counts as so many sentences, of which that share complains. */
  rowsASource: 1000,
  complaintsASource: 0.35,
  sentiment: 'local stand-in, not Amazon Comprehend',
  /** Ridge to the share of BELIEFS that is held, and the penalty's strength. */
  regularisation: { believed: 1, strength: 30 },
} as const;

/** Log-odds of a text of which nothing is known. */
export const start = -0.59;

/** Log-odds per unit of a feature. */
export const complaintWeights: Readonly<Record<Feature, number>> = {
  negativeScore: 1.15,
  mixedScore: 0.98,
  positiveScore: -0.98,
  failure: 0.88,
  neglect: 1.23,
  conduct: 1.04,
  demand: 1.2,
  recurrence: 0.67,
  condemnation: 1.13,
  shortfall: 1.08,
  wish: 1.32,
  praise: -1.4,
  thanks: -0.5,
  contentment: -1.18,
  enquiry: -1.13,
  negation: 0.22,
  contrast: 0.63,
  deniedPraise: 0.71,
  deniedGrievance: -1,
  angryEmoji: 1,
  happyEmoji: -1.01,
  exclamations: 0.15,
  asking: -0.77,
  shouting: 1.01,
  grievanceLength: 0.67,
  long: 0.05,
  bare: -0.07,
  nothingIsLacking: -1.7,
  nothingWasGood: 1.18,
  askedWhatLacks: 0.73,
  askedWhatIsGood: -1.25,
};
