import type { RatesFile } from '../../../functions/domain/calibration/hearing-rates.ts';
import type { Gap } from '../../../functions/domain/gaps/gap.ts';
import { afterLook, LOOKS_REMEMBERED } from '../../../functions/domain/gaps/life-of-a-gap.ts';
import { darkCorner, darkCornerId, surgeGap, surgeId } from '../../../functions/domain/gaps/touchpoint-gap.ts';
import { DAY, type Day, dayOf, type Instant, millis, plus } from '../../../functions/domain/instant.ts';
import { compareFleet } from '../../../functions/domain/silence/compare-fleet.ts';
import type { CellComparison } from '../../../functions/domain/silence/compared.ts';
import { isDark } from '../../../functions/domain/silence/dark.ts';
import { compareSurges } from '../../../functions/domain/silence/surge.ts';
import {
  type CellEvidence,
  HISTORY_DAYS,
  summarise,
  windowOf,
} from '../../../functions/domain/touchpoints/comparison.ts';
import { type Cell, cellKey } from '../../../functions/domain/touchpoints/tally-row.ts';
import { countsOfCell, countsWithin, dailyCounts } from '../../../functions/domain/verification/counts.ts';
import { type BeforeAndAfter, judgeFix } from '../../../functions/domain/verification/judge-fix.ts';
import { type Flagged, leftAlone, openedBefore, stoodAt } from '../../../functions/domain/verification/left-alone.ts';
import { type UsualRate, usualRate } from '../../../functions/domain/verification/usual-rate.ts';
import {
  type FixKind,
  type FixWindows,
  judgementsOf,
  windowsOf,
} from '../../../functions/domain/verification/windows.ts';
import { seeded } from '../study/random.ts';
import { evidenceOf, WINDOW_DAYS } from '../study/seen.ts';
import { placeOf, START } from '../study/world.ts';
import { CellOfAYear } from './cell-of-a-year.ts';
import { type Course, courseOf, type YearSettings } from './course.ts';
import { type Planted, plant } from './planted.ts';

interface Standing {
  cell: CellOfAYear;
  gap: Gap;
  /** When people said that a fix is done. */
  resolved: Instant[];
}

const NAMES: readonly Day[] = Array.from({ length: 366 }, (_, day) => dayOf(plus(START, day * DAY)));

/** The names of the last days up to one, the first of the world being 0. */
const lastDays = (day: number, length: number): readonly Day[] => NAMES.slice(Math.max(0, day + 1 - length), day + 1);

/** A fix is judged by no more days than these. */
const MOST_DAYS = 130;

const kinds: readonly FixKind[] = ['dark-corner', 'surge'];

const dayNumber = (at: Instant): number => Math.floor((millis(at) - millis(START)) / DAY);

const goesWrong = ({ episodes, type }: Course, day: number): boolean =>
  type === 'bad' || episodes.some(({ from, until }) => from <= day && day < until);

/** A year of daily looks at a fleet in which things are done about half of what is flagged. */
export class Year {
  readonly #settings: YearSettings;
  readonly #rates: RatesFile;
  readonly #cells: CellOfAYear[];
  readonly #random;
  readonly #standing = new Map<string, Standing>();
  readonly #looks: Day[] = [];
  /** Cells in which something is done, or is not judged yet: of two fixes at a time nobody could say what came of which. */
  readonly #busy = new Set<CellOfAYear>();
  readonly planted: Planted[] = [];

