import { DAY, type Day, dayOf, type Instant, millis, plus, startOf } from '../instant.ts';
import { qValues } from '../statistics/false-discovery.ts';
import {
  likelyMeans,
  type NegativeBinomial,
  negativeBinomialHead,
  negativeBinomialTail,
} from '../statistics/negative-binomial.ts';
import { HISTORY_DAYS } from '../touchpoints/comparison.ts';
import { type Cell, cellKey } from '../touchpoints/tally-row.ts';
import { type Baseline, baselinesOf, predict } from './usual/baseline.ts';
import { sumOf, WEEK, weekdayOf } from './usual/cell-history.ts';

/** Customers of a cell who complained unasked. */
export interface SurgeSeries extends Cell {
  /** By day, each day once; days without any are left out, and days before the last `HISTORY_DAYS` make no difference. */
  complaining: readonly { day: Day; customers: number }[];
  /**
   * First day that anything was told of the cell, a complaint, an invitation or a review. Without it a cell is as old as the
   * fleet, and where it opened lately, its first complaints are held against days on which there were none.
   */
  knownSince?: Day;
}

/** The last days of a cell, held against its own. */
export interface SurgeComparison extends Cell {
  /** Length of the span that stands out most, 1, 3 or 7 days up to the last. */
  days: number;
  /** Distinct customers of a day, added up over the span. */
  customers: number;
  /** What the cell's history and weekdays would have; 0 where the history is too short to tell. */
  expected: number;
  /** Customers over expected, 90 % interval; 0 to `MOST_RATIO`. 1 where the history is too short to tell. */
  ratio: { value: number; low: number; high: number };
  /** One-sided, of the three spans together; 0 to 1. */
  pValue: number;
  /** Over all cells compared; 0 to 1. */
  qValue: number;
  isSurge: boolean;
  /** The last 28 days, the last one last: for a chart. */
  daily: { day: Day; complaining: number; expected: number }[];
}

/** The days that may be a surge are not what it is held against. */
const GUARD_DAYS = WEEK;

/** Fewest days that are a history. */
const ENOUGH_DAYS = WEEK;

/** Days up to the last that are looked at. */
export const SPANS = [1, 3, 7] as const;

/**
 * The share of the chance of a false alarm that each span has (Bonferroni, weighted): a day tells a strong surge at once and
 * gets by with little; a weak one takes all of a week.
 */
const WEIGHTS: Record<(typeof SPANS)[number], number> = { 1: 1 / 6, 3: 1 / 6, 7: 2 / 3 };

/** Days in which a surge must still show. */
const LATELY_DAYS = 3;

/** A size at which a negative binomial is as good as Poisson. */
const POISSON = 1e9;

/** Beyond a thousandfold nothing is told apart. */
export const MOST_RATIO = 1000;

/** One end of a 90 % interval. */
const ENDS = 0.05;
const CHART_DAYS = 28;
/** Of the surges told at one look, at most so many are so by chance (Benjamini and Hochberg 1995). */
export const FALSE_DISCOVERIES = 0.1;
/** Fewest customers that are a surge. */
export const LEAST_CUSTOMERS = 3;
/** Customers over those expected, at least. */
export const LEAST_RATIO = 1.5;

/** The last `HISTORY_DAYS` days. */
interface Calendar {
  days: Day[];
  weekdays: number[];
  /** Share of the last day that is over. */
  isOver: number;
}

const calendarOf = (asOf: Instant): Calendar => {
  const last = startOf(dayOf(plus(asOf, -1)));
  const days = Array.from({ length: HISTORY_DAYS }, (_, i) => dayOf(plus(last, (i + 1 - HISTORY_DAYS) * DAY)));
  return { days, weekdays: days.map(weekdayOf), isOver: (millis(asOf) - millis(last)) / DAY };
};

const countsOf = ({ complaining }: SurgeSeries, places: ReadonlyMap<Day, number>): number[] => {
  const counts = new Array<number>(HISTORY_DAYS).fill(0);
  for (const { day, customers } of complaining) {
    const place = places.get(day);
    if (place !== undefined) counts[place] = customers;
  }
  return counts;
};

/** Place of the first day that anything is known of a cell, behind the last where nothing is. */
const firstKnown = ({ knownSince }: SurgeSeries, counts: readonly number[], { days }: Calendar): number => {
  const complained = counts.findIndex((count) => count > 0);
  const known = knownSince === undefined ? -1 : days.findIndex((day) => day >= knownSince);
  return Math.min(...[complained, known].map((place) => (place === -1 ? HISTORY_DAYS : place)));
};

/** Cells with what is usual in them; none where the fleet has no history. In the order given. */
const usualIn = (
  cells: readonly SurgeSeries[],
  counts: readonly (readonly number[])[],
  calendar: Calendar,
): Baseline[] | undefined => {
  const firsts = cells.map((cell, i) => firstKnown(cell, counts[i] as number[], calendar));
  const start = firsts.reduce((earliest, place) => Math.min(earliest, place), HISTORY_DAYS);
  const end = HISTORY_DAYS - GUARD_DAYS;
  if (end - start < ENOUGH_DAYS) return undefined;
  // Sums of the fleet have the same digits whatever the order of its cells.
  const keys = cells.map(cellKey);
  const order = [...cells.keys()].sort((a, b) => ((keys[a] as string) < (keys[b] as string) ? -1 : 1));
  const histories = order.map((i) => ({
    counts: (counts[i] as number[]).slice(start, end),
    from: cells[i]?.knownSince === undefined ? 0 : Math.min(end, firsts[i] as number) - start,
  }));
  const baselines: Baseline[] = [];
  for (const [rank, baseline] of baselinesOf(histories, calendar.weekdays.slice(start, end)).entries())
    baselines[order[rank] as number] = baseline;
  return baselines;
};

