import { customerWords, type Fact, factSortKey } from '../message/fact.ts';
import { scorerLanguage, type TextToScore } from './scoring-plan.ts';

/** Facts with words of a customer: all that is ever scored. */
export const withWords = (facts: readonly Fact[]): Fact[] =>
  facts.filter(({ message }) => customerWords(message) !== undefined);

/** The words of facts, by the facts' sort keys: those to be scored, and those in a language that the scorer lacks. */
export interface WordsToScore {
  texts: TextToScore[];
  /** Sort keys. */
  unsupported: string[];
}

export const wordsToScore = (facts: readonly Fact[]): WordsToScore => {
  const words: WordsToScore = { texts: [], unsupported: [] };
  for (const fact of withWords(facts)) {
    const [key, text = ''] = [factSortKey(fact), customerWords(fact.message)];
    const language = scorerLanguage(fact.language ?? 'und');
    if (language) words.texts.push({ key, text, language });
    else words.unsupported.push(key);
  }
  return words;
};
