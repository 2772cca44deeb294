import { type Phrases, phrasesOf } from './phrases.ts';
import { replySheets } from './replies/by-language.ts';
import type { ReplySheet } from './replies/reply-sheet.ts';
import { isStop, wordsOf } from './words.ts';

/** What a reply of ours is worth to the customer who complained: rules by judgement, fitted to nothing. */
export type Reply = 'hollow' | 'remedy' | 'other';

type Part = keyof ReplySheet;
type Reader = { [Name in Part]: Phrases<true> };

const readerOf = (sheet: ReplySheet): Reader =>
  Object.fromEntries(Object.entries(sheet).map(([part, list]) => [part, phrasesOf([[true, list]])])) as Reader;

const readers = new Map(Object.entries(replySheets).map(([language, sheet]) => [language, readerOf(sheet)]));

const SENTENCE_END = /^[.!?\n…]$/;

interface Sentence {
  clauses: string[][];
  isQuestion: boolean;
}

const lengthAt = (phrases: Phrases<true>, words: readonly string[], at: number): number =>
  phrases.at(words, at)?.length ?? 0;

const holds = (phrases: Phrases<true>, words: readonly string[]): boolean =>
  words.some((_, at) => phrases.at(words, at));

/** Sentences of clauses: cut at stops and at words that join one clause to the next. */
const sentencesOf = (words: readonly string[], reader: Reader): Sentence[] => {
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

/**
 * A clause tells of something done when a deed in its done form follows a doer or begins the clause, and neither the
 * customer did it nor a denial, a prospect or a condition stands in the way.
 */
const tellsRemedy = (clause: readonly string[], reader: Reader): boolean => {
  if (holds(reader.denial, clause) || holds(reader.prospect, clause)) return false;
  let doer = false;
  let customerEnds = -1;
  for (let at = 0; at < clause.length; ) {
    const hollow = lengthAt(reader.hollow, clause, at);
    const done = lengthAt(reader.done, clause, at);
    if (hollow > 0 && hollow >= done) {
      at += hollow; // "sent you a message" is no remedy, whatever "sent" may be elsewhere
      continue;
    }
    if (lengthAt(reader.given, clause, at) > 0) return true;
    if (done > 0 && (doer || at === 0) && customerEnds !== at) return true;
    const customer = lengthAt(reader.customer, clause, at);
    if (customer > 0) customerEnds = at + customer;
    else if (lengthAt(reader.doer, clause, at) > 0) doer = true;
    at += Math.max(1, customer);
  }
  return false;
};

const isRemedy = (sentence: Sentence, reader: Reader): boolean => {
  if (sentence.isQuestion) return false;
  for (const clause of sentence.clauses) {
    if (holds(reader.condition, clause)) return false;
    if (tellsRemedy(clause, reader)) return true;
  }
  return false;
};

/** A question asks unless it only sends the customer elsewhere; a request asks when it names what is needed. */
const asksDetail = (sentence: Sentence, reader: Reader): boolean =>
  sentence.clauses.some((clause) => {
    if (!holds(reader.ask, clause)) return false;
    return holds(reader.detail, clause) || (sentence.isQuestion && !holds(reader.hollow, clause));
  });

const promises = (sentence: Sentence, reader: Reader): boolean =>
  sentence.clauses.some(
    (clause) => holds(reader.prospect, clause) && holds(reader.deed, clause) && !holds(reader.denial, clause),
  );

/**
 * Reads one of our own replies. `remedy` names something done or given, or under way now; `hollow` apologises, thanks,
 * deflects or promises without that; `other` asks for a detail that is needed, informs, or makes small talk, and is the
 * answer for languages that have no sheet.
 */
export const decideReply = (text: string, language: string): Reply => {
  const reader = readers.get(language.slice(0, 2).toLowerCase());
  if (!reader) return 'other';
  const sentences = sentencesOf(wordsOf(text.replace(/https?:\/\/\S+|@\S+/g, ' ')), reader);
  if (sentences.some((sentence) => isRemedy(sentence, reader))) return 'remedy';
  if (sentences.some((sentence) => asksDetail(sentence, reader))) return 'other';
  const hollow = sentences.some(
    (sentence) => promises(sentence, reader) || holds(reader.hollow, sentence.clauses.flat()),
  );
  return hollow ? 'hollow' : 'other';
};
