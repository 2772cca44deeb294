import type { Instant } from '../domain/instant.ts';
import { digest, keyOf } from '../domain/message/identity.ts';
import type { DynamoTable, Item } from './dynamo-table.ts';

/** Marks are spread over so many partitions, each good for 1,000 writes a second (DynamoDB developer guide). */
export const DUE_SHARDS = 4;

/** That a story must be looked at again at some time, although nothing more may be said. */
export interface DueMark {
  story: string;
  at: Instant;
  /** What set the mark: each cause has its own, so that clearing one never takes another that came meanwhile. */
  cause?: string;
}

const itemOf = ({ story, at, cause = '' }: DueMark): Item => ({
  pk: `due#${digest(story).charCodeAt(0) % DUE_SHARDS}`,
  sk: `${at}#${keyOf(story, cause)}`,
  story,
  at,
  cause,
});

/** The marks of what falls due, in the order of time. Setting one twice sets it once. */
export class DueMarks {
  readonly #table: DynamoTable;

  constructor(table: DynamoTable) {
    this.#table = table;
  }

  set(marks: readonly DueMark[]): Promise<void> {
    return this.#table.batchWrite(marks.map(itemOf));
  }

  clear(marks: readonly DueMark[]): Promise<void> {
    return this.#table.batchWrite([], marks.map(itemOf));
  }

  /** Marks up to and with an instant, oldest first within each shard; at most `most` of each. */
  async until(at: Instant, most: number): Promise<DueMark[]> {
    const shards = await Promise.all(
      Array.from({ length: DUE_SHARDS }, (_, shard) =>
        this.#table.query(
          {
            ConsistentRead: true,
            KeyConditionExpression: 'pk = :shard AND sk <= :at',
            ExpressionAttributeValues: { ':shard': `due#${shard}`, ':at': `${at}#~` },
          },
          most,
        ),
      ),
    );
    return shards.flat().map((item) => ({
      story: item.story as string,
      at: item.at as Instant,
      cause: item.cause as string,
    }));
  }
}
