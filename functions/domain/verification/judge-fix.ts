import type { Instant } from '../instant.ts';
import { type GroupMean, type RandomEffects, randomEffects, type UsualBetween } from '../statistics/random-effects.ts';
import type { WindowCounts } from './counts.ts';
import { fallenBack, type UsualRate } from './usual-rate.ts';
import type { FixKind } from './windows.ts';

/** A cell before and after. */
export interface BeforeAndAfter {
  before: WindowCounts;
  after: WindowCounts;
}

/** What a fix is judged by. */
export interface FixFacts extends BeforeAndAfter {
  kind: FixKind;
  /** Cells that were flagged then and left alone, over the same days since; in any order. */
  controls: readonly BeforeAndAfter[];
  usual: UsualRate;
  /** When it is judged next; absent at the last time. */
  next?: Instant | undefined;
}

/** Ends of a 95 % interval over all three judgements. */
interface Interval {
  low: number;
  high: number;
}

/** The figures of a fix. Changes are shares, -0.45 for a fall by 45 %. */
export interface FixFigures extends Interval {
  /** Of a dark corner shares of the invited, of a surge customers a day. */
  before: number;
  after: number;
  /** Against what it would have come to if it had been left alone. */
  change: number;
  controls: number;
  /** What the cell was expected to come to without the fix, against before. */
  leftAlone: number;
}

export type FixVerdict =
  | ({ kind: 'verified' | 'reopened' } & FixFigures)
  /** No figures where nothing can be compared; `until` is absent where no further judgement comes. */
  | { kind: 'not-enough'; until?: Instant | undefined; figures?: FixFigures };

/**
 * Standard deviations to each end: three looks at growing figures together miss one time in twenty (Pocock 1977; as intervals,
 * Jennison and Turnbull 1984; the constant for three looks is in table 2.1 of their book, 2000). So of fixes that do nothing
 * one in forty is verified at any of the three.
 */
const THREE_LOOKS = 2.289;

/** Changes are counted in hundredths of the natural logarithm. */
const POINTS = 100;

/**
 * How far changes of cells that are left alone lie apart where few are known: 15 hundredths of the logarithm, with the weight
 * of two cells. Judgement.
 */
const USUAL: UsualBetween = { between: 15 ** 2, weight: 2 };

/** Fewest cells left alone that tell how others do. */
const ENOUGH_CONTROLS = 3;

/** One cell more, that does just as its own counts let expect. */
const AS_EXPECTED: GroupMean = { mean: 0, variance: USUAL.between, covariate: 0 };

/** What is left of what went wrong where a fix was worth the work. */
const WORTHWHILE = 1 / 2;

/** A fix is opened again over an interval of no more than so many times what is told, either way; judgement. */
const WIDEST = 3;

/** Of counts that may be 0. */
const HALF = 0.5;

const squareOf = (value: number): number => value * value;

/** Variance of days beyond Poisson's, of all cells together, from 1. */
const dispersionOf = (cells: readonly BeforeAndAfter[]): number => {
  const windows = cells.flatMap(({ before, after }) => [before.scatter, after.scatter]);
  const sum = (values: readonly number[]) => [...values].sort((a, b) => a - b).reduce((all, value) => all + value, 0);
  const freedom = sum(windows.map((scatter) => scatter.freedom));
  return freedom === 0 ? 1 : Math.max(1, sum(windows.map(({ squares }) => squares)) / freedom);
};

const isTold = ({ before, after }: BeforeAndAfter): boolean => before.exposure > 0 && after.exposure > 0;

/** What a cell that was left alone came to beyond what its own counts let expect, as a change in its logarithm. */
const changeOf = ({ before, after }: BeforeAndAfter, usual: UsualRate, dispersion: number): GroupMean => {
  const known = fallenBack(before, usual, dispersion);
  const expected = after.exposure * known.rate;
  return {
    mean: POINTS * Math.log((after.events + HALF) / (expected + HALF)),
    variance: squareOf(POINTS) * (dispersion / (expected + HALF) + 1 / known.events),
    covariate: 0,
  };
};

