import { readFileSync } from 'node:fs';
import { RatesFile } from '../../functions/domain/calibration/hearing-rates.ts';
import { DAY, dayOf, type Instant, plus, startOf } from '../../functions/domain/instant.ts';
import { compareFleet } from '../../functions/domain/silence/compare-fleet.ts';
import { isDark } from '../../functions/domain/silence/dark.ts';
import { compareSurges } from '../../functions/domain/silence/surge.ts';
import { type CellDay, cellDayOf } from '../../functions/domain/touchpoints/cell-day.ts';
import { type CellEvidence, HISTORY_DAYS, summarise, windowOf } from '../../functions/domain/touchpoints/comparison.ts';
import { seeded } from '../eval/study/random.ts';
import { itemBytes } from './capacity.ts';
import { cellAt, rowsOfDay } from './fleet-rows.ts';

const AS_OF: Instant = '2026-03-30T00:00:00.000Z';
const WINDOW_DAYS = 28;

/** What comparing a fleet took. */
export interface FleetMeasured {
  cells: number;
  cellDays: number;
  rows: number;
  seconds: { addUpDays: number; summarise: number; compareFleet: number; compareSurges: number };
  darkCorners: number;
  surges: number;
  /** Of the items that a run reads of each cell, and writes of those it compares; DynamoDB's measure. */
  bytes: { cellDay: number; summary: number; comparison: number };
  heapMegabytes: number;
  residentMegabytes: number;
}

/** Counts seconds of processor, collecting garbage among them: on a busy machine a clock says more than it took. */
const timed = <T>(seconds: FleetMeasured['seconds'], part: keyof FleetMeasured['seconds'], work: () => T): T => {
  const started = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(started);
  seconds[part] += (user + system) / 1e6;
  return result;
};

const ratesFile = new URL('../../hearing-rates.json', import.meta.url);

/**
 * Makes a fleet cell by cell, adds its days up as comparing does, and holds all cells against each other. Of the days only those of one
 * cell are held at a time, as deployed.
 */
export const compareMadeUpFleet = (cells: number): FleetMeasured => {
  const rates = RatesFile.parse(JSON.parse(readFileSync(ratesFile, 'utf8')));
  const seconds = { addUpDays: 0, summarise: 0, compareFleet: 0, compareSurges: 0 };
  const bytes = { cellDay: 0, summary: 0, comparison: 0 };
  const window = windowOf(AS_OF, WINDOW_DAYS);
  const evidence: CellEvidence[] = [];
  let [rows, cellDays, heap] = [0, 0, 0];
  const look = () => {
    heap = Math.max(heap, process.memoryUsage().heapUsed);
  };
  for (let index = 0; index < cells; index++) {
    const random = seeded(1, index);
    const cell = cellAt(index);
    const days: CellDay[] = [];
    for (let back = HISTORY_DAYS; back > 0; back--) {
      const since = plus(AS_OF, -back * DAY);
      const ofDay = rowsOfDay(index, since, back <= WINDOW_DAYS, random);
      if (ofDay.length === 0) continue;
      rows += ofDay.length;
      days.push(timed(seconds, 'addUpDays', () => cellDayOf(cell, dayOf(since), ofDay)));
    }
    cellDays += days.length;
    for (const day of days)
      if (startOf(day.day) >= window.since) bytes.cellDay += itemBytes({ total: day }) / WINDOW_DAYS;
    const summary = timed(seconds, 'summarise', () => summarise(cell, days, window, AS_OF));
    if (!summary?.evidence) continue;
    bytes.summary += itemBytes({ summary });
    evidence.push({ ...cell, window: summary.window, days: summary.days, ...summary.evidence });
    if (index % 100 === 0) look();
  }
  const fleet = timed(seconds, 'compareFleet', () => compareFleet(evidence, rates, AS_OF));
  look();
  const surges = timed(seconds, 'compareSurges', () => compareSurges(evidence, AS_OF));
  look();
  for (const [i, comparison] of fleet.cells.entries())
    bytes.comparison += itemBytes({ compared: { comparison, ...(surges[i]?.isSurge ? { surge: surges[i] } : {}) } });
  return {
    cells,
    cellDays,
    rows,
    seconds,
    darkCorners: fleet.cells.filter(({ gap }) => gap && isDark(gap)).length,
    surges: surges.filter(({ isSurge }) => isSurge).length,
    bytes: {
      cellDay: Math.round(bytes.cellDay / cells),
      summary: Math.round(bytes.summary / cells),
      comparison: Math.round(bytes.comparison / cells),
    },
    heapMegabytes: heap / 2 ** 20,
    residentMegabytes: process.resourceUsage().maxRSS / 1024,
  };
};
