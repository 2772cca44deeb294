import { setTimeout as pause } from 'node:timers/promises';
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { chunked } from '../runtime/concurrency.ts';
import { DependencyError } from '../runtime/errors.ts';
import { plainOf, type WireItem, wireOf } from './wire-item.ts';

/** Where an item lies. */
export interface Key {
  pk: string;
  sk: string;
}
export type Item = Key & Record<string, unknown>;

/** A condition, with its values as plain ones. */
interface Condition {
  ConditionExpression: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, unknown>;
}

/** A query, with its values as plain ones. */
export type TableQuery = Omit<
  QueryCommandInput,
  'TableName' | 'ExpressionAttributeValues' | 'ExclusiveStartKey' | 'Limit'
> & {
  ExpressionAttributeValues: Record<string, unknown>;
};

/** Where a query goes on: the keys, of the table and of the index, of the item that was read last. */
export type PageKey = Key & Record<string, string>;

/** What a conditional write came to. */
export type Written = 'written' | 'refused';

/** Keys of one BatchGetItem and writes of one BatchWriteItem (API reference). */
const GETS_PER_CALL = 100;
const WRITES_PER_CALL = 25;
/** What a batch left undone is tried again after 50 ms, doubling: the SDK's own retries do not cover it. */
const FIRST_PAUSE_MS = 50;
const ATTEMPTS = 8;

const itemOf = (wire: WireItem): Item => plainOf(wire) as Item;

const conditionOf = ({ ExpressionAttributeValues: values, ...condition }: Condition) => ({
  ...condition,
  ...(values && { ExpressionAttributeValues: wireOf(values) }),
});

/** Only some attributes of items; `why.themes` is a part of one. */
const projectionOf = (attributes: readonly string[]) => {
  const names = [...new Set(attributes.flatMap((path) => path.split('.')))];
  const alias = (name: string): string => `#a${names.indexOf(name)}`;
  return {
    ProjectionExpression: attributes.map((path) => path.split('.').map(alias).join('.')).join(', '),
    ExpressionAttributeNames: Object.fromEntries(names.map((name) => [alias(name), name])),
  };
};

/** One of each key, the last; a batch that names a key twice is refused whole (API reference). */
const distinct = <K extends Key>(keys: readonly K[]): K[] => [
  ...new Map(keys.map((key) => [JSON.stringify([key.pk, key.sk]), key])).values(),
];

/** One table as the functions use it: no scans, no transactions, every batch looped until nothing is left undone. */
export class DynamoTable {
  readonly name: string;
  readonly #client: DynamoDBClient;

  constructor(client: DynamoDBClient, name: string) {
    this.name = name;
    this.#client = client;
  }

  /** The item as last written. */
  async get(key: Key): Promise<Item | undefined> {
    const read = new GetItemCommand({ TableName: this.name, Key: wireOf({ ...key }), ConsistentRead: true });
    const { Item: item } = await this.#tried('GetItem', this.#client.send(read));
    return item && itemOf(item);
  }

  /** Puts an item unless the condition on the one there forbids it. */
  async put(item: Item, condition?: Condition): Promise<Written> {
    try {
      const put = { TableName: this.name, Item: wireOf(item), ...(condition && conditionOf(condition)) };
      await this.#client.send(new PutItemCommand(put));
      return 'written';
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'refused';
      throw new DependencyError(`${this.name}: PutItem failed`, { cause: error });
    }
  }

  /** Puts an item that is not there yet; what is there stays. */
  add(item: Item): Promise<Written> {
    return this.put(item, { ConditionExpression: 'attribute_not_exists(pk)' });
  }

  /** Puts an item that carries an `order`, unless one of a greater order is there. */
  putInOrder(item: Item & { order: string }): Promise<Written> {
    return this.put(item, {
      ConditionExpression: 'attribute_not_exists(pk) OR #order <= :order',
      ExpressionAttributeValues: { ':order': item.order },
      ExpressionAttributeNames: { '#order': 'order' },
    });
  }

