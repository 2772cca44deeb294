import { Temporal } from 'temporal-polyfill';

interface Field {
  name: string;
  min: number;
  max: number;
  /** Words that stand for numbers, the first for `min`. */
  words?: string[];
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** The six fields of a schedule's cron expression, in order (EventBridge Scheduler user guide, "Schedule types"). */
const minute: Field = { name: 'minutes', min: 0, max: 59 };
const hour: Field = { name: 'hours', min: 0, max: 23 };
const dayOfMonth: Field = { name: 'day of month', min: 1, max: 31 };
const month: Field = { name: 'month', min: 1, max: 12, words: months };
const dayOfWeek: Field = { name: 'day of week', min: 1, max: 7, words: weekdays };
const year: Field = { name: 'year', min: 1970, max: 2199 };

const numberIn = (field: Field, text: string): number => {
  const word = field.words?.indexOf(text.toUpperCase()) ?? -1;
  const number = word >= 0 ? field.min + word : Number(text);
  if (text === '' || !Number.isInteger(number) || number < field.min || number > field.max) {
    throw new Error(
      `cron: "${text}" in ${field.name} is not evaluated here (numbers, names, lists, ranges, steps are).`,
    );
  }
  return number;
};

/** The values that one field of the expression lets through, in order. */
const valuesOf = (field: Field, text: string): number[] => {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [range = '', step] = part.split('/');
    const [low = '', high] = range === '*' || range === '?' ? [] : range.split('-');
    const from = low === '' ? field.min : numberIn(field, low);
    const single = low !== '' && high === undefined && step === undefined;
    const to = single ? from : high === undefined ? field.max : numberIn(field, high);
    const stride = step === undefined ? 1 : Number(step);
    if (!(Number.isInteger(stride) && stride > 0)) throw new Error(`cron: the step of "${part}" must be 1 or more.`);
    for (let value = from; value <= to; value += stride) values.add(value);
  }
  return [...values].sort((a, b) => a - b);
};

/** Days that are looked through for a next run: four years hold every month, weekday and leap day. */
const horizonDays = 4 * 366;

/**
 * The first time after `after` (both milliseconds since 1970) that fits `fields`, the inside of `cron(...)`, on the clocks
 * of a time zone; `undefined` where none comes within four years. A local time that daylight saving skips moves on by the
 * length of the gap.
 */
export const nextCron = (fields: string, timeZone: string, after: number): number | undefined => {
  const texts = fields.trim().split(/\s+/);
  if (texts.length !== 6) throw new Error(`cron(${fields}) must have six fields: a schedule's last is the year.`);
  const [minutes, hours, days, inMonths, onWeekdays, years] = [minute, hour, dayOfMonth, month, dayOfWeek, year].map(
    (field, at) => valuesOf(field, texts[at] ?? ''),
  ) as [number[], number[], number[], number[], number[], number[]];

  let date = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(timeZone).toPlainDate();
  for (let looked = 0; looked <= horizonDays; looked += 1, date = date.add({ days: 1 })) {
    // Temporal counts Monday 1 to Sunday 7, a schedule Sunday 1 to Saturday 7.
    const fitsDay =
      years.includes(date.year) &&
      inMonths.includes(date.month) &&
      days.includes(date.day) &&
      onWeekdays.includes((date.dayOfWeek % 7) + 1);
    if (!fitsDay) continue;
    for (const hour of hours) {
      for (const minute of minutes) {
        const at = date.toZonedDateTime({ timeZone, plainTime: { hour, minute } }).epochMilliseconds;
        if (at > after) return at;
      }
    }
  }
  return undefined;
};