/**
 * What a flagged cell comes to where it is left alone, beyond what its own counts let expect. The fewer such cells are known,
 * the more it is just what they let expect; but that a surge passes by itself no counts let expect, only other surges do.
 */
const fleetOf = ({ kind, usual }: FixFacts, controls: readonly BeforeAndAfter[], dispersion: number): RandomEffects => {
  const changes = controls.map((control) => changeOf(control, usual, dispersion));
  const isDoubtful = kind === 'dark-corner' || changes.length < ENOUGH_CONTROLS;
  // In an order of their own, so that sums have the same digits whatever order they came in.
  const inOrder = [...changes, ...(isDoubtful ? [AS_EXPECTED] : [])].sort(
    (a, b) => a.mean - b.mean || a.variance - b.variance,
  );
  return randomEffects(inOrder, USUAL);
};

/**
 * VERIFY-7: a fix is held against what its cell would have come to without it: what its own counts let expect, changed as
 * cells changed that were flagged at the same time and left alone.
 *
 * The difference of two differences in the logarithm of rates, by the delta method with half a count added (Gart and Zweifel
 * 1967, of logits); cells left alone by a random-effects mean (Paule and Mandel 1982). How far they lie apart is part of the
 * doubt about any single one (Higgins, Thompson and Spiegelhalter 2009, of predictions).
 */
const compare = (
  facts: FixFacts,
  controls: readonly BeforeAndAfter[],
): { figures: FixFigures; againstItself: Interval } => {
  const { before, after, usual } = facts;
  const dispersion = dispersionOf([facts, ...controls]);
  const fleet = fleetOf(facts, controls, dispersion);
  const known = fallenBack(before, usual, dispersion);
  const leftAlone = known.rate * Math.exp(fleet.expected(0) / POINTS);
  const ofOthers = (fleet.between + fleet.uncertainty(0)) / squareOf(POINTS);
  const half = THREE_LOOKS * Math.sqrt(dispersion / (after.events + HALF) + 1 / known.events + ofOthers);
  const against = (rate: number): Interval & { change: number } => {
    const change = Math.log((after.events + HALF) / (after.exposure * rate + HALF));
    return { change: Math.expm1(change), low: Math.expm1(change - half), high: Math.expm1(change + half) };
  };
  const was = before.events / before.exposure;
  const figures = {
    before: was,
    after: after.events / after.exposure,
    ...against(leftAlone),
    controls: controls.length,
    leftAlone: leftAlone / was - 1,
  };
  return { figures, againstItself: against(known.rate) };
};

/** A surge may pass by itself: without others that were left alone, nobody knows whether it did. */
const canBeVerified = ({ kind }: FixFacts, { before, after, high, controls }: FixFigures): boolean =>
  high < 0 && after < before && (kind === 'dark-corner' || controls >= ENOUGH_CONTROLS);

const isNone = ({ low, high }: Interval): boolean => high >= 0 && low > WORTHWHILE - 1;

const isNarrow = ({ low, high }: Interval): boolean => 1 + high <= WIDEST ** 2 * (1 + low);

/**
 * VERIFY-8: a fix is verified where less goes wrong than before and the whole interval lies below what it would have come to
 * without it; it is opened again where the interval holds no change and excludes a halving, both against that and against
 * what its own counts let expect. Where it is wider, or they differ, there is not enough data yet.
 *
 * Of surges that were left alone some pass and some last: beside them one that lasts seems to get worse, whatever was done.
 */
export const judgeFix = (facts: FixFacts): FixVerdict => {
  const notEnough = { kind: 'not-enough', until: facts.next } as const;
  if (!isTold(facts) || facts.before.events === 0) return notEnough;
  const { figures, againstItself } = compare(facts, facts.controls.filter(isTold));
  if (canBeVerified(facts, figures)) return { kind: 'verified', ...figures };
  if (isNarrow(figures) && isNone(figures) && isNone(againstItself)) return { kind: 'reopened', ...figures };
  return { ...notEnough, figures };
};
