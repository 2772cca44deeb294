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
  /** Each source counts as so many sentences, half of them complaints. */
  rowsASource: 1000,
  sentiment: 'local stand-in, not Amazon Comprehend',
  /** Ridge to what was believed of a cue before: log-odds for or against, and the penalty's strength. */
  regularisation: { believed: 1, strength: 30 },
} as const;

/** Log-odds of a text of which nothing is known. */
export const start = -0.21;

/** Log-odds per unit of a feature. */
export const complaintWeights: Readonly<Record<Feature, number>> = {
  negativeScore: 1.11,
  mixedScore: 0.97,
  positiveScore: -0.98,
  failure: 0.77,
  neglect: 1.1,
  conduct: 1.03,
  demand: 1.07,
  recurrence: 1.06,
  condemnation: 1.11,
  shortfall: 1.08,
  wish: 1.25,
  praise: -1.44,
  thanks: -1.07,
  contentment: -1.07,
  enquiry: -1.39,
  negation: 0.52,
  contrast: 1.1,
  deniedPraise: 0.79,
  deniedGrievance: -0.87,
  angryEmoji: 1,
  happyEmoji: -1.01,
  exclamations: 0.15,
  asking: -1.17,
  shouting: 1.02,
  grievanceLength: 1.1,
  long: -0.01,
  bare: 0.01,
  nothingIsLacking: -1.88,
  nothingWasGood: 1.21,
  askedWhatLacks: 0.76,
  askedWhatIsGood: -1.24,
};
