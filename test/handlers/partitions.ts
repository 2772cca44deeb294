/** Items under a partition and a sort key, as a table keeps them. */
export class Partitions<T> {
  readonly #items = new Map<string, Map<string, T>>();

  in(partition: string): Map<string, T> {
    const held = this.#items.get(partition) ?? new Map<string, T>();
    this.#items.set(partition, held);
    return held;
  }

  /** What is there stays. */
  add(partition: string, sort: string, item: T): void {
    const items = this.in(partition);
    if (!items.has(sort)) items.set(sort, structuredClone(item));
  }

  all(): { partition: string; sort: string; item: T }[] {
    return [...this.#items]
      .flatMap(([partition, items]) => [...items].map(([sort, item]) => ({ partition, sort, item })))
      .sort((a, b) => (a.partition + a.sort < b.partition + b.sort ? -1 : 1));
  }
}

export interface Ordered<T> {
  order: string;
  value: T;
}

/** Writes unless a greater order is there; answers whether it was written. */
export const putInOrder = <T>(items: Map<string, Ordered<T>>, key: string, order: string, value: T): boolean => {
  if ((items.get(key)?.order ?? '') > order) return false;
  items.set(key, { order, value: structuredClone(value) });
  return true;
};
