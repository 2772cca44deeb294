import { byWeekday, type CellHistory, daysIn, WEEK } from './cell-history.ts';

/** Fewest days that a week may be left out of: two weeks must remain. */
const ENOUGH_DAYS = 3 * WEEK;

/** A cell's history without its highest week, and what that week had. */
export interface Quieter {
  /** Days of that week have the mean of their weekday in all others. */
  history: CellHistory;
  /** Customers of the highest week; 0 where the history is too short to leave one out. */
  customers: number;
}

/** The seven days that follow each other with the most customers; of equal ones the first. */
const highestWeek = ({ counts, from }: CellHistory): { at: number; customers: number } => {
  let highest = { at: from, customers: -1 };
  let customers = 0;
  for (let i = from; i < counts.length; i++) {
    customers += counts[i] as number;
    const at = i - WEEK + 1;
    if (at > from) customers -= counts[at - 1] as number;
    if (at >= from && customers > highest.customers) highest = { at, customers };
  }
  return highest;
};

export const withoutHighestWeek = (cell: CellHistory, weekdays: readonly number[]): Quieter => {
  if (daysIn(cell) < ENOUGH_DAYS) return { history: cell, customers: 0 };
  const { at, customers: most } = highestWeek(cell);
  const { days, customers } = byWeekday(cell, weekdays);
  const counts = cell.counts.map((count, i) => {
    if (i < at || i >= at + WEEK) return count;
    const weekday = weekdays[i] as number;
    return ((customers[weekday] as number) - count) / ((days[weekday] as number) - 1);
  });
  return { history: { counts, from: cell.from }, customers: most };
};
