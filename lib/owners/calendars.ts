import type { BusinessCalendar } from '../../functions/domain/actions/business-calendar.ts';
import { table } from '../command-line/table.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Days in a row with the same hours as one: `mon-fri 09:00-17:00, sat 10:00-14:00`. */
const weekOf = ({ days }: BusinessCalendar): string => {
  const runs: { first: string; last: string; hours: string }[] = [];
  let before = '';
  for (const day of weekdays) {
    const hours = days[day]?.join('-') ?? '';
    const run = runs.at(-1);
    if (run && hours !== '' && hours === before) run.last = day;
    else if (hours !== '') runs.push({ first: day, last: day, hours });
    before = hours;
  }
  return runs.map(({ first, last, hours }) => `${first === last ? first : `${first}-${last}`} ${hours}`).join(', ');
};

const holidaysOf = ({ holidays }: BusinessCalendar): string =>
  holidays.length === 0 ? 'none' : `${holidays.length}, to ${[...holidays].sort().at(-1)}`;

/** Working hours and holidays by name. */
export const calendarTable = (calendars: Readonly<Record<string, BusinessCalendar>>, width?: number): string =>
  table(
    [{ head: 'calendar' }, { head: 'time zone' }, { head: 'hours' }, { head: 'holidays' }],
    Object.entries(calendars).map(([name, calendar]) => [
      name,
      calendar.timeZone,
      weekOf(calendar),
      holidaysOf(calendar),
    ]),
    width,
  );
