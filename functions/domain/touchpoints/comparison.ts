import { type Gap, gapId } from '../gaps/gap.ts';
import { DAY, type Day, dayOf, type Instant, plus, startOf } from '../instant.ts';
import { type Metric, netOf } from '../message/scale.ts';
import { whyOfResponses } from '../why/why.ts';
import { addLags, ageInDays, type LagCounts, noLags } from './answer-lag.ts';
import type { CellDay, ClassCounts, SurveyCounts } from './cell-day.ts';
import { type Coverage, coverageOf, type Unscored } from './coverage.ts';
import { addHeard, bounded, type HeardCounts } from './heard-counts.ts';
import type { Favourable } from './said.ts';
import { type Cell, cellKey } from './tally-row.ts';

/** Fact ids kept as evidence with a cell's gap, the newest. */
const MAX_EVIDENCE = 100;

/** Days of complaints that a surge is held against: eight weeks of each weekday, and the week that may be one. */
export const HISTORY_DAYS = 63;

/** UTC days from one to another, both among them. */
export interface Days {
  from: Day;
  to: Day;
}

/** What a comparison looks at: the days it touches, of the first only what comes from `since` on. */
export interface Window extends Days {
  since: Instant;
}

/** The last `days` times 24 hours before an instant. */
export const windowOf = (at: Instant, days: number): Window => {
  const since = plus(at, -days * DAY);
  return { since, from: dayOf(since), to: dayOf(plus(at, -1)) };
};

/** Whether a window begins within its first day, of which then only the rows can tell what lies inside. */
export const beginsMidDay = ({ since, from }: Window): boolean => since > startOf(from);

/** What the answers to one metric say. */
export interface Surveyed {
  metric?: Metric;
  /** -100 to 100; `null` where nobody gave a score. */
  net: number | null;
  /** Answers with a score. */
  n: number;
  invited: number;
  /** n / invited; `null` where nobody was asked. */
  responseRate: number | null;
}

/** What a metric's invitations came to, as the corrected score needs it. */
export interface MetricEvidence {
  metric: Metric;
  /** Of the invitations that are not among the young. */
  older: HeardCounts;
  /** By day, those of the last `YOUNG_DAYS`: their answers may still come. */
  young: { day: Day; heard: HeardCounts }[];
  /** Answers of which no invitation is known. */
  unasked: number;
  /** Of the invited, those who had been asked the same not long before, within the window. */
  again: number;
  /** Of the invited, those who were asked another metric in the same questionnaire. */
  beside: number;
  held: number;
  lags: LagCounts;
  favourable: Favourable;
}

/** Days of invitations that are kept apart: of longer waits for answers, all older ones count as waited for. */
export const YOUNG_DAYS = 14;

/** What a fleet is compared by, of one cell. */
export interface CellEvidence extends Cell {
  window: Window;
  /** First and last day that anything was told of, within the window. */
  days: Days;
  /** First the metric most customers were asked. */
  metrics: MetricEvidence[];
  /** Customers who complained unasked, by day, back to `HISTORY_DAYS`; days without any are left out. */
  complaining: { day: Day; customers: number }[];
  /** First day, back to `HISTORY_DAYS`, that anything was told of. */
  knownSince?: Day;
}

/** A touchpoint at a location over a window. */
export interface TouchpointSummary extends Cell {
  asOf: Instant;
  window: Window;
  /** First and last day that anything was told of, within the window. */
  days: Days;
  /** Of the metric most customers were asked. */
  surveyed: Surveyed;
  otherMetrics: Surveyed[];
  /**
   * Distinct customers who complained unasked, at least: exact unless TALLY-3 left some of a day unnamed; a complaint of
   * nobody in particular counts as a customer. Share of the invited who had complained before they were asked.
   */
  complaints: { customers: number; share: number | null };
  reviews: { net: number | null; n: number };
  /** Absent in summaries that were written before it was told. */
  evidence?: Pick<CellEvidence, 'metrics' | 'complaining' | 'knownSince'>;
  /** Of summaries that were written before more was told, only how much is unscored. */
  coverage: Coverage | Unscored;
}

const answers = (counts: ClassCounts): number => counts.top + counts.middle + counts.bottom;

const surveyedOf = (metric: Metric, counts: Numbers): Surveyed => ({
  metric,
  net: netOf(counts) ?? null,
  n: answers(counts),
  invited: counts.invited,
  responseRate: counts.invited === 0 ? null : answers(counts) / counts.invited,
});

const nobodyAsked: Surveyed = { net: null, n: 0, invited: 0, responseRate: null };

/** The plain numbers of a metric's counts. */
type Numbers = Omit<SurveyCounts, 'heard' | 'lags' | 'unasked' | 'askedBefore' | 'beside'>;

const addUp = (days: readonly CellDay[]): Map<Metric, Numbers> => {
  const sums = new Map<Metric, Numbers>();
  for (const { surveys } of days) {
    for (const [metric, counts] of Object.entries(surveys) as [Metric, SurveyCounts][]) {
      const sum = sums.get(metric) ?? { top: 0, middle: 0, bottom: 0, invited: 0, held: 0, complained: 0 };
      for (const name of Object.keys(sum) as (keyof Numbers)[]) sum[name] += counts[name];
      sums.set(metric, sum);
    }
  }
  return sums;
};

