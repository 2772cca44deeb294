import type { Instant } from '../domain/instant.ts';
import { digest } from '../domain/message/identity.ts';
import type { CustomerHash } from './customer-hash.ts';
import type { DynamoTable, Item, Key } from './dynamo-table.ts';

/** A customer who is to be erased. */
export interface Erasure {
  receipt: string;
  customerId: string;
  /** What was said before is to go. */
  requestedAt: Instant;
  /** Who asked for it first. */
  by: string;
}

/** The ledger is listed in so many partitions by whoever takes it up. */
export const LEDGER_SHARDS = 4;

const keyOf = (receipt: string): Key => ({
  pk: `ledger#${digest(receipt).charCodeAt(0) % LEDGER_SHARDS}`,
  sk: receipt,
});

const erasureOf = ({ sk, customerId, requestedAt, by }: Item): Erasure =>
  ({ receipt: sk, customerId, requestedAt, by }) as Erasure;

/**
 * The ledger of erasures: one entry a customer, found by the key as posted, by its receipt, or among all. The key itself is
 * kept, as nothing else leads to the facts; the receipt tells nobody who it is, nor which rows are theirs.
 */
export class Erasures {
  readonly #table: DynamoTable;
  readonly #customers: Pick<CustomerHash, 'hash'>;

  constructor(erasures: DynamoTable, customers: Pick<CustomerHash, 'hash'>) {
    this.#table = erasures;
    this.#customers = customers;
  }

  /** Enters a customer; of one who is in the ledger already what is there stays, and is answered. */
  async record(customerId: string, by: string, at: Instant): Promise<Erasure> {
    const receipt = digest('erasure', await this.#customers.hash(customerId));
    const erasure = { receipt, customerId, requestedAt: at, by };
    const { receipt: _, ...entry } = erasure;
    await this.#table.add({ ...keyOf(receipt), ...entry });
    return (await this.of(receipt)) ?? erasure;
  }

  async of(receipt: string): Promise<Erasure | undefined> {
    const item = await this.#table.get(keyOf(receipt));
    return item && erasureOf(item);
  }
}
