import type { Feedback, FeedbackMessage } from './feedback-message.ts';
import { contentHash, digest, factId, feedbackKey, storyKey } from './identity.ts';

/**
 * One checked, redacted message, kept for good. Nothing in it tells when or how often it arrived, so a redelivery gives
 * the same bytes.
 */
export interface Fact {
  /** `text:sms-gateway:t-17`, what gaps and actions quote as evidence. */
  id: string;
  /** The feedback it is a revision of. */
  feedback: string;
  /** The partition it is folded in. */
  story: string;
  contentHash: string;
  /** Told by upstream or detected; ISO 639-1 or BCP-47, `und` where nobody can tell. Absent where there are no words. */
  language?: string;
  message: FeedbackMessage;
}

/** A fact that withdraws nothing. */
export type FeedbackFact = Fact & { message: Feedback };

export const isFeedback = (fact: Fact): fact is FeedbackFact => !fact.message.retracted;

/** Makes the fact of a message that is already redacted. */
export const factOf = (message: FeedbackMessage, language?: string): Fact => ({
  id: factId(message),
  feedback: feedbackKey(message),
  story: storyKey(message),
  contentHash: contentHash(message),
  ...(language ? { language } : {}),
  message,
});

/** What staff noted of their day, whichever way upstream says it went. */
export const isStaffNote = (message: FeedbackMessage): boolean =>
  !message.retracted && message.kind === 'text' && message.channel === 'frontline';

/** What we wrote to the customer; notes by staff are about one, not to one. */
export const isOurReply = ({ message }: FeedbackFact): boolean =>
  message.kind === 'text' && message.direction === 'outbound' && !isStaffNote(message);

/** The customer's own words in a feedback; `undefined` for withdrawals, our replies, staff notes and wordless scores. */
export const customerWords = (message: FeedbackMessage): string | undefined => {
  if (message.retracted) return undefined;
  const words = spoken(message)?.trim();
  return words ? words : undefined;
};

const spoken = (message: Feedback): string | undefined => {
  switch (message.kind) {
    case 'survey':
      return message.comment;
    case 'text':
      return message.direction === 'inbound' && !isStaffNote(message) ? message.body : undefined;
    case 'review':
      return [message.title, message.body].filter(Boolean).join('\n');
  }
};

/** Sort key of a fact within its story: time first, then what tells two facts apart. */
export const factSortKey = (fact: Fact): string => `${fact.message.occurredAt}#${digest(fact.id, fact.contentHash)}`;
