import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessHours,
  businessHoursBetween,
  subtractBusinessHours,
} from '../../../functions/domain/actions/business-calendar.ts';
import { anyCalendar, anyHours, anyInstant, calendarOf } from './calendars.ts';

const london = calendarOf();

describe('subtracting business hours', () => {
  it.each([
    ['within a day', '2026-03-02T14:00:00.000Z', 4, '2026-03-02T10:00:00.000Z'],
    ['over a night', '2026-03-03T11:00:00.000Z', 4, '2026-03-02T15:00:00.000Z'],
    ['over a weekend', '2026-03-09T11:00:00.000Z', 4, '2026-03-06T15:00:00.000Z'],
    ['over Christmas and its substitute day', '2026-12-29T10:00:00.000Z', 2, '2026-12-24T16:00:00.000Z'],
    ['to the opening, not to the closing before', '2026-03-03T10:00:00.000Z', 1, '2026-03-03T09:00:00.000Z'],
    ['a whole day', '2026-03-03T09:00:00.000Z', 8, '2026-03-02T09:00:00.000Z'],
    ['from a Sunday as from the next opening', '2026-03-01T12:00:00.000Z', 1, '2026-02-27T16:00:00.000Z'],
    ['none, within hours', '2026-03-02T10:00:00.000Z', 0, '2026-03-02T10:00:00.000Z'],
    ['none, from a Sunday to the next opening', '2026-03-01T12:00:00.000Z', 0, '2026-03-02T09:00:00.000Z'],
    ['over the weekend on which London goes to summer time', '2026-03-30T09:00:00.000Z', 2, '2026-03-27T16:00:00.000Z'],
  ])('counts back %s', (_case, from, hours, to) => {
    expect(subtractBusinessHours(from, hours, london)).toBe(to);
  });

  it('takes off what was added, and is made good by adding it again, but for time that is not worked', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyHours, (calendar, at, hours) => {
        const worked = addBusinessHours(at, 0, calendar);
        expect(subtractBusinessHours(addBusinessHours(at, hours, calendar), hours, calendar)).toBe(worked);
        expect(addBusinessHours(subtractBusinessHours(at, hours, calendar), hours, calendar)).toBe(worked);
      }),
    );
  });

  it('begins in working time, with exactly the hours asked for between', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyHours, (calendar, to, hours) => {
        const from = subtractBusinessHours(to, hours, calendar);
        expect(addBusinessHours(from, 0, calendar)).toBe(from);
        expect(businessHoursBetween(from, addBusinessHours(to, 0, calendar), calendar)).toBe(hours);
      }),
    );
  });

  it('comes to the same in one step or in two, and never later for more hours', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyHours, anyHours, (calendar, at, x, y) => {
        const stop = subtractBusinessHours(at, x, calendar);
        const whole = subtractBusinessHours(at, x + y, calendar);
        expect(subtractBusinessHours(stop, y, calendar)).toBe(whole);
        expect(whole <= stop).toBe(true);
      }),
    );
  });

  it('refuses hours that are negative, unheard of or no number, rather than search for ever', () => {
    for (const hours of [-1, 1e9, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => subtractBusinessHours('2026-03-02T10:00:00.000Z', hours, london)).toThrow(RangeError);
    }
  });
});
