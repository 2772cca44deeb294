import type { FileProblem } from '../../file-problem.ts';
import { DAY, millis, startOf } from '../../instant.ts';
import type { BusinessCalendar } from '../business-calendar.ts';
import { pointer } from './names.ts';

/** The shortest deadline there is, in minutes of work. */
const WORKING_DAY_MINUTES = 8 * 60;

/** Five weeks: judgement, longer than any works holiday; a customer who waits longer for what is most urgent is lost. */
const MAX_DAYS = 35;

/** By days since 1970, which began on a Thursday. */
const weekdays = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'] as const;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Minutes worked on each weekday, in their order since 1970. Summer time is left out: an hour decides nothing here. */
const weekOf = ({ days }: BusinessCalendar): number[] =>
  weekdays.map((weekday) => {
    const [opens, closes] = days[weekday] ?? ['00:00', '00:00'];
    return minutesOf(closes) - minutesOf(opens);
  });

/** Whether eight hours of work that begin with a day, counted from 1970, end within the days allowed. */
const endsInTime = (first: number, week: readonly number[], holidays: ReadonlySet<number>): boolean => {
  let left = WORKING_DAY_MINUTES;
  for (let day = first; left > 0 && day < first + MAX_DAYS; day++) {
    if (!holidays.has(day)) left -= week[((day % 7) + 7) % 7] ?? 0;
  }
  return left <= 0;
};

const SLOW = `eight working hours, the shortest deadline, can take more than ${MAX_DAYS} days`;

const gapsOf = (path: string, calendar: BusinessCalendar): FileProblem[] => {
  const week = weekOf(calendar);
  if (!weekdays.every((_, day) => endsInTime(day, week, new Set()))) {
    return [{ path: `${path}/days`, problem: SLOW, fix: 'give it more hours a week' }];
  }
  const days = calendar.holidays.map((day) => millis(startOf(day)) / DAY);
  const holidays = new Set(days);
  const problems: FileProblem[] = [];
  // One closing is told once, at its first day.
  let toldTo = Number.NEGATIVE_INFINITY;
  for (const day of [...holidays].sort((a, b) => a - b)) {
    const starts = Array.from({ length: MAX_DAYS }, (_, i) => day - i);
    if (starts.every((start) => endsInTime(start, week, holidays))) continue;
    if (day >= toldTo) {
      problems.push({
        path: `${path}/holidays/${days.indexOf(day)}`,
        problem: `${SLOW} from about here on`,
        fix: 'take out holidays, or give such work to a team with another calendar',
      });
    }
    toldTo = day + MAX_DAYS;
  }
  return problems;
};

const repeated = (path: string, { holidays }: BusinessCalendar): FileProblem[] =>
  holidays.flatMap((day, i) =>
    holidays.indexOf(day) === i
      ? []
      : [{ path: `${path}/holidays/${i}`, problem: 'stands there already', fix: 'delete it, or write the day meant' }],
  );

/**
 * OWNER-5: a calendar is refused in which the shortest deadline can be more than 35 days away, for want of hours or for its
 * holidays, and one that names a holiday twice, where another was meant.
 */
export const calendarGaps = (calendars: Readonly<Record<string, BusinessCalendar>>): FileProblem[] =>
  Object.entries(calendars).flatMap(([name, calendar]) => {
    const path = `/calendars/${pointer(name)}`;
    return [...repeated(path, calendar), ...gapsOf(path, calendar)];
  });
