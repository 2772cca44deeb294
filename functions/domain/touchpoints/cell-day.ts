import type { Day } from '../instant.ts';
import type { Metric } from '../message/scale.ts';
import type { Cell, NamelessContradiction, TallyRow } from './tally-row.ts';

export interface ClassCounts {
  top: number;
  middle: number;
  bottom: number;
}

/** What one metric's invitations of a day came to. */
export interface SurveyCounts extends ClassCounts {
  /** Customers asked, or held back from being asked; bounced ones left out. */
  invited: number;
  held: number;
  /** Of the invited, those who had complained before they were asked, here or elsewhere. */
  complained: number;
}

/** A cell's UTC day, added up. */
export interface CellDay extends Cell {
  day: Day;
  surveys: Partial<Record<Metric, SurveyCounts>>;
  reviews: ClassCounts;
  /** Keyed hashes of the customers who complained; an anonymous complaint stands under its own row's key. */
  complainers: string[];
  /** The newest; more would outgrow the item they are kept in. */
  contradictions: NamelessContradiction[];
}

/** What a day keeps of contradicting responses: as many as a gap keeps as evidence. */
const MAX_CONTRADICTIONS = 100;

const none = (): ClassCounts => ({ top: 0, middle: 0, bottom: 0 });

/** TALLY-2: adds up the rows of one cell and day; the order of the rows makes no difference. */
export const cellDayOf = (cell: Cell, day: Day, rows: readonly TallyRow[]): CellDay => {
  const total: CellDay = { ...cell, day, surveys: {}, reviews: none(), complainers: [], contradictions: [] };
  for (const row of rows) {
    if (row.kind === 'complaint') total.complainers.push(row.customer ?? row.key);
    else if (row.contradiction) total.contradictions.push(row.contradiction);
    if (row.kind === 'review') total.reviews[row.class]++;
    if (row.kind !== 'survey' || row.bounced) continue;
    total.surveys[row.metric] ??= { ...none(), invited: 0, held: 0, complained: 0 };
    const counts = total.surveys[row.metric] as SurveyCounts;
    counts.invited++;
    if (row.held) counts.held++;
    if (row.stratum !== 'no-complaint') counts.complained++;
    if (row.class !== 'none') counts[row.class]++;
  }
  total.complainers = [...new Set(total.complainers)].sort();
  const inTime = total.contradictions.sort((a, b) => (a.at + a.fact < b.at + b.fact ? -1 : 1));
  total.contradictions = inTime.slice(-MAX_CONTRADICTIONS);
  return total;
};
