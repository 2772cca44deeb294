import { words } from './words.ts';

const instant = new Intl.DateTimeFormat(words.language, { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat(words.language, { dateStyle: 'medium', timeZone: 'UTC' });
const shortly = new Intl.DateTimeFormat(words.language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const apart = new Intl.RelativeTimeFormat(words.language, { numeric: 'always' });
const justNow = new Intl.RelativeTimeFormat(words.language, { numeric: 'auto' }).format(0, 'second');

/** A point in time as the reader's own clock shows it. */
export const atTime = (at: string): string => instant.format(new Date(at));

/** A UTC calendar day. */
export const onDay = (at: string): string => day.format(new Date(`${at.slice(0, 10)}T00:00:00Z`));

/** The same, without its year. */
export const onDayShort = (at: string): string => shortly.format(new Date(`${at.slice(0, 10)}T00:00:00Z`));

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How far a point in time lies from another: "in 3 hours", "2 days ago", "now" within a minute. */
export const fromNow = (at: string, now: string): string => {
  const apartBy = Date.parse(at) - Date.parse(now);
  const [unit, length] = units.find(([, long]) => Math.abs(apartBy) >= long) ?? [];
  return unit ? apart.format(Math.trunc(apartBy / length), unit) : justNow;
};
