import type { MappingDefinition } from '../definitions.ts';
import type { Outcome } from '../lambda/instance.ts';
import { fits } from './filter.ts';
import { judgeBatch } from './partial-batch.ts';
import { eventRecord, type ReceivedMessage } from './record.ts';

/** The end of a queue that a poller takes from. */
export interface Source {
  /**
   * Takes visible messages, at most so many, out of sight. Where there are none it waits for one as long as told, at most
   * 20 seconds, and takes nothing once the signal aborts.
   */
  receive(atMost: number, waitSeconds: number, signal: AbortSignal): Promise<ReceivedMessage[]>;
  remove(receiptHandle: string): void;
}

/** Delivers a queue's messages to a function, as one event source mapping says. */
export interface Poller {
  /** While on, a batch goes as soon as the queue holds nothing more for it. */
  hurry(on: boolean): void;
  /** True while nothing is gathered and nothing runs. */
  readonly idle: boolean;
  /** Takes nothing any more. */
  stop(): void;
}

export interface PollerParts {
  mapping: MappingDefinition;
  region: string;
  source: Source;
  /** Batches at a time. */
  concurrency: number;
  /** Runs the function on an event, JSON text with so many records. */
  invoke(event: string, records: number): Promise<Outcome>;
  log(line: string): void;
  /** Told when a batch has ended, and when all that was received is thrown away by the filter. */
  onSettled(): void;
}

/** Payload quota of a synchronous invocation (Lambda developer guide, "Lambda quotas"): 6 MB. */
export const maxPayloadBytes = 6 * 1024 * 1024;

/** Longest wait of one receipt in SQS. */
const longestPollMilliseconds = 20_000;

const eventHead = '{"Records":[';
const eventTail = ']}';
const emptyEventBytes = eventHead.length + eventTail.length;

/** A message on its way into a batch. */
interface Gathered {
  messageId: string;
  receiptHandle: string;
  /** Its record. */
  json: string;
  /** Of the JSON in UTF-8, with a comma. */
  bytes: number;
}

/** Starts delivering at once. */
export const startPoller = (parts: PollerParts): Poller => {
  const { mapping, region, source, concurrency, invoke, log, onSettled } = parts;
  const gathered: Gathered[] = [];
  let payloadBytes = emptyEventBytes;
  let running = 0;
  let hurrying = false;
  let stopped = false;
  /** Ends the wait under way, for messages or for the window. */
  let wait = new AbortController();
  let slotFreed = (): void => {};

  const isFull = (): boolean => gathered.length >= mapping.batchSize || payloadBytes >= maxPayloadBytes;

  const take = (message: ReceivedMessage): void => {
    const record = eventRecord(message, mapping.queueArn, region);
    if (!fits(record, mapping.patterns)) {
      // Lambda deletes what its filter does not let through.
      source.remove(message.receiptHandle);
      return;
    }
    const json = JSON.stringify(record);
    const bytes = Buffer.byteLength(json) + 1;
    gathered.push({ messageId: message.messageId, receiptHandle: message.receiptHandle, json, bytes });
    payloadBytes += bytes;
  };

  const receive = async (waitMilliseconds: number): Promise<number> => {
    wait = new AbortController();
    const ending = setTimeout(() => wait.abort(), waitMilliseconds);
    const room = mapping.batchSize - gathered.length;
    const messages = await source.receive(room, Math.ceil(waitMilliseconds / 1000), wait.signal);
    clearTimeout(ending);
    for (const message of messages) take(message);
    return messages.length;
  };

  /** Gathers a batch: until it is full, or its window has passed since its first message. */
  const gather = async (): Promise<void> => {
    while (gathered.length === 0 && !stopped) {
      const received = await receive(longestPollMilliseconds);
      if (received > 0 && gathered.length === 0) onSettled();
    }
    const closesAt = performance.now() + mapping.windowSeconds * 1000;
    while (!isFull() && !stopped) {
      const left = hurrying ? 0 : Math.max(0, closesAt - performance.now());
      const received = await receive(Math.min(left, longestPollMilliseconds));
      if (left === 0 && received === 0) return;
    }
  };

  /** The longest batch from the front that one invocation may carry; what is over begins the next. */
  const nextBatch = (): Gathered[] => {
    let bytes = emptyEventBytes;
    let length = 0;
    for (const { bytes: more } of gathered) {
      if (length > 0 && bytes + more > maxPayloadBytes) break;
      bytes += more;
      length += 1;
    }
    payloadBytes -= bytes - emptyEventBytes;
    return gathered.splice(0, length);
  };

  /** The messages of a batch that need not come again. */
  const succeeded = (batch: Gathered[], outcome: Outcome): Gathered[] => {
    if (outcome.kind === 'failed') return [];
    if (!mapping.reportsBatchItemFailures) return batch;
    const verdict = judgeBatch(JSON.parse(outcome.payload), new Set(batch.map(({ messageId }) => messageId)));
    switch (verdict.kind) {
      case 'judged':
        return batch.filter(({ messageId }) => !verdict.failed.has(messageId));
      case 'batch-failed':
        log(JSON.stringify({ event: 'batch.failed', reason: verdict.reason, messages: batch.length }));
        return [];
    }
  };

  const deliver = async (batch: Gathered[]): Promise<void> => {
    const event = eventHead + batch.map(({ json }) => json).join(',') + eventTail;
    const outcome = await invoke(event, batch.length);
    running -= 1;
    if (stopped) return;
    for (const { receiptHandle } of succeeded(batch, outcome)) source.remove(receiptHandle);
    slotFreed();
    onSettled();
  };

  const run = async (): Promise<void> => {
    while (!stopped) {
      await gather();
      if (stopped) return;
      running += 1;
      void deliver(nextBatch());
      if (running >= concurrency) {
        await new Promise<void>((resolve) => {
          slotFreed = resolve;
        });
      }
    }
  };
  void run();

  return {
    hurry: (on) => {
      hurrying = on;
      if (on && gathered.length > 0) wait.abort();
    },
    get idle() {
      return running === 0 && gathered.length === 0;
    },
    stop: () => {
      stopped = true;
      wait.abort();
      slotFreed();
    },
  };
};
