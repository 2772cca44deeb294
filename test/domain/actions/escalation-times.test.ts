import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBusinessHours, businessHoursBetween } from '../../../functions/domain/actions/business-calendar.ts';
import { againAfterHours, timesOf } from '../../../functions/domain/actions/escalation-times.ts';
import { anyCalendar, anyInstant, calendarOf } from './calendars.ts';

const london = calendarOf();
const perfect = {
  escalation: [
    { contact: '#head', afterHours: 8 },
    { contact: '#director', afterHours: 16 },
  ],
  remindHours: 4,
};

describe('DEADLINE-1: times around a deadline', () => {
  it('are hours before it, and hours after it for each level in turn', () => {
    expect(timesOf(perfect, london, '2026-03-06T11:00:00.000Z')).toEqual({
      remindAt: '2026-03-05T15:00:00.000Z',
      levels: ['2026-03-09T11:00:00.000Z', '2026-03-11T11:00:00.000Z'],
    });
  });

  it('are none where nobody is to be told', () => {
    expect(timesOf({ escalation: [], remindHours: 0 }, london, '2026-03-06T11:00:00.000Z')).toEqual({ levels: [] });
  });

  it('lie in working time, so many hours from the deadline as the team says', () => {
    const anyLevel = fc.record({ contact: fc.constant('#head'), afterHours: fc.integer({ min: 1, max: 40 }) });
    const anyTeam = fc.record({
      escalation: fc.array(anyLevel, { maxLength: 4 }),
      remindHours: fc.integer({ min: 1, max: 80 }),
    });
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyTeam, (calendar, at, team) => {
        const dueAt = addBusinessHours(at, 0, calendar);
        const { remindAt = '', levels } = timesOf(team, calendar, dueAt);
        const hours = [remindAt, dueAt, ...levels].map((time, i, all) =>
          businessHoursBetween(all[i - 1] ?? remindAt, time, calendar),
        );
        expect(hours).toEqual([0, team.remindHours, ...team.escalation.map(({ afterHours }) => afterHours)]);
        for (const time of [remindAt, ...levels]) expect(addBusinessHours(time, 0, calendar)).toBe(time);
      }),
    );
  });

  it('come again at the interval of the last level, but never twice in a working day', () => {
    const withLast = (afterHours: number) => ({ escalation: [{ contact: '#head', afterHours }] });
    expect([16, 4].map((hours) => againAfterHours(withLast(hours)))).toEqual([16, 8]);
    expect(againAfterHours({ escalation: [] })).toBeUndefined();
  });
});