/** Customers on the last days, and what was to be expected. */
interface Span {
  days: number;
  customers: number;
  usual: NegativeBinomial;
  tail: number;
  /** 1 where the span cannot be a surge, however small its tail: such cells do not count as found in the rate of false discoveries. */
  pValue: number;
}

const expectedOn = ({ rate, weekdays: { factors } }: Baseline, weekday: number): number =>
  rate * (factors[weekday] as number);

/**
 * SURGE-3: a surge that the last week alone tells is over when the last three days are near what is usual and far below the
 * week. A day that is not over counts here by its share that is.
 */
const stillShows = (counts: readonly number[], baseline: Baseline, { weekdays, isOver }: Calendar): boolean => {
  const usual = weekdays.slice(-LATELY_DAYS).map((weekday) => expectedOn(baseline, weekday));
  const running = (usual.at(-1) as number) * (1 - isOver);
  const lately = sumOf(counts.slice(-LATELY_DAYS));
  if (lately >= LEAST_RATIO * (sumOf(usual) - running)) return true;
  const asInTheWeek = (sumOf(counts.slice(-WEEK)) * (LATELY_DAYS - 1 + isOver)) / (WEEK - 1 + isOver);
  return negativeBinomialHead(lately, { mean: asInTheWeek, size: POISSON }) > ENDS;
};

/**
 * SURGE-2: a surge has three customers at least, and half as many again as usual, and the lower end of its ratio lies above 1.
 * Of the chance of so many or more, so many count by half (mid-p, Lancaster 1961): counts are small, and the whole would tell
 * surges less often than the rate allows.
 */
const spanOf = (
  days: (typeof SPANS)[number],
  counts: readonly number[],
  baseline: Baseline,
  calendar: Calendar,
): Span => {
  const usual = predict(baseline, calendar.weekdays.slice(-days));
  const customers = sumOf(counts.slice(-days));
  const tail = negativeBinomialTail(customers, usual);
  const chance = (tail + negativeBinomialTail(customers + 1, usual)) / 2;
  const canBeSurge =
    customers >= LEAST_CUSTOMERS &&
    customers >= LEAST_RATIO * usual.mean &&
    tail < ENDS &&
    (days <= LATELY_DAYS || stillShows(counts, baseline, calendar));
  return { days, customers, usual, tail, pValue: canBeSurge ? Math.min(1, chance / WEIGHTS[days]) : 1 };
};

const ratioOf = ({ customers, usual: { mean, size } }: Span): SurgeComparison['ratio'] => {
  const { low, high } = likelyMeans(customers, size, ENDS, MOST_RATIO * mean);
  return { value: Math.min(MOST_RATIO, customers / mean), low: low / mean, high: high / mean };
};

type Judged = Omit<SurgeComparison, keyof Cell | 'qValue' | 'isSurge' | 'daily'>;

const judge = (counts: readonly number[], baseline: Baseline, calendar: Calendar): Judged => {
  const [first, ...others] = SPANS.map((days) => spanOf(days, counts, baseline, calendar)) as [Span, Span, Span];
  const span = others.reduce(
    (most, next) => (next.pValue < most.pValue || (next.pValue === most.pValue && next.tail < most.tail) ? next : most),
    first,
  );
  const { days, customers, usual, pValue } = span;
  return { days, customers, expected: usual.mean, ratio: ratioOf(span), pValue };
};

const notJudged = (counts: readonly number[]): Judged => ({
  days: 1,
  customers: counts.at(-1) as number,
  expected: 0,
  ratio: { value: 1, low: 0, high: MOST_RATIO },
  pValue: 1,
});

/**
 * SURGE-1: distinct complaining customers a day over the last 1, 3 and 7 days are held against the cell's own history and
 * weekdays, both drawn to the fleet's, and what stands out is told at a false discovery rate of one in ten over all cells.
 *
 * The history is what lies before the last 7 days, back to `HISTORY_DAYS` or the first day the fleet knows anything of; with
 * less than 7 days of it no cell is judged. Days are of UTC; one that is not over is held against a whole day, so that a surge
 * is rather told later than made up. Method, sources and measured figures: `docs/method.md`, "Surges".
 *
 * @returns in the order given
 */
export const compareSurges = (cells: readonly SurgeSeries[], asOf: Instant): SurgeComparison[] => {
  const calendar = calendarOf(asOf);
  const places = new Map(calendar.days.map((day, place) => [day, place]));
  const counts = cells.map((cell) => countsOf(cell, places));
  const baselines = usualIn(cells, counts, calendar);
  const judged = counts.map((ofCell, i) =>
    baselines ? judge(ofCell, baselines[i] as Baseline, calendar) : notJudged(ofCell),
  );
  const q = qValues(judged.map(({ pValue }) => pValue));
  return cells.map(({ touchpoint, location }, i) => ({
    touchpoint,
    ...(location === undefined ? {} : { location }),
    ...(judged[i] as Judged),
    qValue: q[i] as number,
    isSurge: (q[i] as number) <= FALSE_DISCOVERIES,
    daily: calendar.days.slice(-CHART_DAYS).map((day, place) => ({
      day,
      complaining: counts[i]?.[HISTORY_DAYS - CHART_DAYS + place] as number,
      expected: baselines
        ? expectedOn(baselines[i] as Baseline, calendar.weekdays[HISTORY_DAYS - CHART_DAYS + place] as number)
        : 0,
    })),
  }));
};
