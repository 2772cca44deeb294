import type { FeedbackMessage } from './feedback-message.ts';
import { redact } from './redaction.ts';

const redacted = (text: string | undefined): string | undefined => (text === undefined ? undefined : redact(text));

/** Applies a change to the fields that are there. */
const present = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;

/**
 * REDACTION-1: nothing of a message is stored or sent on before e-mail addresses, phone numbers, cards and bank accounts are
 * taken out of every field that people write in. Keys upstream chose (ids, customer, interaction) stay as sent.
 */
export const redactMessage = (message: FeedbackMessage): FeedbackMessage => {
  if (message.retracted) return message;
  const attributes =
    message.attributes &&
    Object.fromEntries(Object.entries(message.attributes).map(([name, value]) => [redact(name), redact(value)]));
  const common = present({ attributes });
  switch (message.kind) {
    case 'survey':
      return {
        ...message,
        ...common,
        ...present({ comment: redacted(message.comment), question: redacted(message.question) }),
      };
    case 'text':
      return { ...message, ...common, body: redact(message.body) };
    case 'review':
      return { ...message, ...common, ...present({ title: redacted(message.title), body: redacted(message.body) }) };
  }
};
