import { BELIEFS, type Feature, featureNames } from '../../functions/domain/hearing/complaint-features.ts';
import { type Belief, fitLogistic, meanSurprise, type Row } from './logistic-fit.ts';

/** Rows by source: the allowed sets and `own`. */
export type Sources = ReadonlyMap<string, readonly Row[]>;

/** What share of the beliefs (`BELIEFS`) is held, 0 to 1, and how firmly: the penalty for leaving them. */
export interface Regularisation {
  believed: number;
  strength: number;
}

/** What is tried. To believe nothing is plain ridge regression. */
const TRIED: readonly Regularisation[] = [0, 0.5, 1].flatMap((believed) =>
  [10, 30, 100, 300].map((strength) => ({ believed, strength })),
);

/** The constant is free; the weight of a feature never crosses 0 against its belief. */
const beliefsOf = ({ believed, strength }: Regularisation): Belief[] => [
  { expected: 0, least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY, strength: 0 },
  ...featureNames.map((name): Belief => {
    const judged = BELIEFS[name];
    return {
      expected: judged * believed,
      least: judged > 0 ? 0 : Number.NEGATIVE_INFINITY,
      most: judged < 0 ? 0 : Number.POSITIVE_INFINITY,
      strength,
    };
  }),
];

/** Of the sentences of known sources, every fifth is held out in turn. */
const FOLDS = 5;

const weightsOf = (rows: readonly Row[], regularisation: Regularisation): number[] =>
  fitLogistic(rows, beliefsOf(regularisation));

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** Mean surprise at sentences that were held out of every source alike. */
const onNewSentences = (sources: Sources, regularisation: Regularisation): number => {
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const known = [...sources.values()].flatMap((rows) => rows.filter((_, i) => i % FOLDS !== fold));
    const weights = weightsOf(known, regularisation);
    return [...sources.values()].map((rows) =>
      meanSurprise(
        rows.filter((_, i) => i % FOLDS === fold),
        weights,
      ),
    );
  });
  return mean(folds.flat());
};

/** Mean surprise at each source by the fit on the others. */
const onNewSources = (sources: Sources, regularisation: Regularisation): number =>
  mean(
    [...sources].map(([left, rows]) => {
      const others = [...sources].flatMap(([name, known]) => (name === left ? [] : known));
      return meanSurprise(rows, weightsOf(others, regularisation));
    }),
  );

/** How a regularisation does, as mean surprise in nats; 0.69 is the toss of a coin. */
export interface Trial extends Regularisation {
  newSentences: number;
  newSources: number;
}

/**
 * Every regularisation with how it does on what it has not seen, best first. The customers that the weights will meet are
 * neither quite of a known trade nor quite of a strange one, so both count alike.
 */
export const trialsOf = (sources: Sources): Trial[] =>
  TRIED.map((regularisation) => ({
    ...regularisation,
    newSentences: onNewSentences(sources, regularisation),
    newSources: onNewSources(sources, regularisation),
  })).toSorted((a, b) => a.newSentences + a.newSources - (b.newSentences + b.newSources));

export interface ComplaintFit {
  start: number;
  weights: Record<Feature, number>;
}

const rounded = (x = 0): number => Math.round(x * 100) / 100 + 0;

/** Weights from all sources, to two decimals. */
export const fitComplaint = (sources: Sources, regularisation: Regularisation): ComplaintFit => {
  const [start, ...weights] = weightsOf([...sources.values()].flat(), regularisation);
  return {
    start: rounded(start),
    weights: Object.fromEntries(featureNames.map((name, i) => [name, rounded(weights[i])])) as Record<Feature, number>,
  };
};
