import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { instantAt } from '../domain/instant.ts';
import { errorKind } from './errors.ts';
import { log } from './log.ts';

/** One message as the queue delivered it. */
export interface Delivery {
  messageId: string;
  body: string;
  sentAt: string;
  /** Name of the queue it came through. */
  queue: string;
  /** How often it was tried, this time included. */
  receives: number;
  /** String message attributes. */
  attributes: Record<string, string>;
}

/** How the work on a batch may tell that single messages failed; they come again, their neighbours do not. */
export interface BatchRun {
  fail(delivery: Delivery, why: unknown): void;
  /** Milliseconds left before the function is stopped. */
  remaining(): number;
}

export type BatchWork = (deliveries: readonly Delivery[], run: BatchRun) => Promise<void>;

const deliveryOf = (record: SQSRecord): Delivery => ({
  messageId: record.messageId,
  body: record.body,
  sentAt: instantAt(Number(record.attributes.SentTimestamp)),
  queue: record.eventSourceARN.split(':').at(-1) ?? '',
  receives: Number(record.attributes.ApproximateReceiveCount),
  attributes: Object.fromEntries(
    Object.entries(record.messageAttributes ?? {}).flatMap(([name, { stringValue }]) =>
      stringValue === undefined ? [] : [[name, stringValue]],
    ),
  ),
});

/**
 * Runs work on a batch of queue messages and answers with the messages that failed. Where the work throws, each message is
 * tried by itself, so that one that trips it fails alone: all work here may be repeated.
 */
export const sqsBatch =
  (work: BatchWork) =>
  async (event: SQSEvent, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<SQSBatchResponse> => {
    const failed = new Set<string>();
    const run: BatchRun = {
      fail: (delivery, why) => {
        failed.add(delivery.messageId);
        log.warn('message.failed', { queue: delivery.queue, messageId: delivery.messageId, error: errorKind(why) });
      },
      remaining: () => context.getRemainingTimeInMillis(),
    };
    const deliveries = event.Records.map(deliveryOf);
    try {
      await work(deliveries, run);
    } catch (error) {
      log.warn('batch.split', { messages: deliveries.length, error: errorKind(error) });
      failed.clear();
      for (const delivery of deliveries) {
        // Tried a second time, and so told: what was done of it before may stand, or have been overtaken.
        const again = { ...delivery, receives: delivery.receives + 1 };
        await work([again], run).catch((alone: unknown) => run.fail(delivery, alone));
      }
    }
    // One id from elsewhere, or an empty one, and Lambda takes the whole batch for failed (Lambda developer guide).
    const ours = deliveries.map(({ messageId }) => messageId).filter((messageId) => failed.has(messageId));
    return { batchItemFailures: ours.map((itemIdentifier) => ({ itemIdentifier })) };
  };
