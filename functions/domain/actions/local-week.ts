import { Temporal } from 'temporal-polyfill';
import { type Day, type Instant, instantAt } from '../instant.ts';
import { addBusinessHours, type BusinessCalendar, localDay } from './business-calendar.ts';

/** A span of local days, whole ones. */
export interface Span {
  /** The first instant of its first day. */
  from: Instant;
  /** The first instant after it. */
  to: Instant;
}

/** A week from Monday to Sunday by the clock on the wall. */
export interface LocalWeek extends Span {
  /** Named after ISO 8601: `2026-W47`. */
  week: string;
}

type Clock = Pick<BusinessCalendar, 'timeZone'>;

const beginning = (day: Temporal.PlainDate, { timeZone }: Clock): Instant =>
  instantAt(day.toZonedDateTime(timeZone).epochMilliseconds);

const weekFrom = (monday: Temporal.PlainDate, clock: Clock): LocalWeek => ({
  week: `${monday.yearOfWeek}-W${String(monday.weekOfYear).padStart(2, '0')}`,
  from: beginning(monday, clock),
  to: beginning(monday.add({ days: 7 }), clock),
});

const mondayOf = (at: Instant, clock: Clock): Temporal.PlainDate => {
  const today = Temporal.PlainDate.from(localDay(at, clock));
  return today.subtract({ days: today.dayOfWeek - 1 });
};

/** The last local week that is over at an instant. */
export const lastWeek = (at: Instant, clock: Clock): LocalWeek =>
  weekFrom(mondayOf(at, clock).subtract({ days: 7 }), clock);

/** The seven local days before a day. */
export const sevenDaysBefore = (day: Day, clock: Clock): Span => {
  const end = Temporal.PlainDate.from(day);
  return { from: beginning(end.subtract({ days: 7 }), clock), to: beginning(end, clock) };
};

/**
 * WEEK-1: a local week is summed up in the week after, from when the calendar opens on or after its Monday, and once: a run
 * that is missed is made good by the next. A week in which nobody works is no reason to leave the one before it out.
 *
 * @returns the week to be summed up by a run, where it is time
 */
export const weekDue = (calendar: BusinessCalendar, at: Instant): LocalWeek | undefined => {
  const now = weekFrom(mondayOf(at, calendar), calendar);
  const opens = addBusinessHours(now.from, 0, calendar);
  return at >= opens || opens >= now.to ? lastWeek(at, calendar) : undefined;
};
