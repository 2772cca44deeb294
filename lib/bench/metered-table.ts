import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoTable, type Item, type Key, type Written } from '../../functions/adapters/dynamo-table.ts';
import { itemBytes as bytesOf, readUnits, writeUnits } from './capacity.ts';
import { SortedItems } from './sorted-items.ts';

/** Items and capacity units read and written; of `readUnits`, strong reads alone. */
export interface Traffic {
  reads: number;
  readUnits: number;
  writes: number;
  writeUnits: number;
}

export const noTraffic = (): Traffic => ({ reads: 0, readUnits: 0, writes: 0, writeUnits: 0 });

const sizes = new WeakMap<Item, number>();

/** Items are not changed once they are made, and read again and again. */
const itemBytes = (item: Item): number => {
  const known = sizes.get(item) ?? bytesOf(item);
  sizes.set(item, known);
  return known;
};

type Condition = Parameters<DynamoTable['put']>[1];
type Asked = Parameters<DynamoTable['query']>[0];

/** Of a query, at most (developer guide, "Paginating table query results"). */
const PAGE_BYTES = 2 ** 20;
/** Partition keys of the indexes (lib/store.ts): an item that has one is written there as well. */
const INDEXES = {
  listPartition: 'listSort',
  ownerPartition: 'ownerSort',
  placePartition: 'placeSort',
  changePartition: 'changedAt',
};

type Test = (before: Item | undefined, values: Record<string, unknown>) => boolean;

/** Every condition that the adapters set. */
const CONDITIONS: Record<string, Test> = {
  'attribute_not_exists(pk)': (before) => before === undefined,
  'attribute_not_exists(pk) OR #order <= :order': (before, values) =>
    before === undefined || (before.order as string) <= (values[':order'] as string),
  '#order = :replaced': (before, values) => before?.order === values[':replaced'],
  '#version = :version': (before, values) => before?.version === values[':version'],
};

/** The range of sort keys that a query asks for; `undefined` where it has no end. */
const rangeOf = ({ KeyConditionExpression = '', ExpressionAttributeValues: values }: Asked) => {
  const [, partition = '', range = ''] = /^pk = (:\w+)(?: AND (.*))?$/.exec(KeyConditionExpression) ?? [];
  const pk = values[partition];
  if (typeof pk !== 'string') throw new RangeError(`cannot read the query "${KeyConditionExpression}"`);
  const value = (name = ''): string => values[name] as string;
  const between = /^sk BETWEEN (:\w+) AND (:\w+)$/.exec(range);
  if (between) return { pk, from: value(between[1]), to: value(between[2]) };
  const begins = /^begins_with\(sk, (:\w+)\)$/.exec(range);
  if (begins) return { pk, from: value(begins[1]), to: `${value(begins[1])}\u{10ffff}` };
  const [, compared = '', bound] = /^sk (<=|>=|>) (:\w+)$/.exec(range) ?? [];
  if (compared === '<=') return { pk, to: value(bound) };
  if (compared === '>=') return { pk, from: value(bound) };
  if (compared === '>') return { pk, from: `${value(bound)}\u0000` };
  if (range === '') return { pk };
  throw new RangeError(`cannot read the range "${range}"`);
};

/** Without what is not there, as the wire leaves it out. */
const told = (item: Item): Item =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as Item;

const indexBytes = (item: Item | undefined, name: string): number => (item?.[name] === undefined ? 0 : itemBytes(item));

/**
 * A table in memory that counts what DynamoDB would bill: strong reads of 4 KB, writes of 1 KB of the greater of what was there and what
 * comes, queries by what they read together, and the writes of the indexes. Items are handed over as they are: whoever reads one must not
 * change it.
 */
export class MeteredTable extends DynamoTable {
  readonly #items = new SortedItems();
  /** By what comes before the `#` of a partition key; another one counts from here on. */
  traffic: Map<string, Traffic>;

  constructor(name: string, traffic: Map<string, Traffic>) {
    // Never called: every way to it is overridden here.
    super(new DynamoDBClient({ region: 'us-east-1' }), name);
    this.traffic = traffic;
  }

