import type { Action } from '../domain/actions/action.ts';
import { type Annotation, isAbout } from '../domain/analysts/annotation.ts';
import type { TouchpointDetail } from '../domain/analysts/answers.ts';
import { trendOf, trendWindow } from '../domain/analysts/told/trend-days.ts';
import { cellOfId } from '../domain/analysts/touchpoint-id.ts';
import type { ScoresAtLook } from '../domain/analysts/trend.ts';
import { type Gap, gapId } from '../domain/gaps/gap.ts';
import { darkCornerId, groupId, surgeId } from '../domain/gaps/touchpoint-gap.ts';
import type { Instant } from '../domain/instant.ts';
import { type ActionEntry, actionEntry } from '../domain/outputs/action-entry.ts';
import { gapEntry } from '../domain/outputs/gap-entry.ts';
import { touchpointEntry } from '../domain/outputs/touchpoint-entry.ts';
import type { Quoted } from '../domain/outputs/why.ts';
import type { Compared } from '../domain/silence/compared.ts';
import type { CellDay } from '../domain/touchpoints/cell-day.ts';
import type { Days, TouchpointSummary } from '../domain/touchpoints/comparison.ts';
import { type Cell, cellKey } from '../domain/touchpoints/tally-row.ts';
import type { TouchpointWhy } from '../domain/why/touchpoint-why.ts';
import { joinedWhy, type Why } from '../domain/why/why.ts';
import type { Answering, Refused } from './answering.ts';

interface Known extends Partial<Compared> {
  summary: TouchpointSummary;
  why?: TouchpointWhy;
}

/** Where one touchpoint at a location is read. */
export interface TouchpointDetailDeps {
  touchpoints: {
    known(cell: Cell): Promise<Known | undefined>;
    days(cell: Cell, days: Days): Promise<CellDay[]>;
    /** The oldest first. */
    scores(cell: Cell, most: number): Promise<ScoresAtLook[]>;
  };
  quotes: { of(touchpoints: readonly Known[]): Promise<Quoted> };
  actions: {
    gaps(ids: readonly string[]): Promise<Gap[]>;
    /** The newest first. */
    newestAt(cell: Cell, most: number): Promise<Action[]>;
  };
  gaps: { whys(ids: readonly string[]): Promise<Map<string, Why>> };
  annotations: { all(): Promise<Annotation[]> };
}

const MOST_LOOKS = 180;
const MOST_ACTIONS = 50;

const notFound: Refused = {
  kind: 'refused',
  code: 'not-found',
  detail: 'nothing is told of such a touchpoint in the window that is compared',
  fix: 'list touchpoints for their ids; one of which nothing comes any more is left out',
};

/** The gaps that a touchpoint at a location may have, by themselves or with others. What has no name has no group. */
const gapIdsOf = (cell: Cell): string[] => [
  darkCornerId(cell),
  surgeId(cell),
  gapId('contradiction', 'cell', cellKey(cell)),
  groupId({ scope: 'touchpoint', name: cell.touchpoint }),
  ...(cell.location === undefined ? [] : [groupId({ scope: 'location', name: cell.location })]),
];

/** Answers one touchpoint at a location with all that is known of it. */
export const answerTouchpoint = (deps: TouchpointDetailDeps): Answering<'touchpoint'> => {
  const actionsAt = async (cell: Cell): Promise<ActionEntry[]> => {
    const actions = await deps.actions.newestAt(cell, MOST_ACTIONS);
    const whys = await deps.gaps.whys(actions.flatMap(({ gapIds }) => gapIds));
    return actions.map((action) => actionEntry(action, joinedWhy(action.gapIds.flatMap((id) => whys.get(id) ?? []))));
  };

  const detailOf = async (id: string, cell: Cell, known: Known, now: Instant): Promise<TouchpointDetail> => {
    const { touchpoints, quotes } = deps;
    const [quoted, days, scores, gaps, actions, annotations] = await Promise.all([
      quotes.of([known]),
      touchpoints.days(cell, trendWindow(now)),
      touchpoints.scores(cell, MOST_LOOKS),
      deps.actions.gaps(gapIdsOf(cell)),
      actionsAt(cell),
      deps.annotations.all(),
    ]);
    const { summary, comparison, surge, why } = known;
    const entry = touchpointEntry(summary, { comparison, surge, why, quoted });
    return {
      ...entry,
      id,
      asOf: summary.asOf,
      window: { from: summary.window.from, to: summary.window.to },
      trend: trendOf(days, summary.surveyed.metric),
      scores,
      gaps: gaps.map(gapEntry),
      actions,
      annotations: annotations.filter((one) => isAbout(one, entry)),
    };
  };

  return {
    touchpoint: async ({ path: { id = '' }, now }) => {
      const cell = cellOfId(id);
      const known = cell && (await deps.touchpoints.known(cell));
      return known ? { kind: 'answered', answer: await detailOf(id, cell, known, now) } : notFound;
    },
  };
};
