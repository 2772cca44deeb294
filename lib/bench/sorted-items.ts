import type { Item } from '../../functions/adapters/dynamo-table.ts';

/** The place of the first key that is not less. */
const placeOf = (keys: readonly string[], key: string): number => {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
};

interface Partition {
  keys: string[];
  items: Map<string, Item>;
}

/** Items by partition, in the order of their sort keys; of a table or of an index. */
export class SortedItems {
  readonly #partitions = new Map<string, Partition>();

  get(pk: string, sk: string): Item | undefined {
    return this.#partitions.get(pk)?.items.get(sk);
  }

  set(pk: string, sk: string, item: Item): void {
    const partition = this.#partitions.get(pk) ?? { keys: [], items: new Map<string, Item>() };
    this.#partitions.set(pk, partition);
    if (!partition.items.has(sk)) partition.keys.splice(placeOf(partition.keys, sk), 0, sk);
    partition.items.set(sk, item);
  }

  delete(pk: string, sk: string): void {
    const partition = this.#partitions.get(pk);
    if (partition?.items.delete(sk)) partition.keys.splice(placeOf(partition.keys, sk), 1);
  }

  /** Items from one key to another, both among them; at most `most`. */
  range(pk: string, from: string | undefined, to: string | undefined, backwards: boolean, most: number): Item[] {
    const { keys, items } = this.#partitions.get(pk) ?? { keys: [], items: new Map<string, Item>() };
    const first = from === undefined ? 0 : placeOf(keys, from);
    const end = to === undefined ? keys.length : placeOf(keys, `${to}\u0000`);
    const count = Math.min(most, Math.max(0, end - first));
    const chosen = backwards ? keys.slice(end - count, end).reverse() : keys.slice(first, first + count);
    return chosen.map((key) => items.get(key) as Item);
  }
}
