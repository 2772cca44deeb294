import type { ActionEntry } from '../../functions/domain/outputs/action-entry.ts';
import type { GapEntry } from '../../functions/domain/outputs/gap-entry.ts';
import type { Summary } from '../../functions/domain/outputs/summary.ts';
import type { TouchpointEntry } from '../../functions/domain/outputs/touchpoint-entry.ts';
import { ENOUGH_ANSWERS } from '../../functions/domain/silence/compare-metric.ts';
import { REACH } from '../../functions/domain/silence/corrected-net.ts';
import { isDark } from '../../functions/domain/silence/dark.ts';
import { FALSE_DISCOVERIES } from '../../functions/domain/silence/surge.ts';
import { UNATTRIBUTED } from '../../functions/domain/story/attribution.ts';

/** The entries of the files that the page is made of. */
export interface Told {
  summary: Summary;
  touchpoints: readonly TouchpointEntry[];
  gaps: readonly GapEntry[];
  actions: readonly ActionEntry[];
}

/** How a touchpoint at a location stands, the gravest first. `plain` is compared and none of the others. */
export type Standing = 'dark' | 'suspected' | 'weak' | 'plain' | 'too-few' | 'uncorrected';

export type Corrected = Extract<NonNullable<TouchpointEntry['adjusted']>, { net: number }>;

/** What a metric's answers say, and what silence makes of it. */
export interface Score {
  surveyed: Pick<TouchpointEntry['surveyed'], 'metric' | 'net' | 'n' | 'invited' | 'responseRate'>;
  adjusted?: TouchpointEntry['adjusted'] | undefined;
  gap?: { points: number; low: number; high: number } | undefined;
  coverage?: Pick<NonNullable<TouchpointEntry['coverage']>, 'invited'> | undefined;
}

/** A touchpoint's scores by metric, first the one most customers were asked. */
export const scoresOf = (entry: TouchpointEntry): [Score, ...Score[]] => [
  entry,
  ...(entry.surveyed.otherMetrics ?? []).map(({ adjusted, gap, ...surveyed }) => ({
    surveyed,
    adjusted,
    gap,
    coverage: entry.coverage,
  })),
];

/** A surveyed net as the surveys alone tell it: at or above the middle of its metric, below, or far below. */
export type Level = 'high' | 'middling' | 'weak';

/** A touchpoint at a location with what stands against it. */
export interface ReportCell {
  entry: TouchpointEntry;
  standing: Standing;
  /** Absent where there are too few answers, or none to hold them against. */
  level?: Level;
  /** Net that half of the answers on its metric come from touchpoints of, or of a higher one. */
  middle?: number;
  darkCorner?: GapEntry;
  surge?: GapEntry;
}

/** Points of net below the middle of the same metric from which a score is called weak: judgement. */
export const WEAK_POINTS = 20;

/** The corrected score, where there is one. */
export const correctedOf = ({ adjusted }: Pick<Score, 'adjusted'>): Corrected | undefined =>
  adjusted && 'net' in adjusted ? adjusted : undefined;

export const tooFewOf = ({ adjusted }: Pick<Score, 'adjusted'>): { needed: number } | undefined =>
  adjusted && 'tooFew' in adjusted ? adjusted : undefined;

/** Whether a score is corrected by complaints per answer, as nobody told who was asked. */
export const isByComplaints = (score: Pick<Score, 'adjusted'>): boolean =>
  correctedOf(score)?.method === 'complaints-per-answer';

/** Whether it is known who was asked. Answers that nobody is known to have been asked for count as invited, in coverage not. */
export const knowsInvited = (score: Score): boolean =>
  !isByComplaints(score) && score.surveyed.invited > 0 && score.coverage?.invited !== 0;

/** The surveyed net; of fewer answers than are told of, none: a score of five customers is theirs, not the touchpoint's. */
export const shownNet = ({ surveyed }: Pick<Score, 'surveyed'>): number | null =>
  surveyed.n < ENOUGH_ANSWERS ? null : surveyed.net;

interface Place {
  touchpoint?: string | undefined;
  location?: string | undefined;
}

const keyOf = ({ touchpoint = UNATTRIBUTED, location = UNATTRIBUTED }: Place): string =>
  JSON.stringify([touchpoint, location]);

const hiddenPoints = ({ entry }: ReportCell): number => entry.gap?.points ?? Number.NEGATIVE_INFINITY;

const byName = (a: TouchpointEntry, b: TouchpointEntry): number => {
  const [x, y] = [keyOf(a), keyOf(b)];
  return x < y ? -1 : x > y ? 1 : 0;
};

