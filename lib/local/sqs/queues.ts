import { randomUUID } from 'node:crypto';
import { type BatchOutcome, checkBatch, eachEntry } from './batch.ts';
import type { QueueLedger } from './ledger.ts';
import { attributesMd5 } from './message-attributes.ts';
import { checkBatchBytes, checkMessage, type OutgoingMessage } from './outgoing-message.ts';
import { checkQueueAttributes, type QueueAttributes, redrivePolicyOf } from './queue/attributes.ts';
import {
  type KnownMessage,
  messageAsKnown,
  messageAsSent,
  type ReceivedMessage,
  readReceipt,
  receivedFrom,
  type StoredMessage,
} from './queue/message.ts';
import { Queue, type QueueDepth } from './queue/queue.ts';
import { checkQueueName } from './queue-name.ts';
import { checkReceive, MAX_VISIBILITY_SECONDS, type ReceiveOptions } from './receive-options.ts';
import { invalidParameter, SqsError } from './sqs-error.ts';

export type { BatchOutcome, OutgoingMessage, QueueAttributes, QueueDepth, ReceivedMessage, ReceiveOptions };

/** The account that everything local belongs to. */
export const LOCAL_ACCOUNT = '000000000000';
const LOCAL_REGION = 'us-east-1';

/** What a sender is told: hex digests for it to compare, so that it notices a body that changed on the way. */
export interface SentMessage {
  messageId: string;
  md5OfBody: string;
  md5OfAttributes?: string | undefined;
}

export interface QueueServiceOptions {
  /** Milliseconds since 1970. */
  now(): number;
  region?: string;
  newId?(): string;
}

/**
 * Standard SQS queues in memory, without HTTP. Queues are known by name; methods throw `SqsError` in AWS's words and
 * change nothing when they do. Stricter than AWS in nothing, laxer in this: messages are not dropped when their
 * retention is over, delivery is exactly once per visibility, and order is that of arrival. Left out: FIFO queues,
 * tags, permissions, moves.
 */
export class QueueService {
  #queues = new Map<string, Queue>();
  #byArn = new Map<string, Queue>();
  #sent = 0;
  #ledger: QueueLedger | undefined;
  readonly #now: () => number;
  readonly #region: string;
  readonly #newId: () => string;

  constructor({ now, region = LOCAL_REGION, newId = randomUUID }: QueueServiceOptions) {
    this.#now = now;
    this.#region = region;
    this.#newId = newId;
  }

