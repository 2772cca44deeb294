import { wordsOf } from './words.ts';

/** Most nodes are the ends of phrases, and hold no map: there are some 30,000 in each instance that hears. */
interface Node<Value> {
  next?: Map<string, Node<Value>>;
  /** Words that only have to begin so: `cancel*`. */
  stems?: Map<string, Node<Value>>;
  /** Letters of the shortest of these. */
  shortest?: number;
  values?: Value[];
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

const step = <Value>(from: Node<Value>, word: string): Node<Value> => {
  const stem = word.endsWith('*');
  const key = stem ? word.slice(0, -1) : word;
  const branch = (stem ? from.stems : from.next) ?? new Map<string, Node<Value>>();
  if (stem) {
    from.stems = branch;
    from.shortest = Math.min(from.shortest ?? key.length, key.length);
  } else from.next = branch;
  const known = branch.get(key) ?? {};
  branch.set(key, known);
  return known;
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

const longest = <Value>(from: Node<Value>, words: readonly string[], at: number): Found<Value> | undefined => {
  const word = words[at];
  let best: Found<Value> | undefined;
  const follow = (branch: Node<Value> | undefined) => {
    if (!branch) return;
    const found = longest(branch, words, at + 1);
    const here = found ? { value: found.value, length: found.length + 1 } : own(branch);
    if (here && here.length > (best?.length ?? 0)) best = here;
  };
  if (word === undefined) return undefined;
  follow(from.next?.get(word));
  const { stems, shortest = 0 } = from;
  if (stems) for (let n = word.length; n >= shortest; n--) follow(stems.get(word.slice(0, n)));
  return best;
};

const own = <Value>(branch: Node<Value>): Found<Value> | undefined =>
  branch.values === undefined ? undefined : { value: branch.values[0] as Value, length: 1 };

const walk = <Value>(from: Node<Value>, words: readonly string[], at: number, visit: (value: Value) => void): void => {
  const word = words[at];
  if (word === undefined) return;
  const follow = (branch: Node<Value> | undefined) => {
    if (!branch) return;
    if (branch.values) for (const value of branch.values) visit(value);
    walk(branch, words, at + 1, visit);
  };
  follow(from.next?.get(word));
  const { stems, shortest = 0 } = from;
  if (stems) for (let n = word.length; n >= shortest; n--) follow(stems.get(word.slice(0, n)));
};

/** The phrases of a list, as written. */
export const listed = (list: string): string[] =>
  list
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');

/**
 * Reads phrases into a trie. A phrase is words with single spaces; `#` stands for a number, `word*` for all words that
 * begin so. Looking one place up costs the length of the word, however many phrases there are.
 */
export const phrasesOf = <Value>(lists: readonly (readonly [value: Value, phrases: string])[]): Phrases<Value> => {
  const root: Node<Value> = {};
  for (const [value, list] of lists) {
    for (const phrase of listed(list)) {
      for (const spelling of spellings(phrase)) add(root, spelling, value);
    }
  }
  return { at: (words, at) => longest(root, words, at), each: (words, at, visit) => walk(root, words, at, visit) };
};
