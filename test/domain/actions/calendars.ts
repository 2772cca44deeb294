import fc from 'fast-check';
import { BusinessCalendar } from '../../../functions/domain/actions/business-calendar.ts';
import { HOUR, type Instant, instantAt, millis } from '../../../functions/domain/instant.ts';

export const office: [string, string] = ['09:00', '17:00'];
const perfect = {
  timeZone: 'Europe/London',
  days: { mon: office, tue: office, wed: office, thu: office, fri: office },
  holidays: ['2026-12-25', '2026-12-28'],
};

/** Nine to five on weekdays in London, but not over Christmas 2026. */
export const calendarOf = (override: object = {}): BusinessCalendar =>
  BusinessCalendar.parse({ ...perfect, ...override });

export const QUARTER = HOUR / 4;
const span = (from: Instant, to: Instant): number => millis(to) - millis(from);

/** A quarter of an hour of 2026 or 2027. */
export const anyInstant = fc
  .integer({ min: 0, max: span('2026-01-01T00:00:00.000Z', '2028-01-01T00:00:00.000Z') / QUARTER })
  .map((quarters) => instantAt(millis('2026-01-01T00:00:00.000Z') + quarters * QUARTER));

/** To 100 hours, in quarters. */
export const anyHours = fc.integer({ min: 0, max: 400 }).map((quarters) => quarters / 4);

const anyTime = fc.integer({ min: 0, max: 96 }).map((quarters) => {
  const hour = String(Math.floor(quarters / 4)).padStart(2, '0');
  return `${hour}:${String((quarters % 4) * 15).padStart(2, '0')}`;
});
const anyOpening = fc
  .uniqueArray(anyTime, { minLength: 2, maxLength: 2 })
  .map((times) => times.sort() as [string, string]);

/** Hours and holidays of any kind, in zones with and without summer time. */
export const anyCalendar = fc
  .record({
    timeZone: fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC'),
    days: fc
      .dictionary(fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'), anyOpening, { maxKeys: 7 })
      .map((days) => ({ wed: office, ...days })),
    holidays: fc.array(
      anyInstant.map((at) => at.slice(0, 10)),
      { maxLength: 10 },
    ),
  })
  .map((calendar) => BusinessCalendar.parse(calendar));
