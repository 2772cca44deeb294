import { logOdds } from '../../functions/domain/hearing/contradiction.ts';
import { decidePraise } from '../../functions/domain/hearing/praise.ts';
import { fitLogistic, type Row } from './logistic-fit.ts';
import type { Source } from './sources.ts';

/** Log-odds that words complain under a favourable score: `start`, and per log-odds that they complain and that they praise. */
export interface ContradictionWeights {
  start: number;
  complaint: number;
  praise: number;
}

const FREE = { expected: 0, least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY, strength: 0 };
/** More of a complaint never makes words agree with a favourable score more, nor more of praise less. */
const BELIEFS = [FREE, { ...FREE, least: 0 }, { ...FREE, most: 0 }];

const rounded = (x = 0): number => Math.round(x * 100) / 100 + 0;

/**
 * How words are weighed under a favourable score, where few of them complain.
 *
 * @param source sentences with scores beside them
 * @param heldOut log-odds that each complains, by fits that did not see it
 */
export const fitContradiction = ({ sentences }: Source, heldOut: readonly number[]): ContradictionWeights => {
  const rows = sentences.flatMap((sentence, i): Row[] => {
    if (sentence.scoreClass !== 'top') return [];
    const features = [1, heldOut[i] ?? 0, logOdds(decidePraise(sentence.reading, sentence.reading))];
    return [
      {
        features: features.map((value, column) => [column, value] as const),
        yes: sentence.complaint,
        weight: 1,
      },
    ];
  });
  const [start, complaint, praise] = fitLogistic(rows, BELIEFS);
  return { start: rounded(start), complaint: rounded(complaint), praise: rounded(praise) };
};