/** Whether silence was looked for there. */
export const isCompared = ({ entry, darkCorner }: ReportCell): boolean =>
  entry.gap !== undefined || darkCorner !== undefined;

/** Whether the last look found it dark; open ones stay so for some looks without. */
export const isFoundNow = ({ entry: { gap } }: ReportCell): boolean => gap !== undefined && isDark(gap);

/** Whether the last look found complaints surging; open surges stay so for some looks without. */
export const isSurgingNow = ({ surge }: ReportCell): boolean =>
  surge?.state === 'open' && (surge.qValue ?? 0) <= FALSE_DISCOVERIES;

/** Whether enough days are known of any touchpoint to tell what is usual there. */
export const isSurgeJudged = (cells: readonly ReportCell[]): boolean =>
  cells.some(({ entry }) => entry.daily?.some(({ expected }) => expected !== undefined));

/** The most points hidden first. */
export const mostHidden = (a: ReportCell, b: ReportCell): number =>
  // Of two without points the difference is NaN, which is no order: then their names decide.
  Math.sign(hiddenPoints(b) - hiddenPoints(a)) || byName(a.entry, b.entry);

/** Most customers brushed off first. */
export const mostTouched = (a: ReportCell, b: ReportCell): number =>
  (b.entry.impact?.perMonth ?? 0) - (a.entry.impact?.perMonth ?? 0) || mostHidden(a, b);

/** The net of the touchpoint that gave the middle answer, so that many small ones do not make what is usual. */
const middleOf = (entries: readonly TouchpointEntry[]): number => {
  const sorted = entries.toSorted((a, b) => (b.surveyed.net ?? 0) - (a.surveyed.net ?? 0));
  const half = entries.reduce((sum, { surveyed }) => sum + surveyed.n, 0) / 2;
  let answers = 0;
  for (const { surveyed } of sorted) {
    answers += surveyed.n;
    if (answers >= half) return surveyed.net ?? 0;
  }
  return 0;
};

/** The middle surveyed net by metric, over touchpoints with a corrected score: levels of several metrics are never mixed. */
const middles = (touchpoints: readonly TouchpointEntry[]): Map<string, number> => {
  const scored = touchpoints.filter((entry) => correctedOf(entry) && shownNet(entry) !== null);
  const groups = Map.groupBy(scored, ({ surveyed }) => surveyed.metric ?? '');
  return new Map([...groups].map(([metric, group]) => [metric, middleOf(group)]));
};

/** Upper end of the 90 % interval that a net has at its widest: of answers from -1 to 1 the variance is 1 - mean^2 at most. */
const highestNet = (net: number, n: number): number => net + REACH * Math.sqrt((100 ** 2 - net ** 2) / n);

const levelOf = (entry: TouchpointEntry, middle: number | undefined): Level | undefined => {
  const net = shownNet(entry);
  if (net === null || middle === undefined) return undefined;
  if (net >= middle) return 'high';
  const isWeak = net <= middle - WEAK_POINTS && highestNet(net, entry.surveyed.n) < middle;
  return isWeak ? 'weak' : 'middling';
};

/** All touchpoints at their locations by name, each with its standing. */
export const cellsOf = ({ touchpoints, gaps }: Told): ReportCell[] => {
  const active = gaps.filter(({ scope, state }) => scope === 'cell' && state !== 'cleared');
  const dark = new Map(active.filter(({ kind }) => kind === 'dark-corner').map((gap) => [keyOf(gap), gap]));
  const surging = new Map(active.filter(({ kind }) => kind === 'surge').map((gap) => [keyOf(gap), gap]));
  const middle = middles(touchpoints);
  const standingOf = (entry: TouchpointEntry, gap: GapEntry | undefined, level: Level | undefined): Standing => {
    if (gap) return gap.state === 'open' ? 'dark' : 'suspected';
    if (tooFewOf(entry)) return 'too-few';
    if (!correctedOf(entry)) return 'uncorrected';
    return level === 'weak' ? 'weak' : 'plain';
  };
  return touchpoints.toSorted(byName).map((entry) => {
    const [darkCorner, surge] = [dark.get(keyOf(entry)), surging.get(keyOf(entry))];
    const usual = middle.get(entry.surveyed.metric ?? '');
    const level = levelOf(entry, usual);
    return {
      entry,
      standing: standingOf(entry, darkCorner, level),
      ...(level && usual !== undefined && { level, middle: usual }),
      ...(darkCorner && { darkCorner }),
      ...(surge && { surge }),
    };
  });
};

/** Actions that somebody still has to do something about. */
export const isUnfinished = ({ status }: ActionEntry): boolean =>
  ['open', 'acknowledged', 'reopened', 'queued'].includes(status);
