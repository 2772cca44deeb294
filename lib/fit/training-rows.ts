import { featureNames, featuresOf } from '../../functions/domain/hearing/complaint-features.ts';
import { shareOfTerm, termsOf } from '../../functions/domain/hearing/word-weights.ts';
import type { Features, Row } from './logistic-fit.ts';
import type { LabelledReading, Source } from './sources.ts';
import type { Term } from './vocabulary.ts';

/** What each source counts as, however many sentences it has. */
export const ROWS_A_SOURCE = 1000;

/**
 * What share of them complains. The sources' own shares, 0.14 to 0.47, come of how each was gathered and are not learnt;
 * this one is the greatest, in steps of 0.01, at which the sources that are not paired have on average at most 0.08 of their
 * other sentences taken for complaints when held out: a false alarm costs a customer's owner an action, and the corrected score its sharpness.
 */
export const COMPLAINTS_A_SOURCE = 0.38;

/** The constant and the cues come first, then both once more for paired sentences, then the terms. */
export const CUE_COLUMNS = 1 + featureNames.length;

const cuesOf = ({ reading }: LabelledReading): Features => {
  const features = featuresOf(reading);
  return [[0, 1] as const, ...featureNames.map((name, i) => [1 + i, features[name]] as const)].filter(
    ([, value]) => value !== 0,
  );
};

const termsIn = ({ reading }: LabelledReading, columns: ReadonlyMap<string, number>): Features => {
  const share = shareOfTerm(reading.evidence);
  return [...termsOf(reading.words)].flatMap((term) => {
    const column = columns.get(`${reading.language} ${term}`);
    return column === undefined ? [] : [[column, share] as const];
  });
};

/**
 * One source's rows: all sources count the same, and complain as often. Paired sentences weigh their cues by themselves:
 * there a cue stands as often in one that does not complain, which says nothing of what customers write.
 */
export const rowsOf = ({ paired, sentences }: Source, vocabulary: readonly Term[]): Row[] => {
  const columns = new Map(
    vocabulary.map(({ language, words }, i) => [`${language} ${words}`, 2 * CUE_COLUMNS + i] as const),
  );
  const complaints = sentences.filter(({ complaint }) => complaint).length;
  const aComplaint = (ROWS_A_SOURCE * COMPLAINTS_A_SOURCE) / complaints;
  const another = (ROWS_A_SOURCE * (1 - COMPLAINTS_A_SOURCE)) / (sentences.length - complaints);
  return sentences.map((sentence) => {
    const cues = cuesOf(sentence);
    return {
      features: [
        ...(paired ? cues.map(([column, value]) => [CUE_COLUMNS + column, value] as const) : cues),
        ...termsIn(sentence, columns),
      ],
      yes: sentence.complaint,
      weight: sentence.complaint ? aComplaint : another,
    };
  });
};
