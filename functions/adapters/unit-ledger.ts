import { DAY, type Day, millis, startOf } from '../domain/instant.ts';
import { DependencyError } from '../runtime/errors.ts';
import type { DynamoTable } from './dynamo-table.ts';

/** How long a day's sum can be looked up. */
const KEPT_DAYS = 90;

const UNITS = 'units';

/** What was taken of each UTC day's units: one number a day, taken from before a call and given back where it was not billed. */
export class UnitLedger {
  readonly unitsPerDay: number;
  readonly #table: DynamoTable;

  constructor(table: DynamoTable, unitsPerDay: number) {
    this.#table = table;
    this.unitsPerDay = unitsPerDay;
  }

  /** False, and nothing taken, where the day's ceiling would be passed. */
  async take(day: Day, units: number): Promise<boolean> {
    return (await this.#change(day, units, this.unitsPerDay)) === 'written';
  }

  async giveBack(day: Day, units: number): Promise<void> {
    // A ceiling that was lowered meanwhile must not keep units from being given back.
    await this.#change(day, -units, Number.MAX_SAFE_INTEGER - units);
  }

  /** Units taken of a day, what is still to be given back among them. */
  async taken(day: Day): Promise<number> {
    const item = await this.#table.get(keyOfDay(day));
    if (item === undefined) return 0;
    if (typeof item[UNITS] === 'number') return item[UNITS];
    throw new DependencyError(`${this.#table.name}: the units taken of a day are no number`);
  }

  #change(day: Day, by: number, most: number) {
    const expiresAt = Math.floor((millis(startOf(day)) + KEPT_DAYS * DAY) / 1000);
    return this.#table.increase(keyOfDay(day), UNITS, by, most, expiresAt);
  }
}

const keyOfDay = (day: Day) => ({ pk: `spend#${day}`, sk: UNITS });
