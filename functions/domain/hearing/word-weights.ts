import type { Evidence } from './evidence.ts';
import type { Reading } from './reading.ts';
import weights from './word-weights.json' with { type: 'json' };
import { isStop } from './words.ts';

/** Stands before the first word, as a word of its own: "^ please". */
const BEGINNING = '^';

/** A text of more words weighs each of them the less, as its cues (complaint-features.ts): what a text message holds. */
const WORDS_IN_FULL = 30;

/** Words of so many letters count by their beginning as well: "frustrated" and "frustrating" are both `frust*`. */
const LETTERS = { least: 6, beginning: 5 } as const;

const beginningOf = (word: string): string | undefined =>
  word.length < LETTERS.least ? undefined : `${word.slice(0, LETTERS.beginning)}*`;

/** What of a text is weighed: its words, their beginnings, and every two of one clause that follow one another, each once. */
export const termsOf = (words: readonly string[]): Set<string> => {
  const terms = new Set<string>();
  let before: string | undefined = BEGINNING;
  for (const word of words) {
    if (isStop(word)) {
      before = undefined;
      continue;
    }
    terms.add(word);
    const beginning = beginningOf(word);
    if (beginning) terms.add(beginning);
    if (before !== undefined) terms.add(`${before} ${word}`);
    before = word;
  }
  return terms;
};

/** What each term of a text counts, 0 to 1. "Nothing" says by what was asked what it means, not by itself. */
export const shareOfTerm = ({ words, nothing }: Pick<Evidence, 'words' | 'nothing'>): number =>
  nothing ? 0 : Math.min(1, WORDS_IN_FULL / Math.max(1, words));

interface Word {
  /** Of the word by itself. */
  alone?: Weight;
  /** Of the word after another; most words have none. */
  after?: Map<string, Weight>;
}
/** Found twice in a text, it is the same one. */
interface Weight {
  logOdds: number;
}

const wordsOf = (byTerm: Readonly<Record<string, number>>): Map<string, Word> => {
  const known = new Map<string, Word>();
  for (const [term, logOdds] of Object.entries(byTerm)) {
    const [word = '', before] = term.split(' ').reverse();
    const entry: Word = known.get(word) ?? {};
    known.set(word, entry);
    if (before === undefined) entry.alone = { logOdds };
    else {
      entry.after ??= new Map();
      entry.after.set(before, { logOdds });
    }
  }
  return known;
};

const byLanguage = new Map(
  Object.entries<Record<string, number>>(weights).map(([language, byTerm]) => [language, wordsOf(byTerm)]),
);

/**
 * Log-odds that a text's terms add to a complaint beyond what its cues do: fitted, `npm run fit`. As `termsOf`, without
 * making a string of every pair.
 */
export const wordsLogOdds = ({ words, evidence, language }: Reading): number => {
  const known = byLanguage.get(language.slice(0, 2).toLowerCase());
  if (!known) return 0;
  const found = new Set<Weight>();
  let before: string | undefined = BEGINNING;
  for (const word of words) {
    const entry = known.get(word);
    if (entry?.alone) found.add(entry.alone);
    const beginning = known.get(beginningOf(word) ?? '')?.alone;
    if (beginning) found.add(beginning);
    const pair = before === undefined ? undefined : entry?.after?.get(before);
    if (pair) found.add(pair);
    before = isStop(word) ? undefined : word;
  }
  let sum = 0;
  for (const { logOdds } of found) sum += logOdds;
  return sum * shareOfTerm(evidence);
};
