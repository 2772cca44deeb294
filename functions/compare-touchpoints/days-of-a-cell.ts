import { DAY, type Day, dayOf, type Instant, plus, startOf } from '../domain/instant.ts';
import { type AddingUp, addUpCellDay, type CellDay } from '../domain/touchpoints/cell-day.ts';
import { beginsMidDay, HISTORY_DAYS, type Window } from '../domain/touchpoints/comparison.ts';
import { type Cell, cellDayKey, type TallyRow } from '../domain/touchpoints/tally-row.ts';
import { mapConcurrently } from '../runtime/concurrency.ts';

/** What a cell's days are read from and kept in. */
export interface DayDeps {
  /** Hands over a cell-day's rows, a page at a time. */
  rows(cellDay: string, take: (page: readonly TallyRow[]) => void): Promise<void>;
  /** Answers false where a later run wrote already. */
  putDay(day: CellDay, at: Instant): Promise<boolean>;
  /** Notes that nothing is told of a day any more. Answers false where a later run wrote already. */
  clearDay(cell: Cell, day: Day, at: Instant): Promise<boolean>;
  days(cell: Cell, window: Pick<Window, 'from' | 'to'>): Promise<CellDay[]>;
}

const DAYS_IN_FLIGHT = 4;

/** The days of a cell: added up anew, or as they were. */
export const makeDays = (touchpoints: DayDeps) => {
  /** Adds a cell-day's rows up page by page: of a hundred thousand rows only some are held at a time. */
  const addUp = async (cell: Cell, day: Day, counts: (row: TallyRow) => boolean = () => true): Promise<AddingUp> => {
    const adding = addUpCellDay(cell, day);
    await touchpoints.rows(cellDayKey({ ...cell, day }), (page) => adding.add(page.filter(counts)));
    return adding;
  };

  /** Keeps a day's sum; a day whose rows are all gone, as when a half-told story was told whole, is as one that never was. */
  const keep = (cell: Cell, day: Day, sum: AddingUp, at: Instant): Promise<boolean> =>
    sum.rows() === 0 ? touchpoints.clearDay(cell, day, at) : touchpoints.putDay(sum.total(), at);

  /** A day that was added up before it was told what a corrected score needs, added up again; once, for then it is kept. */
  const retold = async (cell: Cell, day: CellDay, window: Window, at: Instant): Promise<CellDay[]> => {
    const lacks = Object.values(day.surveys).some(({ heard }) => heard === undefined);
    if (!lacks || day.day < window.from) return [day];
    const anew = await addUp(cell, day.day);
    await keep(cell, day.day, anew, at);
    return anew.rows() === 0 ? [] : [anew.total()];
  };

  /** The cell's days of window and history; of a first day that the window cuts, only the rows inside are added up. */
  const daysWithin = async (cell: Cell, window: Window, at: Instant): Promise<CellDay[]> => {
    const history = dayOf(plus(startOf(window.to), (1 - HISTORY_DAYS) * DAY));
    const read = await touchpoints.days(cell, { from: history < window.from ? history : window.from, to: window.to });
    const days = (await mapConcurrently(read, DAYS_IN_FLIGHT, (day) => retold(cell, day, window, at))).flat();
    if (!beginsMidDay(window) || !days.some(({ day }) => day === window.from)) return days;
    const inside = await addUp(cell, window.from, ({ at }) => at >= window.since);
    const whole = days.filter(({ day }) => day !== window.from);
    return inside.rows() === 0 ? whole : [inside.total(), ...whole];
  };

  return { addUp, keep, daysWithin };
};
