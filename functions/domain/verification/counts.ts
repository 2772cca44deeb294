import type { Day } from '../instant.ts';
import type { CellDay } from '../touchpoints/cell-day.ts';
import type { CellEvidence, Days } from '../touchpoints/comparison.ts';
import { type HeardCounts, heardOf, invitedIn } from '../touchpoints/heard-counts.ts';
import { daysIn, type FixKind } from './windows.ts';

/** What went wrong in a cell, of what could have. */
export interface Counts {
  /** Of a dark corner the invited who had been brushed off, of a surge complaining customers. */
  events: number;
  /** Of a dark corner the invited, of a surge days. */
  exposure: number;
}

/** A cell's days. Those of which nothing is told are left out. */
export type DailyCounts = readonly (Counts & { day: Day })[];

/** Counts of a window. */
export interface WindowCounts extends Counts {
  /** How its days lie about their own mean: Pearson's squares, and as how many they are free. */
  scatter: { squares: number; freedom: number };
}

const brushedOffIn = (heard: HeardCounts): Counts =>
  Object.entries(heard).reduce(
    ({ events, exposure }, [key, group]) => ({
      events: events + (heardOf(key).heard === 'brushed-off' ? invitedIn(group) : 0),
      exposure: exposure + invitedIn(group),
    }),
    { events: 0, exposure: 0 },
  );

const added = (counts: readonly Counts[]): Counts =>
  counts.reduce<Counts>(
    (sum, { events, exposure }) => ({ events: sum.events + events, exposure: sum.exposure + exposure }),
    { events: 0, exposure: 0 },
  );

/**
 * VERIFY-5: a dark corner is measured by the share of the invited who had been brushed off, whether they answered or not,
 * and a surge by complaining customers a day: neither hangs on who answers surveys, which a fix may change.
 */
export const dailyCounts = (kind: FixKind, days: readonly CellDay[]): DailyCounts =>
  days.map(({ day, surveys, complainers, furtherComplainers, namelessComplaints }) => ({
    day,
    ...(kind === 'surge'
      ? { events: complainers.length + furtherComplainers + namelessComplaints, exposure: 1 }
      : added(Object.values(surveys).map(({ heard = {} }) => brushedOffIn(heard)))),
  }));

/** The same of a fleet's cell over the window that it is compared by. */
export const countsOfCell = (
  kind: FixKind,
  { metrics, complaining, window }: Pick<CellEvidence, 'metrics' | 'complaining' | 'window'>,
): Counts => {
  if (kind === 'dark-corner') {
    return added(
      metrics.flatMap(({ older, young }) => [brushedOffIn(older), ...young.map(({ heard }) => brushedOffIn(heard))]),
    );
  }
  const inside = new Map(complaining.map(({ day, customers }) => [day, customers]));
  const days = daysIn(window);
  return { events: days.reduce((sum, day) => sum + (inside.get(day) ?? 0), 0), exposure: days.length };
};

/** Counts within days, both ends among them. No complaint is told of on most days of a small cell: they count all the same. */
export const countsWithin = (kind: FixKind, counts: DailyCounts, window: Days): WindowCounts => {
  const told = new Map(counts.map((one) => [one.day, one]));
  const nobody = { events: 0, exposure: kind === 'surge' ? 1 : 0 };
  const daily = daysIn(window).map((day) => told.get(day) ?? nobody);
  const { events, exposure } = added(daily);
  const expected = daily.flatMap((one) =>
    one.exposure > 0 ? [{ ...one, mean: (one.exposure * events) / exposure }] : [],
  );
  return {
    events,
    exposure,
    scatter: {
      squares: expected.reduce((sum, one) => sum + (events === 0 ? 0 : (one.events - one.mean) ** 2 / one.mean), 0),
      freedom: events === 0 ? 0 : Math.max(0, expected.length - 1),
    },
  };
};
