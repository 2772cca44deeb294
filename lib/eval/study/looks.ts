import type { RatesFile } from '../../../functions/domain/calibration/hearing-rates.ts';
import type { Gap } from '../../../functions/domain/gaps/gap.ts';
import { afterLook, LOOKS_REMEMBERED } from '../../../functions/domain/gaps/life-of-a-gap.ts';
import { unborn } from '../../../functions/domain/gaps/touchpoint-gap.ts';
import { DAY, type Day, dayOf, type Instant, instantAt, millis, plus } from '../../../functions/domain/instant.ts';
import { isDark } from '../../../functions/domain/silence/dark.ts';
import { type CellDay, cellDayOf } from '../../../functions/domain/touchpoints/cell-day.ts';
import { summarise, windowOf } from '../../../functions/domain/touchpoints/comparison.ts';
import type { Cell, TallyRow } from '../../../functions/domain/touchpoints/tally-row.ts';
import { isTrulyDark, isTrulyFair } from './figures.ts';
import type { Compare } from './measure.ts';
import { asSeen, evidenceOf, rowsOf, WINDOW_DAYS } from './seen.ts';
import { truthOf } from './truth.ts';
import { endOf, START, worldOf } from './world.ts';
import type { WorldSettings } from './world-settings.ts';

/** A cell of a world looked at daily. */
export interface Watched {
  /** Points of net that its silence hides, over all days from when it may be dark. */
  hidden: number;
  /** Whether each look by itself says that it is dark. */
  looks: boolean[];
}

interface KeptDay {
  rows: TallyRow[];
  /** The last answer to come. */
  lastAnswer: Instant;
  sum?: CellDay;
}

/** A cell's days, added up again only while answers to them still come. */
class KeptDays {
  readonly #days = new Map<Day, KeptDay>();
  readonly cell: Cell;

  constructor(cell: Cell, rows: readonly TallyRow[]) {
    this.cell = cell;
    for (const [day, those] of Map.groupBy(rows, (row) => row.day)) {
      const lastAnswer = those.reduce((last, row) => {
        const at = row.kind === 'survey' ? (row.answeredAt ?? '') : '';
        return at > last ? at : last;
      }, '');
      this.#days.set(day, { rows: those, lastAnswer });
    }
  }

  /** The days of the last four weeks, as seen at the end of the last of them. */
  until(asOf: Instant): CellDay[] {
    const days: CellDay[] = [];
    for (let at = millis(asOf) - WINDOW_DAYS * DAY; at < millis(asOf); at += DAY) {
      const kept = this.#days.get(dayOf(instantAt(at)));
      if (kept) days.push(this.#sum(kept, dayOf(instantAt(at)), asOf));
    }
    return days;
  }

  #sum(kept: KeptDay, day: Day, asOf: Instant): CellDay {
    if (kept.sum) return kept.sum;
    const sum = cellDayOf(
      this.cell,
      day,
      kept.rows.flatMap((row) => asSeen(row, asOf) ?? []),
    );
    if (kept.lastAnswer < asOf) {
      kept.sum = sum;
      kept.rows = [];
    }
    return sum;
  }
}

/** Looks at a world each day, from when it has four weeks behind it to its end. */
export const watch = (settings: WorldSettings, seed: number, compare: Compare, rates: RatesFile): Watched[] => {
  const darkFrom = plus(START, settings.darkAfterDays * DAY);
  const cells = [...worldOf(settings, seed)].flatMap((world) => {
    const truth = truthOf(world.asked, darkFrom, endOf(settings));
    return truth
      ? [{ days: new KeptDays(world.place, rowsOf(world)), hidden: truth.hidden, looks: [] as boolean[] }]
      : [];
  });
  for (let day = WINDOW_DAYS + 1; day <= settings.days; day++) {
    const asOf = plus(START, day * DAY);
    const window = windowOf(asOf, WINDOW_DAYS);
    const seen = cells.map(({ days }) => summarise(days.cell, days.until(asOf), window, asOf));
    const known = seen.flatMap((summary) => (summary ? evidenceOf(summary) : []));
    const told = compare(known, rates, asOf).cells[Symbol.iterator]();
    cells.forEach(({ looks }, i) => {
      const gap = seen[i] ? told.next().value?.gap : undefined;
      looks.push(gap !== undefined && isDark(gap));
    });
  }
  return cells.map(({ hidden, looks }) => ({ hidden, looks }));
};

const DAYS = (look: number): Day => dayOf(instantAt(look * DAY));

/** Whether the gap is open after each look. */
export const openAfter = (looks: readonly boolean[]): boolean[] => {
  let gap: Gap | undefined;
  return looks.map((isFound, i) => {
    if (!gap && !isFound) return false;
    const days = Array.from({ length: Math.min(i + 1, LOOKS_REMEMBERED) }, (_, back) => DAYS(i - back)).reverse();
    const at = instantAt(i * DAY);
    gap = afterLook(
      gap ?? { ...unborn(at), kind: 'dark-corner', id: '', scope: 'cell', confidence: 1 },
      isFound,
      days,
      at,
    );
    return gap.state === 'open';
  });
};

/** How often the gap opened. */
export const openings = (open: readonly boolean[]): number =>
  open.filter((now, i) => now && !(i > 0 && open[i - 1])).length;

export interface WatchFigures {
  fair: number;
  /** Of 100 fair cells, those ever told open. */
  falseAlarms: number | undefined;
  dark: number;
  /** Of the dark, those ever told open. */
  told: number | undefined;
  /** Of those told, the median of the days since they turned dark, at least since the first look. */
  daysUntilTold: number | undefined;
  /** Of each that was told; 1 where no gap closed and opened again. */
  openings: number | undefined;
  /** Of looks at dark cells after they were told, those at which the gap is open. */
  stays: number | undefined;
}

const median = (values: readonly number[]): number | undefined =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The figures of worlds looked at daily. @param darkAfterDays as in their settings */
export const watchFigures = (cells: readonly Watched[], darkAfterDays: number): WatchFigures => {
  const firstDark = Math.max(0, darkAfterDays - WINDOW_DAYS);
  const followed = cells.map(({ hidden, looks }) => ({ hidden, open: openAfter(looks) }));
  const [dark, fair] = [followed.filter(isTrulyDark), followed.filter(isTrulyFair)];
  const told = dark.flatMap(({ open }) => {
    const first = open.indexOf(true, firstDark);
    return first < 0 ? [] : [{ open: open.slice(first), days: first - firstDark + 1 }];
  });
  const looksSince = told.flatMap(({ open }) => open);
  const part = (count: number, of: number) => (of === 0 ? undefined : count / of);
  return {
    fair: fair.length,
    falseAlarms: part(100 * fair.filter(({ open }) => open.includes(true)).length, fair.length),
    dark: dark.length,
    told: part(told.length, dark.length),
    daysUntilTold: median(told.map(({ days }) => days)),
    openings: part(
      told.reduce((sum, { open }) => sum + openings(open), 0),
      told.length,
    ),
    stays: part(looksSince.filter(Boolean).length, looksSince.length),
  };
};
