import { type ReplyReading, readReply } from '../hearing/reply.ts';
import { DAY, type Instant, millis } from '../instant.ts';
import { customerWords, type FeedbackFact } from '../message/fact.ts';

/** A later reply is about something else as likely as not: judgement. */
const REPLIES_WITHIN = 3 * DAY;

export const isOurReply = ({ message }: FeedbackFact): boolean =>
  message.kind === 'text' && message.direction === 'outbound' && message.channel !== 'frontline';

/** A text of the customer's own that no reply has followed yet. */
interface Waiting {
  id: string;
  at: Instant;
  interactionId: string | undefined;
}

/**
 * HEARING-2: our first reply to each text or review of the customer's, by fact id: within three days, and not about another
 * interaction. What got none is left out, as are answers to our surveys.
 *
 * @param facts of one story, oldest first
 */
export const firstReplies = (facts: readonly FeedbackFact[]): Map<string, ReplyReading> => {
  const replies = new Map<string, ReplyReading>();
  let waiting: Waiting[] = [];
  for (const fact of facts) {
    const { message } = fact;
    const { occurredAt: at, interactionId } = message;
    if (message.kind === 'text' && isOurReply(fact)) {
      const isAbout = (text: Waiting): boolean =>
        millis(at) - millis(text.at) <= REPLIES_WITHIN &&
        (interactionId === undefined || text.interactionId === undefined || text.interactionId === interactionId);
      const about = waiting.filter(isAbout);
      if (about.length === 0) continue;
      waiting = waiting.filter((text) => !about.includes(text));
      const reading = readReply(message.body, fact.language ?? 'und');
      for (const { id } of about) replies.set(id, reading);
    } else if (message.kind !== 'survey' && customerWords(message) !== undefined) {
      waiting.push({ id: fact.id, at, interactionId });
    }
  }
  return replies;
};
