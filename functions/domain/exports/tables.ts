import type { ActionEntry } from '../outputs/action-entry.ts';
import {
  actionColumns,
  type Column,
  cellsOf,
  factColumns,
  gapColumns,
  headOf,
  textColumn,
  touchpointColumns,
} from '../outputs/columns.ts';
import type { CsvCell } from '../outputs/csv.ts';
import type { GapEntry } from '../outputs/gap-entry.ts';
import type { ExportedFact, ExportedTouchpoint, ExportKind } from './exported.ts';
import { groupColumns, groupRows, reasonColumns, reasonRows, weekColumns, weekRows } from './touchpoint-tables.ts';

/** A table of CSV that is made of entries. */
export interface Table<Entry> {
  /** Of the file, `NAME.csv`. */
  name: string;
  /** A row of it, in words. */
  row: string;
  columns: readonly { name: string; meaning: string }[];
  head: string[];
  recordsOf(entry: Entry): CsvCell[][];
}

/** Of each kind of entry. */
export interface Entries {
  facts: ExportedFact;
  gaps: GapEntry;
  touchpoints: ExportedTouchpoint;
  actions: ActionEntry;
}

const table = <Entry, Row>(
  name: string,
  row: string,
  columns: readonly Column<Row>[],
  rowsOf: (entry: Entry) => readonly Row[],
): Table<Entry> => ({
  name,
  row,
  columns,
  head: headOf(columns),
  recordsOf: (entry) => rowsOf(entry).map((one) => cellsOf(columns, one)),
});

/** Themes that a cell has room for. */
const MOST_THEMES = 3;

const listed = (touchpoint: ExportedTouchpoint) => [
  { ...touchpoint, themes: touchpoint.why?.themes.slice(0, MOST_THEMES) ?? [] },
];

/** The tables that each kind of entry is flattened to. */
export const tablesOf = (texts: boolean): { [Kind in ExportKind]: readonly Table<Entries[Kind]>[] } => ({
  facts: [
    table<ExportedFact, ExportedFact>(
      'facts',
      'A feedback, invitation or reply',
      texts ? [...factColumns, textColumn] : factColumns,
      (fact) => [fact],
    ),
  ],
  gaps: [table('gaps', 'Something that was found', gapColumns, (gap) => [gap])],
  touchpoints: [
    table('touchpoints', 'A touchpoint at a location', touchpointColumns, listed),
    table('touchpoint_reasons', 'A theme or root cause of the complaints at a touchpoint', reasonColumns, reasonRows),
    table('touchpoint_weeks', 'A theme in a week at a touchpoint', weekColumns, weekRows),
    table('touchpoint_groups', 'A language, channel or segment at a touchpoint', groupColumns, groupRows),
  ],
  actions: [table('actions', 'Something to do', actionColumns, (action) => [action])],
});
