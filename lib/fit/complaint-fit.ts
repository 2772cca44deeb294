import { BELIEFS, type Feature, featureNames } from '../../functions/domain/hearing/complaint-features.ts';
import { type Belief, fitLogistic, logOddsOf, meanSurprise, type Row } from './logistic-fit.ts';
import type { Source } from './sources.ts';
import { CUE_COLUMNS, rowsOf } from './training-rows.ts';
import type { Term } from './vocabulary.ts';

/** What share of the cues' beliefs (`BELIEFS`) is held, 0 to 1, and how firmly; how firmly a term's weight is drawn to 0. */
export interface Regularisation {
  believed: number;
  strength: number;
  /** Infinite: terms count nothing. */
  ofTerms: number;
}

/** A source's rows. */
export interface Rows {
  name: string;
  origin: string;
  paired: boolean;
  rows: readonly Row[];
}

export const rowsBySource = (sources: readonly Source[], vocabulary: readonly Term[]): Rows[] =>
  sources.map((source) => ({ ...source, rows: rowsOf(source, vocabulary) }));

/** What is tried of the cues, by themselves. To believe nothing is plain ridge regression. */
const TRIED_OF_CUES: readonly Regularisation[] = [0, 0.5, 1].flatMap((believed) =>
  [10, 30, 100, 300].map((strength) => ({ believed, strength, ofTerms: Number.POSITIVE_INFINITY })),
);
/** What is tried of the terms, beside the best of the cues. */
const TRIED_OF_TERMS = [1, 2, 4, 8, 16, 32] as const;

const FREE: Belief = {
  expected: 0,
  least: Number.NEGATIVE_INFINITY,
  most: Number.POSITIVE_INFINITY,
  strength: 0,
};

/** What would speak against its sign stays at 0. */
const within = (sign: number): Pick<Belief, 'least' | 'most'> => ({
  least: sign > 0 ? 0 : Number.NEGATIVE_INFINITY,
  most: sign < 0 ? 0 : Number.POSITIVE_INFINITY,
});

/** The constants are free; the weight of a feature never crosses 0 against its belief, nor that of a term its sign. */
const beliefsOf = (vocabulary: readonly Term[], { believed, strength, ofTerms }: Regularisation): Belief[] => [
  FREE,
  ...featureNames.map((name) => ({ expected: BELIEFS[name] * believed, strength, ...within(BELIEFS[name]) })),
  FREE,
  ...featureNames.map(() => ({ ...FREE, strength })),
  ...vocabulary.map(({ sign }) => ({ expected: 0, strength: ofTerms, ...within(sign) })),
];

const weightsOf = (sources: readonly Rows[], vocabulary: readonly Term[], regularisation: Regularisation): number[] => {
  const known = Number.isFinite(regularisation.ofTerms) ? vocabulary : [];
  return fitLogistic(
    sources.flatMap(({ rows }) => rows),
    beliefsOf(known, regularisation),
  );
};

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** Of the sentences of known sources, every fifth block is held out in turn. Near-pairs are neighbours: they stay together. */
const FOLDS = 5;
const BLOCK = 10;
const foldOf = (i: number): number => Math.floor(i / BLOCK) % FOLDS;

const withoutFold = (sources: readonly Rows[], fold: number): Rows[] =>
  sources.map((source) => ({ ...source, rows: source.rows.filter((_, i) => foldOf(i) !== fold) }));

/** Only what is not paired judges: paired sentences are harder than what customers write, and ask for bolder weights. */
const judging = (sources: readonly Rows[]): Rows[] => sources.filter(({ paired }) => !paired);

/** Mean surprise at sentences that were held out of every source alike. */
const onNewSentences = (
  sources: readonly Rows[],
  vocabulary: readonly Term[],
  regularisation: Regularisation,
): number => {
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = weightsOf(withoutFold(sources, fold), vocabulary, regularisation);
    return judging(sources).map(({ rows }) =>
      meanSurprise(
        rows.filter((_, i) => foldOf(i) === fold),
        weights,
      ),
    );
  });
  return mean(folds.flat());
};

/** Mean surprise at each origin's sources by the fit on the others. */
const onNewOrigins = (sources: readonly Rows[], vocabulary: readonly Term[], regularisation: Regularisation): number =>
  mean(
    [...new Set(judging(sources).map(({ origin }) => origin))].flatMap((left) => {
      const weights = weightsOf(
        sources.filter(({ origin }) => origin !== left),
        vocabulary,
        regularisation,
      );
      return sources.filter(({ origin }) => origin === left).map(({ rows }) => meanSurprise(rows, weights));
    }),
  );

/** How a regularisation does, as mean surprise in nats; 0.69 is the toss of a coin. */
export interface Trial extends Regularisation {
  newSentences: number;
  newOrigins: number;
}

const tried = (
  sources: readonly Rows[],
  vocabulary: readonly Term[],
  regularisations: readonly Regularisation[],
): Trial[] =>
  regularisations
    .map((regularisation) => ({
      ...regularisation,
      newSentences: onNewSentences(sources, vocabulary, regularisation),
      newOrigins: onNewOrigins(sources, vocabulary, regularisation),
    }))
    .toSorted((a, b) => surpriseAt(a) - surpriseAt(b));

