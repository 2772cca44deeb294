import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDay } from '../../../functions/domain/actions/business-calendar.ts';
import { sevenDaysBefore, weekDue } from '../../../functions/domain/actions/local-week.ts';
import { DAY, HOUR, instantAt, millis } from '../../../functions/domain/instant.ts';
import { march, owners } from '../../builders.ts';

const office = owners.calendars.office as NonNullable<(typeof owners.calendars)[string]>;
const week = (at: string, calendar = office) => weekDue(calendar, at)?.week;

describe('WEEK-1: a local week', () => {
  it('is summed up in the week after, from when the calendar opens on its Monday', () => {
    expect(week(march(9, '08:59'))).toBeUndefined();
    expect(weekDue(office, march(9, '09:00'))).toEqual({
      week: '2026-W10',
      from: march(2, '00:00'),
      to: march(9, '00:00'),
    });
    expect([week(march(9, '20:00')), week(march(15, '23:59'))]).toEqual(['2026-W10', '2026-W10']);
    expect(week(march(16, '03:00'))).toBeUndefined();
  });

  it('waits for the day after a Monday off, and no longer than its turn where a whole week is off', () => {
    expect(week(march(9, '12:00'), { ...office, holidays: ['2026-03-09'] })).toBeUndefined();
    expect(week(march(10, '09:00'), { ...office, holidays: ['2026-03-09'] })).toBe('2026-W10');
    const off = Array.from({ length: 7 }, (_, i) => `2026-03-${String(9 + i).padStart(2, '0')}`);
    expect(week(march(12), { ...office, holidays: off })).toBe('2026-W10');
  });

  it('begins and ends at midnight by the clock on the wall, an hour off where the clocks change', () => {
    // London's clocks go forward on the 29th of March, a Sunday.
    expect(weekDue(office, march(31))).toMatchObject({ from: march(23, '00:00'), to: march(29, '23:00') });
    expect(weekDue({ ...office, timeZone: 'Asia/Kolkata' }, march(10))).toMatchObject({ to: march(8, '18:30') });
    expect(sevenDaysBefore('2026-03-31', office)).toEqual({ from: march(24, '00:00'), to: march(30, '23:00') });
  });

  it('is called after ISO 8601, in which a year may begin in the one before', () => {
    expect(week('2027-01-05T12:00:00.000Z')).toBe('2026-W53');
    expect(week('2026-01-07T12:00:00.000Z')).toBe('2026-W01');
  });

  it('follows upon the one before without a gap, whichever runs there are', () => {
    const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu');
    fc.assert(
      fc.property(zone, fc.integer({ min: 0, max: 3 * 365 * 24 }), (timeZone, hours) => {
        const calendar = { ...office, timeZone };
        const at = instantAt(Date.UTC(2025, 0, 1) + hours * HOUR);
        const due = weekDue(calendar, at);
        if (!due) return;
        const next =
          weekDue(calendar, instantAt(millis(at) + 7 * DAY + HOUR)) ??
          weekDue(calendar, instantAt(millis(at) + 7 * DAY - HOUR));
        expect(due.to <= at).toBe(true);
        expect(localDay(due.from, calendar) < localDay(due.to, calendar)).toBe(true);
        expect(next?.from).toBe(due.to);
      }),
    );
  });
});
