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
type Asked = Omit<QueryCommandInput, 'TableName' | 'ExpressionAttributeValues' | 'ExclusiveStartKey' | 'Limit'> & {
  ExpressionAttributeValues: Record<string, unknown>;
};

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
  async query({ ExpressionAttributeValues, ...query }: Asked, most = Number.POSITIVE_INFINITY): Promise<Item[]> {
    const values = wireOf(ExpressionAttributeValues);
    const items: Item[] = [];
    let from: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page = new QueryCommand({
        TableName: this.name,
        ...query,
        ExpressionAttributeValues: values,
        ...(Number.isFinite(most) ? { Limit: most - items.length } : {}),
        ExclusiveStartKey: from,
      });
      const { Items = [], LastEvaluatedKey } = await this.#tried('Query', this.#client.send(page));
      for (const item of Items) items.push(itemOf(item));
      from = LastEvaluatedKey;
    } while (from && items.length < most);
    return items;
  }

  /** All items of a query, a page at a time. */
  async *pages({ ExpressionAttributeValues, ...query }: Asked): AsyncGenerator<Item[]> {
    const asked = { TableName: this.name, ...query, ExpressionAttributeValues: wireOf(ExpressionAttributeValues) };
    let from: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page = new QueryCommand({ ...asked, ExclusiveStartKey: from });
      const { Items = [], LastEvaluatedKey } = await this.#tried('Query', this.#client.send(page));
      yield Items.map(itemOf);
      from = LastEvaluatedKey;
    } while (from);
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
      const names = Object.fromEntries((attributes ?? []).map((name, i) => [`#a${i}`, name]));
      const projection = attributes
        ? { ProjectionExpression: Object.keys(names).join(', '), ExpressionAttributeNames: names }
        : {};
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
