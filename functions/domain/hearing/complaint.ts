import { featureNames, featuresOf } from './complaint-features.ts';
import { complaintWeights, provenance, start } from './complaint-weights.ts';
import { isOptOut } from './opt-out.ts';
import { type Heard, type Reading, read } from './reading.ts';
import type { ReplyReading } from './reply.ts';
import { wordsLogOdds } from './word-weights.ts';

export interface ComplaintDecision {
  label: 'yes' | 'no' | 'unsure';
  /** Probability that the customer complains, 0 to 1, where 38 in a hundred do (decision 009). */
  probability: number;
}

/** From here on a text complains: the likelier of the two. */
export const COMPLAINS_FROM = 0.5;
/** Up to here it does not; between lies `unsure`, an answer of its own: judgement. */
export const CONTENT_UP_TO = 0.3;

export const logistic = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

const labelOf = (probability: number): ComplaintDecision['label'] => {
  if (probability >= COMPLAINS_FROM) return 'yes';
  return probability <= CONTENT_UP_TO ? 'no' : 'unsure';
};

/** Of who only ends the messages: that is a right, not a grievance. More than 0, as its log-odds are asked for. */
const OPTED_OUT = 0.001;

/** No scores, no cues to read by and no emoji: then nothing is known but how many complain. */
const isIllegible = ({ scores, evidence }: Reading): boolean =>
  scores === undefined && !evidence.legible && evidence.angryEmoji + evidence.happyEmoji === 0;

const decided = (probability: number): ComplaintDecision => ({ label: labelOf(probability), probability });

/**
 * Whether a customer complains: the log-odds of scores, cues, manner, the question asked and single words, added up. The weights are
 * fitted (`npm run fit`, docs/decisions/009-hearing-weights.md).
 */
export const decideComplaint = (heard: Heard, reading: Reading = read(heard)): ComplaintDecision => {
  if (isOptOut(reading.words)) return decided(OPTED_OUT);
  if (isIllegible(reading)) return decided(provenance.complaintsASource);
  const features = featuresOf(reading);
  const ofCues = featureNames.reduce((sum, name) => sum + complaintWeights[name] * features[name], start);
  return decided(logistic(ofCues + wordsLogOdds(reading)));
};

/**
 * How many times likelier a reply is to a complaint than to anything else: judgement. Few apologise to one who only asks;
 * things are put right for those, too; that we read the reply wrong is allowed for.
 */
export const REPLY_RATIOS = { sorry: 4, putRight: 2 } as const;

const likelihoodRatio = ({ reply, sorry }: ReplyReading): number => {
  if (sorry) return REPLY_RATIOS.sorry;
  return reply === 'remedy' ? REPLY_RATIOS.putRight : 1;
};

/**
 * The decision once our reply is known: what was `unsure` may turn out to be a complaint, by Bayes, for whoever replied had read
 * it. Nothing else changes: what we write takes no complaint back, and makes none of a greeting.
 */
export const inLightOf = (ours: ReplyReading, byWords: ComplaintDecision): ComplaintDecision => {
  if (byWords.label !== 'unsure') return byWords;
  const weighed = byWords.probability * likelihoodRatio(ours);
  return decided(weighed / (weighed + 1 - byWords.probability));
};
