import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoTable, type Item, type Key, type Written } from '../../functions/adapters/dynamo-table.ts';
import { readUnits, writeUnits } from './capacity.ts';
import { type Asked, askedOf, type Condition, filterOf, holdsFor, updated } from './expressions.ts';
import { SortedItems } from './sorted-items.ts';
import { bytesOf, IndexEntries, tableIndexes } from './table-indexes.ts';

/** Items and capacity units read and written; entries of an index count as items read. */
export interface Traffic {
  reads: number;
  readUnits: number;
  writes: number;
  writeUnits: number;
}

export const noTraffic = (): Traffic => ({ reads: 0, readUnits: 0, writes: 0, writeUnits: 0 });

/** Adds up traffic. */
export const totalOf = (parts: Iterable<Traffic>): Traffic => {
  const total = noTraffic();
  for (const part of parts) for (const name of Object.keys(total) as (keyof Traffic)[]) total[name] += part[name];
  return total;
};

/**
 * Traffic by what it is of: `state/hold` of items whose partition key begins with `hold`, `state/hold/changes` of their entries
 * written in an index, `state//changes` of reading that index.
 */
export type TrafficByPart = Map<string, Traffic>;

/** Of a query, at most (developer guide, "Paginating table query results"). */
const PAGE_BYTES = 2 ** 20;
const TABLE_KEYS = { partition: 'pk', sort: 'sk' };

interface Stored {
  items: SortedItems;
  indexes: Map<string, IndexEntries>;
}

const nothingIn = (table: keyof typeof tableIndexes): Stored => ({
  items: new SortedItems(),
  indexes: new Map(Object.entries(tableIndexes[table]).map(([name, keys]) => [name, new IndexEntries(keys)])),
});

/** Without what is not there, as the wire leaves it out. */
const told = (item: Item): Item =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as Item;

const distinct = <K extends Key>(keys: readonly K[]): K[] => [
  ...new Map(keys.map((key) => [JSON.stringify([key.pk, key.sk]), key])).values(),
];

const only = (item: Item, attributes: readonly string[] | undefined): Item =>
  attributes ? (Object.fromEntries(Object.entries(item).filter(([name]) => attributes.includes(name))) as Item) : item;

/**
 * A table in memory that counts what DynamoDB would bill: strong reads of 4 KB and late ones at half of that, writes of 1 KB of the
 * greater of what was there and what comes, queries by what they read together, refused writes by what they found, and what the
 * indexes write. Items are handed over as they are: whoever reads one must not change it.
 */
export class MeteredTable extends DynamoTable {
  readonly #table: keyof typeof tableIndexes;
  readonly #stored: Stored;
  /** Another one counts from here on. */
  traffic: TrafficByPart;

  constructor(table: keyof typeof tableIndexes, traffic: TrafficByPart, stored = nothingIn(table)) {
    // Never called: every way to it is overridden here.
    super(new DynamoDBClient({ region: 'us-east-1' }), table);
    this.#table = table;
    this.#stored = stored;
    this.traffic = traffic;
  }

  /** The same items, with what this one reads and writes counted apart. */
  apart(traffic: TrafficByPart): MeteredTable {
    return new MeteredTable(this.#table, traffic, this.#stored);
  }

  #of(pk: string, index?: string): Traffic {
    const [kind = ''] = pk.split(/[#:]/, 1);
    const name = [this.name, kind, ...(index === undefined ? [] : [index])].join('/');
    const traffic = this.traffic.get(name) ?? noTraffic();
    this.traffic.set(name, traffic);
    return traffic;
  }

  #read({ pk, sk }: Key): Item | undefined {
    const item = this.#stored.items.get(pk, sk);
    const traffic = this.#of(pk);
    traffic.reads++;
    traffic.readUnits += readUnits(item ? bytesOf(item) : 0);
    return item;
  }

  #write(key: Key, given: Item | undefined): Written {
    const { items, indexes } = this.#stored;
    const item = given && told(given);
    const before = items.get(key.pk, key.sk);
    const traffic = this.#of(key.pk);
    traffic.writes++;
    traffic.writeUnits += writeUnits(Math.max(before ? bytesOf(before) : 0, item ? bytesOf(item) : 0));
    for (const [name, entries] of indexes) {
      const units = entries.follow(before, item);
      if (units > 0) this.#of(key.pk, name).writeUnits += units;
    }
    if (item) items.set(key.pk, key.sk, item);
    else items.delete(key.pk, key.sk);
    return 'written';
  }

