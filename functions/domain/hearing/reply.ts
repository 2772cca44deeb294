import type { Phrases } from './phrases.ts';
import { replySheets } from './replies/by-language.ts';
import { tellsRemedy } from './replies/remedy.ts';
import { holds, type ReplyReader, readerOf } from './replies/reply-reader.ts';
import { type Sentence, sentencesOf } from './replies/sentences.ts';
import { wordsOf } from './words.ts';

/** What a reply of ours is worth to the customer who complained: rules by judgement, measured on replies held out from them. */
export type Reply = 'hollow' | 'remedy' | 'other';

export interface ReplyReading {
  reply: Reply;
  /** Whether we say sorry; that something is unfortunate says it not. */
  sorry: boolean;
}

const readers = new Map(Object.entries(replySheets).map(([language, sheet]) => [language, readerOf(sheet)]));

const someClause = (sentence: Sentence, is: (clause: string[]) => boolean): boolean => sentence.clauses.some(is);

/** A request asks when it names what is needed; a question, unless it only sends the customer elsewhere. */
const asksDetail = (sentence: Sentence, reader: ReplyReader): boolean => {
  if (someClause(sentence, (clause) => holds(reader.ask, clause) && holds(reader.detail, clause))) return true;
  return sentence.isQuestion && !someClause(sentence, (clause) => holds(reader.elsewhere, clause));
};

/** A deed yet to do, or not done: "will refund", "cannot be replaced". */
const promisesOrRefuses = (clause: string[], reader: ReplyReader): boolean =>
  (holds(reader.prospect, clause) || holds(reader.denial, clause)) &&
  holds(reader.pledge, clause) &&
  !holds(reader.offer, clause);

/** We did something, and it is words: noted, referred, raised. */
const onlySays = (clause: string[], reader: ReplyReader): boolean =>
  (holds(reader.perfect, clause) || holds(reader.agent, clause) || holds(reader.undergone, clause)) &&
  holds(reader.empty, clause) &&
  !holds(reader.offer, clause);

const isHollow = (clause: string[], reader: ReplyReader): boolean =>
  promisesOrRefuses(clause, reader) ||
  onlySays(clause, reader) ||
  holds(reader.elsewhere, clause) ||
  (holds(reader.hollow, clause) && !holds(reader.offer, clause));

/** A fact has a number, or is offered: opening hours, prices. What else we say of ourselves, nobody is helped by. */
const onlySpeaksOfUs = (sentence: Sentence, { ours, offer }: ReplyReader): boolean => {
  const words = sentence.clauses.flat();
  return (
    ours !== undefined &&
    !sentence.isQuestion &&
    words.some((word) => ours.test(word)) &&
    !words.includes('#') &&
    !holds(offer, words)
  );
};

const replyOf = (sentences: readonly Sentence[], reader: ReplyReader): Reply => {
  const says = (list: Phrases<true>) => sentences.some((sentence) => holds(list, sentence.clauses.flat()));
  const some = (is: (clause: string[], reader: ReplyReader) => boolean) =>
    sentences.some((sentence) => someClause(sentence, (clause) => is(clause, reader)));
  if (sentences.some((sentence) => tellsRemedy(sentence, reader))) return 'remedy';
  if (sentences.some((sentence) => asksDetail(sentence, reader))) return 'other';
  if (says(reader.apology) || says(reader.alas)) return 'hollow';
  if (some(isHollow)) return 'hollow';
  if (says(reader.warm)) return 'other';
  return sentences.some((sentence) => onlySpeaksOfUs(sentence, reader)) ? 'hollow' : 'other';
};

/**
 * Reads one of our own replies. `remedy` names something done or given, or under way now; `hollow` apologises, thanks,
 * deflects or promises without that; `other` asks for a detail that is needed, informs, or makes small talk, and is the
 * answer for languages that have no sheet.
 */
export const readReply = (text: string, language: string): ReplyReading => {
  const reader = readers.get(language.slice(0, 2).toLowerCase());
  if (!reader) return { reply: 'other', sorry: false };
  const sentences = sentencesOf(wordsOf(text.replace(/https?:\/\/\S+|@\S+/g, ' ')), reader);
  return {
    reply: replyOf(sentences, reader),
    sorry: sentences.some((sentence) => holds(reader.apology, sentence.clauses.flat())),
  };
};

export const decideReply = (text: string, language: string): Reply => readReply(text, language).reply;
