import type { DigestTold, ProductEvent } from '../domain/events/event.ts';
import { DAY, type Instant, millis } from '../domain/instant.ts';
import type { DynamoTable } from './dynamo-table.ts';
import { clockKeys, type Outbox, type Telling } from './outbox.ts';

/** Digests are of a day; a quarter of a year of them shows how a team fares. */
const KEPT_DAYS = 90;

/** What each team was told to do on a day. */
export class Digests {
  readonly #table: DynamoTable;
  readonly #outbox: Outbox | undefined;

  constructor(table: DynamoTable, outbox?: Outbox) {
    this.#table = table;
    this.#outbox = outbox;
  }

  /** Keeps a digest and tells of it, unless the team had one this day; answers whether it had none. */
  async add(digest: DigestTold, at: Instant): Promise<boolean> {
    const { team, day } = digest;
    const key = { pk: `digest#${team}`, sk: day };
    const event: ProductEvent = {
      version: 1,
      type: 'digest.made',
      subject: `digest#${team}#${day}`,
      sequence: 1,
      at,
      data: digest,
    };
    const telling: Telling = { ...key, version: 1, pending: [event], isWatched: false };
    const expiresAt = Math.floor((millis(at) + KEPT_DAYS * DAY) / 1000);
    const item = { ...key, digest, version: 1, pending: [event], expiresAt, ...clockKeys(telling) };
    if ((await this.#table.add(item)) === 'refused') return false;
    await this.#outbox?.tell([telling]);
    return true;
  }

  /** A team's digest of a day. */
  async of(team: string, day: string): Promise<DigestTold | undefined> {
    const item = await this.#table.get({ pk: `digest#${team}`, sk: day });
    return item?.digest as DigestTold | undefined;
  }
}
