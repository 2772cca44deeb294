/** Bytes of an object, about: large enough to be read fast, small enough to be held twice over. */
const PART_BYTES = 8 * 1024 * 1024;

/** Puts an object, in place of the one that is there. */
export type Put = (key: string, body: string) => Promise<void>;

/** Writes lines to objects `part-0.ndjson` and on, each of some megabytes. */
export class Parts {
  readonly #prefix: string;
  readonly #put: Put;
  readonly #partBytes: number;
  #lines: string[] = [];
  #bytes = 0;
  #written = 0;

  constructor(prefix: string, put: Put, partBytes = PART_BYTES) {
    this.#prefix = prefix;
    this.#put = put;
    this.#partBytes = partBytes;
  }

  async add(line: string): Promise<void> {
    this.#lines.push(`${line}\n`);
    this.#bytes += Buffer.byteLength(line) + 1;
    if (this.#bytes >= this.#partBytes) await this.#flush();
  }

  /**
   * Writes what is left, and answers how many parts there are: one at least, so that nothing is told from not written. What
   * an earlier, longer export left beyond them is written over with nothing: this function may put objects, and not delete.
   */
  async end(before: number): Promise<number> {
    if (this.#bytes > 0 || this.#written === 0) await this.#flush();
    const parts = this.#written;
    while (this.#written < before) await this.#flush();
    return parts;
  }

  async #flush(): Promise<void> {
    const body = this.#lines.join('');
    [this.#lines, this.#bytes] = [[], 0];
    await this.#put(`${this.#prefix}part-${this.#written++}.ndjson`, body);
  }
}
