import { createHmac, randomBytes } from 'node:crypto';
import { DependencyError } from '../runtime/errors.ts';
import type { DynamoTable } from './dynamo-table.ts';

const KEY = { pk: 'hash-key', sk: 'v1' };

/**
 * Keyed hash of customers, for rows that must tell two customers apart and name neither. The key is made once per
 * deployment and kept with the erasure ledger, whose rights only few functions have.
 */
export class CustomerHash {
  readonly #table: DynamoTable;
  #secret: Promise<string> | undefined;

  constructor(erasures: DynamoTable) {
    this.#table = erasures;
  }

  /** 12 URL-safe characters: 72 bits tell a billion customers apart but for odds of one in ten thousand. */
  async hash(customerId: string): Promise<string> {
    return createHmac('sha256', await this.#loaded())
      .update(customerId)
      .digest('base64url')
      .slice(0, 12);
  }

  /** Loads the key once; what failed is tried anew by the next who asks. */
  async #loaded(): Promise<string> {
    const loading = this.#secret ?? this.#load();
    this.#secret = loading;
    try {
      return await loading;
    } catch (error) {
      if (this.#secret === loading) this.#secret = undefined;
      throw error;
    }
  }

  async #load(): Promise<string> {
    const there = await this.#table.get(KEY);
    if (there) return there.secret as string;
    await this.#table.add({ ...KEY, secret: randomBytes(32).toString('base64') });
    const made = await this.#table.get(KEY);
    if (!made) throw new DependencyError(`${this.#table.name}: the key of the customer hash is gone`);
    return made.secret as string;
  }
}
