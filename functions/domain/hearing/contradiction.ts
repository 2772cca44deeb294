import type { ScoreClass } from '../message/scale.ts';
import type { ComplaintDecision } from './complaint.ts';

/** A middling score says both; half of what the words say against it is disagreement at most: judgement. */
const MIDDLE_DAMPING = 0.5;

/**
 * Probability, 0 to 1, that a score and the words of the same response disagree: a favourable score whose words complain,
 * or an unfavourable one whose words praise and do not complain (the scale read upside down).
 *
 * @param praise probability that the words praise, 0 to 1
 */
export const contradictionOf = (scoreClass: ScoreClass, complaint: ComplaintDecision, praise: number): number => {
  const onlyPraises = praise * (1 - complaint.probability);
  switch (scoreClass) {
    case 'top':
      return complaint.probability;
    case 'bottom':
      return onlyPraises;
    case 'middle':
      return MIDDLE_DAMPING * Math.abs(complaint.probability - onlyPraises);
  }
};
