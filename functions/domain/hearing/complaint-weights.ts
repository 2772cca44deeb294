// Written by `npm run fit`; a change by hand is lost at the next run. Why these sets: docs/decisions/009-hearing-weights.md
import type { Feature } from './complaint-features.ts';

/** What the weights, and those of word-weights.json, were fitted on, and how. */
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
      name: 'own-plain',
      rows: 748,
      complaints: 343,
      terms: 'written for this project, lib/fit/sentences/',
    },
    {
      name: 'own-travel',
      rows: 1099,
      complaints: 494,
      terms: 'written for this project, lib/fit/sentences/',
    },
    {
      name: 'own-retail',
      rows: 1100,
      complaints: 495,
      terms: 'written for this project, lib/fit/sentences/',
    },
    {
      name: 'own-service',
      rows: 1099,
      complaints: 495,
      terms: 'written for this project, lib/fit/sentences/',
    },
    {
      name: 'own-various',
      rows: 1790,
      complaints: 805,
      terms: 'written for this project, lib/fit/sentences/',
    },
  ],
  /** Each source counts as so many sentences, of which that share complains. */
  rowsASource: 1000,
  complaintsASource: 0.35,
  sentiment: 'local stand-in, not Amazon Comprehend',
  /** Ridge to the share of BELIEFS that is held, of words to nothing, and the penalties' strengths. */
  regularisation: { believed: 1, strength: 100, ofTerms: 4 },
} as const;

/** Log-odds of a text of which nothing is known. */
export const start = -0.85;

/** Log-odds per unit of a feature. */
export const complaintWeights: Readonly<Record<Feature, number>> = {
  negativeScore: 1.06,
  mixedScore: 1,
  positiveScore: -1.04,
  failure: 0.99,
  neglect: 1.07,
  conduct: 1.01,
  demand: 1.03,
  recurrence: 0.32,
  condemnation: 1.05,
  shortfall: 1.03,
  wish: 1.05,
  praise: -1.13,
  thanks: -0.27,
  contentment: -0.99,
  enquiry: -1.02,
  negation: 0.22,
  contrast: 0.35,
  deniedPraise: 0.96,
  deniedGrievance: -0.98,
  angryEmoji: 1,
  happyEmoji: -1,
  exclamations: 0.04,
  asking: -0.18,
  shouting: 1,
  grievanceLength: 0.36,
  long: 0.02,
  bare: -0.07,
  nothingIsLacking: -1.24,
  nothingWasGood: 1.06,
  askedWhatLacks: 0.89,
  askedWhatIsGood: -1.08,
};
