import { deu, eng, fra, ita, por, spa } from 'stopword';
import { cueSheets } from '../hearing/cues/by-language.ts';
import { fold, isStop } from '../hearing/words.ts';

/** Words that say nothing by themselves, by language; in other languages no phrases are told. */
const LISTS: Readonly<Record<string, readonly string[]>> = { en: eng, de: deu, es: spa, fr: fra, it: ita, pt: por };

/** Shorter words are seldom worth telling, longer ones are none: the longest of ordinary German has 36 letters. */
const LETTERS = { least: 3, most: 40 } as const;
/**
 * Words and stops that are read of a text: what sets a touchpoint apart is said before. So a text says fewer than 600 phrases, and
 * the 20,000 that are drawn fewer than 12 million; a Map holds 16.7 million.
 */
const MOST_WORDS = 300;

interface Reader {
  idle: ReadonlySet<string>;
  /** Turn what follows round, so that they count where a word follows: "no reply". */
  negations: ReadonlySet<string>;
}

const bare = (word: string): string => fold(word).replace(/['’]/g, '');

const readerOf = (language: string, list: readonly string[]): Reader => {
  const negations = (cueSheets[language]?.negation ?? '').split(/[,\n]/).map((word) => bare(word.trim()));
  return { idle: new Set(list.map(bare)), negations: new Set(negations.filter(Boolean)) };
};

const readers = new Map(Object.entries(LISTS).map(([language, list]) => [language, readerOf(language, list)]));

export const tellsPhrases = (language: string): boolean => readers.has(language.slice(0, 2).toLowerCase());

const isWord = (word: string | undefined): word is string => word !== undefined && /^\p{L}/u.test(word);

/**
 * The words and two-word phrases that a text says, each once. A phrase never goes over the end of a clause; `#` stands for
 * a number. Read are the first 300 words; fewer than 600 phrases are told.
 *
 * @param words as `spokenWords` reads a text
 * @param language ISO 639-1 or BCP-47; one without stop words says none
 */
export const saidPhrases = (words: readonly string[], language: string): Set<string> => {
  const said = new Set<string>();
  const reader = readers.get(language.slice(0, 2).toLowerCase());
  if (!reader) return said;
  const tells = (word: string | undefined): word is string =>
    isWord(word) &&
    word.length >= LETTERS.least &&
    word.length <= LETTERS.most &&
    !reader.idle.has(word) &&
    !reader.negations.has(word);
  const read = words.slice(0, MOST_WORDS);
  for (const [i, word] of read.entries()) {
    const next = read[i + 1];
    if (tells(word)) said.add(word);
    if (next === undefined || isStop(word) || isStop(next)) continue;
    const opens = tells(word) || word === '#' || reader.negations.has(word);
    if (opens && tells(next)) said.add(`${word} ${next}`);
  }
  return said;
};
