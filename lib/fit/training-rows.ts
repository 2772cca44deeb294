import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { featureNames, featuresOf } from '../../functions/domain/hearing/complaint-features.ts';
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

const recordsOf = (file: string): GoldRow[] =>
  gunzipSync(readFileSync(file))
    .toString()
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));

const COMPLAINS: Readonly<Record<string, (labels: GoldRow['labels']) => boolean | undefined>> = {
  // Mixed and neutral share one value in the source, so neither can be told: left out.
  'nhs-fft': ({ sentiment }) =>
    sentiment === 'negative' || (sentiment === 'positive' || sentiment === 'neutral' ? false : undefined),
  // -1 is faint criticism: left out.
  'nhs-criticality': ({ criticality = -1 }) => criticality <= -2 || (criticality >= 0 ? false : undefined),
};

/** The sets that may be fitted on: their terms let the weights ship. Nothing else may be added here. */
export const ALLOWED_SETS = Object.keys(COMPLAINS);

/**
 * Reads a file of one of the allowed sets.
 *
 * @throws TypeError where a row is of another set
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
 * One source's rows. All sources count the same, and within each the complaints count as much as the rest: neither the
 * largest set nor the share of complaints in it is learnt. The first feature is the constant.
 */
export const rowsOf = (sentences: readonly LabelledWords[]): Row[] => {
  const complaints = sentences.filter(({ complaint }) => complaint).length;
  return sentences.map((sentence) => {
    const features = featuresOf(heardLocally(sentence));
    const alike = sentence.complaint ? complaints : sentences.length - complaints;
    return {
      features: [1, ...featureNames.map((name) => features[name])],
      yes: sentence.complaint,
      weight: ROWS_A_SOURCE / 2 / alike,
    };
  });
};
