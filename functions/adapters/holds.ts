import { DAY, type Instant, millis } from '../domain/instant.ts';
import { digest } from '../domain/message/identity.ts';
import { type Hold, type HoldState, isHeld } from '../domain/story/hold.ts';
import type { DynamoTable, Item, Key } from './dynamo-table.ts';
import { clockKeys, type Outbox, type Telling } from './outbox.ts';

/** The index of changes is spread over so many partitions, each good for 1,000 writes a second (DynamoDB developer guide). */
export const HOLD_SHARDS = 4;

/** Customers of one check: ten calls of BatchGetItem. */
export const MOST_CHECKED = 1000;

/**
 * How long a released hold is kept: so long can whoever lists changes stay away and still learn of the release. A key of a
 * customer about whom nothing is open is then gone; a new complaint begins at version 1 again.
 */
export const RELEASED_KEPT_DAYS = 90;

/** A hold as it is listed. */
export interface ChangedHold extends Hold {
  version: number;
  /** When it was written. */
  changedAt: Instant;
}

const PREFIX = 'hold#';
const INSTANT_CHARACTERS = '2026-03-05T10:00:00.000Z'.length;

const keyOf = (customerId: string): Key => ({ pk: `${PREFIX}${customerId}`, sk: 'hold' });

const changePartition = (shard: number): string => `${PREFIX}${shard}`;

const telling = ({ customerId, version, pending = [] }: HoldState): Telling => ({
  ...keyOf(customerId),
  version,
  pending,
  // What is due of a story is marked with it: the clock has nothing to look for here but untold events.
  isWatched: false,
});

const itemOf = (hold: HoldState, at: Instant): Item => ({
  ...keyOf(hold.customerId),
  ...hold,
  ...clockKeys(telling(hold)),
  changePartition: changePartition(digest(hold.customerId).charCodeAt(0) % HOLD_SHARDS),
  changedAt: `${at}#${hold.customerId}`,
  ...(hold.matterIds.length === 0 && { expiresAt: Math.floor((millis(at) + RELEASED_KEPT_DAYS * DAY) / 1000) }),
});

const holdOfItem = (item: Item): HoldState => {
  const { customerId, since, until, matterIds, order, version, pending } = item as Item & HoldState;
  return { customerId, since, until, matterIds, order, version, ...(pending && { pending }) };
};

const changedHold = ({ changedAt, ...item }: Item): ChangedHold => {
  const { order: _, pending: __, ...hold } = holdOfItem(item as Item);
  return { ...hold, changedAt: (changedAt as string).slice(0, INSTANT_CHARACTERS) };
};

/** Survey holds, each under its customer and in the index of what changed since. */
export class Holds {
  readonly #table: DynamoTable;
  readonly #outbox: Outbox | undefined;

  /** Without an outbox what is written is not told; the clock will. */
  constructor(table: DynamoTable, outbox?: Outbox) {
    this.#table = table;
    this.#outbox = outbox;
  }

  async of(customerId: string): Promise<HoldState | undefined> {
    const item = await this.#table.get(keyOf(customerId));
    return item && holdOfItem(item);
  }

  /**
   * Writes a hold and tells of it.
   *
   * @param replaces the version seen, absent for a first one; whoever saw it also saw that no greater fold wrote it (HOLD-5)
   * @param at when this is written: readers list by it, and a time that came with the fold may lie behind what they have read
   * @returns false where somebody changed it since
   */
  async put(hold: HoldState, replaces: number | undefined, at: Instant): Promise<boolean> {
    const item = itemOf(hold, at);
    const written =
      replaces === undefined
        ? await this.#table.add(item)
        : await this.#table.put(item, {
            ConditionExpression: '#version = :version',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':version': replaces },
          });
    if (written === 'written') await this.#outbox?.tell([telling(hold)]);
    return written === 'written';
  }

  /**
   * Looks customers up, as they were last written.
   *
   * @param customerIds at most 1,000
   * @param now the reader's time
   * @returns each customer given, with the hold that is on, or none
   * @throws RangeError where there are more
   */
  async check(customerIds: readonly string[], now: Instant): Promise<Map<string, Hold | undefined>> {
    if (customerIds.length > MOST_CHECKED)
      throw new RangeError(`holds: ${customerIds.length} customers in one check, give at most ${MOST_CHECKED}`);
    const items = await this.#table.batchGet(customerIds.map(keyOf), ['customerId', 'since', 'until', 'matterIds']);
    const holds = new Map((items as (Item & Hold)[]).map((item) => [item.customerId, item]));
    return new Map(
      customerIds.map((customerId) => {
        const hold = holds.get(customerId);
        return [customerId, hold && isHeld(hold, now) ? hold : undefined];
      }),
    );
  }

  /**
   * A page of the holds, released ones too, as they are now, in the order in which they were last written. A hold that
   * changes while pages are read moves to their end: it is read once more, and none is missed. The index is a second or so
   * late, and a write takes effect after its time was taken, a function's minute at most: who comes back asks from five
   * minutes before it began the last time, and knows by `version` what it has seen.
   *
   * @param since written then or later
   * @param after `next` of the page before
   * @param most on the page, at least 1
   * @returns the holds, and `next` where there may be more
   */
  async changedSince(
    since: Instant,
    { after, most = 100 }: { after?: string | undefined; most?: number } = {},
  ): Promise<{ holds: ChangedHold[]; next?: string }> {
    const shards = await Promise.all(
      Array.from({ length: HOLD_SHARDS }, (_, shard) =>
        this.#table.query(
          {
            IndexName: 'changes',
            // The time alone sorts before each key that begins with it.
            KeyConditionExpression: 'changePartition = :shard AND changedAt > :after',
            ExpressionAttributeValues: { ':shard': changePartition(shard), ':after': after ?? since },
          },
          most,
        ),
      ),
    );
    const items = shards.flat().sort((a, b) => ((a.changedAt as string) < (b.changedAt as string) ? -1 : 1));
    const page = items.slice(0, most);
    const last = page.at(-1)?.changedAt as string | undefined;
    return { holds: page.map(changedHold), ...(items.length >= most && last ? { next: last } : {}) };
  }
}
