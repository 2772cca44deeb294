import { decideComplaint, inLightOf } from '../hearing/complaint.ts';
import { contradictionIn } from '../hearing/contradiction.ts';
import { read } from '../hearing/reading.ts';
import { decideReply, type ReplyReading } from '../hearing/reply.ts';
import { customerWords, type FeedbackFact, isOurReply } from '../message/fact.ts';
import { classOf, type Metric, type ScoreClass } from '../message/scale.ts';
import type { Sentiment } from '../scoring/sentiment.ts';
import { causesOfWords } from '../why/causes-of.ts';
import { type Taxonomy, themesOf } from '../why/taxonomy.ts';
import type { Place } from './attribution.ts';
import type { HeardFact } from './heard-fact.ts';

const scoreOf = ({ message }: FeedbackFact): { metric: Metric; scoreClass: ScoreClass } | undefined => {
  if (message.kind === 'survey' && message.score !== undefined) {
    return { metric: message.metric, scoreClass: classOf(message.metric, message.score, message.scale) };
  }
  return message.kind === 'review'
    ? { metric: 'stars', scoreClass: classOf('stars', message.rating, message.scale) }
    : undefined;
};

/**
 * HEARING-1: the score never decides whether the words complain; the words, the question, their sentiment and how we took
 * them do.
 *
 * @param ours our first reply to it, as `firstReplies` tells
 */
export const hear = (
  fact: FeedbackFact,
  place: Place,
  taxonomy: Taxonomy,
  sentiment?: Sentiment,
  ours?: ReplyReading,
): HeardFact => {
  const { message, language = 'und' } = fact;
  const score = scoreOf(fact);
  const heard: HeardFact = { fact, at: message.occurredAt, place, causes: [], ...score };
  if (isOurReply(fact) && message.kind === 'text') return { ...heard, reply: decideReply(message.body, language) };
  const text = customerWords(message);
  if (text === undefined) return heard;
  const question = message.kind === 'survey' ? message.question : undefined;
  const said = {
    text,
    language,
    ...(question ? { question } : {}),
    ...(sentiment ? { scores: sentiment.scores } : {}),
  };
  const reading = read(said);
  const byWords = decideComplaint(said, reading);
  const complaint = ours ? inLightOf(ours, byWords) : byWords;
  return {
    ...heard,
    complaint,
    spoken: themesOf(reading.words, language, taxonomy),
    causes: complaint.label === 'no' ? [] : causesOfWords(reading.words, language),
    ...(sentiment ? { sentiment } : {}),
    ...(score ? { contradiction: contradictionIn(score.scoreClass, complaint, said, reading) } : {}),
  };
};
