import sentiment from 'wink-sentiment';
import type { Evidence } from './evidence.ts';

/**
 * English evidence by wink-sentiment (AFINN-165 with two-word phrases, emoji, emoticons and negation two words back).
 */
export const englishEvidence = (text: string): Evidence => {
  const evidence = { positive: 0, negative: 0 };
  for (const { score = 0 } of sentiment(text).tokenizedPhrase ?? []) {
    // wink looks words up in a plain object: for "constructor" and its like it finds no number.
    if (!Number.isFinite(score)) continue;
    if (score > 0) evidence.positive += score;
    else evidence.negative -= score;
  }
  return evidence;
};