  /** Puts an item that carries an `order` in place of the one of the order given. */
  replace(item: Item & { order: string }, order: string): Promise<Written> {
    return this.put(item, {
      ConditionExpression: '#order = :replaced',
      ExpressionAttributeValues: { ':replaced': order },
      ExpressionAttributeNames: { '#order': 'order' },
    });
  }

  /** Deletes an item, whatever it says; one that is not there is no fault. */
  async delete(key: Key): Promise<void> {
    const gone = new DeleteItemCommand({ TableName: this.name, Key: wireOf({ pk: key.pk, sk: key.sk }) });
    await this.#tried('DeleteItem', this.#client.send(gone));
  }

  /** Deletes an item whose `token` is still the one seen; one written anew meanwhile stays. */
  async deleteSeen(key: Key, token: string): Promise<Written> {
    try {
      await this.#client.send(
        new DeleteItemCommand({
          TableName: this.name,
          Key: wireOf({ pk: key.pk, sk: key.sk }),
          ConditionExpression: '#token = :token',
          ExpressionAttributeNames: { '#token': 'token' },
          ExpressionAttributeValues: wireOf({ ':token': token }),
        }),
      );
      return 'written';
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'refused';
      throw new DependencyError(`${this.name}: DeleteItem failed`, { cause: error });
    }
  }

  /** Changes attributes of an item, where the condition on it holds. */
  async update(key: Key, UpdateExpression: string, condition: Condition): Promise<Written> {
    try {
      const update = { TableName: this.name, Key: wireOf({ ...key }), UpdateExpression, ...conditionOf(condition) };
      await this.#client.send(new UpdateItemCommand(update));
      return 'written';
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'refused';
      throw new DependencyError(`${this.name}: UpdateItem failed`, { cause: error });
    }
  }

  /** Adds to a number of an item, from 0 where there is none; refused where that would come to more than `most`. */
  async increase(key: Key, name: string, by: number, most: number, expiresAt: number): Promise<Written> {
    if (by > most) return 'refused';
    return this.update(key, 'SET expiresAt = :expiresAt ADD #number :by', {
      ConditionExpression: 'attribute_not_exists(#number) OR #number <= :room',
      ExpressionAttributeNames: { '#number': name },
      ExpressionAttributeValues: { ':by': by, ':room': most - by, ':expiresAt': expiresAt },
    });
  }

  /** How many items a partition has. Not the last word: read at half the price, and maybe a second late. */
  async count(pk: string, prefix: string): Promise<number> {
    let counted = 0;
    let from: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page = new QueryCommand({
        TableName: this.name,
        Select: 'COUNT',
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: wireOf({ ':pk': pk, ':prefix': prefix }),
        ExclusiveStartKey: from,
      });
      const { Count = 0, LastEvaluatedKey } = await this.#tried('Query', this.#client.send(page));
      counted += Count;
      from = LastEvaluatedKey;
    } while (from);
    return counted;
  }

  /** All items of a query, page by page; at most `most`. */
  async query(asked: TableQuery, most = Number.POSITIVE_INFINITY): Promise<Item[]> {
    const items: Item[] = [];
    let after: PageKey | undefined;
    do {
      const page = await this.page(asked, { most: most - items.length, after });
      for (const item of page.items) items.push(item);
      after = page.next;
    } while (after && items.length < most);
    return items;
  }

  /** All items of a query, a page at a time. */
  async *pages(asked: TableQuery): AsyncGenerator<Item[]> {
    let after: PageKey | undefined;
    do {
      const page = await this.page(asked, { after });
      yield page.items;
      after = page.next;
    } while (after);
  }

  /**
   * Reads once: at most a megabyte, and `most` items, before a filter leaves any out (DynamoDB developer guide, paginating
   * query results). `next` where there may be more.
   */
  async page(
    { ExpressionAttributeValues, ...query }: TableQuery,
    { most = Number.POSITIVE_INFINITY, after }: { most?: number; after?: PageKey | undefined },
  ): Promise<{ items: Item[]; next?: PageKey }> {
    const page = new QueryCommand({
      TableName: this.name,
      ...query,
      ExpressionAttributeValues: wireOf(ExpressionAttributeValues),
      ...(Number.isFinite(most) ? { Limit: most } : {}),
      ...(after ? { ExclusiveStartKey: wireOf(after) } : {}),
    });
    const { Items = [], LastEvaluatedKey: last } = await this.#tried('Query', this.#client.send(page));
    return { items: Items.map(itemOf), ...(last && { next: plainOf(last) as PageKey }) };
  }

  /** All items of one partition, or those whose sort key starts with a prefix. */
  partition(pk: string, prefix?: string): Promise<Item[]> {
    return this.query({
      ConsistentRead: true,
      KeyConditionExpression: prefix === undefined ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ...(prefix === undefined ? {} : { ':prefix': prefix }) },
    });
  }

  /** The items among the keys that exist, in no order; keys may repeat. */
  async batchGet(keys: readonly Key[], attributes?: readonly string[]): Promise<Item[]> {
    const bare = distinct(keys.map(({ pk, sk }) => ({ pk, sk })));
    const found = await Promise.all(chunked(bare, GETS_PER_CALL).map((chunk) => this.#getChunk(chunk, attributes)));
    return found.flat();
  }

  async #getChunk(keys: Key[], attributes?: readonly string[]): Promise<Item[]> {
    const found: Item[] = [];
    let left: WireItem[] = keys.map((key) => wireOf({ ...key }));
    await this.#untilDone('BatchGetItem', async () => {
      const projection = attributes ? projectionOf(attributes) : {};
      const RequestItems = { [this.name]: { Keys: left, ConsistentRead: true, ...projection } };
      const { Responses, UnprocessedKeys } = await this.#client.send(new BatchGetItemCommand({ RequestItems }));
      for (const item of Responses?.[this.name] ?? []) found.push(itemOf(item));
      left = UnprocessedKeys?.[this.name]?.Keys ?? [];
      return left.length === 0;
    });
    return found;
  }

  /**
   * Puts and deletes without a condition: only for what comes out the same however often it is done. Keys may repeat among
   * the puts, where the last counts, and among the deletes.
   */
  async batchWrite(puts: readonly Item[], deletes: readonly Key[] = []): Promise<void> {
    const writes: WriteRequest[] = [
      ...distinct(puts).map((item) => ({ PutRequest: { Item: wireOf(item) } })),
      ...distinct(deletes).map(({ pk, sk }) => ({ DeleteRequest: { Key: wireOf({ pk, sk }) } })),
    ];
    await Promise.all(
      chunked(writes, WRITES_PER_CALL).map(async (chunk) => {
        let left = chunk;
        await this.#untilDone('BatchWriteItem', async () => {
          const write = new BatchWriteItemCommand({ RequestItems: { [this.name]: left } });
          const { UnprocessedItems } = await this.#client.send(write);
          left = UnprocessedItems?.[this.name] ?? [];
          return left.length === 0;
        });
      }),
    );
  }

  async #untilDone(action: string, attempt: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < ATTEMPTS; tries++) {
      if (tries > 0) await pause(FIRST_PAUSE_MS * 2 ** (tries - 1));
      if (await this.#tried(action, attempt())) return;
    }
    throw new DependencyError(`${this.name}: ${action} left items undone after ${ATTEMPTS} attempts`);
  }

  async #tried<T>(action: string, sent: Promise<T>): Promise<T> {
    try {
      return await sent;
    } catch (error) {
      throw new DependencyError(`${this.name}: ${action} failed`, { cause: error });
    }
  }
}
