import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { classOf } from '../../functions/domain/message/scale.ts';
import type { LabelledWords } from './own-sentences.ts';

/** What the two health-service files hold, of what is used here. */
interface GoldRow {
  source: string;
  text: string | null;
  language?: string;
  score?: number | null;
  scale?: { min: number; max: number };
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
  const sentences = records.flatMap((record): LabelledWords[] => {
    const { text, language = 'en', labels, score, scale } = record;
    const complaint = complains(labels);
    if (!text?.trim() || complaint === undefined) return [];
    return [
      {
        text: text.trim(),
        language,
        complaint,
        ...(labels.question ? { question: labels.question } : {}),
        ...(score == null || !scale ? {} : { scoreClass: classOf('csat', score, { ...scale, best: 'max' }) }),
      },
    ];
  });
  return { set, sentences };
};
