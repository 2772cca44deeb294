import { wilsonInterval } from '../statistics/wilson-interval.ts';
import type { CellDay } from './cell-day.ts';
import {
  type Audience,
  addUpCoverages,
  type CoverageSum,
  type Dimension,
  dimensions,
  type GroupSum,
  type NoteRef,
  OTHER,
} from './coverage-sum.ts';

/** Of fewer asked, one answer more or less moves the rate by over ten points. */
export const FEWEST_INVITED = 10;

/** Kept of a window's notes, so that some are left to quote where others tell who somebody is. */
const NOTES_A_WINDOW = 10;

/** Of the response rate it is held against, what a group that is heard least does not reach: judgement. */
const HEARD_LEAST = 2 / 3;

/** One language, channel or segment of a touchpoint or fleet. */
export interface GroupCoverage extends GroupSum {
  /** answers / invited; `null` below `FEWEST_INVITED`. */
  responseRate: number | null;
}

/** Who is not heard, and what staff say beside it: all metrics together. */
export interface Coverage extends Audience {
  responseRate: number | null;
  /** Of the invited, those who were brushed off before. */
  brushedOff: { invited: number; answers: number };
  /** Of whom it is known, the greatest first; by what was known of a customer before the invitation. */
  byLanguage: GroupCoverage[];
  byChannel: GroupCoverage[];
  bySegment: GroupCoverage[];
  /** Staff notes, and the newest of them, the newest first. */
  notes: { n: number; newest: NoteRef[] };
}

/** All that was told of a touchpoint before more of its coverage was. */
export type Unscored = Pick<Coverage, 'unscored'>;

/** COVERAGE-4: nothing is made up for small groups. */
const rateOf = ({ invited, answers }: Pick<Audience, 'invited' | 'answers'>): number | null =>
  invited < FEWEST_INVITED ? null : answers / invited;

const rated = (groups: readonly GroupSum[]): GroupCoverage[] =>
  groups.map((group) => ({ ...group, responseRate: rateOf(group) }));

const told = ({ groups, notes, ...sum }: CoverageSum): Coverage => ({
  ...sum,
  responseRate: rateOf(sum),
  byLanguage: rated(groups.language),
  byChannel: rated(groups.channel),
  bySegment: rated(groups.segment),
  notes,
});

const unscoredAlone = (unscored: number): CoverageSum => ({
  invited: 0,
  answers: 0,
  worded: unscored,
  unscored,
  brushedOff: { invited: 0, answers: 0 },
  groups: { language: [], channel: [], segment: [] },
  notes: { n: 0, newest: [] },
});

/** UNSCORED-2: what a touchpoint's days come to, among it how many feedbacks have words that no sentiment is known of. */
export const coverageOf = (days: readonly CellDay[]): Coverage =>
  told(
    addUpCoverages(
      days.map(({ coverage, unscored = 0 }) => coverage ?? unscoredAlone(unscored)),
      NOTES_A_WINDOW,
    ),
  );

/** A language, channel or segment whose customers answer far more seldom than those of others. */
export interface LeastHeard {
  by: Dimension;
  name: string;
  invited: number;
  answers: number;
  responseRate: number;
  /** Ends of the 90 % interval of the response rate. */
  low: number;
  high: number;
  /** Response rate of all whose language, channel or segment is known, over the fleet. */
  against: number;
}

export interface FleetCoverage extends Omit<Coverage, 'notes'> {
  leastHeard: LeastHeard[];
}

/** Those of whom it is known in which of the groups they are. */
const knownOf = (groups: readonly GroupSum[]): Pick<Audience, 'invited' | 'answers'> => ({
  invited: groups.reduce((sum, { invited }) => sum + invited, 0),
  answers: groups.reduce((sum, { answers }) => sum + answers, 0),
});

/**
 * COVERAGE-3: held against all of whom the same is known, as a language is mostly known of those who wrote, and who wrote
 * mostly complained: against all the invited, every language would seem silent. One group in twenty that answers like the
 * others passes the interval by chance. The lowest rate first.
 */
const leastHeard = (groups: CoverageSum['groups']): LeastHeard[] =>
  dimensions
    .flatMap((by) => rated(groups[by]).map((group) => ({ ...group, by, against: rateOf(knownOf(groups[by])) })))
    .flatMap(({ by, name, invited, answers, responseRate, against }) => {
      if (responseRate === null || against === null || name === OTHER) return [];
      const interval = wilsonInterval(answers, invited);
      const isSeldom = responseRate < HEARD_LEAST * against && interval.high < against;
      return isSeldom ? [{ by, name, invited, answers, responseRate, ...interval, against }] : [];
    })
    .sort(
      (a, b) => a.responseRate - b.responseRate || b.invited - a.invited || (a.by + a.name < b.by + b.name ? -1 : 1),
    );

/**
 * The coverage of touchpoints together, and who is heard least over all of them. The order of the touchpoints makes no
 * difference.
 *
 * @param cells summaries or entries of `touchpoints.json`
 */
export const fleetCoverage = (
  cells: readonly { coverage?: Omit<Coverage, 'notes'> | Unscored | undefined }[],
): FleetCoverage => {
  const sums = cells.map(({ coverage }): CoverageSum => {
    if (!coverage || !('worded' in coverage)) return unscoredAlone(coverage?.unscored ?? 0);
    const { byLanguage, byChannel, bySegment } = coverage;
    return {
      ...coverage,
      groups: { language: byLanguage, channel: byChannel, segment: bySegment },
      notes: { n: 0, newest: [] },
    };
  });
  const sum = addUpCoverages(sums, 0);
  const { notes: _, ...coverage } = told(sum);
  return { ...coverage, leastHeard: leastHeard(sum.groups) };
};
