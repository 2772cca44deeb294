import type { StoredMessage } from './queue/message.ts';

/** Told of each change of a queue before anybody outside learns of it, so that it can be kept. */
export interface QueueLedger {
  sent(queue: string, message: StoredMessage, delaySeconds: number): void;
  /** `at` is the time of receipt, milliseconds since 1970. */
  received(queue: string, ids: readonly string[], at: number): void;
  deleted(queue: string, id: string): void;
  /** To the dead letter queue `to`; the ARN is that of the queue it left. */
  moved(from: string, to: string, id: string, sourceArn: string): void;
  purged(queue: string): void;
}
