import type { Evidence } from './evidence.ts';

/** One language's words, separated by spaces, without accents needed. A trailing `*` stands for any ending. */
export interface WordList {
  positive: string;
  negative: string;
  /** What a customer may take for granted, so that it only says something when it is missing: `funktioniert nicht`. */
  expected: string;
  /** Words that turn the ones near them round: `nicht`. */
  negators: string;
  /** Words that a negator may stand behind what it negates: two in German (`gefällt mir nicht`), none in most. */
  negatorReach: { wordsBefore: number; wordsAfter: number };
}

/** What a listed word says: `expected` is silent unless negated. */
type Meaning = 'good' | 'bad' | 'expected';

/** Points of one word: about the mean of AFINN's, which run from 1 to 5. */
const POINTS = 2.5;
/** `kein Problem` praises less than `problemlos`. */
const NEGATED_BAD = 0.5;
/** No stem in the lists is shorter. */
const SHORTEST_STEM = 4;

const GLAD = '😀😃😄😁😊🙂😍🥰🤩👍👏🙏❤💚💙🎉⭐🌟💪😎';
const CROSS = '😡😠🤬😤😢😭😞😔🙁☹👎💔🤮🤢😩😫😒🙄';

/** Lower case without accents: customers on telephones leave accents out, and the lists are folded alike. */
const folded = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');

/** Words, the marks that end a clause (a negation does not reach past them), and emoji. */
const TOKEN = /\p{L}+|[.,;:!?\n]|\p{Extended_Pictographic}/gu;

/**
 * Makes a reader of one language. It finds listed words and turns the negated ones; it knows nothing of irony,
 * comparison, topic or spelling mistakes. Constant time a word.
 */
export const wordListReader = (list: WordList): ((text: string) => Evidence) => {
  const whole = new Map<string, Meaning>();
  const stems = new Map<string, Meaning>();
  const enter = (words: string, meaning: Meaning): void => {
    for (const word of folded(words).split(/\s+/).filter(Boolean)) {
      if (word.endsWith('*')) stems.set(word.slice(0, -1), meaning);
      else whole.set(word, meaning);
    }
  };
  enter([...GLAD].join(' '), 'good');
  enter([...CROSS].join(' '), 'bad');
  enter(list.positive, 'good');
  enter(list.negative, 'bad');
  enter(list.expected, 'expected');
  const negators = new Set(folded(list.negators).split(/\s+/));
  const longest = Math.max(...[...stems.keys()].map((stem) => stem.length));

  const meaningOf = (word: string): Meaning | undefined => {
    const exact = whole.get(word);
    if (exact !== undefined) return exact;
    for (let length = Math.min(word.length, longest); length >= SHORTEST_STEM; length--) {
      const meaning = stems.get(word.slice(0, length));
      if (meaning !== undefined) return meaning;
    }
    return undefined;
  };

  const isNegated = (words: readonly string[], at: number): boolean => {
    const { wordsBefore, wordsAfter } = list.negatorReach;
    const reaches = (step: 1 | -1, reach: number): boolean => {
      for (let distance = 1; distance <= reach; distance++) {
        const word = words[at + step * distance];
        if (word === undefined || CLAUSE_END.has(word)) return false;
        if (negators.has(word)) return true;
      }
      return false;
    };
    return reaches(-1, wordsBefore) || reaches(1, wordsAfter);
  };

  return (text) => {
    const words = folded(text).match(TOKEN) ?? [];
    const evidence = { positive: 0, negative: 0 };
    for (const [at, word] of words.entries()) {
      const meaning = meaningOf(word);
      if (meaning === undefined) continue;
      const negated = isNegated(words, at);
      if (negated && meaning === 'bad') evidence.positive += POINTS * NEGATED_BAD;
      else if (negated || meaning === 'bad') evidence.negative += POINTS;
      else if (meaning === 'good') evidence.positive += POINTS;
    }
    return evidence;
  };
};

const CLAUSE_END = new Set(['.', ',', ';', ':', '!', '?', '\n']);
