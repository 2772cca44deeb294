import { DAY, type Instant, plus } from '../instant.ts';
import { type Action, changed, unwarned } from './action.ts';
import { type ClockEntry, clockEntry, isOver } from './clock-entry.ts';
import type { Owners } from './owners.ts';
import { pointsOf } from './priority.ts';

/** Days in which a customer who was let down can best be won back: who complains this week outranks last month's. */
const FRESH_DAYS = 7;

/** Which actions come to wait, and which wait no longer, by id. */
export interface Turns {
  queue: string[];
  promote: string[];
}

/**
 * BOARD-2: first customers let down in the last seven days and urgent fixes (P2), which mend it for many, then the rest; in
 * each by priority, points and deadline.
 */
const rankOf = (entry: ClockEntry, freshFrom: Instant): (string | number)[] => {
  const first = entry.kind === 'recover' ? entry.openedAt >= freshFrom : entry.priority === 'P2';
  return [first ? 0 : 1, entry.priority, -pointsOf(entry.parts), entry.dueAt, entry.id];
};

const byRank = (a: readonly (string | number)[], b: readonly (string | number)[]): number => {
  const i = a.findIndex((value, at) => value !== b[at]);
  const [x, y] = [a[i] ?? 0, b[i] ?? 0];
  return i === -1 ? 0 : x < y ? -1 : 1;
};

/** BOARD-1: the most urgent and what a person has in hand never wait. */
const mustStay = ({ priority, isTaken }: ClockEntry): boolean => priority === 'P1' || isTaken;

/**
 * Holds each owner's actions against the budget: what is over waits, the deadline running on, and comes back when there is
 * room. The same actions give the same turns, whatever their order; an owner whom `owners.json` does not know has no budget.
 */
export const turnsOf = (entries: readonly ClockEntry[], owners: Owners, at: Instant): Turns => {
  const freshFrom = plus(at, -FRESH_DAYS * DAY);
  const turns: Turns = { queue: [], promote: [] };
  const unfinished = entries.filter((entry) => !isOver(entry));
  for (const [team, all] of Map.groupBy(unfinished, ({ owner }) => owner.team)) {
    const budget = owners.teams[team]?.budget ?? Number.POSITIVE_INFINITY;
    const staying = all.filter(mustStay);
    const ranked = all
      .filter((entry) => !mustStay(entry))
      .map((entry) => ({ entry, rank: rankOf(entry, freshFrom) }))
      .sort((a, b) => byRank(a.rank, b.rank))
      .map(({ entry }) => entry);
    const room = Math.max(0, budget - staying.length);
    const open = [...staying, ...ranked.slice(0, room)];
    turns.promote.push(...open.filter(({ status }) => status === 'queued').map(({ id }) => id));
    turns.queue.push(...ranked.slice(room).flatMap(({ id, status }) => (status === 'queued' ? [] : [id])));
  }
  return turns;
};

/** An action that comes to wait; nothing where it may not, or waits already. */
export const queued = (action: Action, at: Instant): Action | undefined => {
  if (isOver(action) || action.status === 'queued' || mustStay(clockEntry(action))) return undefined;
  const change = { at, by: 'clock', type: 'queued', change: `waits: ${action.owner.team} has no room` } as const;
  return changed(action, { status: 'queued' }, change);
};

/** An action that waits no longer; nothing where it does not wait. */
export const promoted = (action: Action, at: Instant): Action | undefined =>
  action.status === 'queued'
    ? changed(unwarned(action), { status: 'open' }, { at, by: 'clock', type: 'promoted', change: 'waits no longer' })
    : undefined;
