import type { Gap } from '../gaps/gap.ts';
import { dayOf, type Instant, startOf } from '../instant.ts';
import { digest } from '../message/identity.ts';
import { cellAndDay, cellDayKey, type TallyRow } from '../touchpoints/tally-row.ts';
import { type HeldMatter, stillHeld } from './hold.ts';
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
  /** Matters that hold surveys back: those in sight, each, as a later fold may no longer see it; of others HOLD-7 keeps some. */
  held?: HeldMatter[];
  /** What this fold took away: still there, where it broke off. */
  leaving?: { rows: RowMark[]; gaps: GapMark[] };
  /** Whether it may have broken off; told to the next fold, never stored. */
  inDoubt?: true;
}

interface RowMark {
  cellDay: string;
  key: string;
  digest: string;
}

interface GapMark {
  id: string;
  digest: string;
  /** Time of its oldest evidence: a fold that does not reach so far cannot tell whether it still holds. */
  from: Instant;
  /** Time of its newest evidence. */
  until: Instant;
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
  /** Matters that hold surveys back, where the hold that is stored may not be theirs; empty for one that ends. */
  held?: HeldMatter[];
  next: StoryState;
}

/** The state of a fold that may have broken off: nothing is taken for written, and what it took away for still there. */
export const doubted = (state: StoryState): StoryState => ({
  ...state,
  rows: [...state.rows, ...(state.leaving?.rows ?? [])].map((mark) => ({ ...mark, digest: '' })),
  gaps: [...state.gaps, ...(state.leaving?.gaps ?? [])].map((mark) => ({ ...mark, digest: '' })),
  inDoubt: true,
});

const name = ({ cellDay, key }: { cellDay: string; key: string }): string => `${cellDay}|${key}`;

const rowMark = (row: TallyRow): RowMark => ({
  cellDay: cellDayKey(row),
  key: row.key,
  digest: digest(JSON.stringify(row)),
});

const gapMarks = ({ gaps, heard }: StoryFold): GapMark[] => {
  const times = new Map(heard.map(({ fact, at }) => [fact.id, at]));
  return gaps.map((gap) => ({
    id: gap.id,
    digest: digest(JSON.stringify(gap)),
    from: times.get(gap.facts[0] ?? '') ?? gap.decidedBy,
    until: times.get(gap.facts.at(-1) ?? '') ?? gap.decidedBy,
  }));
};

/**
 * Compares a fold with what its story's last one left. What lies behind the fold's horizon is left as it is: the fold did
 * not look there. That goes for the whole day the horizon falls on, and for a survey whose row stands there already,
 * although its answer is still in sight.
 *
 * GUEST-3: what rests on a guest day goes, behind the horizon or not. A day becomes one while the fold still looks at some
 * of it, so of what lies behind the horizon the marks of that very day are remembered.
 */
export const changesOf = (fold: StoryFold, asOf: Instant, before: StoryState | undefined): StoryChanges => {
  const isBehind = ({ cellDay }: RowMark): boolean => {
    const { day } = cellAndDay(cellDay);
    return startOf(day) < fold.horizon && !fold.guestDays.includes(day);
  };
  const isAcrossGuestDay = ({ from, until }: GapMark): boolean =>
    fold.guestDays.some((day) => day >= dayOf(from) && day <= dayOf(until));
  const cutDay = dayOf(fold.horizon);
  const known = new Map((before?.rows ?? []).map((mark) => [name(mark), mark]));
  const behind = new Map([...known.values()].filter(isBehind).map((mark) => [mark.key, mark]));
  const rows = new Map(
    fold.rows.flatMap((row) => {
      const mark = rowMark(row);
      const settled = behind.get(row.key);
      return settled && settled.cellDay !== mark.cellDay ? [] : [[name(mark), { row, mark }] as const];
    }),
  );
  const inSight = new Set(fold.rows.map(({ key }) => key));
  const kept = [...behind.values()].filter(
    (mark) => !rows.has(name(mark)) && (inSight.has(mark.key) || cellAndDay(mark.cellDay).day === cutDay),
  );
  const put = [...rows].filter(([key, { mark }]) => known.get(key)?.digest !== mark.digest).map(([, one]) => one);
  const gone = [...known.values()].filter((mark) => !rows.has(name(mark)) && !isBehind(mark));
  const marks = gapMarks(fold);
  const digests = new Map((before?.gaps ?? []).map((mark) => [mark.id, mark.digest]));
  const present = new Set(marks.map(({ id }) => id));
  const missing = (before?.gaps ?? []).filter(({ id }) => !present.has(id));
  const vanished = missing.filter((mark) => mark.from >= fold.horizon || isAcrossGuestDay(mark));
  const outOfSight = missing.filter((mark) => !vanished.includes(mark) && dayOf(mark.until) >= cutDay);
  const changed = new Set(marks.filter((mark) => digests.get(mark.id) !== mark.digest).map(({ id }) => id));
  const held = stillHeld(fold, before?.held ?? [], asOf);
  const isHoldKnown = !before?.inDoubt && JSON.stringify(before?.held ?? []) === JSON.stringify(held);
  const [dueAt] = [...(fold.dueAt ? [fold.dueAt] : []), ...held.map(({ until }) => until)].sort();
  const next: StoryState = {
    order: fold.order,
    asOf,
    rows: [...kept, ...[...rows.values()].map(({ mark }) => mark)],
    gaps: [...outOfSight, ...marks],
    actions: before?.actions ?? [],
    ...(dueAt ? { dueAt } : {}),
    ...(held.length > 0 ? { held } : {}),
    ...(gone.length + vanished.length > 0 ? { leaving: { rows: gone, gaps: vanished } } : {}),
  };
  return {
    put: put.map(({ row }) => row),
    void: gone.map(({ cellDay, key }) => ({ cellDay, key })),
    cellDays: [...new Set([...put.map(({ mark }) => mark.cellDay), ...gone.map(({ cellDay }) => cellDay)])],
    gaps: fold.gaps.filter(({ id }) => changed.has(id)),
    vanished: vanished.map(({ id }) => id),
    ...(isHoldKnown ? {} : { held }),
    next,
  };
};
