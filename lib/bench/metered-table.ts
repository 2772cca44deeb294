import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoTable, type Item, type Key, type PageKey, type Written } from '../../functions/adapters/dynamo-table.ts';
import { readUnits, writeUnits } from './capacity.ts';
import { type Asked, askedOf, type Condition, filterOf, holdsFor, type KeyRange, updated } from './expressions.ts';
import { SortedItems, type Span } from './sorted-items.ts';
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

/** A range of the table's own keys, beyond the one that was read already. */
const tableSpan = (
  { from, isOpen, to, isBefore }: KeyRange,
  isBackwards: boolean,
  after: PageKey | undefined,
): Span => {
  const first = isOpen ? `${from}\u0000` : from;
  const end = to === undefined || isBefore ? to : `${to}\u0000`;
  return {
    from: after && !isBackwards ? `${after.sk}\u0000` : first,
    end: after && isBackwards ? after.sk : end,
    isBackwards,
  };
};

interface Stored {
  items: SortedItems;
  indexes: Map<string, IndexEntries>;
}

const nothingIn = (table: keyof typeof tableIndexes): Stored => ({
  items: new SortedItems(),
  indexes: new Map(Object.entries(tableIndexes[table]).map(([name, keys]) => [name, new IndexEntries(keys)])),
});

const distinct = <K extends Key>(keys: readonly K[]): K[] => [
  ...new Map(keys.map((key) => [JSON.stringify([key.pk, key.sk]), key])).values(),
];

/** Part of a value: whatever the paths, cut into their steps, lead to. */
const partOf = (value: unknown, paths: readonly (readonly string[])[]): unknown => {
  if (paths.some(({ length }) => length === 0)) return value;
  const steps = [...new Set(paths.map(([step = '']) => step))].filter((step) => Object(value)[step] !== undefined);
  const within = (step: string) => paths.flatMap(([first, ...rest]) => (first === step ? [rest] : []));
  return Object.fromEntries(steps.map((step) => [step, partOf(Object(value)[step], within(step))]));
};

const only = (item: Item, attributes: readonly string[] | undefined): Item =>
  attributes
    ? (partOf(
        item,
        attributes.map((path) => path.split('.')),
      ) as Item)
    : item;

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

  /** An item as it is kept: without what is not there, as the wire leaves it out. */
  protected kept(item: Item): Item {
    return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as Item;
  }

  /** A kept item as it is handed over. */
  protected handed(item: Item): Item {
    return item;
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
    const item = given && this.kept(given);
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
    const item = this.#read(key);
    return item && this.handed(item);
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

  /** What a query reads, one after the other, and where it is billed. */
  #asked(asked: Asked, after: PageKey | undefined) {
    const { IndexName: index, ConsistentRead: isStrong = false } = asked;
    const entries = index === undefined ? undefined : this.#stored.indexes.get(index);
    if (index !== undefined && (!entries || isStrong)) throw new RangeError(`cannot read the index ${index} like that`);
    const keys = entries?.keys ?? TABLE_KEYS;
    const { pk, range } = askedOf(asked, keys);
    const isBackwards = asked.ScanIndexForward === false;
    const items = entries
      ? entries.range(pk, range, isBackwards, after)
      : this.#stored.items.range(pk, tableSpan(range, isBackwards, after));
    const traffic = index === undefined ? this.#of(pk) : this.#of('', index);
    return { items, traffic, isStrong, keys: ['pk', 'sk', ...(entries ? [keys.partition, keys.sort] : [])] };
  }

  override async page(
    asked: Asked,
    { most = Number.POSITIVE_INFINITY, after }: { most?: number; after?: PageKey | undefined },
  ): Promise<{ items: Item[]; next?: PageKey }> {
    const wants = filterOf(asked);
    const { items, traffic, isStrong, keys } = this.#asked(asked, after);
    const read: Item[] = [];
    let [bytes, isCut] = [0, false];
    for (const item of items) {
      read.push(item);
      bytes += bytesOf(item);
      isCut = read.length >= most || bytes >= PAGE_BYTES;
      if (isCut) break;
    }
    traffic.reads += Math.max(1, read.length);
    traffic.readUnits += readUnits(bytes, isStrong);
    const last = isCut ? read.at(-1) : undefined;
    return {
      items: read.filter(wants).map((item) => this.handed(item)),
      ...(last && { next: Object.fromEntries(keys.map((name) => [name, last[name]])) as PageKey }),
    };
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
      return item ? [only(this.handed(item), attributes)] : [];
    });
  }

  override async batchWrite(puts: readonly Item[], deletes: readonly Key[] = []): Promise<void> {
    for (const item of distinct(puts)) this.#write(item, item);
    for (const key of distinct(deletes)) this.#write(key, undefined);
  }
}
