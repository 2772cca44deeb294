import { isStop } from '../words.ts';
import { lengthAt, type ReplyReader } from './reply-reader.ts';

export interface Sentence {
  clauses: string[][];
  isQuestion: boolean;
}

const SENTENCE_END = /^[.!?\n…]$/;

/** Sentences of clauses: cut at stops and at words that join one clause to the next. */
export const sentencesOf = (words: readonly string[], reader: ReplyReader): Sentence[] => {
  const sentences: Sentence[] = [];
  let clauses: string[][] = [[]];
  const close = (isQuestion: boolean) => {
    const said = clauses.filter((clause) => clause.length > 0);
    if (said.length > 0) sentences.push({ clauses: said, isQuestion });
    clauses = [[]];
  };
  for (const [at, word] of words.entries()) {
    const insideAmount = words[at - 1] === '#' && words[at + 1] === '#';
    if (SENTENCE_END.test(word) && !insideAmount) close(word === '?');
    else if ((isStop(word) && !insideAmount) || lengthAt(reader.joint, words, at) > 0) clauses.push([]);
    else if (!isStop(word)) clauses.at(-1)?.push(word);
  }
  close(false);
  return sentences;
};
