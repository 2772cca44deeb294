import type { Evidence } from './evidence.ts';
import type { Asked } from './question.ts';
import type { Reading } from './reading.ts';

/**
 * What a text is weighed by, and what each is believed to count, in log-odds, before a sentence is seen: judgement. 1 =
 * says of itself that the customer complains, -1 = that not; a quarter = goes with it, but is said otherwise too; 0 = nothing
 * is believed. A fit moves the size; the sign binds it, so that a complaint's cue never speaks against a complaint.
 */
export const BELIEFS = {
  // Fitted on the local stand-in's scores, which are flatter and less right than Comprehend's: between them the three move
  // the log-odds by about two, no more than two or three cues do, however sure the scorer is.
  negativeScore: 1,
  mixedScore: 1,
  positiveScore: -1,

  // Cues per kind (cue-sheet.ts), each further one counting less.
  failure: 1,
  neglect: 1,
  conduct: 1,
  demand: 1,
  recurrence: 0.25,
  condemnation: 1,
  shortfall: 1,
  wish: 1,
  praise: -1,
  thanks: -0.25,
  contentment: -1,
  enquiry: -1,
  negation: 0.25,
  contrast: 0.25,
  deniedPraise: 1,
  deniedGrievance: -1,
  takenBack: 1,
  angryEmoji: 1,
  happyEmoji: -1,
  exclamations: 0,

  /** A question is asked, whatever else is said. */
  asking: 0,
  /** Share of capitals beyond the third that names and acronyms may take. */
  shouting: 1,
  /** A grievance told in more words weighs more, each further word less: 1 at the length from which a text is long. */
  grievanceLength: 0.25,
  /** A long text has room for both sides. */
  long: 0,
  /** Nothing in it is a cue, in a language that has cues. */
  bare: 0,

  /** "Nothing" where it was asked what lacks, or openly. */
  nothingIsLacking: -1,
  nothingWasGood: 1,
  askedWhatLacks: 1,
  askedWhatIsGood: -1,
} as const satisfies Record<string, number>;

export type Feature = keyof typeof BELIEFS;
export const featureNames = Object.keys(BELIEFS) as Feature[];

/** Words from which a text is long: beyond what a tweet or a text message holds. */
const LONG_FROM = 60;
/** Each further cue of a kind counts this much of the one before, so that no kind outshouts all others: judgement. */
const FADING = 0.6;
/** Names and acronyms may capitalise this share: judgement. */
const QUIET_CAPITALS = 0.3;

const faded = (n: number): number => (1 - FADING ** n) / (1 - FADING);

const COUNTED = [
  ...(['failure', 'neglect', 'conduct', 'demand', 'recurrence', 'condemnation', 'shortfall', 'wish'] as const),
  ...(['praise', 'thanks', 'contentment', 'enquiry', 'negation', 'contrast', 'deniedPraise'] as const),
  ...(['deniedGrievance', 'takenBack', 'angryEmoji', 'happyEmoji', 'exclamations'] as const),
];

/**
 * A story of a thousand words has a word of every kind; what counts is how thickly they stand. "Nothing" says by what was
 * asked what it means, not by itself.
 */
const countsOf = (evidence: Evidence) => {
  const thinned = evidence.nothing ? 0 : Math.min(1, LONG_FROM / Math.max(1, evidence.words));
  return Object.fromEntries(COUNTED.map((kind) => [kind, faded(thinned * evidence[kind])])) as Record<
    (typeof COUNTED)[number],
    number
  >;
};

/** "Nothing" answers "What could we do better?" with praise and "What was good?" with a complaint. */
const answered = (asked: Asked, nothing: boolean) => ({
  nothingIsLacking: Number(nothing && asked !== 'good'),
  nothingWasGood: Number(nothing && asked === 'good'),
  askedWhatLacks: Number(!nothing && asked === 'lacking'),
  askedWhatIsGood: Number(!nothing && asked === 'good'),
});

/** A text as what it is weighed by; every value is 0 or more, most are 0 to 2.5. */
export const featuresOf = ({ scores, evidence, asked }: Reading): Record<Feature, number> => {
  return {
    negativeScore: scores?.negative ?? 0,
    mixedScore: scores?.mixed ?? 0,
    positiveScore: scores?.positive ?? 0,
    ...countsOf(evidence),
    asking: Number(evidence.questions > 0),
    shouting: Math.max(0, evidence.shouting - QUIET_CAPITALS),
    grievanceLength: evidence.grievances > 0 ? Math.log1p(evidence.words) / Math.log1p(LONG_FROM) : 0,
    long: Number(evidence.words > LONG_FROM),
    bare: Number(evidence.cues === 0 && evidence.legible && !evidence.nothing),
    ...answered(asked, evidence.nothing),
  };
};