  /**
   * Makes a queue; again with the same attributes changes nothing. The dead-letter queue of a redrive policy must be
   * there.
   */
  createQueue(name: string, attributes: QueueAttributes = {}): void {
    checkQueueName(name);
    this.#checkAttributes(attributes);
    const existing = this.#queues.get(name);
    if (existing) {
      const other = Object.entries(attributes).find(([key, value]) => existing.attributes[key] !== value)?.[0];
      if (other === undefined) return;
      throw new SqsError(
        'QueueNameExists',
        `A queue already exists with the same name and a different value for attribute ${other}`,
      );
    }
    const queue = new Queue(name, `arn:aws:sqs:${this.#region}:${LOCAL_ACCOUNT}:${name}`, attributes, this.#now);
    this.#queues.set(name, queue);
    this.#byArn.set(queue.arn, queue);
  }

  deleteQueue(name: string): void {
    const queue = this.#queue(name);
    this.purgeQueue(name);
    this.#queues.delete(name);
    this.#byArn.delete(queue.arn);
  }

  /** Names in the order of creation. */
  listQueues(prefix = ''): string[] {
    return [...this.#queues.keys()].filter((name) => name.startsWith(prefix));
  }

  /** Throws QueueDoesNotExist unless there is a queue of that name. */
  requireQueue(name: string): void {
    this.#queue(name);
  }

  /** All attributes, set and counted. Times are seconds since 1970, as the API has them here and nowhere else. */
  getQueueAttributes(name: string): QueueAttributes {
    const queue = this.#queue(name);
    const depth = queue.depth();
    const { RedrivePolicy, ...attributes } = queue.attributes;
    return {
      ...attributes,
      ...(RedrivePolicy ? { RedrivePolicy } : {}),
      QueueArn: queue.arn,
      ApproximateNumberOfMessages: String(depth.visible),
      ApproximateNumberOfMessagesNotVisible: String(depth.inFlight),
      ApproximateNumberOfMessagesDelayed: String(depth.delayed),
      CreatedTimestamp: String(Math.floor(queue.createdAt / 1000)),
      LastModifiedTimestamp: String(Math.floor(queue.modifiedAt / 1000)),
    };
  }

  setQueueAttributes(name: string, attributes: QueueAttributes): void {
    const queue = this.#queue(name);
    this.#checkAttributes(attributes);
    queue.change(attributes);
  }

  /** Names of the queues whose redrive policy points at this one. */
  deadLetterSources(name: string): string[] {
    const { arn } = this.#queue(name);
    return [...this.#queues.values()].filter((q) => q.redrive?.deadLetterTargetArn === arn).map((q) => q.name);
  }

  purgeQueue(name: string): void {
    const queue = this.#queue(name);
    this.#ledger?.purged(name);
    queue.purge();
  }

  /** Tells every change from now on to a ledger. */
  keepIn(ledger: QueueLedger): void {
    this.#ledger = ledger;
  }

  /** Puts a message of an earlier run back into its queue. Nobody has it in hand, whoever had. */
  restore(name: string, known: KnownMessage): void {
    const delaySeconds = Math.max(0, known.visibleFrom - this.#now()) / 1000;
    this.#queue(name).add(messageAsKnown(known, this.#sent++), delaySeconds);
  }

  sendMessage(name: string, message: OutgoingMessage): SentMessage {
    const queue = this.#queue(name);
    checkMessage(message, queue.limit('MaximumMessageSize'));
    const sent = {
      id: this.#newId(),
      senderId: message.senderId ?? LOCAL_ACCOUNT,
      at: this.#now(),
      order: this.#sent++,
    };
    const stored = messageAsSent(message, sent);
    const delaySeconds = message.delaySeconds ?? queue.limit('DelaySeconds');
    this.#ledger?.sent(name, stored, delaySeconds);
    queue.add(stored, delaySeconds);
    return { messageId: stored.id, md5OfBody: stored.md5OfBody, md5OfAttributes: attributesMd5(stored.attributes) };
  }

  /** Up to ten messages of 1 MiB together; each succeeds or fails by itself. */
  sendMessageBatch(name: string, entries: readonly (OutgoingMessage & { id: string })[]): BatchOutcome<SentMessage> {
    this.#queue(name);
    checkBatch(entries);
    checkBatchBytes(entries);
    return eachEntry(entries, (entry) => this.sendMessage(name, entry));
  }

  /**
   * Up to ten messages, by default one. With a wait it answers as soon as there is one: just sent, delayed no longer or
   * visible again. When the signal aborts it takes nothing and answers an empty list.
   */
  async receive(name: string, options: ReceiveOptions = {}, signal?: AbortSignal): Promise<ReceivedMessage[]> {
    checkReceive(options);
    return this.#receive(name, options.max ?? 1, options, signal);
  }

  /** As `receive`, for an event source mapping: any number of messages at once (AWS: batches up to 10,000). */
  async receiveUpTo(
    name: string,
    max: number,
    options: Omit<ReceiveOptions, 'max'> = {},
    signal?: AbortSignal,
  ): Promise<ReceivedMessage[]> {
    checkReceive(options);
    return this.#receive(name, max, options, signal);
  }

  async #receive(name: string, max: number, options: ReceiveOptions, signal?: AbortSignal): Promise<ReceivedMessage[]> {
    const queue = this.#queue(name);
    const visibility = options.visibilityTimeout ?? queue.limit('VisibilityTimeout');
    const take = () => {
      const taken = queue.take(max, visibility, (message) => this.#deadLetter(queue, message));
      if (taken.length > 0) {
        const ids = taken.map(({ id }) => id);
        this.#ledger?.received(name, ids, this.#now());
      }
      return taken.map((message) => receivedFrom(name, message));
    };
    const waitSeconds = options.waitSeconds ?? queue.limit('ReceiveMessageWaitTimeSeconds');
    if (waitSeconds > 0) return queue.poll(take, waitSeconds * 1000, signal);
    if (queue.isFull) {
      throw new SqsError('OverLimit', 'Too many messages are in flight: delete some before receiving more.');
    }
    return signal?.aborted ? [] : take();
  }

  /**
   * Deletes by receipt. The handle of an earlier receipt, or of a message already gone, succeeds and deletes nothing.
   */
  deleteMessage(name: string, receiptHandle: string): void {
    const queue = this.#queue(name);
    const message = this.#receipted(queue, receiptHandle);
    if (!message) return;
    this.#ledger?.deleted(name, message.id);
    queue.delete(message);
  }

  deleteMessageBatch(name: string, entries: readonly { id: string; receiptHandle: string }[]): BatchOutcome<object> {
    this.#queue(name);
    checkBatch(entries);
    return eachEntry(entries, (entry) => {
      this.deleteMessage(name, entry.receiptHandle);
      return {};
    });
  }

  /** The message is seen again in so many seconds from now; 0 hands it back at once. */
  changeMessageVisibility(name: string, receiptHandle: string, seconds: number): void {
    const queue = this.#queue(name);
    if (!Number.isInteger(seconds) || seconds < 0 || seconds > MAX_VISIBILITY_SECONDS) {
      throw invalidParameter(
        `Value ${seconds} for parameter VisibilityTimeout is invalid. Reason: Must be between 0 and 43200.`,
      );
    }
    const message = this.#receipted(queue, receiptHandle);
    if (!message) {
      throw invalidParameter(
        `Value ${receiptHandle} for parameter ReceiptHandle is invalid. Reason: Message does not exist or is not available for visibility timeout change.`,
      );
    }
    if (message.state !== 'inFlight') {
      throw new SqsError('MessageNotInflight', 'The specified message is not in flight.');
    }
    queue.postpone(message, seconds);
  }

  changeMessageVisibilityBatch(
    name: string,
    entries: readonly { id: string; receiptHandle: string; visibilityTimeout: number }[],
  ): BatchOutcome<object> {
    this.#queue(name);
    checkBatch(entries);
    return eachEntry(entries, (entry) => {
      this.changeMessageVisibility(name, entry.receiptHandle, entry.visibilityTimeout);
      return {};
    });
  }

  /**
   * Shows the messages that fall due next, in whatever queue, as if that time had come; false where nothing waits.
   * For when the local cloud is idle: nobody should sit out the six minutes to a retry. Call it only when no function
   * is running, or a message is delivered a second time while its first receiver works on it, as AWS does when a
   * visibility is too short.
   */
  fastForward(): boolean {
    const queues = [...this.#queues.values()];
    const next = Math.min(...queues.map((queue) => queue.nextDueAt() ?? Number.POSITIVE_INFINITY));
    if (next === Number.POSITIVE_INFINITY) return false;
    for (const queue of queues) queue.releaseUntil(next);
    return true;
  }

  /** Lets the oldest messages that can be seen go, as if their retention were over, down to so many. */
  keepNewest(name: string, most: number): void {
    for (const { id } of this.#queue(name).dropOldest(most)) this.#ledger?.deleted(name, id);
  }

  /** Messages in every queue, by name. */
  depths(): Record<string, QueueDepth> {
    return Object.fromEntries([...this.#queues].map(([name, queue]) => [name, queue.depth()]));
  }

  #queue(name: string): Queue {
    const queue = this.#queues.get(name);
    if (!queue) throw new SqsError('QueueDoesNotExist', 'The specified queue does not exist.');
    return queue;
  }

  #receipted(queue: Queue, receiptHandle: string): StoredMessage | undefined {
    const receipt = readReceipt(queue.name, receiptHandle);
    if (!receipt) throw new SqsError('ReceiptHandleIsInvalid', 'The input receipt handle is invalid.');
    const message = queue.find(receipt.id);
    return message?.receives === receipt.receives ? message : undefined;
  }

  #checkAttributes(attributes: QueueAttributes): void {
    checkQueueAttributes(attributes);
    const target = redrivePolicyOf(attributes)?.deadLetterTargetArn;
    if (target !== undefined && !this.#byArn.has(target)) {
      throw invalidParameter(
        `Value ${attributes.RedrivePolicy} for parameter RedrivePolicy is invalid. Reason: Dead letter target does not exist.`,
      );
    }
  }

  /** Id, sending time and all receipts stay with the message; only its count towards a redrive begins anew. */
  #deadLetter(from: Queue, message: StoredMessage): boolean {
    const target = this.#byArn.get(from.redrive?.deadLetterTargetArn ?? '');
    if (!target || target === from) return false;
    this.#ledger?.moved(from.name, target.name, message.id, from.arn);
    message.receivesHere = 0;
    message.deadLetterSourceArn = from.arn;
    target.add(message, 0);
    return true;
  }
}
