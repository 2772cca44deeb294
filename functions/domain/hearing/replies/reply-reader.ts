import { type Phrases, phrasesOf } from '../phrases.ts';
import type { ReplySheet } from './reply-sheet.ts';

type Part = Exclude<keyof ReplySheet, 'done' | 'between'>;

/** A reply sheet made ready to be looked up in. */
export type ReplyReader = { [Name in Part]: Phrases<true> } & { done: RegExp; between: Phrases<true> | undefined };

const phrases = (list: string): Phrases<true> => phrasesOf([[true, list]]);

export const readerOf = ({ done, between, ...lists }: ReplySheet): ReplyReader => ({
  ...(Object.fromEntries(Object.entries(lists).map(([part, list]) => [part, phrases(list)])) as Record<
    Part,
    Phrases<true>
  >),
  done,
  between: between === undefined ? undefined : phrases(between),
});

/** How many words the phrase that begins at `words[at]` takes, 0 for none. */
export const lengthAt = (list: Phrases<true>, words: readonly string[], at: number): number =>
  list.at(words, at)?.length ?? 0;

export const holds = (list: Phrases<true>, words: readonly string[]): boolean =>
  words.some((_, at) => list.at(words, at));
