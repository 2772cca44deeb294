/** What a word list found in a text: points for and against, both 0 or more, on AFINN's scale of 1 to 5 a word. */
export interface Evidence {
  positive: number;
  negative: number;
}

export const SENTIMENTS = ['POSITIVE', 'NEGATIVE', 'NEUTRAL', 'MIXED'] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

/** Comprehend's four scores, each 0 to 1, together 1. */
export interface SentimentScore {
  Positive: number;
  Negative: number;
  Neutral: number;
  Mixed: number;
}

export interface Judgement {
  Sentiment: Sentiment;
  SentimentScore: SentimentScore;
}

/** Where there is no word list: nothing is known, and the scores say so. NEUTRAL leads by a hair because one has to. */
export const unread = (): Judgement => labelled({ Positive: 0.25, Negative: 0.25, Neutral: 0.3, Mixed: 0.2 });

/** The label is the largest score; of equal ones, the first in the order of SENTIMENTS. */
export const labelled = (scores: SentimentScore): Judgement => {
  const values = [scores.Positive, scores.Negative, scores.Neutral, scores.Mixed];
  const largest = values.indexOf(Math.max(...values));
  return { Sentiment: SENTIMENTS[largest] ?? 'NEUTRAL', SentimentScore: scores };
};

/** How far a word list can be trusted: 1 leaves the scores as they are, 0 would flatten them. */
export type Trust = number;

/**
 * Weighs evidence into four scores. With P and N the logarithms of the points for and against (a tenth good word
 * adds less than the first), a softmax over
 *
 *     positive P - N      negative N - P      neutral 0.8 - max(P, N)      mixed min(P, N) - 2
 *
 * scaled by the trust. At trust 0.9 no evidence reads as NEUTRAL 0.49, one clear word as 0.77 for its side, five as
 * 0.97, and MIXED takes strong words on both sides. The constants are set by hand to be shy, as feedback is seldom
 * neutral and a word list hears neither irony nor context; they are fitted to nothing.
 */
export const weigh = ({ positive, negative }: Evidence, trust: Trust): Judgement => {
  const p = Math.log1p(positive);
  const n = Math.log1p(negative);
  const weights = [p - n, n - p, 0.8 - Math.max(p, n), Math.min(p, n) - 2].map((logit) => Math.exp(trust * logit));
  const sum = weights.reduce((a, b) => a + b, 0);
  const [Positive = 0, Negative = 0, Neutral = 0, Mixed = 0] = weights.map((weight) => weight / sum);
  return labelled({ Positive, Negative, Neutral, Mixed });
};
