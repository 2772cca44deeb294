import { type ComplaintDecision, decideComplaint, inLightOf } from '../hearing/complaint.ts';
import { contradictionOf } from '../hearing/contradiction.ts';
import { decidePraise } from '../hearing/praise.ts';
import { read } from '../hearing/reading.ts';
import { decideReply, type Reply, type ReplyReading } from '../hearing/reply.ts';
import type { Instant } from '../instant.ts';
import { customerWords, type FeedbackFact } from '../message/fact.ts';
import { classOf, type Metric, type ScoreClass } from '../message/scale.ts';
import type { Sentiment } from '../scoring/sentiment.ts';
import { type Cause, causesOfWords } from '../why/causes-of.ts';
import { type Spoken, type Taxonomy, themesOf } from '../why/taxonomy.ts';
import type { Place } from './attribution.ts';
import { isOurReply } from './first-replies.ts';

/** A fact with what was decided of it: where it belongs, and what its score and words say. */
export interface HeardFact {
  fact: FeedbackFact;
  at: Instant;
  place: Place;
  metric?: Metric;
  scoreClass?: ScoreClass;
  /** Absent where nothing was scored: no words, our own words, or not scored yet. */
  sentiment?: Sentiment;
  /** Where the customer wrote anything. */
  complaint?: ComplaintDecision;
  /** 0 to 1, that score and words disagree; where there are both. */
  contradiction?: number;
  /** What the customer's words speak of. */
  spoken?: Spoken;
  /** What lies behind the complaint, by its words; empty where it does not complain. */
  causes: readonly Cause[];
  /** Of our own replies. */
  reply?: Reply;
}

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
    ...(score ? { contradiction: contradictionOf(score.scoreClass, complaint, decidePraise(said, reading)) } : {}),
  };
};

/** Whether the customer complains: `unsure` is not enough to open a matter. */
export const complains = (heard: HeardFact): boolean => heard.complaint?.label === 'yes';

/** A feedback of the customer's own that stands on its own feet: a text, call, post or review, not an answer to our survey. */
export const isUnprompted = (heard: HeardFact): boolean => heard.fact.message.kind !== 'survey';
