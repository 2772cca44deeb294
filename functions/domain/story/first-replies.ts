import { type ReplyReading, readReply } from '../hearing/reply.ts';
import { DAY, type Instant, millis } from '../instant.ts';
import { customerWords, type FeedbackFact, isOurReply } from '../message/fact.ts';

/** A later reply is about something else as likely as not: judgement. */
const REPLIES_WITHIN = 3 * DAY;
/** Nobody has read what is answered sooner: judgement. */
const READ_IN = 60_000;

/** A text of the customer's own that no reply has followed yet. */
interface Waiting {
  id: string;
  at: Instant;
  interactionId: string | undefined;
}

/**
 * HEARING-2: our first reply to each text of the customer's, by fact id: after a minute, within three days, before any survey
 * and not about another interaction. What got none is left out, as are reviews and answers to our surveys: a score stands
 * beside them, which a reply may be about.
 *
 * @param facts of one story, oldest first
 */
export const firstReplies = (facts: readonly FeedbackFact[]): Map<string, ReplyReading> => {
  const replies = new Map<string, ReplyReading>();
  let waiting: Waiting[] = [];
  for (const fact of facts) {
    const { message } = fact;
    const { occurredAt: at, interactionId } = message;
    if (message.kind === 'survey') waiting = [];
    else if (message.kind === 'text' && isOurReply(fact)) {
      const isAbout = (text: Waiting): boolean => {
        const age = millis(at) - millis(text.at);
        const isOfAnother =
          interactionId !== undefined && text.interactionId !== undefined && text.interactionId !== interactionId;
        return age >= READ_IN && age <= REPLIES_WITHIN && !isOfAnother;
      };
      const about = waiting.filter(isAbout);
      if (about.length === 0) continue;
      waiting = waiting.filter((text) => !about.includes(text));
      const reading = readReply(message.body, fact.language ?? 'und');
      for (const { id } of about) replies.set(id, reading);
    } else if (message.kind === 'text' && customerWords(message) !== undefined) {
      waiting.push({ id: fact.id, at, interactionId });
    }
  }
  return replies;
};
