import { wordsOf } from './words.ts';

/** Most nodes are the ends of phrases, and hold no map: there are some 30,000 in each instance that hears. */
interface Node<Value> {
  next?: Map<string, Node<Value>>;
  stems?: Stems<Value>;
  values?: Value[];
}

/** Words that only have to begin so: `cancel*`. */
interface Stems<Value> {
  next: Map<string, Node<Value>>;
  /** Letters. */
  shortest: number;
  longest: number;
}

/** A phrase found at a place: `length` words from there. */
export interface Found<Value> {
  value: Value;
  length: number;
}

export interface Phrases<Value> {
  /** The longest phrase that begins at `words[at]`. */
  at(words: readonly string[], at: number): Found<Value> | undefined;
  /** Every phrase that begins at `words[at]`, also those within longer ones, and every value it was listed with. */
  each(words: readonly string[], at: number, visit: (value: Value) => void): void;
}

/** German writes ä as ae where the keyboard has none. */
const spellings = (phrase: string): string[] =>
  /[äöü]/.test(phrase) ? [phrase, phrase.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue')] : [phrase];

const stemsFrom = <Value>(from: Node<Value>, letters: number): Map<string, Node<Value>> => {
  from.stems ??= { next: new Map(), shortest: letters, longest: letters };
  from.stems.shortest = Math.min(from.stems.shortest, letters);
  from.stems.longest = Math.max(from.stems.longest, letters);
  return from.stems.next;
};

const wordsFrom = <Value>(from: Node<Value>): Map<string, Node<Value>> => {
  from.next ??= new Map();
  return from.next;
};

const step = <Value>(from: Node<Value>, word: string): Node<Value> => {
  const isStem = word.endsWith('*');
  const key = isStem ? word.slice(0, -1) : word;
  const branches = isStem ? stemsFrom(from, key.length) : wordsFrom(from);
  const known = branches.get(key) ?? {};
  branches.set(key, known);
  return known;
};

/** Follows every way on from a node by a word: the word itself, and the stems it begins with, the longest first. */
const followed = <Value>(from: Node<Value>, word: string, follow: (branch: Node<Value>) => void): void => {
  const branch = from.next?.get(word);
  if (branch) follow(branch);
  if (!from.stems) return;
  const { next, shortest, longest } = from.stems;
  for (let letters = Math.min(word.length, longest); letters >= shortest; letters--) {
    const stem = next.get(word.slice(0, letters));
    if (stem) follow(stem);
  }
};

const add = <Value>(root: Node<Value>, phrase: string, value: Value): void => {
  const words = phrase.split(' ').flatMap((word) => {
    // A text's numbers are read as `#`, which as such is no word.
    const parts = wordsOf(word.replace('*', '').replaceAll('#', '0'));
    return word.endsWith('*') ? parts.with(-1, `${parts.at(-1)}*`) : parts;
  });
  const end = words.reduce(step<Value>, root);
  end.values ??= [];
  end.values.push(value);
};

const longestFrom = <Value>(from: Node<Value>, words: readonly string[], at: number): Found<Value> | undefined => {
  const word = words[at];
  let best: Found<Value> | undefined;
  if (word === undefined) return undefined;
  followed(from, word, (branch) => {
    const found = longestFrom(branch, words, at + 1);
    const here = found ? { value: found.value, length: found.length + 1 } : own(branch);
    if (here && here.length > (best?.length ?? 0)) best = here;
  });
  return best;
};

const own = <Value>(branch: Node<Value>): Found<Value> | undefined =>
  branch.values === undefined ? undefined : { value: branch.values[0] as Value, length: 1 };

const walk = <Value>(from: Node<Value>, words: readonly string[], at: number, visit: (value: Value) => void): void => {
  const word = words[at];
  if (word === undefined) return;
  followed(from, word, (branch) => {
    for (const value of branch.values ?? []) visit(value);
    walk(branch, words, at + 1, visit);
  });
};

/** The phrases of a list, as written. */
export const listed = (list: string): string[] =>
  list
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');

/**
 * Reads phrases into a trie. A phrase is words with single spaces; `#` stands for a number, `word*` for all words that
 * begin so. Looking one place up costs as many steps as the longest stem has letters, however many phrases there are.
 */
export const phrasesOf = <Value>(lists: readonly (readonly [value: Value, phrases: string])[]): Phrases<Value> => {
  const root: Node<Value> = {};
  for (const [value, list] of lists) {
    for (const phrase of listed(list)) {
      for (const spelling of spellings(phrase)) add(root, spelling, value);
    }
  }
  return { at: (words, at) => longestFrom(root, words, at), each: (words, at, visit) => walk(root, words, at, visit) };
};
