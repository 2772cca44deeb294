import { isDeepStrictEqual } from 'node:util';
import type { Item } from '../../functions/adapters/dynamo-table.ts';
import { clockAttributes } from '../../functions/domain/actions/clock-entry.ts';
import { itemBytes, writeUnits } from './capacity.ts';
import type { KeyRange } from './expressions.ts';
import { SortedItems } from './sorted-items.ts';

interface TableIndex {
  partition: string;
  sort: string;
  /** Attributes that it shows beside the keys; absent where it shows all. */
  shown?: readonly string[];
}

/** The tables' indexes, as lib/store.ts makes them. */
export const tableIndexes: Record<'facts' | 'state' | 'erasures', Record<string, TableIndex>> = {
  facts: { 'facts-by-day': { partition: 'dayShard', sort: 'daySort', shown: [] } },
  state: {
    listing: { partition: 'listPartition', sort: 'listSort' },
    owner: { partition: 'ownerPartition', sort: 'ownerSort' },
    place: { partition: 'placePartition', sort: 'placeSort' },
    changes: { partition: 'changePartition', sort: 'changedAt' },
    clock: { partition: 'clockPartition', sort: 'clockSort', shown: clockAttributes },
  },
  erasures: {},
};

const sizes = new WeakMap<Item, number>();

/** Bytes of an item: none is changed once it is made, and each is read again and again. */
export const bytesOf = (item: Item): number => {
  const known = sizes.get(item) ?? itemBytes(item);
  sizes.set(item, known);
  return known;
};

/** An item as an index shows it; nothing where it lacks a key of the index. */
const entryOf = (item: Item | undefined, { partition, sort, shown }: TableIndex): Item | undefined => {
  if (item?.[partition] === undefined || item[sort] === undefined) return undefined;
  if (!shown) return item;
  const names = ['pk', 'sk', partition, sort, ...shown];
  return Object.fromEntries(names.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]]))) as Item;
};

const unitsOf = (entry: Item | undefined): number => (entry ? writeUnits(bytesOf(entry)) : 0);

/** Sorts behind the sort key and all that belongs to it, before the next sort key. */
const BEHIND = '\u0000\u{10ffff}';

/** What one index of a table shows. */
export class IndexEntries {
  readonly keys: TableIndex;
  readonly #entries = new SortedItems();

  constructor(keys: TableIndex) {
    this.keys = keys;
  }

  #place(entry: Item): [string, string] {
    const { partition, sort } = this.keys;
    // Several items may have the same sort key in an index.
    return [entry[partition] as string, `${entry[sort]}\u0000${entry.pk}\u0000${entry.sk}`];
  }

  /**
   * Follows a write to the table.
   *
   * @returns units billed: an entry that comes, goes or shows anything new by its size, one whose key changes as one that goes
   *   and one that comes, one that shows the same as before nothing (developer guide, global secondary indexes, "Write capacity units")
   */
  follow(before: Item | undefined, after: Item | undefined): number {
    const [old, fresh] = [entryOf(before, this.keys), entryOf(after, this.keys)];
    const from = old && this.#place(old);
    const to = fresh && this.#place(fresh);
    const stays = from !== undefined && isDeepStrictEqual(from, to);
    if (stays && isDeepStrictEqual(old, fresh)) return 0;
    if (from && !stays) this.#entries.delete(...from);
    if (fresh && to) this.#entries.set(...to, fresh);
    return stays ? Math.max(unitsOf(old), unitsOf(fresh)) : unitsOf(old) + unitsOf(fresh);
  }

  /** @param after an entry that was read already, as all before it */
  range(pk: string, { from, isOpen, to, isBefore }: KeyRange, isBackwards: boolean, after?: Item): Generator<Item> {
    const [, read] = after ? this.#place(after) : [];
    const first = isOpen ? `${from}${BEHIND}` : from;
    const end = to === undefined || isBefore ? to : `${to}${BEHIND}`;
    return this.#entries.range(pk, {
      from: read === undefined || isBackwards ? first : `${read}\u0000`,
      end: read !== undefined && isBackwards ? read : end,
      isBackwards,
    });
  }
}
