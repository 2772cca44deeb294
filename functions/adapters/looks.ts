import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Look } from '../domain/story/look.ts';
import { chunked, mapConcurrently } from '../runtime/concurrency.ts';
import { DependencyError } from '../runtime/errors.ts';

/** Entries of one SendMessageBatch (SQS developer guide, message quotas). */
const ENTRIES_PER_CALL = 10;
const CALLS_IN_FLIGHT = 8;

/** The queue of customers to look at. */
export class Looks {
  readonly #client: SQSClient;
  readonly #queueUrl: string;

  constructor(client: SQSClient, queueUrl: string) {
    this.#client = client;
    this.#queueUrl = queueUrl;
  }

  /** Sends all or throws: an entry the queue did not take fails the call. */
  async send(looks: readonly Look[]): Promise<void> {
    await mapConcurrently(chunked(looks, ENTRIES_PER_CALL), CALLS_IN_FLIGHT, async (chunk) => {
      const Entries = chunk.map((look, i) => ({ Id: String(i), MessageBody: JSON.stringify(look) }));
      let refused: number;
      try {
        const sent = await this.#client.send(new SendMessageBatchCommand({ QueueUrl: this.#queueUrl, Entries }));
        refused = sent.Failed?.length ?? 0;
      } catch (error) {
        throw new DependencyError('customers to look at: SendMessageBatch failed', { cause: error });
      }
      if (refused > 0) throw new DependencyError(`customers to look at: ${refused} of ${chunk.length} not taken`);
    });
  }
}
