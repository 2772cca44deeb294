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
      name: 'own-journeys',
      rows: 1300,
      complaints: 586,
      terms: 'written for this project, lib/fit/sentences/',
    },
    {
      name: 'own-shops',
      rows: 1299,
      complaints: 584,
      terms: 'written for this project, lib/fit/sentences/',
    },
    {
      name: 'own-care',
      rows: 997,
      complaints: 448,
      terms: 'written for this project, lib/fit/sentences/',
    },
    {
      name: 'own-flights',
      rows: 1200,
      complaints: 540,
      terms: 'written for this project, lib/fit/sentences/',
    },
    {
      name: 'own-firms',
      rows: 1194,
      complaints: 537,
      terms: 'written for this project, lib/fit/sentences/',
    },
    {
      name: 'own-travel',
      rows: 1098,
      complaints: 493,
      terms: 'written for this project, lib/fit/sentences/',
    },
    {
      name: 'own-retail',
      rows: 1098,
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
    {
      name: 'own-tweets',
      rows: 1399,
      complaints: 560,
      terms: 'written for this project, lib/fit/sentences/',
    },
    {
      name: 'own-patients',
      rows: 1396,
      complaints: 557,
      terms: 'written for this project, lib/fit/sentences/',
    },
    {
      name: 'own-mixed',
      rows: 1399,
      complaints: 560,
      terms: 'written for this project, lib/fit/sentences/',
    },
  ],
  /** Each source counts as so many sentences, of which that share complains. */
  rowsASource: 1000,
  complaintsASource: 0.38,
  sentiment: 'local stand-in, not Amazon Comprehend',
  /** Ridge to the share of BELIEFS that is held, of words to nothing, and the penalties' strengths. */
  regularisation: { believed: 1, strength: 30, ofTerms: 2 },
} as const;

/** Log-odds of a text of which nothing is known. */
export const start = -0.68;

/** Log-odds per unit of a feature. */
export const complaintWeights: Readonly<Record<Feature, number>> = {
  negativeScore: 1.34,
  mixedScore: 0.98,
  positiveScore: -1.13,
  failure: 0.99,
  neglect: 1.16,
  conduct: 1.08,
  demand: 1.1,
  recurrence: 0.44,
  condemnation: 1.21,
  shortfall: 1.14,
  wish: 1.02,
  praise: -1.32,
  thanks: -0.41,
  contentment: -0.96,
  enquiry: -1.13,
  negation: 0.42,
  contrast: 0.46,
  deniedPraise: 0.85,
  deniedGrievance: -0.95,
  angryEmoji: 1,
  happyEmoji: -1.01,
  exclamations: -0.12,
  asking: -0.7,
  shouting: 1.01,
  grievanceLength: 0.32,
  long: 0.07,
  bare: -0.23,
  nothingIsLacking: -1.67,
  nothingWasGood: 1.16,
  askedWhatLacks: 0.85,
  askedWhatIsGood: -1.19,
};

/**
 * Log-odds that words contradict their score, complaining under a favourable one or only praising under an unfavourable one: of any,
 * and per log-odds that they complain and that they praise.
 */
export const contradictionWeights = {
  top: {
    start: -1.3,
    complaint: 0.91,
    praise: -0.47,
  },
  bottom: {
    start: -1.72,
    complaint: -0.53,
    praise: 0.25,
  },
} as const;
