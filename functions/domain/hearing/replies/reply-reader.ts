import { listed, type Phrases, phrasesOf } from '../phrases.ts';
import { wordsOf } from '../words.ts';
import type { ReplySheet } from './reply-sheet.ts';

type Part = Exclude<keyof ReplySheet, 'done' | 'between' | 'parted' | 'ours'>;

/** A reply sheet made ready to be looked up in. */
export type ReplyReader = { [Name in Part]-?: Phrases<true> } & {
  done: RegExp;
  ours: RegExp | undefined;
  between: Phrases<true> | undefined;
  /** By its last word: the verbs it may belong to. */
  parted: ReadonlyMap<string, ReadonlySet<string>>;
};

const phrases = (list: string): Phrases<true> => phrasesOf([[true, list]]);

/** "schreiben gut" is kept as gut -> schreiben. */
const partedOf = (list: string): Map<string, Set<string>> => {
  const verbs = new Map<string, Set<string>>();
  for (const [verb = '', part = ''] of listed(list).map(wordsOf))
    verbs.set(part, (verbs.get(part) ?? new Set()).add(verb));
  return verbs;
};

export const readerOf = ({ done, between, ours, parted = '', ...lists }: ReplySheet): ReplyReader => ({
  ...(Object.fromEntries(
    Object.entries({ restored: '', trouble: '', lateDenial: '', ...lists }).map(([part, list]) => [
      part,
      phrases(list),
    ]),
  ) as Record<Part, Phrases<true>>),
  done,
  ours,
  between: between === undefined ? undefined : phrases(between),
  parted: partedOf(parted),
});

/** How many words the phrase that begins at `words[at]` takes, 0 for none. */
export const lengthAt = (list: Phrases<true>, words: readonly string[], at: number): number =>
  list.at(words, at)?.length ?? 0;

export const holds = (list: Phrases<true>, words: readonly string[]): boolean =>
  words.some((_, at) => list.at(words, at));
