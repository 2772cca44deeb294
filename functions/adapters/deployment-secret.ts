import { randomBytes } from 'node:crypto';
import { DependencyError } from '../runtime/errors.ts';
import type { DynamoTable, Key } from './dynamo-table.ts';

/**
 * A secret that is made once per deployment, by whoever needs it first, and kept with the erasure ledger, whose rights only
 * few functions have.
 */
export class DeploymentSecret {
  readonly #table: DynamoTable;
  readonly #key: Key;
  #secret: Promise<string> | undefined;

  /** @param name of the secret in the table, such as `hash-key` */
  constructor(erasures: DynamoTable, name: string) {
    this.#table = erasures;
    this.#key = { pk: name, sk: 'v1' };
  }

  /** 256 random bits in base64. Loaded once; what failed is tried anew by the next who asks. */
  async value(): Promise<string> {
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
    const there = await this.#table.get(this.#key);
    if (there) return there.secret as string;
    await this.#table.add({ ...this.#key, secret: randomBytes(32).toString('base64') });
    const made = await this.#table.get(this.#key);
    if (!made) throw new DependencyError(`${this.#table.name}: the secret ${this.#key.pk} is gone`);
    return made.secret as string;
  }
}
