import type { SentimentScores } from '../scoring/sentiment.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { type Asked, askedBy } from './question.ts';

/** A customer's words and what is known of them; never the score given, which they may contradict. */
export interface Heard {
  text: string;
  /** ISO 639-1 or BCP-47; `und` where unknown. */
  language: string;
  /** The scorer's confidence per label; absent where nothing scored the text: then the cues decide alone. */
  scores?: SentimentScores;
  /** What a survey asked before the comment. */
  question?: string;
}

/** Which way something may count: only for a complaint, only against it, or as the sentences fitted on say. */
export type Direction = 'for' | 'against' | 'either';

/** What a text is weighed by, and which way each may count, whatever a fit would like: judgement. */
export const FEATURES = {
  negativeScore: 'for',
  mixedScore: 'for',
  positiveScore: 'against',

  // Cues per kind (cue-sheet.ts), each further one counting less.
  failure: 'for',
  neglect: 'for',
  conduct: 'for',
  demand: 'for',
  recurrence: 'for',
  condemnation: 'for',
  shortfall: 'for',
  wish: 'for',
  praise: 'against',
  thanks: 'against',
  contentment: 'against',
  enquiry: 'against',
  negation: 'for',
  contrast: 'for',
  deniedPraise: 'for',
  deniedGrievance: 'against',
  angryEmoji: 'for',
  happyEmoji: 'against',
  exclamations: 'either',

  /** A question is asked, whatever else is said. */
  asking: 'either',
  /** Share of capitals beyond the third that names and acronyms may take. */
  shouting: 'for',
  /** A grievance told in more words weighs more, each further word less: 1 at the length from which a text is long. */
  grievanceLength: 'for',
  /** A long text has room for both sides: the cues of a story weigh otherwise than those of an outcry. */
  long: 'either',
  /** Nothing in it is a cue. */
  bare: 'either',

  /** "Nothing" where it was asked what lacks, or openly. */
  nothingIsLacking: 'against',
  nothingWasGood: 'for',
  askedWhatLacks: 'for',
  askedWhatIsGood: 'against',
} as const satisfies Record<string, Direction>;

export type Feature = keyof typeof FEATURES;
export const featureNames = Object.keys(FEATURES) as Feature[];

/** Words from which a text is long: beyond what a tweet or a text message holds. */
const LONG_FROM = 60;
/** Each further cue of a kind counts this much of the one before, so that no kind outshouts all others: judgement. */
const FADING = 0.6;
/** Names and acronyms may capitalise this share: judgement. */
const QUIET_CAPITALS = 0.3;

const faded = (n: number): number => (1 - FADING ** n) / (1 - FADING);

type Counted = Extract<Feature, keyof Evidence>;

const counted = (evidence: Evidence): Record<Exclude<Counted, 'shouting'>, number> => ({
  failure: faded(evidence.failure),
  neglect: faded(evidence.neglect),
  conduct: faded(evidence.conduct),
  demand: faded(evidence.demand),
  recurrence: faded(evidence.recurrence),
  condemnation: faded(evidence.condemnation),
  shortfall: faded(evidence.shortfall),
  wish: faded(evidence.wish),
  praise: faded(evidence.praise),
  thanks: faded(evidence.thanks),
  contentment: faded(evidence.contentment),
  enquiry: faded(evidence.enquiry),
  negation: faded(evidence.negation),
  contrast: faded(evidence.contrast),
  deniedPraise: faded(evidence.deniedPraise),
  deniedGrievance: faded(evidence.deniedGrievance),
  angryEmoji: faded(evidence.angryEmoji),
  happyEmoji: faded(evidence.happyEmoji),
  exclamations: faded(evidence.exclamations),
});

/** "Nothing" answers "What could we do better?" with praise and "What was good?" with a complaint. */
const answered = (asked: Asked, nothing: boolean) => ({
  nothingIsLacking: Number(nothing && asked !== 'good'),
  nothingWasGood: Number(nothing && asked === 'good'),
  askedWhatLacks: Number(!nothing && asked === 'lacking'),
  askedWhatIsGood: Number(!nothing && asked === 'good'),
});

/** A text as what it is weighed by; every value is 0 or more, most are 0 to 2.5. */
export const featuresOf = (heard: Heard): Record<Feature, number> => {
  const evidence = evidenceOf(heard.text, heard.language);
  return {
    negativeScore: heard.scores?.negative ?? 0,
    mixedScore: heard.scores?.mixed ?? 0,
    positiveScore: heard.scores?.positive ?? 0,
    ...counted(evidence),
    asking: Number(evidence.questions > 0),
    shouting: Math.max(0, evidence.shouting - QUIET_CAPITALS),
    grievanceLength: evidence.grievances > 0 ? Math.log1p(evidence.words) / Math.log1p(LONG_FROM) : 0,
    long: Number(evidence.words > LONG_FROM),
    bare: Number(evidence.cues === 0),
    ...answered(askedBy(heard.question), evidence.nothing),
  };
};
