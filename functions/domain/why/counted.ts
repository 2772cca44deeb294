import { cueSheets } from '../hearing/cues/by-language.ts';
import { listed } from '../hearing/phrases.ts';
import { fold } from '../hearing/words.ts';

/** Letters that stand for themselves: no part of a longer word, and no beginning of one. */
const WHOLE_WORD = /(?<![\p{L}\p{N}'’])[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}'’*])/gu;

/**
 * How phrases of a language are read: their numbers, also those in words, as a digit. A phrase's words are read as a text's
 * are, where only digits become `#`.
 */
export const countedIn = (language: string): ((phrase: string) => string) => {
  const numerals = new Set(listed(cueSheets[language]?.numerals ?? '').map(fold));
  return (phrase) => phrase.replaceAll('#', '0').replace(WHOLE_WORD, (word) => (numerals.has(fold(word)) ? '0' : word));
};
