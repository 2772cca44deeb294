import { localDay } from '../domain/actions/business-calendar.ts';
import type { Owners } from '../domain/actions/owners.ts';
import { settleFix } from '../domain/actions/settle.ts';
import { raisedFrom } from '../domain/actions/triage-from.ts';
import { askActionId, FEW_COMPLAINING, MANY_COMPLAINING, triageTooFew } from '../domain/actions/triage-too-few.ts';
import { fixActionId, triageTouchpoint } from '../domain/actions/triage-touchpoint.ts';
import type { Gap } from '../domain/gaps/gap.ts';
import { afterLook, type FleetLooks, LOOKS_REMEMBERED } from '../domain/gaps/life-of-a-gap.ts';
import {
  darkCorner,
  darkCornerId,
  evidenceAmong,
  groupId,
  rolledUpCorner,
  surgeGap,
  surgeId,
  withEvidence,
} from '../domain/gaps/touchpoint-gap.ts';
import { DAY, type Day, dayOf, type Instant, plus, startOf } from '../domain/instant.ts';
import { ENOUGH_ANSWERS } from '../domain/silence/compare-metric.ts';
import { type CellComparison, type FleetComparison, isTooFew } from '../domain/silence/compared.ts';
import { isDark } from '../domain/silence/dark.ts';
import type { SurgeComparison } from '../domain/silence/surge.ts';
import type { CellDay } from '../domain/touchpoints/cell-day.ts';
import type { TouchpointSummary, Window } from '../domain/touchpoints/comparison.ts';
import { type Cell, cellKey, cellOfKey, type Told } from '../domain/touchpoints/tally-row.ts';
import { type ActionPort, changeAction } from '../runtime/change-action.ts';
import { mapConcurrently } from '../runtime/concurrency.ts';
import { log } from '../runtime/log.ts';

/** What a look reads and leaves beside what comparing does. */
export interface LookDeps {
  owners: Owners;
  /** The UTC day before which nothing new is raised. */
  raiseFrom?: Day | undefined;
  touchpoints: {
    days(cell: Cell, window: Pick<Window, 'from' | 'to'>): Promise<CellDay[]>;
    looks(): Promise<FleetLooks | undefined>;
    putLooks(looks: FleetLooks, at: Instant): Promise<void>;
  };
  actions: ActionPort & {
    gap(id: string): Promise<Gap | undefined>;
    putGap(gap: Gap, order: string): Promise<void>;
  };
}

/** What is looked at: the fleet, summed up and compared. */
export interface Sight {
  summaries: readonly TouchpointSummary[];
  fleet: FleetComparison;
  surges: readonly SurgeComparison[];
}

const IN_FLIGHT = 8;
/** Cells whose complaints are evidence of a gap over many: those in which most of it lies. */
const CELLS_OF_EVIDENCE = 10;

/** An item holds 400 KB: so many ids of 30 characters, and so many cells' names of up to 300 bytes. */
const MOST_STANDING = 6000;
const MOST_ASKED = 500;

/** What is beyond is found again at a later look, when others have gone; that it was left is told. */
const atMost = (most: number, names: string[]): string[] => {
  if (names.length > most) log.warn('look.cut', { left: names.length - most });
  return names.slice(0, most);
};

/** A gap that may be, with how to make it of what it was before. */
interface Candidate {
  id: string;
  isFound: boolean;
  /** With this look's figures. */
  gap(before: Gap | undefined): Gap;
  /** Complaints behind it. */
  told(): Promise<Told[]>;
}

/** The days of a surge, the last of them that of the run. */
const daysOf = ({ days }: SurgeComparison, at: Instant): Pick<Window, 'from' | 'to'> => {
  const to = dayOf(plus(at, -1));
  return { from: dayOf(plus(startOf(to), (1 - days) * DAY)), to };
};

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])].sort();

/**
 * Looks at the fleet once a local day: which cells are dark, where complaints surge, of whom too little is known; and turns
 * that into gaps and actions. A look that broke off is made again by the next run, and comes to the same; what it left behind
 * is remembered beforehand, so that a look which does not find it any more ends it.
 */
