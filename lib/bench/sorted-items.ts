import type { Item } from '../../functions/adapters/dynamo-table.ts';

/** What comes between others, or goes, moves no more than so many: a partition may have a million. */
const MOST_IN_BLOCK = 1024;

/** Neighbours in the order of their keys; never empty. */
interface Block {
  keys: string[];
  items: Item[];
}

/** The first of so many places that lies not before, where those that do come first. */
const firstNot = (count: number, liesBefore: (place: number) => boolean): number => {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (liesBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The block that a key belongs into, and there the place of the first key that is not less. */
const placeOf = (blocks: readonly Block[], key: string): { block: number; place: number } => {
  const block = Math.max(0, firstNot(blocks.length, (i) => ((blocks[i] as Block).keys[0] as string) <= key) - 1);
  const { keys = [] } = blocks[block] ?? {};
  return { block, place: firstNot(keys.length, (i) => (keys[i] as string) < key) };
};

/** Keys of a range, in the order of texts. */
export interface Span {
  /** The first that may be in it. */
  from?: string | undefined;
  /** The first behind it. */
  end?: string | undefined;
  isBackwards: boolean;
}

/** Items by partition, in the order of their sort keys; of a table or of an index. */
export class SortedItems {
  readonly #partitions = new Map<string, Block[]>();
  readonly #mostInBlock: number;

  constructor(mostInBlock = MOST_IN_BLOCK) {
    this.#mostInBlock = mostInBlock;
  }

  get(pk: string, sk: string): Item | undefined {
    const blocks = this.#partitions.get(pk) ?? [];
    const { block, place } = placeOf(blocks, sk);
    return blocks[block]?.keys[place] === sk ? blocks[block]?.items[place] : undefined;
  }

  set(pk: string, sk: string, item: Item): void {
    const blocks = this.#partitions.get(pk);
    if (!blocks) {
      this.#partitions.set(pk, [{ keys: [sk], items: [item] }]);
      return;
    }
    const { block, place } = placeOf(blocks, sk);
    const { keys, items } = blocks[block] as Block;
    const isThere = keys[place] === sk;
    keys.splice(place, isThere ? 1 : 0, sk);
    items.splice(place, isThere ? 1 : 0, item);
    if (keys.length <= this.#mostInBlock) return;
    const half = keys.length >> 1;
    blocks.splice(block + 1, 0, { keys: keys.splice(half), items: items.splice(half) });
  }

  delete(pk: string, sk: string): void {
    const blocks = this.#partitions.get(pk) ?? [];
    const { block, place } = placeOf(blocks, sk);
    const { keys = [], items = [] } = blocks[block] ?? {};
    if (keys[place] !== sk) return;
    keys.splice(place, 1);
    items.splice(place, 1);
    if (keys.length === 0) blocks.splice(block, 1);
    if (blocks.length === 0) this.#partitions.delete(pk);
  }

  /** Items of a span one after the other; whoever has enough stops. */
  *range(pk: string, { from = '', end, isBackwards }: Span): Generator<Item> {
    const blocks = this.#partitions.get(pk) ?? [];
    const isIn = (key: string): boolean => (isBackwards ? key >= from : end === undefined || key < end);
    const behind = { block: blocks.length - 1, place: blocks.at(-1)?.keys.length ?? 0 };
    const start = isBackwards ? (end === undefined ? behind : placeOf(blocks, end)) : placeOf(blocks, from);
    const step = isBackwards ? -1 : 1;
    let place = isBackwards ? start.place - 1 : start.place;
    for (let block = start.block; blocks[block]; block += step) {
      const { keys, items } = blocks[block] as Block;
      for (; place >= 0 && place < keys.length; place += step) {
        if (!isIn(keys[place] as string)) return;
        yield items[place] as Item;
      }
      place = isBackwards ? (blocks[block - 1]?.keys.length ?? 0) - 1 : 0;
    }
  }
}
