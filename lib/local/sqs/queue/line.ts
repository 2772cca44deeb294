/** Below this many passed places, moving the rest costs more than the memory is worth. */
const WORTH_COMPACTING = 1024;

/**
 * First in, first out, constant time at both ends: `Array.shift` moves every later item, which 100,000 messages would
 * feel.
 */
export class Line<T> {
  #items: (T | undefined)[] = [];
  #head = 0;

  push(item: T): void {
    this.#items.push(item);
  }

  shift(): T | undefined {
    if (this.#head === this.#items.length) return undefined;
    const item = this.#items[this.#head];
    this.#items[this.#head++] = undefined;
    if (this.#head > WORTH_COMPACTING && this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
    return item;
  }
}
