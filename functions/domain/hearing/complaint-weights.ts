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
      name: 'own-everyday',
      rows: 2998,
      complaints: 1140,
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
export const start = -0.74;

/** Log-odds per unit of a feature. */
export const complaintWeights: Readonly<Record<Feature, number>> = {
  negativeScore: 1.26,
  mixedScore: 0.98,
  positiveScore: -1.15,
  failure: 1.07,
  neglect: 1.26,
  conduct: 1.1,
  demand: 1.04,
  recurrence: 0.51,
  condemnation: 1.28,
  shortfall: 1.08,
  wish: 0.94,
  praise: -1.28,
  thanks: -0.45,
  contentment: -0.97,
  enquiry: -1.15,
  negation: 0.54,
  contrast: 0.44,
  deniedPraise: 0.81,
  deniedGrievance: -0.99,
  takenBack: 1.02,
  angryEmoji: 1,
  happyEmoji: -1.02,
  exclamations: -0.13,
  asking: -0.97,
  shouting: 1.03,
  grievanceLength: 0.37,
  long: 0.06,
  bare: -0.03,
  nothingIsLacking: -1.61,
  nothingWasGood: 1.18,
  askedWhatLacks: 0.86,
  askedWhatIsGood: -1.21,
};

/**
 * Log-odds that words contradict their score, complaining under a favourable one or only praising under an unfavourable one: of any,
 * and per log-odds that they complain and that they praise.
 */
export const contradictionWeights = {
  top: {
    start: -1.28,
    complaint: 0.93,
    praise: -0.47,
  },
  bottom: {
    start: -1.71,
    complaint: -0.53,
    praise: 0.22,
  },
} as const;
