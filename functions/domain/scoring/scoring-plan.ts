import type { SentimentLabel, SentimentScores } from './sentiment.ts';

/** Documents a BatchDetectSentiment call takes (Comprehend developer guide, "Guidelines and quotas"). */
export const DOCUMENTS_PER_CALL = 25;
/** UTF-8 bytes a document may have (ibid.). */
export const DOCUMENT_BYTES = 5_000;

/** LanguageCode values of DetectSentiment (API reference). */
const languages = ['en', 'es', 'fr', 'de', 'it', 'pt', 'ar', 'hi', 'ja', 'ko', 'zh', 'zh-TW'] as const;
export type ScorerLanguage = (typeof languages)[number];

const isScorerLanguage = (tag: string): tag is ScorerLanguage => languages.some((known) => known === tag);

/** The scorer's code for a BCP-47 tag; `undefined` where it cannot score that language. */
export const scorerLanguage = (tag: string): ScorerLanguage | undefined => {
  if (/^zh-(TW|HK|MO|Hant)\b/i.test(tag)) return 'zh-TW';
  const primary = tag.split('-')[0] ?? '';
  return isScorerLanguage(primary) ? primary : undefined;
};

/** One text to be scored, under a key of the caller's. */
export interface TextToScore {
  key: string;
  text: string;
  language: ScorerLanguage;
}

/** One document of a call: a text, or a part of a long one, and the texts it speaks for. */
export interface PlannedDocument {
  text: string;
  bytes: number;
  keys: readonly string[];
}

/** One call to the scorer: documents of one language. */
export interface PlannedCall {
  language: ScorerLanguage;
  documents: readonly PlannedDocument[];
}

const bytesOf = (text: string): number => Buffer.byteLength(text);

/** Cuts at whole characters, for a sentence that is too long by itself. */
const cutCharacters = (text: string, limit: number): string[] => {
  const pieces: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const character of text) {
    const more = bytesOf(character);
    if (bytes + more > limit) {
      pieces.push(piece);
      piece = '';
      bytes = 0;
    }
    piece += character;
    bytes += more;
  }
  return [...pieces, piece];
};

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** Splits a text into pieces of at most `limit` bytes of UTF-8, at ends of sentences where it can, dropping blank ones. */
export const splitText = (text: string, limit: number = DOCUMENT_BYTES): string[] => {
  if (bytesOf(text) <= limit) return text.trim() === '' ? [] : [text];
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of sentences.segment(text)) {
    for (const part of bytesOf(segment) > limit ? cutCharacters(segment, limit) : [segment]) {
      if (bytesOf(piece) + bytesOf(part) > limit) {
        pieces.push(piece);
        piece = '';
      }
      piece += part;
    }
  }
  return [...pieces, piece].filter((one) => one.trim() !== '');
};

/**
 * Plans the calls for a batch: grouped by language, 25 documents a call, nothing empty, nothing over 5,000 bytes, and a text
 * that several feedbacks share ("Thank you!") only once.
 */
export const planScoring = (texts: readonly TextToScore[]): PlannedCall[] => {
  const byLanguage = Map.groupBy(texts, ({ language }) => language);
  return [...byLanguage].flatMap(([language, group]) => {
    const documents = [...Map.groupBy(group, ({ text }) => text)].flatMap(([text, same]) => {
      const keys = same.map(({ key }) => key);
      return splitText(text).map((piece) => ({ text: piece, bytes: bytesOf(piece), keys }));
    });
    const calls: PlannedCall[] = [];
    for (let i = 0; i < documents.length; i += DOCUMENTS_PER_CALL) {
      calls.push({ language, documents: documents.slice(i, i + DOCUMENTS_PER_CALL) });
    }
    return calls;
  });
};

const labels: readonly SentimentLabel[] = ['negative', 'neutral', 'positive', 'mixed'];

const greatest = (scores: SentimentScores): SentimentLabel =>
  labels.reduce((best, one) => (scores[one] > scores[best] ? one : best));

/**
 * Joins the scores of a text's pieces, weighted by their length in bytes; the label is the greatest score. The scores of a
 * text in one piece stay what the scorer said, to the last bit.
 */
export const mergeScores = (
  pieces: readonly { bytes: number; scores: SentimentScores }[],
): { label: SentimentLabel; scores: SentimentScores } => {
  const [only] = pieces;
  if (only && pieces.length === 1) return { label: greatest(only.scores), scores: only.scores };
  const total = pieces.reduce((sum, { bytes }) => sum + bytes, 0);
  const mean = (label: SentimentLabel) => pieces.reduce((sum, p) => sum + p.bytes * p.scores[label], 0) / total;
  const scores = {
    negative: mean('negative'),
    neutral: mean('neutral'),
    positive: mean('positive'),
    mixed: mean('mixed'),
  };
  return { label: greatest(scores), scores };
};
