import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessHours,
  type BusinessCalendar,
  businessHoursBetween,
} from '../../../functions/domain/actions/business-calendar.ts';
import { DAY, HOUR, instantAt, millis } from '../../../functions/domain/instant.ts';
import { anyCalendar, anyHours, anyInstant, calendarOf, office, QUARTER } from './calendars.ts';

const london = calendarOf();
const newYork = calendarOf({ timeZone: 'America/New_York' });

/** Reads the wall clock by `Intl`, not by Temporal, so that the two check each other. */
const wallClock = (timeZone: string): ((at: number) => { day: string; weekday: string; time: string }) => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (at) => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    return {
      day: `${part.year}-${part.month}-${part.day}`,
      weekday: part.weekday?.toLowerCase() ?? '',
      time: `${part.hour}:${part.minute}`,
    };
  };
};

const workingTimeOf = ({ timeZone, days, holidays }: BusinessCalendar): ((at: number) => boolean) => {
  const clock = wallClock(timeZone);
  return (at) => {
    const { day, weekday, time } = clock(at);
    const hours = days[weekday as keyof typeof days];
    return hours !== undefined && !holidays.includes(day) && hours[0] <= time && time < hours[1];
  };
};

describe('adding business hours', () => {
  it.each([
    ['within a day', '2026-03-02T10:00:00.000Z', 4, '2026-03-02T14:00:00.000Z'],
    ['over a night', '2026-03-02T15:00:00.000Z', 4, '2026-03-03T11:00:00.000Z'],
    ['over a weekend', '2026-03-06T15:00:00.000Z', 4, '2026-03-09T11:00:00.000Z'],
    ['over Christmas and its substitute day', '2026-12-24T16:00:00.000Z', 2, '2026-12-29T10:00:00.000Z'],
    ['from before the opening', '2026-03-02T05:00:00.000Z', 1, '2026-03-02T10:00:00.000Z'],
    ['from a Sunday', '2026-03-01T12:00:00.000Z', 1, '2026-03-02T10:00:00.000Z'],
    ['to the closing, which is the next opening', '2026-03-02T09:00:00.000Z', 8, '2026-03-03T09:00:00.000Z'],
    ['none, from the closing to the next opening', '2026-03-06T17:00:00.000Z', 0, '2026-03-09T09:00:00.000Z'],
    ['none, within hours', '2026-03-02T09:00:00.000Z', 0, '2026-03-02T09:00:00.000Z'],
    ['over the weekend on which London goes to summer time', '2026-03-27T16:00:00.000Z', 2, '2026-03-30T09:00:00.000Z'],
    ['over the weekend on which London leaves it', '2026-10-23T15:00:00.000Z', 2, '2026-10-26T10:00:00.000Z'],
  ])('counts %s', (_case, from, hours, to) => {
    expect(addBusinessHours(from, hours, london)).toBe(to);
  });

  it('goes by the clock of the calendar, not by UTC', () => {
    expect(addBusinessHours('2026-03-06T21:00:00.000Z', 2, newYork)).toBe('2026-03-09T14:00:00.000Z');
    expect(addBusinessHours('2026-10-30T20:00:00.000Z', 2, newYork)).toBe('2026-11-02T15:00:00.000Z');
  });

  it.each([
    ['Europe/London', '2026-03-29', '2026-10-25'],
    ['America/New_York', '2026-03-08', '2026-11-01'],
  ])('gives a round-the-clock Sunday in %s 23 hours in spring and 25 in autumn', (timeZone, spring, autumn) => {
    const sundays = calendarOf({ timeZone, days: { sun: ['00:00', '24:00'] } });
    const hoursOn = (day: string): number => {
      const noon = `${day}T12:00:00.000Z`;
      return businessHoursBetween(instantAt(millis(noon) - DAY), instantAt(millis(noon) + DAY), sundays);
    };
    expect([hoursOn(spring), hoursOn(autumn)]).toEqual([23, 25]);
  });

  it('does not work the hour that the clock skips', () => {
    const nights = calendarOf({ days: { sun: ['01:00', '02:00'] } });
    expect(addBusinessHours('2026-03-28T00:00:00.000Z', 0, nights)).toBe('2026-04-05T00:00:00.000Z');
  });

  it('does not work a day that the calendar of a country skips', () => {
    const apia = calendarOf({ timeZone: 'Pacific/Apia', days: { thu: office, fri: office, sat: office } });
    const daysAround = businessHoursBetween('2011-12-29T00:00:00.000Z', '2012-01-01T00:00:00.000Z', apia) / 8;
    expect(daysAround).toBe(2);
  });

  it('runs on without a seam where one day ends at 24:00 and the next begins at 00:00', () => {
    const always = calendarOf({
      days: Object.fromEntries(
        ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, ['00:00', '24:00']]),
      ),
      holidays: [],
    });
    fc.assert(
      fc.property(anyInstant, anyHours, (from, hours) => {
        expect(addBusinessHours(from, hours, always)).toBe(instantAt(millis(from) + hours * HOUR));
      }),
    );
  });

  it('passes over a year of holidays and still ends', () => {
    const holidays = Array.from({ length: 1000 }, (_, day) => instantAt(day * DAY + millis('2026-01-01')).slice(0, 10));
    expect(addBusinessHours('2026-01-01T00:00:00.000Z', 1, calendarOf({ holidays }))).toBe('2028-09-27T09:00:00.000Z');
  });

  it('refuses hours that are negative, unheard of or no number, rather than search for ever', () => {
    for (const hours of [-1, 1e9, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => addBusinessHours('2026-03-02T10:00:00.000Z', hours, london)).toThrow(RangeError);
    }
  });

  it('refuses a calendar that was never parsed and has no hours', () => {
    const never = { timeZone: 'Europe/London', days: {}, holidays: [] };
    expect(() => addBusinessHours('2026-03-02T10:00:00.000Z', 1, never)).toThrow(RangeError);
  });

  it('ends in working time, having passed exactly the hours asked for', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, fc.integer({ min: 0, max: 80 }), (calendar, from, quarters) => {
        const to = addBusinessHours(from, quarters / 4, calendar);
        const isWorkingTime = workingTimeOf(calendar);
        expect(isWorkingTime(millis(to))).toBe(true);
        let worked = 0;
        for (let at = millis(from); at < millis(to); at += QUARTER) worked += isWorkingTime(at) ? 1 : 0;
        expect(worked).toBe(quarters);
      }),
      { numRuns: 40 },
    );
  });

  it('never ends earlier for starting later or for more hours', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyInstant, anyHours, anyHours, (calendar, a, b, x, y) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        const from = addBusinessHours(early, Math.min(x, y), calendar);
        expect(addBusinessHours(late, Math.min(x, y), calendar) >= from).toBe(true);
        expect(addBusinessHours(early, Math.max(x, y), calendar) >= from).toBe(true);
      }),
    );
  });

  it('comes to the same in one step or in two', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyHours, anyHours, (calendar, from, x, y) => {
        const stop = addBusinessHours(from, x, calendar);
        expect(addBusinessHours(stop, y, calendar)).toBe(addBusinessHours(from, x + y, calendar));
      }),
    );
  });

  it('answers ten thousand times a second', () => {
    const from = millis('2026-01-01T00:00:00.000Z');
    const started = performance.now();
    for (let i = 0; i < 10_000; i++) addBusinessHours(instantAt(from + i * HOUR), 80, london);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('business hours between two instants', () => {
  it('counts what lies between, and nothing over night', () => {
    expect(businessHoursBetween('2026-03-02T16:30:00.000Z', '2026-03-03T09:30:00.000Z', london)).toBe(1);
    expect(businessHoursBetween('2026-03-02T18:00:00.000Z', '2026-03-03T08:00:00.000Z', london)).toBe(0);
  });

  it('is what was added', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyHours, (calendar, from, hours) => {
        expect(businessHoursBetween(from, addBusinessHours(from, hours, calendar), calendar)).toBe(hours);
      }),
    );
  });

  it('adds up over a stop on the way, forwards and back', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyInstant, anyInstant, (calendar, a, b, c) => {
        const whole = businessHoursBetween(a, c, calendar);
        expect(businessHoursBetween(a, b, calendar) + businessHoursBetween(b, c, calendar)).toBe(whole);
        expect(businessHoursBetween(c, a, calendar) + whole).toBe(0);
      }),
      { numRuns: 50 },
    );
  });
});
