import type { Day } from '../instant.ts';
import type { Metric } from '../message/scale.ts';
import { countLag } from './answer-lag.ts';
import { addUpCoverage, type CoverageSum } from './coverage-sum.ts';
import { bounded, countHeard, type HeardCounts, heardAs } from './heard-counts.ts';
import { addComplaint, addScore, draw, nothingSaid, type SaidSum } from './said.ts';
import type { Cell, NamelessContradiction, TallyRow, Told } from './tally-row.ts';

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
  /** The invited by what was heard of them before; absent in days that were added up before it was told. */
  heard?: HeardCounts;
  /** Answers by whole days after the invitation, the last entry of so many or more. */
  lags?: number[];
  /** Answers of which no invitation is known. */
  unasked?: number;
  /** Of the invited, those who had been asked the same not long before, by the day of that. */
  askedBefore?: Record<Day, number>;
  /** Of the invited, those who were asked another metric in the same questionnaire. */
  beside?: number;
}

/** A cell's UTC day, added up. */
export interface CellDay extends Cell {
  day: Day;
  surveys: Partial<Record<Metric, SurveyCounts>>;
  reviews: ClassCounts;
  /** Keyed hashes of the customers who complained, the smallest, so that two days keep the same of those they share. */
  complainers: string[];
  /** Customers who complained beside those. */
  furtherComplainers: number;
  /** Complaints that no customer is known of. */
  namelessComplaints: number;
  /** Feedbacks whose words have no sentiment; absent in days that were added up before these were counted. */
  unscored?: number;
  /** Absent in days that were added up before it was told. */
  said?: SaidSum;
  /** The newest; more would outgrow the item they are kept in. */
  contradictions: NamelessContradiction[];
  /** Complaints of the invited who were brushed off and did not answer, the strongest. */
  silenced?: Told[];
  /** Complaints that came unasked or beside a favourable score, the strongest. */
  strongest?: Told[];
  /** Who was asked, who is heard, and what staff noted; absent in days that were added up before it was told. */
  coverage?: CoverageSum;
}

/**
 * TALLY-3: a hash of 12 characters takes 13 bytes in a list (DynamoDB developer guide, item sizes): 130 KB, beside at most
 * 90 KB of contradictions, of the 400 KB that an item may have.
 */
export const MAX_NAMED_COMPLAINERS = 10_000;

/** What a day keeps of contradicting responses: as many as a gap keeps as evidence. */
const MAX_CONTRADICTIONS = 100;

/** Of complaints that may be evidence a day keeps so many. */
const MAX_TOLD = 20;

const none = (): ClassCounts => ({ top: 0, middle: 0, bottom: 0 });

/** The newest of a day's contradicting responses, in time. */
const newest = (contradictions: readonly NamelessContradiction[]): NamelessContradiction[] =>
  [...contradictions].sort((a, b) => (a.at + a.fact < b.at + b.fact ? -1 : 1)).slice(-MAX_CONTRADICTIONS);

/** The strongest of a day's complaints, the strongest first. */
export const strongestOf = (told: readonly Told[], most: number): Told[] =>
  [...told].sort((a, b) => b.probability - a.probability || (a.at + a.fact < b.at + b.fact ? -1 : 1)).slice(0, most);

/** A cell's day while it is added up: of its rows it holds no more than the sum and the hashes of who complained. */
export interface AddingUp {
  add(rows: readonly TallyRow[]): void;
  /** How many rows were added. */
  rows(): number;
  total(): CellDay;
}

/** TALLY-2: adds up the rows of one cell and day; the order of the rows makes no difference. */
export const addUpCellDay = (cell: Cell, day: Day): AddingUp => {
  const surveys: CellDay['surveys'] = {};
  const reviews = none();
  const named = new Set<string>();
  let namelessComplaints = 0;
  let unscored = 0;
  let contradictions: NamelessContradiction[] = [];
  let silenced: Told[] = [];
  let strongest: Told[] = [];
  const coverage = addUpCoverage();
  let said = nothingSaid();
  let added = 0;
  const addRow = (row: TallyRow): void => {
    coverage.add(row);
    if (row.kind === 'words' || row.kind === 'note') return;
    if (row.kind === 'complaint') {
      if (row.customer === undefined) namelessComplaints++;
      else named.add(row.customer);
      if (row.told) strongest.push(row.told);
    } else if (row.kind === 'unscored') unscored++;
    else if (row.contradiction) contradictions.push(row.contradiction);
    if (row.kind === 'review') reviews[row.class]++;
    addSaid(row);
    if (row.kind !== 'survey' || row.bounced) return;
    surveys[row.metric] ??= {
      ...none(),
      invited: 0,
      held: 0,
      complained: 0,
      heard: {},
      lags: [],
      unasked: 0,
      askedBefore: {},
      beside: 0,
    };
    const counts = surveys[row.metric] as Required<SurveyCounts>;
    counts.invited++;
    if (row.held) counts.held++;
    if (row.stratum !== 'no-complaint') counts.complained++;
    if (row.class !== 'none') counts[row.class]++;
    countHeard(counts.heard, heardAs(row), row.class);
    if (row.askedBefore) counts.askedBefore[row.askedBefore] = (counts.askedBefore[row.askedBefore] ?? 0) + 1;
    if (row.beside) counts.beside++;
    if (row.unasked) counts.unasked++;
    else if (row.answeredAt !== undefined) countLag(counts.lags, row.at, row.answeredAt);
    if (row.class === 'none' && row.brushedOff) silenced.push(row.brushedOff);
    if (row.told) strongest.push(row.told);
  };
  const addSaid = (row: Exclude<TallyRow, { kind: 'words' | 'note' }>): void => {
    if (row.kind === 'unscored' || !row.said) return;
    const order = row.key.slice(row.key.indexOf('#') + 1);
    // A review that complains has a row of its own for that.
    if (row.kind !== 'review' && row.said.complains) addComplaint(said, row.said, order);
    if (row.kind === 'review') addScore(said, 'review', row.class, row.said, order);
    if (row.kind === 'survey' && row.class !== 'none') addScore(said, row.metric, row.class, row.said, order);
  };
  return {
    add: (rows) => {
      rows.forEach(addRow);
      said = draw(said);
      added += rows.length;
      contradictions = newest(contradictions);
      silenced = strongestOf(silenced, MAX_TOLD);
      strongest = strongestOf(strongest, MAX_TOLD);
    },
    rows: () => added,
    total: () => {
      const complainers = [...named].sort().slice(0, MAX_NAMED_COMPLAINERS);
      return {
        ...cell,
        day,
        surveys: Object.fromEntries(
          Object.entries(surveys).map(([metric, counts]) => [
            metric,
            { ...counts, heard: bounded(counts.heard ?? {}) },
          ]),
        ),
        reviews,
        complainers,
        furtherComplainers: named.size - complainers.length,
        namelessComplaints,
        unscored,
        said: draw(said),
        contradictions: newest(contradictions),
        silenced,
        strongest,
        coverage: coverage.total(),
      };
    },
  };
};

/** The sum of rows that are all at hand. */
export const cellDayOf = (cell: Cell, day: Day, rows: readonly TallyRow[]): CellDay => {
  const adding = addUpCellDay(cell, day);
  adding.add(rows);
  return adding.total();
};
