import { setTimeout as pause } from 'node:timers/promises';
import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { chunked } from '../runtime/concurrency.ts';
import { DependencyError } from '../runtime/errors.ts';

/** Where an item lies. */
export interface Key {
  pk: string;
  sk: string;
}
export type Item = Key & Record<string, unknown>;

type Condition = Pick<
  PutCommandInput,
  'ConditionExpression' | 'ExpressionAttributeValues' | 'ExpressionAttributeNames'
>;

/** What a conditional write came to. */
export type Written = 'written' | 'refused';

/** Keys of one BatchGetItem and writes of one BatchWriteItem (API reference). */
const GETS_PER_CALL = 100;
const WRITES_PER_CALL = 25;
/** What a batch left undone is tried again after 50 ms, doubling: the SDK's own retries do not cover it. */
const FIRST_PAUSE_MS = 50;
const ATTEMPTS = 8;

/** One of each key, the last; a batch that names a key twice is refused whole (API reference). */
const distinct = <K extends Key>(keys: readonly K[]): K[] => [
  ...new Map(keys.map((key) => [JSON.stringify([key.pk, key.sk]), key])).values(),
];

/** One table as the functions use it: no scans, no transactions, every batch looped until nothing is left undone. */
export class DynamoTable {
  readonly name: string;
  readonly #documents: DynamoDBDocumentClient;

  constructor(client: DynamoDBClient, name: string) {
    this.name = name;
    this.#documents = DynamoDBDocumentClient.from(client, {
      // Without the second, an attribute that upstream names "constructor" makes its message an unknown class instance.
      marshallOptions: { removeUndefinedValues: true, convertClassInstanceToMap: true },
    });
  }

  /** The item as last written. */
  async get(key: Key): Promise<Item | undefined> {
    const read = new GetCommand({ TableName: this.name, Key: key, ConsistentRead: true });
    const { Item: item } = await this.#tried('GetItem', this.#documents.send(read));
    return item as Item | undefined;
  }

  /** Puts an item unless the condition on the one there forbids it. */
  async put(item: Item, condition?: Condition): Promise<Written> {
    try {
      await this.#documents.send(new PutCommand({ TableName: this.name, Item: item, ...condition }));
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

  /** Deletes an item, whatever it says; one that is not there is no fault. */
  async delete(key: Key): Promise<void> {
    await this.#tried('DeleteItem', this.#documents.send(new DeleteCommand({ TableName: this.name, Key: key })));
  }

  /** Deletes an item whose `token` is still the one seen; one written anew meanwhile stays. */
  async deleteSeen(key: Key, token: string): Promise<Written> {
    try {
      await this.#documents.send(
        new DeleteCommand({
          TableName: this.name,
          Key: key,
          ConditionExpression: '#token = :token',
          ExpressionAttributeNames: { '#token': 'token' },
          ExpressionAttributeValues: { ':token': token },
        }),
      );
      return 'written';
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'refused';
      throw new DependencyError(`${this.name}: DeleteItem failed`, { cause: error });
    }
  }

  /** All items of a query, page by page; at most `most`. */
  async query(query: Omit<QueryCommandInput, 'TableName'>, most = Number.POSITIVE_INFINITY): Promise<Item[]> {
    const items: Item[] = [];
    let from: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page = new QueryCommand({
        TableName: this.name,
        ...query,
        ...(Number.isFinite(most) ? { Limit: most - items.length } : {}),
        ExclusiveStartKey: from,
      });
      const { Items = [], LastEvaluatedKey } = await this.#tried('Query', this.#documents.send(page));
      items.push(...(Items as Item[]));
      from = LastEvaluatedKey;
    } while (from && items.length < most);
    return items;
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
    let left: Key[] = keys;
    await this.#untilDone('BatchGetItem', async () => {
      const names = Object.fromEntries((attributes ?? []).map((name, i) => [`#a${i}`, name]));
      const projection = attributes
        ? { ProjectionExpression: Object.keys(names).join(', '), ExpressionAttributeNames: names }
        : {};
      const RequestItems = { [this.name]: { Keys: left, ConsistentRead: true, ...projection } };
      const { Responses, UnprocessedKeys } = await this.#documents.send(new BatchGetCommand({ RequestItems }));
      found.push(...((Responses?.[this.name] ?? []) as Item[]));
      left = (UnprocessedKeys?.[this.name]?.Keys ?? []) as Key[];
      return left.length === 0;
    });
    return found;
  }

  /**
   * Puts and deletes without a condition: only for what comes out the same however often it is done. Keys may repeat among
   * the puts, where the last counts, and among the deletes.
   */
  async batchWrite(puts: readonly Item[], deletes: readonly Key[] = []): Promise<void> {
    const writes = [
      ...distinct(puts).map((Item) => ({ PutRequest: { Item } })),
      ...distinct(deletes).map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })),
    ];
    await Promise.all(
      chunked(writes, WRITES_PER_CALL).map(async (chunk) => {
        let left: typeof chunk = chunk;
        await this.#untilDone('BatchWriteItem', async () => {
          const write = new BatchWriteCommand({ RequestItems: { [this.name]: left } });
          const { UnprocessedItems } = await this.#documents.send(write);
          left = (UnprocessedItems?.[this.name] ?? []) as typeof chunk;
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