  #of(pk: string): Traffic {
    const name = `${this.name}/${pk.split(/[#:]/, 1)[0]}`;
    const traffic = this.traffic.get(name) ?? noTraffic();
    this.traffic.set(name, traffic);
    return traffic;
  }

  #read({ pk, sk }: Key): Item | undefined {
    const item = this.#items.get(pk, sk);
    const traffic = this.#of(pk);
    traffic.reads++;
    traffic.readUnits += readUnits(item ? itemBytes(item) : 0);
    return item;
  }

  #write(key: Key, given: Item | undefined): void {
    const item = given && told(given);
    const before = this.#items.get(key.pk, key.sk);
    const traffic = this.#of(key.pk);
    traffic.writes++;
    traffic.writeUnits += writeUnits(Math.max(before ? itemBytes(before) : 0, item ? itemBytes(item) : 0));
    for (const [partition, sort] of Object.entries(INDEXES)) {
      const moved = before?.[partition] !== item?.[partition] || before?.[sort] !== item?.[sort];
      const [old, fresh] = [indexBytes(before, partition), indexBytes(item, partition)];
      // A key of an index that changes is one entry less and one more (developer guide, "Write capacity units").
      if (moved) traffic.writeUnits += (old > 0 ? writeUnits(old) : 0) + (fresh > 0 ? writeUnits(fresh) : 0);
      else if (fresh > 0) traffic.writeUnits += writeUnits(Math.max(old, fresh));
    }
    if (item?.dayShard !== undefined && before === undefined) traffic.writeUnits++;
    if (item) this.#items.set(item);
    else this.#items.delete(key.pk, key.sk);
  }

  override async get(key: Key): Promise<Item | undefined> {
    return this.#read(key);
  }

  override async put(item: Item, condition?: Condition): Promise<Written> {
    const before = this.#items.get(item.pk, item.sk);
    const test = condition && CONDITIONS[condition.ConditionExpression];
    if (condition && !test) throw new RangeError(`cannot read the condition "${condition.ConditionExpression}"`);
    if (test && !test(before, condition?.ExpressionAttributeValues ?? {})) {
      const traffic = this.#of(item.pk);
      traffic.writes++;
      traffic.writeUnits += writeUnits(before ? itemBytes(before) : 0);
      return 'refused';
    }
    this.#write(item, item);
    return 'written';
  }

  override async delete(key: Key): Promise<void> {
    this.#write(key, undefined);
  }

  override async deleteSeen(key: Key, token: string): Promise<Written> {
    const isSeen = this.#items.get(key.pk, key.sk)?.token === token;
    if (isSeen) this.#write(key, undefined);
    else this.#of(key.pk).writes++;
    return isSeen ? 'written' : 'refused';
  }

  override async increase(key: Key, name: string, by: number): Promise<Written> {
    const before = this.#items.get(key.pk, key.sk);
    this.#write(key, { ...key, [name]: ((before?.[name] as number) ?? 0) + by });
    return 'written';
  }

  override async query(asked: Asked, most = Number.POSITIVE_INFINITY): Promise<Item[]> {
    const { pk, from, to } = rangeOf(asked);
    const items = this.#items.range(pk, from, to, asked.ScanIndexForward === false, most);
    const traffic = this.#of(pk);
    traffic.reads += Math.max(1, items.length);
    const bytes = items.reduce((sum, item) => sum + itemBytes(item), 0);
    traffic.readUnits += readUnits(bytes);
    return items;
  }

  override async *pages(asked: Asked): AsyncGenerator<Item[]> {
    const items = await this.query(asked);
    let page: Item[] = [];
    let bytes = 0;
    for (const item of items) {
      page.push(item);
      bytes += itemBytes(item);
      if (bytes < PAGE_BYTES) continue;
      yield page;
      [page, bytes] = [[], 0];
    }
    yield page;
  }

  override async count(pk: string, prefix: string): Promise<number> {
    return (await this.partition(pk, prefix)).length;
  }

  override async batchGet(keys: readonly Key[]): Promise<Item[]> {
    const distinct = new Map(keys.map((key) => [JSON.stringify([key.pk, key.sk]), key]));
    return [...distinct.values()].flatMap((key) => this.#read(key) ?? []);
  }

  override async batchWrite(puts: readonly Item[], deletes: readonly Key[] = []): Promise<void> {
    const distinct = <K extends Key>(keys: readonly K[]) =>
      new Map(keys.map((key) => [JSON.stringify([key.pk, key.sk]), key])).values();
    for (const item of distinct(puts)) this.#write(item, item);
    for (const key of distinct(deletes)) this.#write(key, undefined);
  }
}
