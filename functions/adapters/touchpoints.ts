import type { ScoresAtLook } from '../domain/analysts/trend.ts';
import type { FleetLooks } from '../domain/gaps/life-of-a-gap.ts';
import { DAY, type Day, type Instant, millis, plus } from '../domain/instant.ts';
import { digest } from '../domain/message/identity.ts';
import type { Compared } from '../domain/silence/compared.ts';
import type { CellDay } from '../domain/touchpoints/cell-day.ts';
import type { TouchpointSummary, Window } from '../domain/touchpoints/comparison.ts';
import { type Cell, cellKey, cellOfKey, type TallyRow } from '../domain/touchpoints/tally-row.ts';
import type { Voices } from '../domain/touchpoints/voices.ts';
import type { TouchpointWhy } from '../domain/why/touchpoint-why.ts';
import type { DynamoTable, Key } from './dynamo-table.ts';
import { CHANGE_SHARDS, speakerKey } from './stories.ts';

/** Summaries are listed in so many partitions. */
export const CELL_SHARDS = 4;

export const shardOf = (key: string): number => digest(key).charCodeAt(0) % CELL_SHARDS;

const voicesAt = (cell: Cell): Key => ({ pk: `cell#${cellKey(cell)}`, sk: 'voices' });

/** How long both scores of a look are kept: what they were a year ago can still be shown. */
export const SCORES_KEPT_DAYS = 400;

/** All that is known of a cell over the window. */
export interface KnownCell extends Partial<Compared> {
  summary: TouchpointSummary;
  why?: TouchpointWhy;
}

/** What looks at the fleet remember. */
const LOOKS: Key = { pk: 'fleet', sk: 'looks' };

/** That a cell-day's rows changed. */
export interface ChangeMark {
  cellDay: string;
  shard: string;
  /** Of the change seen; a later one carries another. */
  token: string;
}

/** As DynamoDB sorts keys: by their UTF-8 bytes, which is another order than that of strings here. */
const inKeyOrder = (a: ChangeMark, b: ChangeMark): number =>
  Buffer.compare(Buffer.from(a.cellDay), Buffer.from(b.cellDay));

/** What is known of touchpoints: rows to add up, days added up, and summaries over a window. */
export class Touchpoints {
  readonly #table: DynamoTable;

  constructor(table: DynamoTable) {
    this.#table = table;
  }

  /**
   * Marks beyond a cell-day in the order of their keys, those of a cell together: at least `most` where there are so many,
   * at most that of each shard; none only where there are no more.
   */
  async changes(after: string | undefined, most: number): Promise<ChangeMark[]> {
    const shards = await Promise.all(Array.from({ length: CHANGE_SHARDS }, (_, i) => this.#changesIn(i, after, most)));
    // Beyond the first end of a shard that may go on, marks of it could be missing.
    const [end] = shards.flatMap((marks) => (marks.length < most ? [] : marks.slice(-1))).sort(inKeyOrder);
    const marks = shards.flat().sort(inKeyOrder);
    return end ? marks.filter((mark) => inKeyOrder(mark, end) <= 0) : marks;
  }

  async #changesIn(index: number, after: string | undefined, most: number): Promise<ChangeMark[]> {
    const items = await this.#table.query(
      {
        ConsistentRead: true,
        KeyConditionExpression: after === undefined ? 'pk = :shard' : 'pk = :shard AND sk > :after',
        ExpressionAttributeValues: {
          ':shard': `changed#${index}`,
          ...(after === undefined ? {} : { ':after': after }),
        },
      },
      most,
    );
    return items.map(({ pk, sk, token }) => ({ cellDay: sk, shard: pk, token: token as string }));
  }

  /** Takes a mark away unless the cell-day changed again since it was seen. */
  async settle({ cellDay, shard, token }: ChangeMark): Promise<void> {
    await this.#table.deleteSeen({ pk: shard, sk: cellDay }, token);
  }

