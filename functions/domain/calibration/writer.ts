import { decideComplaint, inLightOf } from '../hearing/complaint.ts';
import type { Instant } from '../instant.ts';
import { customerWords, type Fact, factSortKey, isFeedback } from '../message/fact.ts';
import type { Sentiment } from '../scoring/sentiment.ts';
import { currentFacts } from '../story/current-facts.ts';
import { firstReplies } from '../story/first-replies.ts';
import type { WritingChannel } from './writing-channels.ts';

/** What the detector says of a text, or of all that a customer wrote. */
export const answers = ['yes', 'unsure', 'no'] as const;
export type Answer = (typeof answers)[number];

/** Customers are told apart by channel and language: in each the detector errs otherwise. */
export interface Group {
  channel: WritingChannel;
  /** ISO 639-1, `und` where nobody can tell. */
  language: string;
}

/** Words that came unasked, and what the detector says of them; the words themselves stay where they are. */
export interface UnaskedText extends Group {
  /** Whose: a customer's story, or that of one visit or feedback where nobody is named. */
  story: string;
  feedback: string;
  /** The fact's id, by which actions quote it. */
  id: string;
  /** The fact's sort key, with which the words are found again. */
  fact: string;
  at: Instant;
  answer: Answer;
  /** 0 to 1, that it complains. */
  probability: number;
}

const channelOf = ({ message }: Fact): WritingChannel | undefined => {
  if (message.retracted || message.kind === 'survey') return undefined;
  if (message.kind === 'review') return 'review';
  return message.channel === 'frontline' ? undefined : message.channel;
};

/**
 * The texts that a story's customer wrote unasked, as they stand now.
 *
 * @param sentiments by the facts' sort keys, as the folds have them
 */
export const unaskedTexts = (
  story: string,
  facts: readonly Fact[],
  sentiments: ReadonlyMap<string, Sentiment>,
): UnaskedText[] => {
  const current = currentFacts(story, facts).filter(isFeedback);
  const replies = firstReplies(current);
  return current.flatMap((one): UnaskedText[] => {
    const channel = channelOf(one);
    const text = customerWords(one.message);
    if (channel === undefined || text === undefined) return [];
    const fact = factSortKey(one);
    const { language = 'und' } = one;
    const scores = sentiments.get(fact)?.scores;
    const byWords = decideComplaint({ text, language, ...(scores && { scores }) });
    const ours = replies.get(one.id);
    const { label: answer, probability } = ours ? inLightOf(ours, byWords) : byWords;
    const group = { channel, language: language.split('-')[0]?.toLowerCase() ?? 'und' };
    return [
      { story, feedback: one.feedback, id: one.id, fact, at: one.message.occurredAt, ...group, answer, probability },
    ];
  });
};

/** A customer who wrote unasked in a channel and a language. */
export interface Writer extends Group {
  story: string;
  /** Oldest first. */
  texts: readonly UnaskedText[];
  answer: Answer;
  /** 0 to 1, of the text that most likely complains. */
  probability: number;
}

const inTime = (a: UnaskedText, b: UnaskedText): number =>
  a.fact === b.fact ? (a.feedback < b.feedback ? -1 : 1) : a.fact < b.fact ? -1 : 1;

const writerOf = (texts: readonly UnaskedText[]): Writer => {
  const [{ story, channel, language }] = texts as [UnaskedText];
  return {
    story,
    channel,
    language,
    texts: [...texts].sort(inTime),
    // CALIBRATION-1: flagged by one text, as one complaint opens a matter however much else is said.
    answer: answers.find((answer) => texts.some((text) => text.answer === answer)) ?? 'no',
    probability: Math.max(...texts.map(({ probability }) => probability)),
  };
};

/** Who wrote these texts; a text that is given twice counts once. */
export const writersOf = (texts: readonly UnaskedText[]): Writer[] => {
  const distinct = new Map(texts.map((text) => [JSON.stringify([text.story, text.feedback]), text]));
  const byWriter = Map.groupBy(distinct.values(), ({ story, channel, language }) =>
    JSON.stringify([channel, language, story]),
  );
  return [...byWriter].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => writerOf(own));
};

/** What a person says of a text, or of a customer. */
export const labels = ['yes', 'no', 'skip'] as const;
export type Label = (typeof labels)[number];

/**
 * What labelled texts say of their customer, by the same rule: one complaint is enough, whatever else is not read yet.
 * Without one, `undefined` until all are read, and `skip` where one was skipped.
 */
export const labelOf = (texts: readonly (Label | undefined)[]): Label | undefined => {
  if (texts.includes('yes')) return 'yes';
  if (texts.includes(undefined) || texts.length === 0) return undefined;
  return texts.includes('skip') ? 'skip' : 'no';
};
