import type { Day, Instant } from '../../../functions/domain/instant.ts';
import { type CellDay, cellDayOf } from '../../../functions/domain/touchpoints/cell-day.ts';
import {
  type CellEvidence,
  summarise,
  type TouchpointSummary,
  type Window,
  windowOf,
} from '../../../functions/domain/touchpoints/comparison.ts';
import { type Cell, cellKey, cellOf, type TallyRow } from '../../../functions/domain/touchpoints/tally-row.ts';
import { type Truth, truthOf } from './truth.ts';
import { type CellWorld, endOf, worldOf } from './world.ts';
import type { CellType, WorldSettings } from './world-settings.ts';

export const WINDOW_DAYS = 28;

/** A cell as it is known at an instant, beside what only the truth knows. */
export interface SeenCell {
  type: CellType;
  truth: Truth;
  summary: TouchpointSummary;
}

export interface SeenFleet {
  asOf: Instant;
  cells: SeenCell[];
  /** What nobody can tell the place of, where there is such. */
  placeless: TouchpointSummary[];
}

/** What a fold makes of a row by an instant; `undefined` where it is not there yet. Answers still to come are silence. */
export const asSeen = (row: TallyRow, asOf: Instant): TallyRow | undefined => {
  if (row.at >= asOf) return undefined;
  if (row.kind !== 'survey' || row.answeredAt === undefined || row.answeredAt < asOf) return row;
  const { answeredAt: _, ...unanswered } = row;
  return { ...unanswered, class: 'none' };
};

/** All that is ever told of a cell's customers, wherever it ends. */
export const rowsOf = ({ asked, complaints }: CellWorld): TallyRow[] => [
  ...asked.flatMap(({ row }) => (row ? [row] : [])),
  ...complaints,
];

/** The days that rows of one cell add up to, as seen at an instant. */
export const daysOf = (cell: Cell, rows: readonly TallyRow[], asOf: Instant): CellDay[] => {
  const seen = rows.flatMap((row) => asSeen(row, asOf) ?? []);
  return [...Map.groupBy(seen, ({ day }): Day => day)].map(([day, those]) => cellDayOf(cell, day, those));
};

/** What the comparison of a fleet is told of a cell. */
export const evidenceOf = (summary: TouchpointSummary): CellEvidence[] => {
  const { window, days, evidence } = summary;
  return evidence ? [{ ...cellOf(summary), window, days, ...evidence }] : [];
};

const seenCell = (world: CellWorld, rows: readonly TallyRow[], window: Window, asOf: Instant): SeenCell | undefined => {
  const truth = truthOf(world.asked, window.since, asOf);
  const summary = summarise(world.place, daysOf(world.place, rows, asOf), window, asOf);
  return truth && summary ? { type: world.type, truth, summary } : undefined;
};

/**
 * A world as it is known when its last day is over, looked at over the last 28 days. Cell by cell: only rows of no known place are kept
 * until the end.
 */
export const seenFleet = (settings: WorldSettings, seed: number): SeenFleet => {
  const asOf = endOf(settings);
  const window = windowOf(asOf, WINDOW_DAYS);
  const fleet: SeenFleet = { asOf, cells: [], placeless: [] };
  const strays: TallyRow[] = [];
  for (const world of worldOf(settings, seed)) {
    const own = cellKey(world.place);
    const [here, elsewhere] = [rowsOf(world), [] as TallyRow[]];
    const rows = here.filter((row) => cellKey(row) === own || !elsewhere.push(row));
    for (const row of elsewhere) strays.push(row);
    const cell = seenCell(world, rows, window, asOf);
    if (cell) fleet.cells.push(cell);
  }
  for (const [, rows] of Map.groupBy(strays, cellKey)) {
    const place = cellOf(rows[0] as TallyRow);
    const summary = summarise(place, daysOf(place, rows, asOf), window, asOf);
    if (summary) fleet.placeless.push(summary);
  }
  return fleet;
};
