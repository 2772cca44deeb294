import { DAY, type Day, dayOf, type Instant, plus } from '../../domain/instant.ts';
import {
  type Handling,
  type Occurrence,
  REJECT_DAYS,
  type Reject,
  rejectHorizon,
  rejectsOf,
} from '../../domain/rejects/reject.ts';
import { mapConcurrently } from '../../runtime/concurrency.ts';
import type { DynamoTable, Item } from '../dynamo-table.ts';
import type { BodyOpener } from './body-seal.ts';
import { bodyPartition, dayPartitions, expiry, HANDLED, sealedBodyOf } from './reject-items.ts';

const READS_IN_FLIGHT = 8;
/** A message waits in its queue up to four days before it is rejected. */
const QUEUE_DAYS = 4;

const occurrenceOf = (item: Item): Occurrence => {
  const { pk: _, sk: __, expiresAt: ___, ...occurrence } = item as Item & Occurrence;
  return occurrence;
};

/** Rejected messages as their operator reads them and works them off. */
export class StoredRejects {
  readonly #table: DynamoTable;

  constructor(state: DynamoTable) {
    this.#table = state;
  }

  /** What was rejected of the messages that were sent on a UTC day. */
  async ofDay(day: Day): Promise<Occurrence[]> {
    const shards = await Promise.all(dayPartitions(day).map((partition) => this.#table.partition(partition)));
    return shards.flat().map(occurrenceOf);
  }

  /** All that was rejected in the last fourteen days, the latest first. */
  async all(asOf: Instant): Promise<Reject[]> {
    const days = Array.from({ length: REJECT_DAYS + QUEUE_DAYS + 1 }, (_, back) => dayOf(plus(asOf, -back * DAY)));
    const [found, handled] = await Promise.all([
      mapConcurrently(days, READS_IN_FLIGHT, (day) => this.ofDay(day)),
      this.#table.partition(HANDLED),
    ]);
    // A table may keep an item for days after it expired.
    const horizon = rejectHorizon(asOf);
    return rejectsOf(
      found.flat().filter(({ rejectedAt }) => rejectedAt >= horizon),
      new Map(handled.map(({ sk, at, upTo, how }) => [sk, { at, upTo, how } as Handling])),
    );
  }

  /** A reject's body as it came; `undefined` where it is kept no more. */
  async body(id: string, opener: BodyOpener): Promise<string | undefined> {
    const sealed = sealedBodyOf(await this.#table.partition(bodyPartition(id)));
    return sealed && opener.open(sealed, id);
  }

  /** Notes that a reject is handled. */
  async setHandled(id: string, handling: Handling): Promise<void> {
    await this.#table.put({ pk: HANDLED, sk: id, ...handling, expiresAt: expiry(handling.at, REJECT_DAYS) });
  }

  /** Deletes a reject's body, every sealing of it. */
  async deleteBody(id: string): Promise<void> {
    const items = await this.#table.partition(bodyPartition(id));
    for (const { pk, sk } of items) await this.#table.delete({ pk, sk });
  }
}