  /** Hands over a cell-day's rows, at most a megabyte at a time (DynamoDB developer guide, paginating query results). */
  async rows(cellDay: string, take: (page: readonly TallyRow[]) => void): Promise<void> {
    const ofCellDay = {
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `tally#${cellDay}` },
    };
    for await (const items of this.#table.pages(ofCellDay)) {
      take(items.flatMap(({ row }) => (row ? [row as TallyRow] : [])));
    }
  }

  /** Writes a day's sum unless a later run wrote one already. */
  async putDay(day: CellDay, at: Instant): Promise<boolean> {
    const item = { pk: `cell#${cellKey(day)}`, sk: `day#${day.day}`, total: day, order: at };
    return (await this.#table.putInOrder(item)) === 'written';
  }

  /** Notes that nothing is told of a day any more, unless a later run wrote something already. */
  async clearDay(cell: Cell, day: Day, at: Instant): Promise<boolean> {
    const item = { pk: `cell#${cellKey(cell)}`, sk: `day#${day}`, order: at };
    return (await this.#table.putInOrder(item)) === 'written';
  }

  async days(cell: Cell, { from, to }: Pick<Window, 'from' | 'to'>): Promise<CellDay[]> {
    const items = await this.#table.query({
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :cell AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':cell': `cell#${cellKey(cell)}`, ':from': `day#${from}`, ':to': `day#${to}` },
    });
    return items.flatMap(({ total }) => (total ? [total as CellDay] : []));
  }

  async summaries(): Promise<TouchpointSummary[]> {
    const shards = await Promise.all(
      Array.from({ length: CELL_SHARDS }, (_, shard) => this.#table.partition(`cells#${shard}`)),
    );
    return shards.flat().flatMap(({ summary }) => (summary ? [summary as TouchpointSummary] : []));
  }

  /** What is known of one cell; `undefined` where nothing is told of it in the window. */
  async known(cell: Cell): Promise<KnownCell | undefined> {
    const sk = cellKey(cell);
    const kinds = ['cells', 'compared', 'whys'] as const;
    const items = await this.#table.batchGet(kinds.map((kind) => ({ pk: `${kind}#${shardOf(sk)}`, sk })));
    const told = (kind: (typeof kinds)[number]) => items.find(({ pk }) => pk.startsWith(`${kind}#`));
    const summary = told('cells')?.summary as TouchpointSummary | undefined;
    const why = told('whys')?.why as TouchpointWhy | undefined;
    return summary && { summary, ...(told('compared')?.compared as Compared | undefined), ...(why && { why }) };
  }

  /** Keeps both scores of a cell as a look found them, unless a later look of the same day did. */
  async putScores(cell: Cell, scores: ScoresAtLook, at: Instant): Promise<void> {
    const expiresAt = Math.floor(millis(plus(at, SCORES_KEPT_DAYS * DAY)) / 1000);
    await this.#table.putInOrder({
      pk: `cell#${cellKey(cell)}`,
      sk: `scores#${scores.day}`,
      scores,
      order: at,
      expiresAt,
    });
  }

  /** Both scores of a cell at the last looks, at most so many, the oldest first. */
  async scores(cell: Cell, most: number): Promise<ScoresAtLook[]> {
    const items = await this.#table.query(
      {
        KeyConditionExpression: 'pk = :cell AND begins_with(sk, :scores)',
        ExpressionAttributeValues: { ':cell': `cell#${cellKey(cell)}`, ':scores': 'scores#' },
        ScanIndexForward: false,
      },
      most,
    );
    return items.map(({ scores }) => scores as ScoresAtLook).reverse();
  }

  /** Writes what was said at a cell, or that nothing was, unless a later run wrote it already. */
  async putVoices(cell: Cell, voices: Voices | undefined, at: Instant): Promise<void> {
    await this.#table.putInOrder({ ...voicesAt(cell), ...(voices ? { voices } : {}), order: at });
  }

  /** What was said at cells; those at which nothing was are left out. */
  async voices(cells: readonly Cell[]): Promise<Voices[]> {
    const items = await this.#table.batchGet(cells.map(voicesAt));
    return items.flatMap(({ voices }) => (voices ? [voices as Voices] : []));
  }

  /** Each with the story its speaker's words are kept in; left out where the speaker was erased. */
  async inStories<Ref extends { speaker: string }>(refs: readonly Ref[]): Promise<(Ref & { story: string })[]> {
    const items = await this.#table.batchGet([...new Set(refs.map(({ speaker }) => speaker))].map(speakerKey));
    const stories = new Map(items.map(({ pk, story }) => [pk, story as string]));
    return refs.flatMap((ref) => {
      const story = stories.get(speakerKey(ref.speaker).pk);
      return story === undefined ? [] : [{ ...ref, story }];
    });
  }

  /** Writes why customers complain at a cell, or that it is not told any more, unless a later run wrote it already. */
  async putWhy(cell: Cell, why: TouchpointWhy | undefined, at: Instant): Promise<void> {
    const key = cellKey(cell);
    await this.#table.putInOrder({ pk: `whys#${shardOf(key)}`, sk: key, ...(why ? { why } : {}), order: at });
  }

  /** When each cell was explained last, and whether anything is told of it since. */
  async explained(): Promise<{ cell: Cell; at: Instant; told: boolean }[]> {
    const shards = await Promise.all(
      Array.from({ length: CELL_SHARDS }, (_, shard) =>
        this.#table.query({
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :shard',
          ExpressionAttributeValues: { ':shard': `whys#${shard}` },
          ProjectionExpression: 'sk, #order, #why.#asOf',
          ExpressionAttributeNames: { '#order': 'order', '#why': 'why', '#asOf': 'asOf' },
        }),
      ),
    );
    return shards
      .flat()
      .map(({ sk, order, why }) => ({ cell: cellOfKey(sk), at: order as Instant, told: why !== undefined }));
  }

  /** Why customers complain, by the key of the cell. */
  async whys(): Promise<Map<string, TouchpointWhy>> {
    const shards = await Promise.all(
      Array.from({ length: CELL_SHARDS }, (_, shard) => this.#table.partition(`whys#${shard}`)),
    );
    return new Map(shards.flat().flatMap(({ sk, why }) => (why ? [[sk, why as TouchpointWhy] as const] : [])));
  }

  /** Writes a cell's summary, or that there is nothing to tell any more, unless a later run wrote one already. */
  async putSummary(cell: Cell, summary: TouchpointSummary | undefined, at: Instant): Promise<boolean> {
    const key = cellKey(cell);
    const item = { pk: `cells#${shardOf(key)}`, sk: key, ...(summary ? { summary } : {}), order: at };
    return (await this.#table.putInOrder(item)) === 'written';
  }

  /** Writes how a cell compares with the fleet, or that it is compared no more, unless a later run wrote it already. */
  async putComparison(cell: Cell, compared: Compared | undefined, at: Instant): Promise<void> {
    const key = cellKey(cell);
    await this.#table.putInOrder({
      pk: `compared#${shardOf(key)}`,
      sk: key,
      ...(compared ? { compared } : {}),
      order: at,
    });
  }

  /** How cells compare with the fleet, by the key of the cell. */
  async comparisons(): Promise<Map<string, Compared>> {
    const shards = await Promise.all(
      Array.from({ length: CELL_SHARDS }, (_, shard) => this.#table.partition(`compared#${shard}`)),
    );
    return new Map(
      shards.flat().flatMap(({ sk, compared }) => (compared ? [[sk, compared as Compared] as const] : [])),
    );
  }

  async looks(): Promise<FleetLooks | undefined> {
    const item = await this.#table.get(LOOKS);
    return item?.looks as FleetLooks | undefined;
  }

  /** Writes what a look remembers unless a later one wrote it already. */
  async putLooks(looks: FleetLooks, at: Instant): Promise<void> {
    await this.#table.putInOrder({ ...LOOKS, looks, order: at });
  }
}