  #refuse({ pk, sk }: Key): Written {
    const before = this.#stored.items.get(pk, sk);
    const traffic = this.#of(pk);
    traffic.writes++;
    traffic.writeUnits += writeUnits(before ? bytesOf(before) : 0);
    return 'refused';
  }

  override async get(key: Key): Promise<Item | undefined> {
    return this.#read(key);
  }

  override async put(item: Item, condition?: Condition): Promise<Written> {
    const before = this.#stored.items.get(item.pk, item.sk);
    return holdsFor(condition, before) ? this.#write(item, item) : this.#refuse(item);
  }

  override async update(key: Key, expression: string, condition: Condition): Promise<Written> {
    const before = this.#stored.items.get(key.pk, key.sk);
    const next = updated(before ?? { ...key }, expression, condition);
    return holdsFor(condition, before) ? this.#write(key, next) : this.#refuse(key);
  }

  override async delete(key: Key): Promise<void> {
    this.#write(key, undefined);
  }

  override async deleteSeen(key: Key, token: string): Promise<Written> {
    const isSeen = this.#stored.items.get(key.pk, key.sk)?.token === token;
    return isSeen ? this.#write(key, undefined) : this.#refuse(key);
  }

  /** What a query reads, and what bills so much of it as is read. */
  #asked(asked: Asked, most: number): { items: Item[]; bill(page: readonly Item[]): Item[] } {
    const { IndexName: index, ConsistentRead: isStrong = false } = asked;
    const entries = index === undefined ? undefined : this.#stored.indexes.get(index);
    if (index !== undefined && (!entries || isStrong)) throw new RangeError(`cannot read the index ${index} like that`);
    const { pk, range } = askedOf(asked, entries?.keys ?? TABLE_KEYS);
    const wants = filterOf(asked);
    const backwards = asked.ScanIndexForward === false;
    const items = entries
      ? entries.range(pk, range, backwards, most)
      : this.#stored.items.range(pk, range.isOpen ? `${range.from}\u0000` : range.from, range.to, backwards, most);
    const traffic = index === undefined ? this.#of(pk) : this.#of('', index);
    const bill = (page: readonly Item[]): Item[] => {
      const bytes = page.reduce((sum, item) => sum + bytesOf(item), 0);
      traffic.reads += Math.max(1, page.length);
      traffic.readUnits += readUnits(bytes, isStrong);
      return page.filter(wants);
    };
    return { items, bill };
  }

  override async query(asked: Asked, most = Number.POSITIVE_INFINITY): Promise<Item[]> {
    const { items, bill } = this.#asked(asked, most);
    return bill(items);
  }

  override async *pages(asked: Asked): AsyncGenerator<Item[]> {
    const { items, bill } = this.#asked(asked, Number.POSITIVE_INFINITY);
    let page: Item[] = [];
    let bytes = 0;
    for (const item of items) {
      page.push(item);
      bytes += bytesOf(item);
      if (bytes < PAGE_BYTES) continue;
      yield bill(page);
      [page, bytes] = [[], 0];
    }
    yield bill(page);
  }

  override async count(pk: string, prefix: string): Promise<number> {
    const items = await this.query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
    });
    return items.length;
  }

  override async batchGet(keys: readonly Key[], attributes?: readonly string[]): Promise<Item[]> {
    return distinct(keys).flatMap((key) => {
      const item = this.#read(key);
      return item ? [only(item, attributes)] : [];
    });
  }

  override async batchWrite(puts: readonly Item[], deletes: readonly Key[] = []): Promise<void> {
    for (const item of distinct(puts)) this.#write(item, item);
    for (const key of distinct(deletes)) this.#write(key, undefined);
  }
}
