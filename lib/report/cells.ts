import type { ActionEntry } from '../../functions/domain/outputs/action-entry.ts';
import type { GapEntry } from '../../functions/domain/outputs/gap-entry.ts';
import type { Summary } from '../../functions/domain/outputs/summary.ts';
import type { TouchpointEntry } from '../../functions/domain/outputs/touchpoint-entry.ts';
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
}

/** A touchpoint's scores by metric, first the one most customers were asked. */
export const scoresOf = (entry: TouchpointEntry): [Score, ...Score[]] => [
  entry,
  ...(entry.surveyed.otherMetrics ?? []).map(({ adjusted, gap, ...surveyed }) => ({ surveyed, adjusted, gap })),
];

/** A touchpoint at a location with what stands against it. */
export interface ReportCell {
  entry: TouchpointEntry;
  standing: Standing;
  darkCorner?: GapEntry;
  surge?: GapEntry;
}

/** Points of net below the middle touchpoint asked on the same metric from which a score is called weak; for readers, no test. */
export const WEAK_POINTS = 20;

/** The corrected score, where there is one. */
export const correctedOf = ({ adjusted }: Pick<Score, 'adjusted'>): Corrected | undefined =>
  adjusted && 'net' in adjusted ? adjusted : undefined;

export const tooFewOf = ({ adjusted }: Pick<Score, 'adjusted'>): { needed: number } | undefined =>
  adjusted && 'tooFew' in adjusted ? adjusted : undefined;

/** Whether it is known who was asked. */
export const knowsInvited = (score: Score): boolean =>
  correctedOf(score)?.method !== 'complaints-per-answer' && score.surveyed.invited > 0;

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

/** The most points hidden first. */
export const mostHidden = (a: ReportCell, b: ReportCell): number =>
  // Of two without points the difference is NaN, which is no order: then their names decide.
  Math.sign(hiddenPoints(b) - hiddenPoints(a)) || byName(a.entry, b.entry);

/** Most customers brushed off first. */
export const mostTouched = (a: ReportCell, b: ReportCell): number =>
  (b.entry.impact?.perMonth ?? 0) - (a.entry.impact?.perMonth ?? 0) || mostHidden(a, b);

const middleOf = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[half] as number)
    : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
};

/** The middle surveyed net by metric, over touchpoints with a corrected score: levels of several metrics are never mixed. */
const middles = (touchpoints: readonly TouchpointEntry[]): Map<string, number> => {
  const scored = touchpoints.filter((entry) => correctedOf(entry) && entry.surveyed.net !== null);
  const groups = Map.groupBy(scored, ({ surveyed }) => surveyed.metric ?? '');
  return new Map(
    [...groups].map(([metric, group]) => [metric, middleOf(group.map(({ surveyed }) => surveyed.net ?? 0))]),
  );
};

/** All touchpoints at their locations by name, each with its standing. */
export const cellsOf = ({ touchpoints, gaps }: Told): ReportCell[] => {
  const active = gaps.filter(({ scope, state }) => scope === 'cell' && state !== 'cleared');
  const dark = new Map(active.filter(({ kind }) => kind === 'dark-corner').map((gap) => [keyOf(gap), gap]));
  const surging = new Map(active.filter(({ kind }) => kind === 'surge').map((gap) => [keyOf(gap), gap]));
  const middle = middles(touchpoints);
  const standingOf = (entry: TouchpointEntry, gap: GapEntry | undefined): Standing => {
    if (gap) return gap.state === 'open' ? 'dark' : 'suspected';
    if (tooFewOf(entry)) return 'too-few';
    if (!correctedOf(entry)) return 'uncorrected';
    const { net, metric = '' } = entry.surveyed;
    return net !== null && net <= (middle.get(metric) ?? net) - WEAK_POINTS ? 'weak' : 'plain';
  };
  return touchpoints.toSorted(byName).map((entry) => {
    const [darkCorner, surge] = [dark.get(keyOf(entry)), surging.get(keyOf(entry))];
    return {
      entry,
      standing: standingOf(entry, darkCorner),
      ...(darkCorner && { darkCorner }),
      ...(surge && { surge }),
    };
  });
};

/** Actions that somebody still has to do something about. */
export const isUnfinished = ({ status }: ActionEntry): boolean =>
  ['open', 'acknowledged', 'reopened', 'queued'].includes(status);
