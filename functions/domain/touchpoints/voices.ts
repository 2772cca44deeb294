import { DAY, type Day, dayOf, type Instant, plus, startOf } from '../instant.ts';
import type { CellDay } from './cell-day.ts';
import type { Window } from './comparison.ts';
import { addUpSaid, type Counts, draw, nothingSaid, type SaidSum } from './said.ts';
import type { Cell } from './tally-row.ts';

/** What a week's complaints spoke of. */
export interface Week {
  /** Its first day; it ends with the window, or where the next begins: after seven days, in a window that has as many. */
  from: Day;
  complaints: number;
  themes: Counts;
}

/** What was said at a touchpoint over a window: what its WHY is told from. */
export interface Voices extends Cell {
  asOf: Instant;
  window: Window;
  said: SaidSum;
  /** The last weeks, the oldest first. */
  weeks: Week[];
}

/** Complaints read of a touchpoint: of so many customers a phrase that a tenth says is seldom missed. */
const DRAWN_A_WINDOW = { complaining: 100, praising: 20 } as const;
/** Told of a long window, the last; of one that is no whole number of weeks, whole ones: part of one would look like a fall. */
const WEEKS = 8;

const weeksOf = (days: readonly CellDay[], window: Window): Week[] => {
  const end = plus(startOf(window.to), DAY);
  const from = (week: number): Day => dayOf(plus(end, -(week + 1) * 7 * DAY));
  return Array.from({ length: WEEKS }, (_, week) => week)
    .filter((week) => week === 0 || from(week) >= window.from)
    .map((week) => {
      const until = week === 0 ? dayOf(end) : from(week - 1);
      const inside = days.filter(({ day }) => day >= from(week) && day < until);
      const { complaints, themes } = addUpSaid(inside.map(({ said }) => said ?? nothingSaid()));
      return { from: from(week) > window.from ? from(week) : window.from, complaints, themes };
    })
    .reverse();
};

/** VOICES-1: what was said on a touchpoint's days, added up over the window; absent where nothing was said with words. */
export const voicesOf = (cell: Cell, days: readonly CellDay[], window: Window, asOf: Instant): Voices | undefined => {
  const inside = days.filter(({ day }) => day >= window.from && day <= window.to);
  const said = draw(addUpSaid(inside.map(({ said: ofDay }) => ofDay ?? nothingSaid())), DRAWN_A_WINDOW);
  const nothing = said.complaints === 0 && Object.keys(said.scores).length === 0;
  return nothing ? undefined : { ...cell, asOf, window, said, weeks: weeksOf(inside, window) };
};