  constructor(settings: YearSettings, rates: RatesFile, seed: number) {
    this.#settings = settings;
    this.#rates = rates;
    this.#random = seeded(seed, -1);
    const seasonFrom = this.#random.between(0, 365);
    this.#cells = Array.from({ length: settings.cells }, (_, i) => {
      const random = seeded(seed, i);
      return new CellOfAYear(settings, courseOf(settings, placeOf(i), seasonFrom, random), random);
    });
  }

  live(): Planted[] {
    for (let day = 0; day < this.#settings.days; day++) {
      for (const cell of this.#cells) cell.live(day);
      if (day >= WINDOW_DAYS) this.#look(day, plus(START, (day + 1) * DAY));
    }
    return this.planted;
  }

  #look(day: number, at: Instant): void {
    this.#looks.push(dayOf(plus(at, -1)));
    const window = windowOf(at, WINDOW_DAYS);
    const days = lastDays(day, HISTORY_DAYS);
    const known = this.#cells.flatMap((cell) => {
      const summary = summarise(cell.cell, cell.until(at, days), window, at);
      return summary ? evidenceOf(summary).map((evidence) => ({ cell, evidence })) : [];
    });
    const evidence = known.map((one) => one.evidence);
    const fleet = compareFleet(evidence, this.#rates, at);
    const surges = compareSurges(evidence, at);
    known.forEach(({ cell }, i) => {
      const compared = fleet.cells[i];
      const surge = surges[i];
      if (compared?.gap) {
        const found = compared as CellComparison & { gap: NonNullable<CellComparison['gap']> };
        const make = (before: Gap | undefined) => darkCorner(found, before, at);
        this.#follow(cell, darkCornerId(compared), isDark(found.gap), make, day, at);
      }
      if (surge) this.#follow(cell, surgeId(surge), surge.isSurge, (before) => surgeGap(surge, before, at), day, at);
    });
    this.#judge(evidence, day, at);
  }

  #follow(
    cell: CellOfAYear,
    id: string,
    isFound: boolean,
    make: (before: Gap | undefined) => Gap,
    day: number,
    at: Instant,
  ): void {
    const known = this.#standing.get(id);
    if (!known && !isFound) return;
    const gap = afterLook(
      isFound || !known ? make(known?.gap) : known.gap,
      isFound,
      this.#looks.slice(-LOOKS_REMEMBERED),
      at,
    );
    const standing = known ?? { cell, gap, resolved: [] };
    const opened = gap.state === 'open' && known?.gap.state !== 'open';
    standing.gap = gap;
    this.#standing.set(id, standing);
    if (opened && !this.#busy.has(cell)) this.#plant(standing, day + 1);
  }

  #plant(standing: Standing, day: number): void {
    const { gap, cell } = standing;
    const done = plant(gap, day, this.#random);
    if (!done) return;
    const resolvedAt = plus(START, Math.round(done.doneOn * DAY));
    const openedAt = openedBefore(gap.history, resolvedAt);
    if (openedAt === undefined) return;
    const kind = gap.kind as FixKind;
    cell.course.changes.push(done.change);
    standing.resolved.push(resolvedAt);
    this.#busy.add(cell);
    this.planted.push({
      fix: { kind, cell: cell.cell, openedAt, resolvedAt },
      turns: () => standing.gap.history,
      change: done.change,
      falseAlarm: !goesWrong(cell.course, day - 1),
    });
  }

  #judge(evidence: readonly CellEvidence[], day: number, at: Instant): void {
    const due = this.planted.flatMap((planted) => {
      const dates = judgementsOf(planted.fix.resolvedAt);
      const number = dates.findIndex((date) => dayOf(date) === dayOf(plus(at, -1)));
      const judgedAt = dates[number];
      return judgedAt !== undefined && (planted.verdict?.kind ?? 'not-enough') === 'not-enough'
        ? [{ planted, judgedAt, next: dates[number + 1] }]
        : [];
    });
    if (due.length === 0) return;
    const flagged = [...this.#standing.values()].map(
      ({ cell, gap, resolved }): Flagged => ({
        id: gap.id,
        kind: gap.kind as FixKind,
        cell: cell.cell,
        turns: gap.history,
        resolved,
      }),
    );
    const usual = new Map(kinds.map((kind) => [kind, usualRate(evidence.map((one) => countsOfCell(kind, one)))]));
    for (const { planted, judgedAt, next } of due) {
      const fix = { ...planted.fix, judgedAt, stood: stoodAt(planted.turns(), planted.fix.resolvedAt) };
      const countsOf = (cell: Cell, { before, after }: FixWindows): BeforeAndAfter => {
        const counts = dailyCounts(fix.kind, this.#cellAt(cell).until(at, lastDays(day, MOST_DAYS)));
        return { before: countsWithin(fix.kind, counts, before), after: countsWithin(fix.kind, counts, after) };
      };
      const counts = countsOf(fix.cell, windowsOf(fix));
      planted.counts ??= counts;
      planted.verdict = judgeFix({
        kind: fix.kind,
        ...counts,
        controls: leftAlone(fix, flagged).map(({ cell, windows }) => countsOf(cell, windows)),
        usual: usual.get(fix.kind) as UsualRate,
        next,
      });
      planted.newTrouble = this.#cellAt(fix.cell).course.episodes.some(
        ({ from }) => from >= dayNumber(fix.openedAt) && from < dayNumber(judgedAt),
      );
      planted.judgedAfterDays = Math.round((millis(judgedAt) - millis(fix.resolvedAt)) / DAY);
      if (planted.verdict.kind !== 'not-enough' || next === undefined) this.#busy.delete(this.#cellAt(fix.cell));
    }
  }

  #cellAt(cell: Cell): CellOfAYear {
    return this.#cells.find((one) => cellKey(one.cell) === cellKey(cell)) as CellOfAYear;
  }
}
