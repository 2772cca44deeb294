import type { Deps as CompareDeps } from '../../functions/compare-touchpoints/handler.ts';
import type { Action } from '../../functions/domain/actions/action.ts';
import { clockEntry } from '../../functions/domain/actions/clock-entry.ts';
import type { LocalWeek } from '../../functions/domain/actions/local-week.ts';
import type { DigestTold, ProductEvent } from '../../functions/domain/events/event.ts';
import type { Gap } from '../../functions/domain/gaps/gap.ts';
import type { Deps as FollowUpDeps } from '../../functions/follow-up-actions/handler.ts';
import type { ActionDetailDeps } from '../../functions/serve-analysts/action-detail.ts';
import type { TouchpointDetailDeps } from '../../functions/serve-analysts/touchpoint-detail.ts';
import { type Ordered, putInOrder } from './partitions.ts';

/** Gaps, actions, digests and what is told of them, kept by the rules of the tables. */
export class MemoryActions {
  readonly actions = new Map<string, Action>();
  readonly gaps = new Map<string, Ordered<Gap>>();
  readonly digests: DigestTold[] = [];
  /** What the bus took. */
  readonly events: ProductEvent[] = [];
  /** Whether the bus takes nothing. */
  isBusDown = false;

  readonly ports: FollowUpDeps['actions'] & CompareDeps['actions'] = {
    actions: async (ids) =>
      ids.flatMap((id) => {
        const action = this.actions.get(id);
        return action ? [structuredClone(action)] : [];
      }),
    putAction: async (action, replaces) => {
      if (this.actions.get(action.id)?.version !== replaces) return false;
      this.actions.set(action.id, structuredClone(action));
      await this.ports.tell([action]);
      return true;
    },
    underTheClock: async () =>
      [...this.actions.values()]
        .map(clockEntry)
        .filter(({ isWatched, pendingSince }) => isWatched || pendingSince !== undefined),
    changedSince: async (at, take) => {
      const changed = [...this.actions.values()].filter(({ history }) => (history.at(-1)?.at ?? '') >= at);
      for (const action of changed) if (!take([structuredClone(action)])) return;
    },
    tell: async (actions) => {
      if (this.isBusDown) return false;
      for (const { id, version, pending = [] } of actions) {
        this.events.push(...structuredClone(pending));
        const now = this.actions.get(id);
        if (now?.version !== version) continue;
        const { pending: _, ...told } = now;
        this.actions.set(id, told);
      }
      return true;
    },
    gap: async (id) => structuredClone(this.gaps.get(id)?.value),
    listGaps: async (kind, state) =>
      [...this.gaps.values()].flatMap(({ value }) =>
        value.kind === kind && value.state === state ? [structuredClone(value)] : [],
      ),
    putGap: async (gap, order) => {
      putInOrder(this.gaps, gap.id, order, gap);
    },
  };

  /** Where serve-analysts reads one of them, or those of a touchpoint. */
  readonly reading: ActionDetailDeps['actions'] & TouchpointDetailDeps['actions'] = {
    actions: this.ports.actions,
    gaps: async (ids) => ids.flatMap((id) => structuredClone(this.gaps.get(id)?.value) ?? []),
    newestAt: async (cell, most) =>
      [...this.actions.values()]
        .filter(({ touchpoint, location }) => touchpoint === cell.touchpoint && location === cell.location)
        .sort((a, b) => (a.openedAt > b.openedAt ? -1 : 1))
        .slice(0, most),
  };

  readonly digestPort: FollowUpDeps['digests'] = {
    add: async (digest) => {
      if (this.digests.some(({ team, day }) => team === digest.team && day === digest.day)) return false;
      this.digests.push(digest);
      return true;
    },
  };

  /** Weeks that were summed up, with their lines. */
  readonly weeks = new Map<string, LocalWeek & { lines: string[] }>();

  readonly weekPort: FollowUpDeps['weeks'] = {
    of: async (week) => this.weeks.get(week),
    add: async (week, lines) => {
      if (this.weeks.has(week.week)) return false;
      this.weeks.set(week.week, { ...week, lines });
      return true;
    },
  };

  /** Nothing but actions is ever left untold here. */
  readonly outbox: FollowUpDeps['outbox'] = { tellLeft: async () => true };
}
