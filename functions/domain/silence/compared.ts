import type { Metric } from '../message/scale.ts';
import type { Cell } from '../touchpoints/tally-row.ts';
import type { SurgeComparison } from './surge.ts';

/** How a score was corrected. */
export const methods = ['silence', 'complaints-per-answer'] as const;
export type Method = (typeof methods)[number];

/** Ends of a 90 % interval. */
export interface Interval {
  low: number;
  high: number;
}

/** One layer of the invited: how many they are, how many answered, and the net of those who did, drawn to the fleet's. */
export interface StratumTold {
  /** Corrected for complaints missed and made up in hearing; not a whole number. */
  invited: number;
  answers: number;
  /** -100 to 100. */
  net: number;
}

/** A net score as it would be had all the invited answered. -100 to 100, all of them. */
export interface CorrectedNet extends Interval {
  net: number;
  /** All the silent unhappy. */
  worst: number;
  /** The silent complainers unhappy, the other silent like those who answered. */
  middle: number;
  /** All the silent happy. */
  best: number;
  method: Method;
  /** The interval if complaints were heard without error; absent where it makes no difference. */
  heardExactly?: Interval;
  strata?: { noComplaint: StratumTold; remedied: StratumTold; brushedOff: StratumTold };
}

/** Answers that do not tell a score, and how many would. */
export interface TooFew {
  tooFew: true;
  needed: number;
}

/** How much better the answers look than the invited are, in points of net. */
export interface HiddenPoints extends Interval {
  points: number;
  /** One-sided, that silence hides nothing; 0 to 1. */
  pValue: number;
}

/** Customers, for people to picture the points by. */
export interface Impact {
  /** A month of 30 days. */
  perMonth: number;
  /** Of these, those whom the surveys show. */
  shown: number;
}

export interface MetricComparison {
  metric: Metric;
  adjusted: CorrectedNet | TooFew;
  /** Absent where nothing can be told. */
  gap?: HiddenPoints;
}

/** A touchpoint at a location, held against the fleet. */
export interface CellComparison extends Cell {
  /** As in the cell's summary: first the metric most customers were asked. */
  metrics: MetricComparison[];
  /** Of all metrics together; `qValue` is over all cells compared. */
  gap?: HiddenPoints & { qValue: number };
  /** Brushed off before they were asked. */
  impact?: Impact;
}

/** A cell held against the fleet, in silence and in complaints. */
export interface Compared {
  comparison: CellComparison;
  /** Where its own history tells what is usual. */
  surge?: SurgeComparison;
}

/** A touchpoint over its locations, or a location over its touchpoints. */
export interface GroupComparison {
  scope: 'touchpoint' | 'location';
  name: string;
  /** The most of whose points lies in this cell; the others are dark without it. */
  largest: Cell;
  gap: HiddenPoints & { qValue: number };
  impact: Impact;
}

export interface FleetComparison {
  /** Whole days within which 95 % of answers come. */
  lagDays: number;
  /** In the order given. */
  cells: CellComparison[];
  groups: GroupComparison[];
}

export const isTooFew = (adjusted: CorrectedNet | TooFew): adjusted is TooFew => 'tooFew' in adjusted;
