import { expect } from 'vitest';
import { type Action, type ActionChange, changed, type Triage } from '../../../functions/domain/actions/action.ts';
import { afterTime } from '../../../functions/domain/actions/clock.ts';
import { clockEntry, endOf, isOver, isPersons } from '../../../functions/domain/actions/clock-entry.ts';
import type { ProductEvent } from '../../../functions/domain/events/event.ts';
import { HOUR, type Instant, millis } from '../../../functions/domain/instant.ts';
import { nightOwls } from './working.ts';

const hoursBetween = (from: Instant, to: Instant): number => (millis(to) - millis(from)) / HOUR;

/**
 * Actions in a store that writes on condition, and a bus that takes events or not. Every write is held against what must
 * always be so.
 */
export class HistoryStore {
  readonly actions = new Map<string, Action>();
  readonly bus: ProductEvent[] = [];
  isBusDown = false;
  /** Changes that people were told are made, by action. */
  readonly promised: { id: string; change: ActionChange }[] = [];

  all(): Action[] {
    return [...this.actions.values()];
  }

  /** Writes on condition and tells; a process that dies in between tells nothing. */
  put({ action, replaces }: Triage, dies: boolean): boolean {
    const before = this.actions.get(action.id);
    if (before?.version !== replaces) return false;
    this.#hold(before, action);
    this.actions.set(action.id, action);
    if (!dies) this.tell(action);
    return true;
  }

  /** Tells what an action carries, as whoever wrote it or found it saw it. */
  tell(action: Action): void {
    if (this.isBusDown) return;
    this.bus.push(...(action.pending ?? []));
    const now = this.actions.get(action.id);
    if (!now || now.version !== action.version) return;
    const { pending: _, ...told } = now;
    this.actions.set(action.id, told);
  }

  #hold(before: Action | undefined, action: Action): void {
    // One owner who is there, one deadline.
    expect(nightOwls.teams[action.owner.team]?.contact).toBe(action.owner.contact);
    expect(new Date(action.dueAt).toISOString()).toBe(action.dueAt);
    expect(action.version).toBe((before?.version ?? 0) + 1);
    expect(action.history.slice(0, -1)).toEqual(before?.history ?? []);
    expect(action.pending?.slice(0, -1) ?? []).toEqual(before?.pending ?? []);
    expect((action.labels ?? []).slice(0, before?.labels?.length ?? 0)).toEqual(before?.labels ?? []);
    // The most urgent never wait.
    if (action.status === 'queued') expect(action.priority).not.toBe('P1');
    if (!before) return;
    const change = action.history.at(-1) as ActionChange;
    expect(action.evidence).toEqual(expect.arrayContaining(before.evidence));
    expect(action.gapIds).toEqual(expect.arrayContaining(before.gapIds));
    if (change.type !== 'reopened') expect(action.dueAt <= before.dueAt).toBe(true);
    // What a person has in hand stays in their hand, whatever triage and the clock do.
    if (before.status === 'acknowledged' && !isPersons(change)) expect(action.status).toBe('acknowledged');
    // Nobody is told the same level twice.
    if (change.type === 'escalated') expect(before.escalation?.at ?? '').not.toBe(action.escalation?.at);
    const end = endOf(before);
    if (!end || isPersons(change) || change.status === before.status) return;
    // What people ended only evidence changes, or time that passed without any.
    if (change.by === 'clock') expect([before.status, change.status]).toEqual(['resolved', 'unconfirmed']);
    else if (isPersons(end)) expect(['verified', 'reopened']).toContain(change.status);
  }

  /** That what is overdue was carried up as far as the time demands: each hour is a working hour of these teams. */
  expectOnTime(now: Instant): void {
    for (const action of this.all()) {
      const { escalation, history, dueAt, owner, status } = action;
      if (owner.team !== 'Delivery' || isOver(action) || status === 'queued') continue;
      const acted = history.findLast(
        (change) => (isPersons(change) || change.type === 'promoted') && change.at > dueAt,
      )?.at;
      const hours = acted === undefined ? hoursBetween(dueAt, now) - 4 : hoursBetween(acted, now) - 8;
      if (hours < 0) {
        expect(escalation === undefined || (acted !== undefined && escalation.at < acted)).toBe(true);
        continue;
      }
      expect(escalation?.level).toBe(Math.floor(hours / 8));
      expect(history.some(({ type, to = [] }) => type === 'escalated' && to.length > 0)).toBe(true);
    }
  }

  /** That each event of each action came, and none before those before it. */
  expectToldInSequence(): void {
    const firsts = new Map<string, number[]>();
    for (const { subject, sequence } of this.bus) {
      const seen = firsts.get(subject) ?? [];
      if (!seen.includes(sequence)) firsts.set(subject, [...seen, sequence]);
    }
    for (const { id, version } of this.all()) {
      expect(firsts.get(id)).toEqual(Array.from({ length: version }, (_, i) => i + 1));
    }
  }

  /** That no matter is answered for by two. */
  expectNoDoubles(): void {
    const matters = this.all().flatMap(({ matterId }) => matterId ?? []);
    expect(new Set(matters).size).toBe(matters.length);
  }

  /** That nothing a person was told is done was lost. */
  expectPromisesKept(): void {
    for (const { id, change } of this.promised) {
      expect(this.actions.get(id)?.history[change.version - 1]).toEqual(change);
    }
  }

  /** What time does to what is stored, each as seen now. */
  due(now: Instant): Triage[] {
    return this.all().flatMap((action) => {
      const next = afterTime(action, nightOwls, now);
      return next ? [{ action: next, replaces: action.version }] : [];
    });
  }

  entries() {
    return this.all().map(clockEntry);
  }
}

/** Evidence that bears out what was said to be done. */
export const borneOut = (action: Action, at: Instant): Triage | undefined =>
  action.status === 'resolved' || action.status === 'unconfirmed'
    ? {
        action: changed(action, { status: 'verified' }, { at, by: 'triage', type: 'verified', change: 'verified' }),
        replaces: action.version,
      }
    : undefined;
