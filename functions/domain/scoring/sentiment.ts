/** Comprehend's four labels, in lower case. */
export type SentimentLabel = 'negative' | 'neutral' | 'positive' | 'mixed';

/** Confidence per label, 0 to 1, summing to about 1. */
export type SentimentScores = Record<SentimentLabel, number>;

/** What a scorer said of one text. */
export interface Sentiment {
  label: SentimentLabel;
  scores: SentimentScores;
  /** Scorer and version, so that a later scorer's answers can be told apart. */
  scorer: string;
}
