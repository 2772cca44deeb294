import { hash } from 'node:crypto';
import type { MessageAttributes } from '../message-attributes.ts';
import type { OutgoingMessage } from '../outgoing-message.ts';
import type { Due } from './due-heap.ts';

/** A message as its queue keeps it: plain data. */
export interface StoredMessage extends Due {
  id: string;
  body: string;
  md5OfBody: string;
  attributes: MessageAttributes;
  /** Access key that sent it, the nearest thing to an identity here. */
  senderId: string;
  groupId?: string | undefined;
  traceHeader?: string | undefined;
  /** Milliseconds since 1970; a move to the dead-letter queue keeps it. */
  sentAt: number;
  firstReceivedAt?: number | undefined;
  /** Receipts in all queues it has been in: what ApproximateReceiveCount tells. */
  receives: number;
  /** Receipts in this queue: what the redrive policy counts. */
  receivesHere: number;
  /** ARN of the queue it was moved here from. */
  deadLetterSourceArn?: string | undefined;
  /** `gone` is deleted or moved: a place in the line may still name it. */
  state: 'visible' | 'delayed' | 'inFlight' | 'gone';
}

/** A message of an earlier run, as its keeper tells of it. */
export interface KnownMessage extends Omit<StoredMessage, 'md5OfBody' | 'state' | 'dueAt' | 'order' | 'place'> {
  /** Milliseconds since 1970; until then it is delayed. */
  visibleFrom: number;
}

/** A message just sent, in no line yet. `at` is milliseconds since 1970. */
export const messageAsSent = (
  message: OutgoingMessage,
  { id, senderId, at, order }: { id: string; senderId: string; at: number; order: number },
): StoredMessage => ({
  id,
  body: message.body,
  md5OfBody: hash('md5', message.body, 'hex'),
  attributes: message.attributes ?? {},
  senderId,
  groupId: message.groupId,
  traceHeader: message.traceHeader,
  sentAt: at,
  receives: 0,
  receivesHere: 0,
  state: 'gone',
  dueAt: at,
  order,
  place: -1,
});

/** A message of an earlier run, in no line yet. */
export const messageAsKnown = ({ visibleFrom, ...known }: KnownMessage, order: number): StoredMessage => ({
  ...known,
  md5OfBody: hash('md5', known.body, 'hex'),
  state: 'gone',
  dueAt: visibleFrom,
  order,
  place: -1,
});

/** A message as a receiver gets it, with everything that can be asked for; the protocols leave out what was not. */
export interface ReceivedMessage {
  messageId: string;
  receiptHandle: string;
  body: string;
  md5OfBody: string;
  /** System attributes by their SQS names; times are milliseconds since 1970 as text. */
  attributes: Record<string, string>;
  messageAttributes: MessageAttributes;
}

/** What a receiver gets of a message just taken from the queue of that name. */
export const receivedFrom = (queue: string, message: StoredMessage): ReceivedMessage => ({
  messageId: message.id,
  receiptHandle: receiptHandle(queue, message),
  body: message.body,
  md5OfBody: message.md5OfBody,
  attributes: {
    SenderId: message.senderId,
    SentTimestamp: String(message.sentAt),
    ApproximateReceiveCount: String(message.receives),
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
    ...(message.groupId === undefined ? {} : { MessageGroupId: message.groupId }),
    ...(message.traceHeader === undefined ? {} : { AWSTraceHeader: message.traceHeader }),
    ...(message.deadLetterSourceArn === undefined ? {} : { DeadLetterQueueSourceArn: message.deadLetterSourceArn }),
  },
  messageAttributes: message.attributes,
});

/** One receipt: the message, and the how-maniest receipt of it. Opaque to callers, as in AWS. */
const receiptHandle = (queue: string, message: StoredMessage): string =>
  Buffer.from(`${queue}/${message.id}/${message.receives}`).toString('base64');

const RECEIPT = /^([A-Za-z0-9_-]{1,80})\/([^/]+)\/(\d+)$/;

/** What a receipt handle stands for; `undefined` where this queue never gave it out. */
export const readReceipt = (queue: string, handle: string): { id: string; receives: number } | undefined => {
  const [, from, id, receives] = RECEIPT.exec(Buffer.from(handle, 'base64').toString()) ?? [];
  return id !== undefined && from === queue ? { id, receives: Number(receives) } : undefined;
};
