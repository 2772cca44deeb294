import { DAY, millis } from '../domain/instant.ts';
import { digest } from '../domain/message/identity.ts';
import type { UnscoredWords } from '../domain/scoring/unscored.ts';
import type { DynamoTable, Item, Key } from './dynamo-table.ts';

/** Marks are spread over so many partitions, each good for 1,000 writes a second (DynamoDB developer guide). */
const SHARDS = 4;

/** Where a reading of marks goes on. */
export interface Bookmark {
  /** Number of the range, see `#ranges`. */
  range: number;
  /** Sort key of the last mark read of it. */
  after?: string;
}

/** Some marks, and where the next are; nothing where these were the last. */
export interface MarkPage {
  marks: UnscoredWords[];
  next?: Bookmark;
}

interface Range {
  pk: string;
  from: string;
  to: string;
}

/** Sort keys are digests and scorers' names: all that is written with lies between these two. */
const [FIRST, LAST] = [' ', '~'];

const shards = Array.from({ length: SHARDS }, (_, shard) => shard);

const nameOf = ({ story, fact }: UnscoredWords): string => digest(story, fact);

const keyOfMark = (mark: UnscoredWords): Key => {
  const name = nameOf(mark);
  const shard = name.charCodeAt(0) % SHARDS;
  return mark.kind === 'parked'
    ? { pk: `parked#${shard}`, sk: name }
    : { pk: `unscorable#${shard}`, sk: `${mark.scorer}#${name}` };
};

/**
 * Marks of the words that have no sentiment: parked ones, which are taken up by every run, and unscorable ones, which are
 * taken up by another scorer. They hold keys of facts and no words.
 */
export class ParkedScores {
  readonly #table: DynamoTable;
  readonly #scorer: string;
  readonly #retentionDays: number;

  /**
   * @param scorer whose unscorable marks stay where they are
   * @param retentionDays of facts: no mark outlasts its fact
   */
  constructor(table: DynamoTable, scorer: string, retentionDays: number) {
    this.#table = table;
    this.#scorer = scorer;
    this.#retentionDays = retentionDays;
  }

  /** Sets marks; one that is there already is told anew. */
  set(marks: readonly UnscoredWords[]): Promise<void> {
    return this.#table.batchWrite(
      marks.map((mark): Item => {
        const expiresAt = Math.floor((millis(mark.since) + this.#retentionDays * DAY) / 1000);
        return { ...keyOfMark(mark), ...mark, expiresAt };
      }),
    );
  }

  clear(marks: readonly UnscoredWords[]): Promise<void> {
    return this.#table.batchWrite([], marks.map(keyOfMark));
  }

  /** The next marks to be taken up, at most `most`: all that are parked, then what another scorer could not score. */
  async toTakeUp(from: Bookmark = { range: 0 }, most: number): Promise<MarkPage> {
    const ranges = this.#ranges();
    for (let { range, after } = from; ; range++, after = undefined) {
      const read = ranges[range];
      if (read === undefined) return { marks: [] };
      const items = await this.#table.query(
        {
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :shard AND sk BETWEEN :from AND :to',
          ExpressionAttributeValues: {
            ':shard': read.pk,
            // No key begins with another, so the least beyond one is found by any character behind it.
            ':from': after === undefined ? read.from : `${after}${FIRST}`,
            ':to': read.to,
          },
        },
        most,
      );
      const last = items.at(-1);
      if (last) return { marks: items.map(markOf), next: { range, after: last.sk } };
    }
  }

  /** How many facts this scorer cannot score. */
  async unscorable(): Promise<number> {
    const counts = await Promise.all(
      shards.map((shard) => this.#table.count(`unscorable#${shard}`, `${this.#scorer}#`)),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  }

  #ranges(): Range[] {
    const parked = shards.map((shard) => ({ pk: `parked#${shard}`, from: FIRST, to: LAST }));
    const ofOthers = shards.flatMap((shard) => [
      { pk: `unscorable#${shard}`, from: FIRST, to: `${this.#scorer}#` },
      { pk: `unscorable#${shard}`, from: `${this.#scorer}#${LAST}`, to: LAST },
    ]);
    return [...parked, ...ofOthers];
  }
}

/** How many words have no sentiment for which reason; reads every mark. */
export const unscoredReasons = async (
  table: DynamoTable,
): Promise<Partial<Record<UnscoredWords['reason'], number>>> => {
  const marks = await Promise.all(
    shards.flatMap((shard) => [table.partition(`parked#${shard}`), table.partition(`unscorable#${shard}`)]),
  );
  const byReason = Map.groupBy(marks.flat().map(markOf), ({ reason }) => reason);
  return Object.fromEntries([...byReason].map(([reason, same]) => [reason, same.length]).sort());
};

const markOf = (item: Item): UnscoredWords => {
  const { pk: _, sk: __, expiresAt: ___, ...mark } = item as Item & UnscoredWords;
  return mark;
};
