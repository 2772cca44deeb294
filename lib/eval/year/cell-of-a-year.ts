import { DAY, type Day, type Instant, millis, startOf } from '../../../functions/domain/instant.ts';
import { type CellDay, cellDayOf } from '../../../functions/domain/touchpoints/cell-day.ts';
import type { Cell, TallyRow } from '../../../functions/domain/touchpoints/tally-row.ts';
import { type Conduct, journeyOf, type Traits } from '../study/customer.ts';
import type { Random } from '../study/random.ts';
import { asSeen } from '../study/seen.ts';
import { poisson } from '../study/surge-world.ts';
import { START } from '../study/world.ts';
import type { WorldSettings } from '../study/world-settings.ts';
import { type Course, conductOn } from './course.ts';

/** After all instants. */
const FOREVER: Instant = '9999-12-31T23:59:59.999Z';

/** A visit is complained of and asked about within two days. */
const TOLD_WITHIN = 2 * DAY;

interface KeptDay {
  rows: TallyRow[];
  sum?: CellDay;
  /** From when on the sum is another. */
  until?: Instant;
}

/** A cell whose customers come day by day, so that what is done about it shows from then on. */
export class CellOfAYear {
  readonly #settings: WorldSettings;
  readonly #random: Random;
  readonly #days = new Map<Day, KeptDay>();
  readonly #visitsADay: number;
  readonly course: Course;
  readonly cell: Cell;

  constructor(settings: WorldSettings, course: Course, random: Random) {
    this.#settings = settings;
    this.#random = random;
    this.course = course;
    this.cell = course.place;
    const [least, most] = settings.invited;
    this.#visitsADay = Math.exp(random.between(Math.log(least), Math.log(most))) / 28;
  }

  /** The customers of a day, the first being 0. */
  live(day: number): void {
    const conduct: Conduct = conductOn(this.course, day);
    const traits: Traits = { ...this.course, conductAt: () => conduct };
    const busy = this.#settings.weekdays[day % 7] ?? 1;
    const visits = poisson(this.#random, this.#visitsADay * busy);
    for (let customer = 0; customer < visits; customer++) {
      const visit = millis(START) + (day + this.#random.share()) * DAY;
      const { asked, complaints } = journeyOf(this.#settings, traits, [visit], `${day}-${customer}`, this.#random);
      for (const row of [...asked.flatMap((one) => one.row ?? []), ...complaints]) {
        const kept = this.#days.get(row.day);
        if (kept) kept.rows.push(row);
        else this.#days.set(row.day, { rows: [row] });
      }
    }
  }

  /** Days, as seen at an instant. */
  until(asOf: Instant, days: readonly Day[]): CellDay[] {
    return days.flatMap((day) => {
      const kept = this.#days.get(day);
      return kept ? [this.#sum(kept, day, asOf)] : [];
    });
  }

  /** A day is added up again only while anything of it still comes. */
  #sum(kept: KeptDay, day: Day, asOf: Instant): CellDay {
    if (kept.sum && kept.until !== undefined && asOf <= kept.until) return kept.sum;
    const seen = kept.rows.flatMap((row) => asSeen(row, asOf) ?? []);
    const sum = cellDayOf(this.cell, day, seen);
    if (millis(asOf) - millis(startOf(day)) < TOLD_WITHIN + DAY) return sum;
    kept.sum = sum;
    kept.until = FOREVER;
    for (const row of kept.rows) {
      const at = row.kind === 'survey' ? row.answeredAt : undefined;
      if (at !== undefined && at >= asOf && at < kept.until) kept.until = at;
    }
    if (kept.until === FOREVER) kept.rows = [];
    return sum;
  }
}
