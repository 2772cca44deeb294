import type { ScoreClass } from '../message/scale.ts';
import { type ComplaintDecision, logistic } from './complaint.ts';
import { contradictionWeights } from './complaint-weights.ts';
import { decidePraise } from './praise.ts';
import type { Heard, Reading } from './reading.ts';

/** A middling score says both; half of what the words say against it is disagreement at most: judgement. */
const MIDDLE_DAMPING = 0.5;

/** Nothing that was heard is surer than this, so that certainties cannot cancel out. */
const SUREST = 1 - 1e-6;

/** Of a probability, 0 to 1. */
export const logOdds = (probability: number): number => {
  const within = Math.min(SUREST, Math.max(1 - SUREST, probability));
  return Math.log(within / (1 - within));
};

/**
 * Probability, 0 to 1, that a score and the words of the same response disagree: a favourable score whose words complain,
 * or an unfavourable one whose words praise and do not complain (the scale read upside down). The score speaks too, and few
 * words disagree with it: how few, and what complaint and praise count beside it, is fitted (`npm run fit`). Words that only ask
 * do not complain either, so an unfavourable one is contradicted no surer than the words praise.
 *
 * @param praise probability that the words praise, 0 to 1
 */
export const contradictionOf = (scoreClass: ScoreClass, complaint: ComplaintDecision, praise: number): number => {
  const { probability } = complaint;
  if (scoreClass === 'middle') return MIDDLE_DAMPING * Math.abs(probability - praise * (1 - probability));
  const { start, complaint: complaining, praise: praising } = contradictionWeights[scoreClass];
  const disagree = logistic(start + complaining * logOdds(probability) + praising * logOdds(praise));
  return scoreClass === 'bottom' ? Math.min(praise, disagree) : disagree;
};

/**
 * The same for words as they were read. Who praises under an unfavourable score and complains or asks in the same breath mocks
 * ("an hour late, thanks for the great service"; "what good is that to me?"): nothing contradicts there.
 */
export const contradictionIn = (
  scoreClass: ScoreClass,
  complaint: ComplaintDecision,
  heard: Heard,
  reading: Reading,
): number => {
  const { grievances, questions } = reading.evidence;
  const mocks = scoreClass === 'bottom' && grievances + questions > 0;
  return mocks ? 0 : contradictionOf(scoreClass, complaint, decidePraise(heard, reading));
};
