/** Something that falls due. `place` belongs to the heap that holds it: its index there, or -1. */
export interface Due {
  /** Milliseconds since 1970. */
  dueAt: number;
  /** Breaks ties, so that what was sent first falls due first. */
  order: number;
  place: number;
}

const before = (a: Due, b: Due): boolean => a.dueAt < b.dueAt || (a.dueAt === b.dueAt && a.order < b.order);

/**
 * A binary heap by due time whose items know their place, so that removing one from the middle (a message is deleted
 * while invisible) takes logarithmic time and leaves nothing behind. `dueAt` must not change while an item is in the
 * heap.
 */
export class DueHeap<T extends Due> {
  #items: T[] = [];

  get size(): number {
    return this.#items.length;
  }

  first(): T | undefined {
    return this.#items[0];
  }

  add(item: T): void {
    this.#put(item, this.#items.length);
    this.#rise(item);
  }

  remove(item: T): void {
    const { place } = item;
    const last = this.#items.pop();
    item.place = -1;
    if (!last || last === item) return;
    this.#put(last, place);
    this.#rise(last);
    this.#sink(last);
  }

  #put(item: T, place: number): void {
    this.#items[place] = item;
    item.place = place;
  }

  #rise(item: T): void {
    while (item.place > 0) {
      const place = item.place;
      const above = (place - 1) >> 1;
      const parent = this.#items[above];
      if (!parent || !before(item, parent)) return;
      this.#put(parent, place);
      this.#put(item, above);
    }
  }

  #sink(item: T): void {
    for (;;) {
      const place = item.place;
      const left = this.#items[2 * place + 1];
      const right = this.#items[2 * place + 2];
      const child = left && right && before(right, left) ? right : left;
      if (!child || !before(child, item)) return;
      this.#put(item, child.place);
      this.#put(child, place);
    }
  }
}
