import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import type { ComplaintDecision } from '../../functions/domain/hearing/complaint.ts';
import { decideComplaint } from '../../functions/domain/hearing/complaint.ts';
import { detectLanguage } from '../../functions/domain/hearing/language.ts';
import { type Heard, type Reading, read } from '../../functions/domain/hearing/reading.ts';
import { judge } from '../local/comprehend/reading.ts';

/** What is used of a labelled feedback: one JSON object a line. Labels are what people said of it. */
const GoldRow = z.object({
  source: z.string(),
  id: z.string(),
  kind: z.enum(['survey', 'text', 'review']),
  text: z.string().nullable().optional(),
  title: z.string().nullable().optional(),
  language: z.string().optional(),
  direction: z.string().optional(),
  touchpoint: z.string().nullable().optional(),
  score: z.number().nullable().optional(),
  scale: z.object({ min: z.number(), max: z.number() }).nullable().optional(),
  labels: z
    .object({
      sentiment: z.string().optional(),
      criticality: z.number().optional(),
      recommended: z.boolean().optional(),
      question: z.string().optional(),
    })
    .optional(),
});
export type GoldRow = z.infer<typeof GoldRow>;

/**
 * Reads a file of labelled feedback, packed by gzip or not.
 *
 * @throws TypeError naming the line that is none
 */
export const goldRows = (file: string): GoldRow[] => {
  const raw = readFileSync(file);
  const lines = (file.endsWith('.gz') ? gunzipSync(raw) : raw).toString('utf8').split('\n');
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    const row = GoldRow.safeParse(jsonOf(line));
    if (row.success) return [row.data];
    const [problem] = row.error.issues;
    throw new TypeError(`${file}: line ${i + 1}: /${problem?.path.join('/')} ${problem?.message}`);
  });
};

const jsonOf = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** A customer's words in a row; `undefined` where there are none. */
export const wordsOf = ({ kind, title, text, direction }: GoldRow): string | undefined => {
  if (direction === 'company-reply') return undefined;
  const words = (kind === 'review' ? [title, text].filter(Boolean).join('\n') : (text ?? '')).trim();
  return words === '' ? undefined : words;
};

/** A text as the local run would hear it: scored by the stand-in, its language detected where it is not told. */
export const heardLocally = (text: string, told?: string, question?: string): { heard: Heard; reading: Reading } => {
  const language = told ?? detectLanguage(text);
  const { Negative, Neutral, Positive, Mixed } = judge(text, language.slice(0, 2)).SentimentScore;
  const scores = { negative: Negative, neutral: Neutral, positive: Positive, mixed: Mixed };
  const heard = { text, language, scores, ...(question ? { question } : {}) };
  return { heard, reading: read(heard) };
};

export interface HeardRow {
  row: GoldRow;
  heard: Heard;
  reading: Reading;
  complaint: ComplaintDecision;
}

/** The rows that have words, as they are heard. */
export const heardRows = (rows: readonly GoldRow[]): HeardRow[] =>
  rows.flatMap((row) => {
    const words = wordsOf(row);
    if (words === undefined) return [];
    const { heard, reading } = heardLocally(words, row.language, row.labels?.question);
    return [{ row, heard, reading, complaint: decideComplaint(heard, reading) }];
  });
