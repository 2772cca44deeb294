import { logOdds } from '../../functions/domain/hearing/contradiction.ts';
import { decidePraise } from '../../functions/domain/hearing/praise.ts';
import type { ScoreClass } from '../../functions/domain/message/scale.ts';
import { type Belief, fitLogistic, type Row } from './logistic-fit.ts';
import type { Source } from './sources.ts';

/** Log-odds that words contradict their score: `start`, and per log-odds that they complain and that they praise. */
export interface ContradictionWeights {
  start: number;
  complaint: number;
  praise: number;
}

/** Of words that complain under a favourable score, and of such as only praise under an unfavourable one. */
export interface ContradictionFit {
  top: ContradictionWeights;
  bottom: ContradictionWeights;
}

const FREE = { expected: 0, least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY, strength: 0 };
/** More of a complaint never makes words agree with a favourable score more, nor more of praise less. */
const UNDER_TOP = [FREE, { ...FREE, least: 0 }, { ...FREE, most: 0 }];
/**
 * Of 252 comments 30 do not complain: drawn to 0 as firmly as the cues are (`TRIED_OF_CUES`). Held-out comments surprise by
 * 0.157 nats, 0.151 at best; that much tells no two trials apart, and the one that learns the least is taken, here as there.
 */
const STRENGTH_UNDER_BOTTOM = 30;
const UNDER_BOTTOM = [
  FREE,
  { ...FREE, most: 0, strength: STRENGTH_UNDER_BOTTOM },
  { ...FREE, least: 0, strength: STRENGTH_UNDER_BOTTOM },
];

const rounded = (x = 0): number => Math.round(x * 100) / 100 + 0;

/**
 * How words are weighed beside a score, with which few of them disagree.
 *
 * @param source sentences with scores beside them
 * @param heldOut log-odds that each complains, by fits that did not see it
 */
export const fitContradiction = ({ sentences }: Source, heldOut: readonly number[]): ContradictionFit => {
  const fitted = (
    scoreClass: ScoreClass,
    disagrees: (complaint: boolean) => boolean,
    beliefs: readonly Belief[],
  ): ContradictionWeights => {
    const rows = sentences.flatMap((sentence, i): Row[] => {
      if (sentence.scoreClass !== scoreClass) return [];
      const features = [1, heldOut[i] ?? 0, logOdds(decidePraise(sentence.reading, sentence.reading))];
      return [
        {
          features: features.map((value, column) => [column, value] as const),
          yes: disagrees(sentence.complaint),
          weight: 1,
        },
      ];
    });
    const [start, complaint, praise] = fitLogistic(rows, beliefs);
    return { start: rounded(start), complaint: rounded(complaint), praise: rounded(praise) };
  };
  return {
    top: fitted('top', (complaint) => complaint, UNDER_TOP),
    bottom: fitted('bottom', (complaint) => !complaint, UNDER_BOTTOM),
  };
};
