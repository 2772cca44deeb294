import type { ComplaintDecision } from '../hearing/complaint.ts';
import type { Reply } from '../hearing/reply.ts';
import type { Instant } from '../instant.ts';
import type { FeedbackFact } from '../message/fact.ts';
import type { Metric, ScoreClass } from '../message/scale.ts';
import type { Sentiment } from '../scoring/sentiment.ts';
import type { Cause } from '../why/causes-of.ts';
import type { Spoken } from '../why/taxonomy.ts';
import type { Place } from './attribution.ts';

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

/** Whether the customer complains: `unsure` is not enough to open a matter. */
export const complains = (heard: HeardFact): boolean => heard.complaint?.label === 'yes';

/** A feedback of the customer's own that stands on its own feet: a text, call, post or review, not an answer to our survey. */
export const isUnprompted = (heard: HeardFact): boolean => heard.fact.message.kind !== 'survey';