export const makeLook = ({ owners, raiseFrom, touchpoints, actions }: LookDeps) => {
  const calendar = owners.calendars[owners.answering];
  if (!calendar) throw new RangeError(`owners.json: no calendar "${owners.answering}"`);

  const silencedIn = async (cells: readonly Cell[], window: Pick<Window, 'from' | 'to'>): Promise<Told[]> => {
    const days = await mapConcurrently(cells, IN_FLIGHT, (cell) => touchpoints.days(cell, window));
    const told = days.flat();
    const silenced = told.flatMap((day) => day.silenced ?? []);
    // Where no invitations are known nobody's silence is: then what was said.
    return silenced.length > 0 ? silenced : told.flatMap((day) => day.strongest ?? []);
  };

  const strongestIn = async (cell: Cell, window: Pick<Window, 'from' | 'to'>): Promise<Told[]> =>
    (await touchpoints.days(cell, window)).flatMap((day) => day.strongest ?? []);

  const candidatesOf = ({ summaries, fleet, surges }: Sight, at: Instant): Candidate[] => {
    const windows = new Map(summaries.map((summary) => [cellKey(summary), summary.window]));
    const windowOf = (cell: Cell): Window => windows.get(cellKey(cell)) as Window;
    const compared = fleet.cells.filter((cell) => cell.gap !== undefined) as (CellComparison & {
      gap: NonNullable<CellComparison['gap']>;
    })[];
    const within = (scope: 'touchpoint' | 'location', name: string): Cell[] =>
      compared
        .filter((cell) => cell[scope] === name)
        .sort((a, b) => b.gap.points - a.gap.points || (cellKey(a) < cellKey(b) ? -1 : 1))
        .slice(0, CELLS_OF_EVIDENCE);
    return [
      ...compared.map((cell) => ({
        id: darkCornerId(cell),
        isFound: isDark(cell.gap),
        gap: (before: Gap | undefined) => darkCorner(cell, before, at),
        told: () => silencedIn([cell], windowOf(cell)),
      })),
      ...fleet.groups.map((group) => ({
        id: groupId(group),
        isFound: isDark(group.gap),
        gap: (before: Gap | undefined) => rolledUpCorner(group, before, at),
        told: () => silencedIn(within(group.scope, group.name), windowOf(group.largest)),
      })),
      ...surges.map((surge) => ({
        id: surgeId(surge),
        isFound: surge.isSurge,
        gap: (before: Gap | undefined) => surgeGap(surge, before, at),
        told: () => strongestIn(surge, daysOf(surge, at)),
      })),
    ];
  };

  const put = async (gap: Gap, before: Gap | undefined, at: Instant): Promise<Gap> => {
    await actions.putGap(gap, at);
    if (gap.state !== before?.state) log.info(`gap.${gap.state}`, { id: gap.id, kind: gap.kind });
    return gap;
  };

  /** Stores a gap as it stands after this look; none where a look that broke off did not come to it. */
  const lookAt = async (candidate: Candidate, looks: readonly Day[], at: Instant): Promise<Gap | undefined> => {
    const before = await actions.gap(candidate.id);
    if (!before && !candidate.isFound) return undefined;
    // What is not found any more keeps the figures it was last found with.
    const found = candidate.isFound || !before ? candidate.gap(before) : before;
    const told = candidate.isFound ? withEvidence(found, await candidate.told()) : found;
    return put(afterLook(told, candidate.isFound, looks, at), before, at);
  };

  /** Clears, look by look, a gap of a cell that is compared no more. */
  const lookAway = async (id: string, looks: readonly Day[], at: Instant): Promise<Gap | undefined> => {
    const before = await actions.gap(id);
    return before && put(afterLook(before, false, looks, at), before, at);
  };

  /** An action answers for all its gaps, those that this look did not touch among them. */
  const answerFor = (id: string, touched: readonly Gap[], at: Instant): Promise<unknown> =>
    changeAction(actions, id, async (existing) => {
      const others = (existing?.gapIds ?? []).filter((gapId) => !touched.some((gap) => gap.id === gapId));
      const stored = await Promise.all(others.map((gapId) => actions.gap(gapId)));
      const gaps = [...touched, ...stored.filter((gap) => gap !== undefined)];
      const raised = triageTouchpoint(gaps, existing, owners, at);
      if (raised || !existing) return raisedFrom(raiseFrom, gaps, raised);
      return settleFix(
        existing,
        gaps.filter((gap) => existing.gapIds.includes(gap.id)),
        at,
      );
    });

  /** Cells of which too little is known although so many customers complain there. */
  const thinIn = ({ summaries, fleet }: Sight, complaining: number, asked: readonly string[] = []): string[] =>
    summaries.flatMap((summary, i) => {
      const adjusted = fleet.cells[i]?.metrics[0]?.adjusted;
      // Where nobody is surveyed at all nobody is asked to; but where too few answered before, none at all are no more.
      const isThin = adjusted ? isTooFew(adjusted) : asked.includes(cellKey(summary));
      return summary.complaints.customers >= complaining && isThin ? [cellKey(summary)] : [];
    });

  /** Asks where too little is known, and looks again where that was asked before. */
  const ask = async (
    { summaries, fleet }: Sight,
    keys: readonly string[],
    isDarkCorner: (key: string) => boolean,
    at: Instant,
  ): Promise<void> => {
    const now = new Map(summaries.map((summary, i) => [cellKey(summary), { summary, compared: fleet.cells[i] }]));
    await mapConcurrently(keys, IN_FLIGHT, async (key) => {
      const cell = cellOfKey(key);
      const { summary, compared } = now.get(key) ?? {};
      const adjusted = compared?.metrics[0]?.adjusted;
      const told = summary ? await strongestIn(cell, summary.window) : [];
      const evidence = evidenceAmong(told);
      const knowledge = {
        answers: summary?.surveyed.n ?? 0,
        // Of a dark corner enough is known to act.
        needed: isDarkCorner(key)
          ? 0
          : adjusted === undefined
            ? ENOUGH_ANSWERS
            : isTooFew(adjusted)
              ? adjusted.needed
              : 0,
        complaining: summary?.complaints.customers ?? 0,
        facts: evidence.map(({ fact }) => fact),
      };
      await changeAction(actions, askActionId(cell), (existing) =>
        raisedFrom(raiseFrom, [], triageTooFew(cell, knowledge, existing, owners, at)),
      );
    });
  };

  return {
    /** What looks before remember, where a look is due: at the first run of a local day. */
    due: async (at: Instant): Promise<FleetLooks | undefined> => {
      const before = (await touchpoints.looks()) ?? { days: [], standing: [], asked: [] };
      return (before.days.at(-1) ?? '') < localDay(at, calendar) ? before : undefined;
    },
    /** Makes the look that is due. */
    make: async (sight: Sight, before: FleetLooks, at: Instant): Promise<void> => {
      const days = [...before.days, localDay(at, calendar)].slice(-LOOKS_REMEMBERED);
      const candidates = candidatesOf(sight, at);
      const found = candidates.filter(({ isFound }) => isFound).map(({ id }) => id);
      const thin = thinIn(sight, MANY_COMPLAINING);
      const begun = {
        ...before,
        standing: atMost(MOST_STANDING, union(before.standing, found)),
        asked: atMost(MOST_ASKED, union(before.asked, thin)),
      };
      await touchpoints.putLooks(begun, at);
      const standing = new Set(begun.standing);
      const known = new Set(candidates.map(({ id }) => id));
      const looked = await mapConcurrently(
        candidates.filter(({ id }) => standing.has(id)),
        IN_FLIGHT,
        (candidate) => lookAt(candidate, days, at),
      );
      const gone = begun.standing.filter((id) => !known.has(id));
      const lookedAway = await mapConcurrently(gone, IN_FLIGHT, (id) => lookAway(id, days, at));
      const gaps = [...looked, ...lookedAway].filter((gap) => gap !== undefined);
      await mapConcurrently([...Map.groupBy(gaps, fixActionId)], IN_FLIGHT, ([id, touched]) =>
        answerFor(id, touched, at),
      );
      const open = new Set(
        gaps.filter(({ kind, state }) => kind === 'dark-corner' && state === 'open').map(({ id }) => id),
      );
      await ask(sight, begun.asked, (key) => open.has(darkCornerId(cellOfKey(key))), at);
      const left = gaps.filter(({ state }) => state !== 'cleared').map(({ id }) => id);
      const few = new Set(thinIn(sight, FEW_COMPLAINING, begun.asked));
      const asked = begun.asked.filter((key) => few.has(key));
      await touchpoints.putLooks({ days, standing: union([], left), asked }, at);
      log.info('fleet.looked_at', {
        cells: sight.summaries.length,
        darkCorners: gaps.filter(({ kind, state }) => kind === 'dark-corner' && state === 'open').length,
        surges: gaps.filter(({ kind, state }) => kind === 'surge' && state === 'open').length,
      });
    },
  };
};
