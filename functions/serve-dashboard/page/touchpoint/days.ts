import type { Detail } from './detail.ts';

const DAY_MS = 86_400_000;

/** A UTC day so many before another; after it where they are negative. */
export const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);

/** Customers who complained on a day, and how many were expected to. */
export interface Complaining {
  day: string;
  customers: number;
  expected?: number | undefined;
}

/** Every day from one to another, both among them; on those of which nothing is told nobody complained. */
export const complainingOf = (
  { trend, daily = [] }: Pick<Detail, 'trend' | 'daily'>,
  from: string,
  to: string,
): Complaining[] => {
  const told = new Map<string, Complaining>();
  for (const { day, complaining } of trend) told.set(day, { day, customers: complaining });
  for (const { day, complaining, expected } of daily) told.set(day, { day, customers: complaining, expected });
  const days: Complaining[] = [];
  for (let day = from; day <= to; day = dayBefore(day, -1)) days.push(told.get(day) ?? { day, customers: 0 });
  return days;
};
