import type { ProductEvent } from '../domain/events/event.ts';
import type { Instant } from '../domain/instant.ts';
import { digest } from '../domain/message/identity.ts';
import { chunked } from '../runtime/concurrency.ts';
import { DependencyError, errorKind } from '../runtime/errors.ts';
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

/** Hears how telling goes. */
export interface Listener {
  /** How many events the bus took: it takes them also where none of its rules brings them on. */
  told(events: number): void;
  /** How many items' events could not be told, and by which kind of error. */
  left(items: number, error: string): void;
}

const theLog: Listener = {
  told: (events) => log.info('events.told', { events }),
  left: (items, error) => log.warn('events.waiting', { items, error }),
};

/**
 * Tells the events that items carry. They are written with what they tell of, and forgotten when they are told and the item
 * is still as it was then: whoever changed it meanwhile tells them again with its own. So each is told at least once, and no
 * event before those of its subject that came before it.
 */
export class Outbox {
  readonly #table: DynamoTable;
  readonly #bus: Bus;
  readonly #listener: Listener;

  constructor(table: DynamoTable, bus: Bus, listener: Listener = theLog) {
    this.#table = table;
    this.#bus = bus;
    this.#listener = listener;
  }

  /**
   * What cannot be told now stays with its item, where the clock finds it; answers whether all was told. Where not all were
   * taken together each is given alone, so that an event which the bus refuses holds up its own subject only.
   */
  async tell(items: readonly Telling[]): Promise<boolean> {
    const telling = items.filter(({ pending }) => pending.length > 0);
    if (telling.length === 0) return true;
    const error = await this.#given(telling);
    if (error === undefined) return true;
    const refused: unknown[] = [];
    if (telling.length === 1) refused.push(error);
    else for (const item of telling) refused.push(await this.#given([item]));
    const left = refused.filter((fault) => fault !== undefined);
    if (left.length > 0) this.#listener.left(left.length, errorKind(left[0]));
    return left.length === 0;
  }

  /** Gives the events of items together, and forgets them; answers with the error where that failed. */
  async #given(telling: readonly Telling[]): Promise<Error | undefined> {
    try {
      const events = telling.flatMap(({ pending }) => pending);
      await this.#bus.publish(events);
      this.#listener.told(events.length);
      await Promise.all(telling.map((item) => this.#forget(item)));
      return undefined;
    } catch (error) {
      return error instanceof Error ? error : new DependencyError('the event bus refused', { cause: error });
    }
  }

  /** Tells what writers of holds, digests and summaries could not; actions are told by who looks at all of them. */
  async tellLeft(hasTime: () => boolean): Promise<boolean> {
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
      if (!hasTime()) return false;
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
