import type { Action, Triage } from '../domain/actions/action.ts';
import { promoted, queued, turnsOf } from '../domain/actions/board.ts';
import { afterTime, dueNow } from '../domain/actions/clock.ts';
import { type ClockEntry, clockEntry } from '../domain/actions/clock-entry.ts';
import { digestDay, digestOf } from '../domain/actions/digest.ts';
import type { Owners } from '../domain/actions/owners.ts';
import { isOwned, reowned } from '../domain/actions/reowned.ts';
import type { DigestTold } from '../domain/events/event.ts';
import type { Gap } from '../domain/gaps/gap.ts';
import type { Instant } from '../domain/instant.ts';
import { type ActionPort, changeAction, type Kept } from '../runtime/change-action.ts';
import { chunked, mapConcurrently } from '../runtime/concurrency.ts';
import { DependencyError, errorKind } from '../runtime/errors.ts';
import { log } from '../runtime/log.ts';
import { makeWeeklySummary, type WeekDeps } from './weekly-summary.ts';

/** What the clock of actions reads and leaves. */
export interface ActionClockDeps extends WeekDeps {
  owners: Owners;
  actions: WeekDeps['actions'] &
    ActionPort & {
      underTheClock(): Promise<ClockEntry[]>;
      gap(id: string): Promise<Gap | undefined>;
      /** Answers whether all was told. */
      tell(actions: readonly Action[]): Promise<boolean>;
    };
  digests: {
    /** Answers false where the team had one that day. */
    add(digest: DigestTold, at: Instant): Promise<boolean>;
  };
  /** Events of everything else than actions. */
  outbox: { tellLeft(hasTime: () => boolean): Promise<boolean> };
}

const ACTIONS_IN_FLIGHT = 8;
const TOLD_AT_ONCE = 100;

/** What a run of the clock did. */
export interface Ticked {
  changed: number;
  queued: number;
  promoted: number;
  digests: number;
  /** Actions that the next run must come to, because the time of this one was up. */
  left: number;
}

/**
 * Runs the clock over all actions that time may change: owners who are gone, each owner's budget, reminders and
 * escalations, the digests of the day and the summary of a week, and at last what was not told before. Each step looks at an
 * action as it is stored and writes it only over what it saw, so that runs may be skipped, repeated, late or overlap.
 */
export const makeActionClock = (deps: ActionClockDeps) => {
  const { owners, actions, digests, outbox } = deps;
  const sumUpTheWeek = makeWeeklySummary(deps);

  const replacing = (existing: Action, action: Action | undefined): Triage | undefined =>
    action && { action, replaces: existing.version };

  /** What could not be told when it was written; a bus that was out for days leaves more than a run can tell. */
  const tellLeft = async (entries: readonly ClockEntry[], hasTime: () => boolean): Promise<void> => {
    const untold = entries.filter(({ pendingSince }) => pendingSince !== undefined).map(({ id }) => id);
    for (const ids of chunked(untold, TOLD_AT_ONCE)) {
      if (!hasTime()) return;
      await actions.tell(await actions.actions(ids));
    }
    await outbox.tellLeft(hasTime);
  };

  const ownAnew = (id: string, at: Instant): Promise<Kept> =>
    changeAction(actions, id, async (existing) => {
      if (!existing || isOwned(existing, owners)) return undefined;
      const gaps = await Promise.all(existing.gapIds.map((gapId) => actions.gap(gapId)));
      return replacing(
        existing,
        reowned(
          existing,
          gaps.filter((gap) => gap !== undefined),
          owners,
          at,
        ),
      );
    });

  const change = (id: string, next: (existing: Action) => Action | undefined): Promise<Kept> =>
    changeAction(actions, id, (existing) => existing && replacing(existing, next(existing)));

  const tellDigests = async (entries: readonly ClockEntry[], at: Instant): Promise<number> => {
    const byTeam = Map.groupBy(entries, ({ owner }) => owner.team);
    const made = await mapConcurrently(Object.values(owners.teams), ACTIONS_IN_FLIGHT, async (team) => {
      const calendar = owners.calendars[team.calendar];
      if (!calendar || digestDay(calendar, at) === undefined) return false;
      const digest = digestOf(team, byTeam.get(team.team) ?? [], calendar, at);
      return digest !== undefined && (await digests.add(digest, at));
    });
    return made.filter(Boolean).length;
  };

  /** @param hasTime whether anything new may be begun */
  return async (at: Instant, hasTime: () => boolean): Promise<Ticked> => {
    const found = await actions.underTheClock();
    const now = new Map(found.filter(({ isWatched }) => isWatched).map((entry) => [entry.id, entry]));
    const ticked: Ticked = { changed: 0, queued: 0, promoted: 0, digests: 0, left: 0 };
    const faults: unknown[] = [];

    /** Does one thing to each of some actions, and remembers how they came out of it. */
    const each = async (ids: readonly string[], step: (id: string) => Promise<Kept>): Promise<number> => {
      const done = await mapConcurrently(ids, ACTIONS_IN_FLIGHT, async (id) => {
        if (!hasTime()) {
          ticked.left++;
          return false;
        }
        try {
          const { action, changed } = await step(id);
          // As it stands now, whoever changed it: an index may be late, and another run may be at it.
          if (action) now.set(id, clockEntry(action));
          return changed;
        } catch (error) {
          // One action that cannot be written holds up no other; the run fails in the end, when all others are done.
          faults.push(error);
          log.warn('action.failed', { id, error: errorKind(error) });
          return false;
        }
      });
      return done.filter(Boolean).length;
    };
    const those = (fits: (entry: ClockEntry) => boolean): string[] =>
      [...now.values()].filter(fits).map(({ id }) => id);

    ticked.changed += await each(
      those((entry) => !isOwned(entry, owners)),
      (id) => ownAnew(id, at),
    );
    // Before the deadlines: of what comes to wait nobody is told, and what waits no longer has its chain begin anew.
    const turns = turnsOf([...now.values()], owners, at);
    ticked.promoted = await each(turns.promote, (id) => change(id, (action) => promoted(action, at)));
    ticked.queued = await each(turns.queue, (id) => change(id, (action) => queued(action, at)));
    ticked.changed += await each(
      those((entry) => dueNow(entry, owners, at) !== undefined),
      (id) => change(id, (action) => afterTime(action, owners, at)),
    );
    if (hasTime()) ticked.digests = await tellDigests([...now.values()], at);
    await sumUpTheWeek([...now.values()], at, hasTime);
    const others = found.filter(({ isWatched }) => !isWatched);
    await tellLeft([...now.values(), ...others], hasTime);
    const { left, ...done } = ticked;
    log.info('actions.followed', { actions: now.size, ...done });
    if (left > 0) log.warn('actions.left', { left });
    if (faults.length > 0) {
      const many = faults.length === 1 ? '1 action' : `${faults.length} actions`;
      throw new DependencyError(`${many} could not be followed up; the next run tries again`, {
        cause: faults[0],
      });
    }
    return ticked;
  };
};
