import type { Gap } from '../gaps/gap.ts';
import { dayOf, type Instant } from '../instant.ts';
import { digest } from '../message/identity.ts';
import { cellAndDay, cellDayKey, type TallyRow } from '../touchpoints/tally-row.ts';
import type { StoryFold } from './story.ts';

/** What is remembered of a story's last fold, to write only what changed. */
export interface StoryState {
  order: string;
  asOf: Instant;
  /** Digest of each tally row written, by cell-day and row key. */
  rows: RowMark[];
  gaps: GapMark[];
  actions: string[];
  dueAt?: Instant;
  holdUntil?: Instant;
}

interface RowMark {
  cellDay: string;
  key: string;
  digest: string;
}

interface GapMark {
  id: string;
  digest: string;
  decidedBy: Instant;
}

/** What a fold changes. */
export interface StoryChanges {
  put: TallyRow[];
  /** Rows that no longer hold, by cell-day and key. */
  void: { cellDay: string; key: string }[];
  /** Cell-days whose rows change. */
  cellDays: string[];
  gaps: Gap[];
  /** Gaps that the facts no longer bear out: corrected, withdrawn or re-threaded. */
  vanished: string[];
  next: StoryState;
}

const name = ({ cellDay, key }: { cellDay: string; key: string }): string => `${cellDay}|${key}`;

/**
 * Compares a fold with what its story's last one left. What lies behind the fold's horizon is left as it is: the fold did
 * not look there.
 */
export const changesOf = (fold: StoryFold, asOf: Instant, before: StoryState | undefined): StoryChanges => {
  const rows = new Map(
    fold.rows.map((row) => {
      const mark = { cellDay: cellDayKey(row), key: row.key, digest: digest(JSON.stringify(row)) };
      return [name(mark), { row, mark }];
    }),
  );
  const known = new Map((before?.rows ?? []).map((mark) => [name(mark), mark]));
  const put = [...rows].filter(([key, { mark }]) => known.get(key)?.digest !== mark.digest).map(([, one]) => one);
  const behind = (cellDay: string): boolean => cellAndDay(cellDay).day < dayOf(fold.horizon);
  const gone = [...known.values()].filter((mark) => !rows.has(name(mark)) && !behind(mark.cellDay));
  const marks = fold.gaps.map((gap) => ({ id: gap.id, digest: digest(JSON.stringify(gap)), decidedBy: gap.decidedBy }));
  const digests = new Map((before?.gaps ?? []).map((mark) => [mark.id, mark.digest]));
  const present = new Set(marks.map(({ id }) => id));
  const missing = (before?.gaps ?? []).filter(({ id }) => !present.has(id));
  const changed = new Set(marks.filter((mark) => digests.get(mark.id) !== mark.digest).map(({ id }) => id));
  const next: StoryState = {
    order: fold.order,
    asOf,
    rows: [...rows.values()].map(({ mark }) => mark),
    gaps: marks,
    actions: before?.actions ?? [],
    ...(fold.dueAt ? { dueAt: fold.dueAt } : {}),
    ...(fold.holdUntil ? { holdUntil: fold.holdUntil } : {}),
  };
  const vanished = missing.filter(({ decidedBy }) => decidedBy >= fold.horizon).map(({ id }) => id);
  return {
    put: put.map(({ row }) => row),
    void: gone.map(({ cellDay, key }) => ({ cellDay, key })),
    cellDays: [...new Set([...put.map(({ mark }) => mark.cellDay), ...gone.map(({ cellDay }) => cellDay)])],
    gaps: fold.gaps.filter(({ id }) => changed.has(id)),
    vanished,
    next,
  };
};
