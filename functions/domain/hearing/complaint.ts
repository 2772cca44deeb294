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

export interface ComplaintDecision {
  label: 'yes' | 'no' | 'unsure';
  /** Probability that the customer complains, 0 to 1. */
  probability: number;
}

/** From here on a text complains. */
export const COMPLAINS_FROM = 0.5;
/** Up to here it does not; between lies `unsure`, an answer of its own. */
export const CONTENT_UP_TO = 0.3;

/**
 * Log-odds per unit, from a ridge logistic regression on public English feedback (airline tweets, health-service comments,
 * reviews; half of each for fitting, half for checking), rounded and evened out by hand so that no one source decides.
 */
const WEIGHTS = {
  start: -0.4,
  negativeScore: 1.4,
  mixedScore: 0.4,
  positiveScore: -1.1,
  cues: {
    failure: 0.35,
    neglect: 0.6,
    conduct: 0.8,
    demand: 0.3,
    recurrence: 0.2,
    condemnation: 0.75,
    shortfall: 0.4,
    wish: 0.5,
    praise: -1.4,
    thanks: -1.1,
    contentment: -1.1,
    enquiry: -0.55,
    negation: 0.35,
    contrast: 0.1,
    deniedPraise: 0.4,
    deniedGrievance: -0.45,
    angryEmoji: 0.5,
    happyEmoji: -0.8,
    exclamations: -0.2,
  } satisfies Partial<Record<keyof Evidence, number>>,
  /** A question is asked, whatever else is said. */
  asking: -0.5,
  /** Capitals beyond the third that names and acronyms may take. */
  shouting: 0.8,
  /** A grievance told in more words weighs more, each further word less. */
  grievancePerLogWord: 0.4,
  /** A long text has room for both sides: the cues of a story weigh less than those of an outcry. */
  long: -0.9,
  /** Nothing in it is a cue. */
  bare: -0.5,
  nothingIsLacking: -2.5,
  nothingWasGood: 1.2,
  askedWhatLacks: 0.7,
  askedWhatIsGood: -1.2,
} as const;

/** Words from which a text is long: beyond what a tweet or a text message holds. */
const LONG_FROM = 60;

/** Each further cue of a kind counts this much of the one before, so that no kind outshouts all others. */
const FADING = 0.6;
/** Names and acronyms may capitalise this share. */
const QUIET_CAPITALS = 0.3;

const faded = (n: number): number => (1 - FADING ** n) / (1 - FADING);

const ofScores = (scores: SentimentScores | undefined): number =>
  scores
    ? WEIGHTS.negativeScore * scores.negative +
      WEIGHTS.mixedScore * scores.mixed +
      WEIGHTS.positiveScore * scores.positive
    : 0;

const ofCues = (evidence: Evidence): number =>
  Object.entries(WEIGHTS.cues).reduce(
    (sum, [kind, weight]) => sum + weight * faded(evidence[kind as keyof typeof WEIGHTS.cues]),
    0,
  );

const ofManner = (evidence: Evidence): number =>
  (evidence.grievances > 0 ? WEIGHTS.grievancePerLogWord * Math.log1p(evidence.words) : 0) +
  (evidence.words > LONG_FROM ? WEIGHTS.long : 0) +
  (evidence.cues === 0 ? WEIGHTS.bare : 0) +
  (evidence.questions > 0 ? WEIGHTS.asking : 0) +
  WEIGHTS.shouting * Math.max(0, evidence.shouting - QUIET_CAPITALS);

/** "Nothing" answers "What could we do better?" with praise and "What was good?" with a complaint. */
const ofQuestion = (asked: Asked, nothing: boolean): number => {
  switch (asked) {
    case 'lacking':
      return nothing ? WEIGHTS.nothingIsLacking : WEIGHTS.askedWhatLacks;
    case 'good':
      return nothing ? WEIGHTS.nothingWasGood : WEIGHTS.askedWhatIsGood;
    case 'open':
      return nothing ? WEIGHTS.nothingIsLacking : 0;
  }
};

export const logistic = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

const labelOf = (probability: number): ComplaintDecision['label'] => {
  if (probability >= COMPLAINS_FROM) return 'yes';
  return probability <= CONTENT_UP_TO ? 'no' : 'unsure';
};

/** Whether a customer complains: the log-odds of scores, cues, manner and the question asked, added up. */
export const decideComplaint = (heard: Heard): ComplaintDecision => {
  const evidence = evidenceOf(heard.text, heard.language);
  const probability = logistic(
    WEIGHTS.start +
      ofScores(heard.scores) +
      ofCues(evidence) +
      ofManner(evidence) +
      ofQuestion(askedBy(heard.question), evidence.nothing),
  );
  return { label: labelOf(probability), probability };
};
