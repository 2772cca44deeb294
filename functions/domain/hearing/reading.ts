import type { SentimentScores } from '../scoring/sentiment.ts';
import { type Evidence, evidenceOf, spokenWords } from './evidence.ts';
import { type Asked, askedBy } from './question.ts';

/** A customer's words and what is known of them; never the score given, which they may contradict. */
export interface Heard {
  text: string;
  /** ISO 639-1 or BCP-47; `und` where unknown. */
  language: string;
  /** The scorer's confidence per label; absent where nothing scored the text: then the cues decide alone. */
  scores?: SentimentScores;
  /** What a survey asked before the comment. */
  question?: string;
}

/** Words as they are read once, for all that is decided of them. */
export interface Reading extends Heard {
  /** As `spokenWords` reads them. */
  words: string[];
  evidence: Evidence;
  asked: Asked;
}

export const read = (heard: Heard): Reading => {
  const words = spokenWords(heard.text, heard.language);
  const evidence = evidenceOf(heard.text, heard.language, words);
  return { ...heard, words, evidence, asked: askedBy(heard.question) };
};
