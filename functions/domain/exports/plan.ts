import { DAY, type Day, dayOf, type Instant, plus, startOf } from '../instant.ts';
import { type ExportKind, exportKinds } from './exported.ts';

/** What is written in one go, or not at all: the facts of a day, or all of another kind as it is. */
export type Unit = { kind: 'facts'; day: Day } | { kind: Exclude<ExportKind, 'facts'> };

/**
 * EXPORT-1: the facts of each of the seven UTC days before are written anew every day. Answers, scores and corrections come
 * late, and a fact is heard in the light of what follows it; seven days is how long an invitation may stay unanswered before
 * that itself is told.
 */
const DAYS_WRITTEN_ANEW = 7;

/** The units of a day's export, in order: what is not there yet comes first. */
export const unitsOf = (today: Day): Unit[] => [
  ...exportKinds.filter((kind) => kind !== 'facts').map((kind) => ({ kind })),
  ...Array.from({ length: DAYS_WRITTEN_ANEW }, (_, i): Unit => ({ kind: 'facts', day: daysBefore(today, i + 1) })),
];

/** Where the objects of a unit lie; Athena and its like take `name=value` for a column. */
export const prefixOf = (unit: Unit, today: Day): string =>
  unit.kind === 'facts' ? `facts/day=${unit.day}/` : `${unit.kind}/snapshot=${today}/`;

/**
 * EXPORT-2: of what is over a snapshot has actions that changed in the last 28 days and gaps that opened in the last 90; of
 * what is not over it has all. So a snapshot does not grow with the years, and whoever reads one a week misses no end.
 */
const OVER_FOR_DAYS = { actions: 28, gaps: 90 } as const;

/** Since when what is over is among a snapshot. */
export const overSince = (kind: keyof typeof OVER_FOR_DAYS, asOf: Instant): Instant =>
  plus(asOf, -OVER_FOR_DAYS[kind] * DAY);

const daysBefore = (day: Day, days: number): Day => dayOf(plus(startOf(day), -days * DAY));

/** What a unit came to. */
export interface Written {
  /** Objects, `part-0.ndjson` and on. */
  parts: number;
  rows: number;
}

/** How far the export of a day has come. */
export interface Progress {
  day: Day;
  /** By prefix: what lies there, written on this day or before. */
  written: Readonly<Record<string, Written>>;
  /** Prefixes that were written on this day. */
  done: readonly string[];
  /** Whether all of the day is done and told. */
  told: boolean;
}

/** As a day begins: nothing is done, and what lies where it will write is known of the day before. */
export const begun = (today: Day, before: Progress | undefined): Progress => {
  if (before?.day === today) return before;
  const prefixes = unitsOf(today).map((unit) => prefixOf(unit, today));
  const written = Object.entries(before?.written ?? {}).filter(([prefix]) => prefixes.includes(prefix));
  return { day: today, written: Object.fromEntries(written), done: [], told: false };
};

/** Once a unit is written. */
export const advanced = (progress: Progress, prefix: string, written: Written): Progress => ({
  ...progress,
  written: { ...progress.written, [prefix]: written },
  done: [...progress.done, prefix],
});

/** Units that a day has left. */
export const unitsLeft = ({ day, done }: Progress): Unit[] =>
  unitsOf(day).filter((unit) => !done.includes(prefixOf(unit, day)));
