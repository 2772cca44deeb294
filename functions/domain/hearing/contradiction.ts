import type { ScoreClass } from '../message/scale.ts';
import type { ComplaintDecision } from './complaint.ts';
import { provenance } from './complaint-weights.ts';

/**
 * Share of the comments under a favourable score that complain: 394 of 2,373 in nhs-fft. The score speaks too, and the words
 * must outweigh it. Of ten comments under an unfavourable score one only praises (30 of 290), and four in five of those
 * taken for such do: there the words need no outweighing.
 */
const COMPLAIN_UNDER_TOP = 394 / 2373;

/** A middling score says both; half of what the words say against it is disagreement at most: judgement. */
const MIDDLE_DAMPING = 0.5;

/** What a probability would be if what it is of were as common as `common`, not as `assumed`; both shares within 0 and 1. */
const whereAsCommonAs = (common: number, assumed: number, probability: number): number => {
  const is = probability * (common / assumed);
  return is / (is + (1 - probability) * ((1 - common) / (1 - assumed)));
};

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
      return whereAsCommonAs(COMPLAIN_UNDER_TOP, provenance.complaintsASource, complaint.probability);
    case 'bottom':
      return onlyPraises;
    case 'middle':
      return MIDDLE_DAMPING * Math.abs(complaint.probability - onlyPraises);
  }
};
