import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { featureNames, featuresOf } from '../../functions/domain/hearing/complaint-features.ts';
import { read } from '../../functions/domain/hearing/reading.ts';
import { judge } from '../local/comprehend/reading.ts';
import type { Row } from './logistic-fit.ts';
import type { LabelledWords } from './own-sentences.ts';

/** What the two health-service files hold, of what is used here. */
interface GoldRow {
  source: string;
  text: string | null;
  language?: string;
  labels: { question?: string; sentiment?: string; criticality?: number };
}

const recordsOf = (file: string): GoldRow[] => {
  try {
    const lines = gunzipSync(readFileSync(file)).toString().split('\n');
    return lines.filter((line) => line.trim()).map((line) => JSON.parse(line));
  } catch (cause) {
    throw new TypeError(`${file}: expected JSON lines, packed by gzip`, { cause });
  }
};

const COMPLAINS: Readonly<Record<string, (labels: GoldRow['labels']) => boolean | undefined>> = {
  // Mixed and neutral share one value in the source, so neither can be told: left out.
  'nhs-fft': ({ sentiment }) =>
    sentiment === 'negative' || (sentiment === 'positive' || sentiment === 'neutral' ? false : undefined),
  // -1 is faint criticism: left out.
  'nhs-criticality': ({ criticality = -1 }) => criticality <= -2 || (criticality >= 0 ? false : undefined),
};

/** The sets that may be fitted on, as their terms let the weights ship. A set may only be added for the same reason. */
export const ALLOWED_SETS = Object.keys(COMPLAINS);

/**
 * Reads a file of one of the allowed sets.
 *
 * @throws TypeError where it is no such file, or a row is of another set
 */
export const readSet = (file: string): { set: string; sentences: LabelledWords[] } => {
  const records = recordsOf(file);
  const set = records[0]?.source ?? '';
  const complains = COMPLAINS[set];
  if (!complains || records.some(({ source }) => source !== set))
    throw new TypeError(`${file}: only ${ALLOWED_SETS.join(' and ')} may be fitted on, one a file.`);
  const sentences = records.flatMap(({ text, language = 'en', labels }): LabelledWords[] => {
    const complaint = complains(labels);
    if (!text?.trim() || complaint === undefined) return [];
    return [{ text: text.trim(), language, complaint, ...(labels.question ? { question: labels.question } : {}) }];
  });
  return { set, sentences };
};

/** As the local cloud would hear it. */
const heardLocally = ({ text, language, question }: LabelledWords) => {
  const { Negative, Neutral, Positive, Mixed } = judge(text, language).SentimentScore;
  const scores = { negative: Negative, neutral: Neutral, positive: Positive, mixed: Mixed };
  return { text, language, scores, ...(question ? { question } : {}) };
};

/** What each source counts as, however many sentences it has. */
export const ROWS_A_SOURCE = 1000;

/**
 * What share of them complains. The sources' own shares, 0.14 to 0.47, come of how each was gathered and are not learnt;
 * this one is the greatest, in steps of 0.05, at which no source has more than a tenth of its other sentences taken for
 * complaints when held out.
 */
export const COMPLAINTS_A_SOURCE = 0.35;

/** One source's rows: all sources count the same, and complain as often. The first feature is the constant. */
export const rowsOf = (sentences: readonly LabelledWords[]): Row[] => {
  const complaints = sentences.filter(({ complaint }) => complaint).length;
  const aComplaint = (ROWS_A_SOURCE * COMPLAINTS_A_SOURCE) / complaints;
  const another = (ROWS_A_SOURCE * (1 - COMPLAINTS_A_SOURCE)) / (sentences.length - complaints);
  return sentences.map((sentence) => {
    const features = featuresOf(read(heardLocally(sentence)));
    return {
      features: [1, ...featureNames.map((name) => features[name])],
      yes: sentence.complaint,
      weight: sentence.complaint ? aComplaint : another,
    };
  });
};
