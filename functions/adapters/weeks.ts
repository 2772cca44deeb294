import type { LocalWeek } from '../domain/actions/local-week.ts';
import type { ProductEvent, WeekTold } from '../domain/events/event.ts';
import { DAY, type Instant, millis } from '../domain/instant.ts';
import type { DynamoTable, Key } from './dynamo-table.ts';
import { clockKeys, type Outbox, type Telling } from './outbox.ts';

/** Two years: a week can be held against the same one of the year before. */
const KEPT_DAYS = 731;

const keyOf = (week: string): Key => ({ pk: `week#${week}`, sk: 'week' });

/** Weeks that were summed up. */
export class Weeks {
  readonly #table: DynamoTable;
  readonly #outbox: Outbox | undefined;

  constructor(table: DynamoTable, outbox?: Outbox) {
    this.#table = table;
    this.#outbox = outbox;
  }

  /** Keeps a week's summary and tells of it, unless there was one; answers whether there was none. */
  async add({ week, from, to }: LocalWeek, lines: string[], at: Instant): Promise<boolean> {
    const key = keyOf(week);
    const told: WeekTold = { from, to, lines };
    const event: ProductEvent = { version: 1, type: 'week.summed_up', subject: key.pk, sequence: 1, at, data: told };
    const telling: Telling = { ...key, version: 1, pending: [event], isWatched: false };
    const expiresAt = Math.floor((millis(at) + KEPT_DAYS * DAY) / 1000);
    const item = { ...key, told, version: 1, pending: [event], expiresAt, ...clockKeys(telling) };
    if ((await this.#table.add(item)) === 'refused') return false;
    await this.#outbox?.tell([telling]);
    return true;
  }

  /** The summary of a week such as `2026-W47`. */
  async of(week: string): Promise<WeekTold | undefined> {
    const item = await this.#table.get(keyOf(week));
    return item?.told as WeekTold | undefined;
  }
}