const metricEvidence = (metric: Metric, days: readonly CellDay[], asOf: Instant): MetricEvidence => {
  const evidence: MetricEvidence = {
    metric,
    older: {},
    young: [],
    unasked: 0,
    again: 0,
    beside: 0,
    held: 0,
    lags: noLags(),
    favourable: { worded: 0, complaining: 0 },
  };
  for (const { day, surveys, said } of days) {
    const counts = surveys[metric];
    if (!counts) continue;
    const { worded, complaining } = said?.scores[metric]?.favourable ?? { worded: 0, complaining: 0 };
    evidence.favourable.worded += worded;
    evidence.favourable.complaining += complaining;
    const { heard = {}, lags = [], unasked = 0, askedBefore = {}, beside = 0, held } = counts;
    const age = ageInDays(day, asOf);
    if (age < YOUNG_DAYS) evidence.young.push({ day, heard });
    else addHeard(evidence.older, heard);
    addLags(evidence.lags, lags, age);
    evidence.unasked += unasked;
    const first = days[0]?.day ?? day;
    evidence.again += Object.entries(askedBefore).reduce((sum, [before, n]) => sum + (before >= first ? n : 0), 0);
    evidence.beside += beside;
    evidence.held += held;
  }
  return { ...evidence, older: bounded(evidence.older) };
};

/** Customers who complained unasked on a day; a complaint of nobody in particular counts as a customer. */
export const complainingOn = ({ day, complainers, furtherComplainers, namelessComplaints }: CellDay) => ({
  day,
  customers: complainers.length + furtherComplainers + namelessComplaints,
});

/** Customers whom a day does not name cannot be told apart over days; but no day had more of them than the window. */
const complainingCustomers = (days: readonly CellDay[]): number => {
  const named = new Set(days.flatMap(({ complainers }) => complainers)).size;
  const mostOfADay = days.reduce((most, day) => Math.max(most, day.complainers.length + day.furtherComplainers), 0);
  return Math.max(named, mostOfADay) + days.reduce((sum, { namelessComplaints }) => sum + namelessComplaints, 0);
};

/** COMPARE-1: what a cell's answers, complaints and reviews say over a window. Levels of several metrics are never mixed. */
export const summarise = (
  cell: Cell,
  days: readonly CellDay[],
  window: Window,
  asOf: Instant,
): TouchpointSummary | undefined => {
  const inside = days
    .filter(({ day }) => day >= window.from && day <= window.to)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last) return undefined;
  const sums = [...addUp(inside)];
  const total = (name: 'invited' | 'complained') => sums.reduce((sum, [, counts]) => sum + counts[name], 0);
  const [invited, complained] = [total('invited'), total('complained')];
  const [surveyed = nobodyAsked, ...otherMetrics] = sums
    .map(([metric, counts]) => surveyedOf(metric, counts))
    .sort((a, b) => b.invited - a.invited || ((a.metric ?? '') < (b.metric ?? '') ? -1 : 1));
  const reviews = inside.reduce(
    (sum, { reviews: r }) => ({ top: sum.top + r.top, middle: sum.middle + r.middle, bottom: sum.bottom + r.bottom }),
    { top: 0, middle: 0, bottom: 0 },
  );
  return {
    ...cell,
    asOf,
    window,
    days: { from: first.day, to: last.day },
    surveyed,
    otherMetrics,
    complaints: { customers: complainingCustomers(inside), share: invited === 0 ? null : complained / invited },
    reviews: { net: netOf(reviews) ?? null, n: answers(reviews) },
    evidence: {
      metrics: [surveyed, ...otherMetrics].flatMap(({ metric }) =>
        metric ? [metricEvidence(metric, inside, asOf)] : [],
      ),
      complaining: days.map(complainingOn).filter(({ customers }) => customers > 0),
      knownSince: days.reduce((earliest, { day }) => (day < earliest ? day : earliest), first.day),
    },
    coverage: coverageOf(inside),
  };
};

/** CONTRADICTION-3: responses of nobody in particular whose score and words disagree are one gap of their cell. */
export const namelessContradiction = (cell: Cell, days: readonly CellDay[], window: Window): Gap | undefined => {
  const found = days
    .filter(({ day }) => day >= window.from && day <= window.to)
    .flatMap(({ contradictions }) => contradictions)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.fact < b.fact ? -1 : 1));
  const [first] = found;
  if (!first) return undefined;
  return {
    id: gapId('contradiction', 'cell', cellKey(cell)),
    kind: 'contradiction',
    scope: 'cell',
    ...cell,
    facts: found.slice(-MAX_EVIDENCE).map(({ fact }) => fact),
    state: 'open',
    openedAt: first.at,
    decidedBy: first.at,
    history: [{ state: 'open', at: first.at }],
    confidence: Math.max(...found.map(({ probability }) => probability)),
    why: whyOfResponses(found),
  };
};
