import type { ScoreClass } from '../message/scale.ts';
import { type ComplaintDecision, logistic } from './complaint.ts';
import { contradictionWeights, provenance } from './complaint-weights.ts';

/** A middling score says both; half of what the words say against it is disagreement at most: judgement. */
const MIDDLE_DAMPING = 0.5;

/** Share of the comments under an unfavourable score that only praise: 30 of the 252 in nhs-fft whose tone can be told. */
const PRAISE_UNDER_BOTTOM = 30 / 252;

/** Nothing that was heard is surer than this, so that certainties cannot cancel out. */
const SUREST = 1 - 1e-6;

/** Of a probability, 0 to 1. */
export const logOdds = (probability: number): number => {
  const within = Math.min(SUREST, Math.max(1 - SUREST, probability));
  return Math.log(within / (1 - within));
};

/** What a probability would be if what it is of were as common as `common`, not as `assumed`; both shares within 0 and 1. */
const whereAsCommonAs = (common: number, assumed: number, probability: number): number => {
  const is = probability * (common / assumed);
  return is / (is + (1 - probability) * ((1 - common) / (1 - assumed)));
};

/**
 * Probability, 0 to 1, that a score and the words of the same response disagree: a favourable score whose words complain,
 * or an unfavourable one whose words praise and do not complain (the scale read upside down). The score speaks too, and few
 * words disagree with it. How few complain under a favourable one, and what praise counts beside it, is fitted (`npm run fit`).
 *
 * @param praise probability that the words praise, 0 to 1
 */
export const contradictionOf = (scoreClass: ScoreClass, complaint: ComplaintDecision, praise: number): number => {
  const { probability } = complaint;
  const onlyPraises = praise * (1 - probability);
  switch (scoreClass) {
    case 'top': {
      const { start, complaint: complaining, praise: praising } = contradictionWeights;
      return logistic(start + complaining * logOdds(probability) + praising * logOdds(praise));
    }
    case 'bottom':
      return whereAsCommonAs(PRAISE_UNDER_BOTTOM, provenance.complaintsASource, onlyPraises);
    case 'middle':
      return MIDDLE_DAMPING * Math.abs(probability - onlyPraises);
  }
};
