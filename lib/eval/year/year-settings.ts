import { BASE } from '../study/world-settings.ts';
import type { YearSettings } from './course.ts';

/**
 * A year of a middling fleet. Half of the surges and a tenth of the corners are over by themselves; cells go up and down by a
 * quarter in three weeks, and the season lifts and lowers all of them by a seventh: what was flagged at its worst gets better
 * whether or not anything is done. Judgement; how often things go wrong and last was made calmer while the rules were
 * developed, on other seeds than those that are reported.
 */
export const YEAR: YearSettings = {
  ...BASE,
  days: 365,
  types: { dark: 0, bad: 0.15, chatty: 0.1, surge: 0 },
  weekdays: [1, 1, 1.1, 1.1, 1.3, 0.8, 0.7],
  corners: 0.5,
  surges: 0.35,
  lasting: { corner: 0.9, surge: 0.5 },
  overAfter: { corner: [30, 150], surge: [5, 21] },
  times: [2.5, 6],
  ups: { spread: 0.25, days: 21 },
  season: 0.15,
};
