import { createHmac, randomBytes } from 'node:crypto';
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
    this.#secret ??= this.#load();
    return createHmac('sha256', await this.#secret)
      .update(customerId)
      .digest('base64url')
      .slice(0, 12);
  }

  async #load(): Promise<string> {
    const there = await this.#table.get(KEY);
    if (there) return there.secret as string;
    await this.#table.add({ ...KEY, secret: randomBytes(32).toString('base64') });
    return ((await this.#table.get(KEY)) as { secret?: string } | undefined)?.secret ?? '';
  }
}
