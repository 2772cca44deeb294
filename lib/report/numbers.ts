import type { Day, Instant } from '../../functions/domain/instant.ts';
import { twoFigures } from '../../functions/domain/statistics/two-figures.ts';

/** Keeps a number and what belongs to it on one line. */
const NO_BREAK = '\u00a0';
const MINUS = '\u2212';

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** A whole number with a true minus; thousands apart. */
export const whole = (n: number): string => {
  const rounded = Math.round(n);
  return `${rounded < 0 ? MINUS : ''}${grouped(String(Math.abs(rounded)))}`;
};

/** With one decimal below ten, where a half more or less is a tenth of it. */
export const roughly = (n: number): string => {
  const tenths = Math.round(n * 10) / 10;
  return Math.abs(tenths) < 10 && !Number.isInteger(tenths) ? tenths.toFixed(1).replace('-', MINUS) : whole(tenths);
};

/** Two figures that count: more of an estimate would be made up. */
export const about = (n: number): string => {
  if (n <= 0) return '0';
  if (n < 1) return 'fewer than 1';
  return whole(twoFigures(n));
};

/**
 * Whole numbers in the proportions of the parts, which add up to the total: each is cut, and what is left goes to those that lost
 * most (largest remainder, Hamilton's apportionment). All 0 where the parts are.
 *
 * @param parts from 0, in any unit
 * @param total a whole number from 0
 */
export const apportioned = (parts: readonly number[], total: number): number[] => {
  const all = parts.reduce((sum, part) => sum + part, 0);
  if (all === 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part / all) * total);
  const cut = exact.map(Math.floor);
  const left = total - cut.reduce((sum, n) => sum + n, 0);
  const lost = (i: number): number => (exact[i] ?? 0) - (cut[i] ?? 0);
  const first = cut.map((_, i) => i).sort((a, b) => lost(b) - lost(a));
  const raised = new Set(first.slice(0, left));
  return cut.map((n, i) => n + (raised.has(i) ? 1 : 0));
};

/** 90 % intervals and other ranges. */
export const range = (low: number, high: number, told: (n: number) => string = whole): string =>
  `${told(low)}${NO_BREAK}to${NO_BREAK}${told(high)}`;

/** A share of 0 to 1; what is not none never reads as none, what is not all never as all. */
export const percent = (share: number): string => {
  if (share > 0 && share < 0.005) return `under 1${NO_BREAK}%`;
  if (share < 1 && share >= 0.995) return `over 99${NO_BREAK}%`;
  return `${Math.round(share * 100)}${NO_BREAK}%`;
};

/** `13 to 16 %`. */
export const percents = (low: number, high: number): string => {
  const [from, to] = [percent(low), percent(high)];
  const sign = `${NO_BREAK}%`;
  return /^\d/.test(from) ? `${from.replace(sign, '')}${NO_BREAK}to${NO_BREAK}${to}` : `${from} to ${to}`;
};

/** A false discovery rate. */
export const rate = (q: number): string => (q < 0.001 ? 'under 0.001' : q.toFixed(3));

/** `3 answers`, `1 answer`. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${whole(n)} ${Math.round(n) === 1 ? one : many}`;

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

const partsOf = (day: Day) => {
  const [year, month, date] = day.split('-').map(Number);
  return { year, name: months[(month ?? 1) - 1] as string, date };
};

/** `30 March 2026`. */
export const dayTold = (day: Day): string => {
  const { year, name, date } = partsOf(day);
  return `${date}${NO_BREAK}${name}${NO_BREAK}${year}`;
};

/** `30 Mar`. */
export const shortDay = (day: Day): string => {
  const { name, date } = partsOf(day);
  return `${date}${NO_BREAK}${name.slice(0, 3)}`;
};

/** `30 March 2026, 09:00 UTC`. */
export const instantTold = (instant: Instant): string =>
  `${dayTold(instant.slice(0, 10))}, ${instant.slice(11, 16)}${NO_BREAK}UTC`;

/** A place on a percent scale, short. */
export const place = (percentage: number): string => `${Number(percentage.toFixed(2))}%`;
