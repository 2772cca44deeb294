import { createHash } from 'node:crypto';
import type { FeedbackMessage } from './feedback-message.ts';

/** Escapes the separators, so that no two lists of parts give the same key. */
const part = (text: string): string => text.replace(/[%:@!#]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);

/** Joins parts into one key that cannot be mistaken for another, whatever the parts hold. */
export const keyOf = (...parts: readonly string[]): string => parts.map(part).join(':');

/** 128 bits of SHA-256, in 22 URL-safe characters: collisions do not happen at any size this product meets. */
export const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);

const statusOf = (message: FeedbackMessage): string | undefined =>
  message.kind === 'survey' ? (message.status ?? 'answered') : undefined;

/** Names one feedback, `survey:survey-tool:s-1:answered`: the same however often, and in whatever revision, it arrives. */
export const feedbackKey = (message: FeedbackMessage): string => {
  const status = statusOf(message);
  return keyOf(message.kind, message.source, message.id, ...(status ? [status] : []));
};

/** Names one accepted fact: a feedback in one revision, `text:sms:t-9@2`; a withdrawal ends in `!`. */
export const factId = (message: FeedbackMessage): string =>
  `${feedbackKey(message)}${message.revision > 0 ? `@${message.revision}` : ''}${message.retracted ? '!' : ''}`;

/** Content hash of the redacted message: key order does not matter. */
export const contentHash = (message: FeedbackMessage): string => digest(canonical(message));

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, v: unknown) =>
    typeof v === 'object' && v !== null && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );

const CUSTOMER = 'customer#';

/**
 * The partition a fact is folded in: its customer's, else its interaction's (anonymous feedbacks of one visit), else its
 * own. A withdrawal without a customer is kept under its feedback and copied to wherever that feedback lies.
 */
export const storyKey = (message: FeedbackMessage): string => {
  if (message.customerId !== undefined) return storyOfCustomer(message.customerId);
  if (!message.retracted && message.interactionId !== undefined) return `interaction#${message.interactionId}`;
  return feedbackHome(message);
};

/** The partition that a customer's facts are folded in. */
export const storyOfCustomer = (customerId: string): string => `${CUSTOMER}${customerId}`;

/** The customer whose story a partition holds; `undefined` for stories without one. */
export const customerOf = (story: string): string | undefined =>
  story.startsWith(CUSTOMER) ? story.slice(CUSTOMER.length) : undefined;

/**
 * The partition that corrections of a feedback are kept in, wherever the feedback itself lies. All statuses of a survey
 * share it, so that an anonymous invitation and its answer are one story.
 */
export const feedbackHome = ({ kind, source, id }: FeedbackMessage): string =>
  `feedback#${digest(keyOf(kind, source, id))}`;

/** The parts that `keyOf` joined. */
export const partsOf = (key: string): string[] =>
  key
    .split(':')
    .map((one) => one.replace(/%([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))));
