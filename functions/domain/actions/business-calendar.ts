import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { DAY, type Day, HOUR, type Instant, instantAt, millis } from '../instant.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const ClockTime = z
  .string()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'expected a time of day, "00:00" to "24:00"')
  .describe('local time of day, "09:00"; "24:00" is the end of the day');

type Hours = readonly [opens: string, closes: string];

/** Times of day compare as text. */
const isOpening = ([opens, closes]: Hours): boolean => opens < closes;

const hasHours = (days: Readonly<Record<string, Hours>>): boolean => Object.values(days).some(isOpening);

const isTimeZone = (name: string): boolean => {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId.length > 0;
  } catch {
    return false; // the platform's way of saying no: RangeError on a zone that it does not know
  }
};

/** A list this long is 125 years of English bank holidays; the bound keeps every walk over closed days short. */
const MAX_HOLIDAYS = 1000;

/** When a team works, by the clock on its own wall. */
export const BusinessCalendar = z
  .strictObject({
    timeZone: z
      .string()
      .refine(isTimeZone, {
        error: 'the time zone is not known',
        params: { fix: 'write a name of the IANA database, such as "Europe/London"' },
      })
      .describe('IANA name, "Europe/London"'),
    days: z
      .partialRecord(
        z.enum(weekdays),
        z.tuple([ClockTime, ClockTime]).refine(isOpening, {
          error: 'the opening must lie before the closing',
          params: { fix: 'write the opening first; for hours over midnight end the day at "24:00"' },
        }),
      )
      .refine(hasHours, {
        error: 'the calendar has no working hours at all',
        params: { fix: 'give at least one weekday its opening and closing, "mon": ["09:00", "17:00"]' },
      })
      .describe('opening and closing of each weekday that is worked; the closing is no longer working time'),
    holidays: z
      .array(z.iso.date())
      .max(MAX_HOLIDAYS)
      .default([])
      .describe('local days without work, whatever weekday they fall on'),
  })
  .describe('working hours in a time zone of their own');
export type BusinessCalendar = z.infer<typeof BusinessCalendar>;

/** The day it is at an instant, by the clock on the team's wall. */
export const localDay = (at: Instant, { timeZone }: Pick<BusinessCalendar, 'timeZone'>): Day =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** One day's working time in milliseconds since 1970, the end exclusive; empty where it does not begin before its end. */
interface Shift {
  opens: number;
  closes: number;
}

/**
 * The working time of a local day. A time that the clock skips in spring is moved on by the hour skipped, one that it
 * shows twice in autumn is its first showing (Temporal's "compatible"), and nothing reaches beyond the day.
 */
const shiftOn = (epochDay: number, { timeZone, days, holidays }: BusinessCalendar): Shift => {
  const date = new Temporal.PlainDate(1970, 1, 1).add({ days: epochDay });
  const end = date.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
  const hours = weekdays.map((weekday) => days[weekday])[date.dayOfWeek - 1];
  if (!hours || holidays.includes(date.toString())) return { opens: end, closes: end };
  const at = (time: string): number =>
    time === '24:00'
      ? end
      : Math.min(end, date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds);
  return { opens: at(hours[0]), closes: at(hours[1]) };
};

/** Time zone arithmetic costs 10 microseconds a day and the same days are asked for again and again. */
const shiftsByCalendar = new WeakMap<BusinessCalendar, Map<number, Shift>>();

/** 27 years of days, about a megabyte: more than any horizon, and an end to growth under nonsense dates. */
const MAX_DAYS_KEPT = 10_000;

const shiftsOf = (calendar: BusinessCalendar): ((epochDay: number) => Shift) => {
  if (!hasHours(calendar.days))
    throw new RangeError('a calendar without working hours: parse it with BusinessCalendar');
  const kept = shiftsByCalendar.get(calendar) ?? new Map<number, Shift>();
  shiftsByCalendar.set(calendar, kept);
  return (epochDay) => {
    const known = kept.get(epochDay);
    if (known) return known;
    const shift = shiftOn(epochDay, calendar);
    if (kept.size >= MAX_DAYS_KEPT) kept.clear();
    kept.set(epochDay, shift);
    return shift;
  };
};

/** No zone is a full day from UTC: the local day of an instant is its UTC day or a neighbour of it. */
const firstDay = (ms: number): number => Math.floor(ms / DAY) - 1;
const lastDay = (ms: number): number => Math.floor(ms / DAY) + 1;

/** Over 45 years of eight-hour days: a longer wait is a mistake, and would be walked day by day. */
const MAX_HOURS = 100_000;

const requireHours = (hours: number): void => {
  if (!(hours >= 0 && hours <= MAX_HOURS)) throw new RangeError(`business hours: expected 0 to ${MAX_HOURS}`);
};

/**
 * The instant in working time that lies `hours` working hours after another; 0 hours after closing is the next opening.
 * Because a closing is no longer working time, eight hours from Monday 09:00 in a day 09:00-17:00 end on Tuesday 09:00.
 *
 * @param hours 0 to 100,000, to the millisecond
 * @throws RangeError outside that range, and on a calendar that was never parsed and has no hours
 */
export const addBusinessHours = (from: Instant, hours: number, calendar: BusinessCalendar): Instant => {
  requireHours(hours);
  const shiftOf = shiftsOf(calendar);
  const start = millis(from);
  let left = Math.round(hours * HOUR);
  for (let day = firstDay(start); ; day++) {
    const { opens, closes } = shiftOf(day);
    const begins = Math.max(start, opens);
    if (begins + left < closes) return instantAt(begins + left);
    left -= Math.max(0, closes - begins);
  }
};

/**
 * The instant in working time from which it is `hours` working hours to another; of one outside working time, to the next
 * opening. What `addBusinessHours` adds is taken off again, and the other way round, but for time that is not worked.
 *
 * @param hours 0 to 100,000, to the millisecond
 * @throws RangeError as `addBusinessHours`
 */
export const subtractBusinessHours = (from: Instant, hours: number, calendar: BusinessCalendar): Instant => {
  requireHours(hours);
  const end = addBusinessHours(from, 0, calendar);
  const shiftOf = shiftsOf(calendar);
  let left = Math.round(hours * HOUR);
  if (left === 0) return end;
  for (let day = lastDay(millis(end)); ; day--) {
    const { opens, closes } = shiftOf(day);
    const ends = Math.min(millis(end), closes);
    if (left <= ends - opens) return instantAt(ends - left);
    left -= Math.max(0, ends - opens);
  }
};

/** Working hours from `a` to `b`; negative where `b` is the earlier. */
export const businessHoursBetween = (a: Instant, b: Instant, calendar: BusinessCalendar): number => {
  const shiftOf = shiftsOf(calendar);
  const [from, to] = [millis(a), millis(b)].sort((x, y) => x - y) as [number, number];
  let worked = 0;
  for (let day = firstDay(from); day <= lastDay(to); day++) {
    const { opens, closes } = shiftOf(day);
    worked += Math.max(0, Math.min(to, closes) - Math.max(from, opens));
  }
  return (millis(a) <= millis(b) ? worked : 0 - worked) / HOUR;
};
