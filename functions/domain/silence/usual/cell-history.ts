import { DAY, type Day, millis, startOf } from '../../instant.ts';

/** Complaining customers of one cell on days that follow each other: the same days for all cells of a fleet. */
export interface CellHistory {
  /** By day, oldest first. Not always whole numbers: what is usual may stand for what was counted. */
  counts: readonly number[];
  /** Place of the first day that is the cell's own; before it, nothing was known of it. */
  from: number;
}

export const WEEK = 7;

/** 0 to 6, the same for days that are weeks apart. */
export const weekdayOf = (day: Day): number => Math.round(millis(startOf(day)) / DAY) % WEEK;

/** Added up in the order given, so that the same order gives the same digits. */
export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

export const daysIn = ({ counts, from }: CellHistory): number => counts.length - from;

/** By weekday, a cell's days and the customers on them. */
export const byWeekday = (
  { counts, from }: CellHistory,
  weekdays: readonly number[],
): { days: number[]; customers: number[] } => {
  const days = new Array<number>(WEEK).fill(0);
  const customers = new Array<number>(WEEK).fill(0);
  for (let i = from; i < counts.length; i++) {
    const weekday = weekdays[i] as number;
    days[weekday] = (days[weekday] as number) + 1;
    customers[weekday] = (customers[weekday] as number) + (counts[i] as number);
  }
  return { days, customers };
};

/** Customers on a day of the average weekday, 0 where the cell has no days. */
export const rateOf = (
  { counts, from }: CellHistory,
  weekdays: readonly number[],
  factors: readonly number[],
): number => {
  let [customers, days] = [0, 0];
  for (let i = from; i < counts.length; i++) {
    customers += counts[i] as number;
    days += factors[weekdays[i] as number] as number;
  }
  return days === 0 ? 0 : customers / days;
};