/** So little, in nats, tells no two trials apart. */
const AS_GOOD = 0.01;

const surpriseAt = ({ newSentences, newOrigins }: Trial): number => newSentences + newOrigins;

/** Of the trials that do as well as the best, the one that learns the least. */
const takenOf = (trials: readonly Trial[]): Trial => {
  const asGood = trials.filter((trial) => surpriseAt(trial) <= Math.min(...trials.map(surpriseAt)) + AS_GOOD);
  const [taken] = asGood.toSorted(
    (a, b) => b.ofTerms - a.ofTerms || b.strength - a.strength || b.believed - a.believed,
  );
  if (!taken) throw new Error('No regularisation was tried.');
  return taken;
};

/**
 * What is to be taken, and every regularisation with how it does on what it has not seen. The customers that the weights
 * will meet are neither quite of a known trade nor quite of a strange one, so both count alike. The cues are tried by
 * themselves on what is not paired, then the terms beside them on all.
 */
export const trialsOf = (
  sources: readonly Rows[],
  vocabulary: readonly Term[],
): { taken: Regularisation; trials: readonly Trial[] } => {
  const ofCues = tried(
    judging(sources).map((source) => ({
      ...source,
      rows: source.rows.map((row) => ({ ...row, features: row.features.filter(([column]) => column < CUE_COLUMNS) })),
    })),
    [],
    TRIED_OF_CUES,
  );
  const { believed, strength } = takenOf(ofCues);
  const ofTerms = tried(
    sources,
    vocabulary,
    TRIED_OF_TERMS.map((ofTerms) => ({ believed, strength, ofTerms })),
  );
  return { taken: takenOf(ofTerms), trials: [...ofCues, ...ofTerms] };
};

/** How sentences of a source are told apart by a fit that did not see them. */
export interface HeldOut {
  name: string;
  /** Chance that a complaint is held likelier than another sentence. */
  auc: number;
  /** Shares of the complaints, and of the others, that are taken for complaints. */
  recall: number;
  falseRate: number;
}

/** @param logOdds of the complaints and of the others */
const told = (name: string, complaints: readonly number[], others: readonly number[]): HeldOut => {
  const share = (some: readonly number[]) => some.filter((odds) => odds >= 0).length / some.length;
  const ahead = complaints.map((odds) => mean(others.map((other) => (odds > other ? 1 : odds === other ? 0.5 : 0))));
  return { name, auc: mean(ahead), recall: share(complaints), falseRate: share(others) };
};

/**
 * Log-odds of each sentence of each source by fits that did not see it, cues weighed as they will be.
 *
 * @param met the same sources, none of them paired
 */
export const heldOutOdds = (
  sources: readonly Rows[],
  met: readonly Rows[],
  vocabulary: readonly Term[],
  regularisation: Regularisation,
): number[][] => {
  const fits = Array.from({ length: FOLDS }, (_, fold) =>
    weightsOf(withoutFold(sources, fold), vocabulary, regularisation),
  );
  return met.map(({ rows }) => rows.map((row, i) => logOddsOf(row, fits[foldOf(i)] ?? [])));
};

/** Every source as told by fits that did not see the sentence. @param odds of each sentence of each source */
export const heldOut = (met: readonly Rows[], odds: readonly (readonly number[])[]): HeldOut[] =>
  met.map(({ name, rows }, source) => {
    const of = (complaint: boolean) =>
      rows.flatMap(({ yes }, i) => (yes === complaint ? [odds[source]?.[i] ?? 0] : []));
    return told(name, of(true), of(false));
  });

export interface ComplaintFit {
  start: number;
  weights: Record<Feature, number>;
  /** By language, then by term; what would round to next to nothing is left out. */
  terms: Map<string, Map<string, number>>;
}

const rounded = (x = 0): number => Math.round(x * 100) / 100 + 0;

/** A term of less changes no decision: ten of them move a probability by a tenth at most. */
const LEAST_OF_A_TERM = 0.04;

/** Weights from all sources, to two decimals. */
export const fitComplaint = (
  sources: readonly Rows[],
  vocabulary: readonly Term[],
  regularisation: Regularisation,
): ComplaintFit => {
  const weights = weightsOf(sources, vocabulary, regularisation).map(rounded);
  const terms = new Map<string, Map<string, number>>();
  for (const [i, { language, words }] of vocabulary.entries()) {
    const weight = weights[2 * CUE_COLUMNS + i] ?? 0;
    if (Math.abs(weight) < LEAST_OF_A_TERM) continue;
    const known = terms.get(language) ?? new Map<string, number>();
    terms.set(language, known.set(words, weight));
  }
  return {
    start: weights[0] ?? 0,
    weights: Object.fromEntries(featureNames.map((name, i) => [name, weights[1 + i] ?? 0])) as Record<Feature, number>,
    terms,
  };
};
