import type { ProductEvent } from '../domain/events/event.ts';
import type { Instant } from '../domain/instant.ts';
import { digest } from '../domain/message/identity.ts';
import { chunked } from '../runtime/concurrency.ts';
import { errorKind } from '../runtime/errors.ts';
import { log } from '../runtime/log.ts';
import type { DynamoTable, Key } from './dynamo-table.ts';

/** The clock's index is spread over so many partitions, each good for 1,000 writes a second (DynamoDB developer guide). */
export const CLOCK_SHARDS = 4;

/** Keys of actions begin with `action#`; every other subject's kind sorts behind it. */
const BEYOND_ACTIONS = 'action$';
/** As many as one BatchGetItem takes. */
const ITEMS_AT_ONCE = 100;

export const clockPartition = (shard: number): string => `clock#${shard}`;

/** An item that carries the events that tell of it until they are told. */
export interface Telling extends Key {
  version: number;
  pending: readonly ProductEvent[];
  /** Whether the clock must go on looking at it when its events are told. */
  isWatched: boolean;
}

/** What puts an item before the clock: as long as time can change it, and as long as events of it are not told. */
export const clockKeys = ({
  pk,
  pending,
  isWatched,
}: Telling): { clockPartition?: string; clockSort?: string; pendingSince?: Instant } => {
  const [oldest] = pending;
  if (!oldest && !isWatched) return {};
  return {
    clockPartition: clockPartition(digest(pk).charCodeAt(0) % CLOCK_SHARDS),
    clockSort: pk,
    ...(oldest ? { pendingSince: oldest.at } : {}),
  };
};

/**
 * Takes events as given: those of a subject in their order. Throws where not all were taken; then all are given again.
 */
export interface Bus {
  publish(events: readonly ProductEvent[]): Promise<void>;
}

type OnLeft = (items: number, error: string) => void;

const toTheLog: OnLeft = (items, error) => log.warn('events.waiting', { items, error });

/**
 * Tells the events that items carry. They are written with what they tell of, and forgotten when they are told and the item
 * is still as it was then: whoever changed it meanwhile tells them again with its own. So each is told at least once, and no
 * event before those of its subject that came before it.
 */
export class Outbox {
  readonly #table: DynamoTable;
  readonly #bus: Bus;
  readonly #onLeft: OnLeft;

  /** @param onLeft told how many items' events could not be told, and by which kind of error */
  constructor(table: DynamoTable, bus: Bus, onLeft: OnLeft = toTheLog) {
    this.#table = table;
    this.#bus = bus;
    this.#onLeft = onLeft;
  }

  /** What cannot be told now stays with its item, where the clock finds it; answers whether all was told. */
  async tell(items: readonly Telling[]): Promise<boolean> {
    const telling = items.filter(({ pending }) => pending.length > 0);
    if (telling.length === 0) return true;
    try {
      await this.#bus.publish(telling.flatMap(({ pending }) => pending));
      await Promise.all(telling.map((item) => this.#forget(item)));
      return true;
    } catch (error) {
      this.#onLeft(telling.length, errorKind(error));
      return false;
    }
  }

  /** Tells what writers of holds, digests and summaries could not; actions are told by who looks at all of them. */
  async tellLeft(): Promise<boolean> {
    const shards = await Promise.all(
      Array.from({ length: CLOCK_SHARDS }, (_, shard) =>
        this.#table.query({
          IndexName: 'clock',
          KeyConditionExpression: 'clockPartition = :shard AND clockSort > :actions',
          ExpressionAttributeValues: { ':shard': clockPartition(shard), ':actions': BEYOND_ACTIONS },
        }),
      ),
    );
    let all = true;
    for (const keys of chunked(shards.flat(), ITEMS_AT_ONCE)) {
      const items = await this.#table.batchGet(keys);
      const untold = items.map(({ pk, sk, version, pending = [] }) => ({ pk, sk, version, pending, isWatched: false }));
      all = (await this.tell(untold as Telling[])) && all;
    }
    return all;
  }

  async #forget({ pk, sk, version, pending, isWatched }: Telling): Promise<void> {
    await this.#table.update(
      { pk, sk },
      `REMOVE #pending, pendingSince${isWatched ? '' : ', clockPartition, clockSort'}`,
      {
        ConditionExpression: '#version = :version AND size(#pending) = :told',
        ExpressionAttributeNames: { '#pending': 'pending', '#version': 'version' },
        ExpressionAttributeValues: { ':version': version, ':told': pending.length },
      },
    );
  }
}
