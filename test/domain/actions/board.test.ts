import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../../functions/domain/actions/action.ts';
import { promoted, queued, turnsOf } from '../../../functions/domain/actions/board.ts';
import { type ClockEntry, clockEntry } from '../../../functions/domain/actions/clock-entry.ts';
import { Priority } from '../../../functions/domain/actions/priority.ts';
import { march } from '../../builders.ts';
import { doneTo, nightOwls, openAction } from './working.ts';

const at = march(20);
const entry = (id: string, override: Partial<Action> = {}): ClockEntry =>
  clockEntry(openAction({ id, openedAt: march(5), ...override }));
const budget = nightOwls.teams.Delivery?.budget ?? 0;

/** Ids that are open after the turns of a board. */
const openAfter = (entries: readonly ClockEntry[]): string[] => {
  const { queue, promote } = turnsOf(entries, nightOwls, at);
  return entries
    .filter(({ id, status }) => !queue.includes(id) && (status !== 'queued' || promote.includes(id)))
    .map(({ id }) => id)
    .sort();
};

describe('BOARD-1: what never waits', () => {
  it('is P1 and what a person has in hand, even beyond the budget', () => {
    const urgent = Array.from({ length: 5 }, (_, i) => entry(`p1-${i}`, { priority: 'P1' }));
    const taken = clockEntry(doneTo(openAction({ id: 'taken', priority: 'P4' }), { kind: 'acknowledge' }, march(3)));
    expect(openAfter([...urgent, taken, entry('other')])).toEqual(['p1-0', 'p1-1', 'p1-2', 'p1-3', 'p1-4', 'taken']);
    expect(queued(openAction({ priority: 'P1' }), at)).toBe(undefined);
  });
});

describe('BOARD-1: what was only handed on', () => {
  it('is in nobody’s hand, and may wait', () => {
    const handedOn = Array.from({ length: 5 }, (_, i) =>
      doneTo(
        openAction({ id: `a-${i}`, owner: { team: 'Care', contact: '#care' } }),
        { kind: 'reassign', team: 'Delivery', reason: 'theirs' },
        march(3),
      ),
    );
    expect(openAfter(handedOn.map(clockEntry))).toHaveLength(budget);
    const again = doneTo(
      doneTo(openAction(), { kind: 'dismiss', reason: 'a test' }, march(3)),
      { kind: 'reopen', reason: 'it was none' },
      march(4),
    );
    expect(clockEntry(again).isTaken).toBe(true);
  });
});

describe('BOARD-2: who gets the room there is', () => {
  it('is customers let down this week and urgent fixes, then the rest by priority and points', () => {
    const fresh = { openedAt: march(15), priority: 'P4' as const };
    const all = [
      entry('old-p3', { priority: 'P3' }),
      entry('old-p4', { priority: 'P4' }),
      entry('fresh', fresh),
      entry('p2', { priority: 'P2' }),
      entry('fix', { ...fresh, kind: 'fix' }),
      entry('p2-fix', { priority: 'P2', kind: 'fix' }),
    ];
    expect(openAfter(all)).toEqual(['fresh', 'p2', 'p2-fix']);
    expect(openAfter(all.slice(0, 3))).toHaveLength(3);
  });

  it('is the same whatever the order, keeps every budget, and asks for nothing more once done', () => {
    const drawn = fc.record({
      priority: fc.constantFrom(...Priority.options),
      status: fc.constantFrom('open', 'queued', 'reopened', 'acknowledged', 'resolved', 'dismissed'),
      day: fc.integer({ min: 1, max: 19 }),
      severity: fc.integer({ min: 0, max: 30 }),
      isDelivery: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 12 }), (all) => {
        const actions = all.map(({ priority, status, day, severity, isDelivery }, i) =>
          openAction({
            id: `a-${i}`,
            priority,
            status: status as Action['status'],
            openedAt: march(day),
            parts: { ...openAction().parts, severity },
            ...(isDelivery ? {} : { owner: { team: 'Care', contact: '#care' } }),
          }),
        );
        const turns = turnsOf(actions.map(clockEntry), nightOwls, at);
        const turned = turnsOf(actions.map(clockEntry).reverse(), nightOwls, at);
        expect(turned.queue.sort()).toEqual(turns.queue.sort());
        expect(turned.promote.sort()).toEqual(turns.promote.sort());
        const after = actions.map((action) => {
          if (turns.queue.includes(action.id)) return queued(action, at) ?? action;
          return turns.promote.includes(action.id) ? (promoted(action, at) ?? action) : action;
        });
        expect(turnsOf(after.map(clockEntry), nightOwls, at)).toEqual({ queue: [], promote: [] });
        for (const { team, budget: room } of Object.values(nightOwls.teams)) {
          const open = after.filter(
            ({ owner, status }) => owner.team === team && ['open', 'reopened', 'acknowledged'].includes(status),
          );
          const mayWait = open.filter(({ priority, status }) => priority !== 'P1' && status !== 'acknowledged');
          expect(mayWait.length === 0 || open.length <= room).toBe(true);
          const waiting = after.filter(({ owner, status }) => owner.team === team && status === 'queued');
          expect(waiting.length === 0 || open.length >= room).toBe(true);
          expect(waiting.every(({ priority }) => priority !== 'P1')).toBe(true);
        }
      }),
    );
  });

  it('is everybody where the owner has no budget, as owners.json does not know them', () => {
    const gone = { owner: { team: 'Gone', contact: '#gone' } };
    const all = Array.from({ length: budget + 5 }, (_, i) => entry(`a-${i}`, gone));
    expect(openAfter(all)).toHaveLength(budget + 5);
  });

  it('runs on with its deadline while it waits', () => {
    const waiting = queued(openAction(), at) as Action;
    expect(waiting).toMatchObject({ status: 'queued', dueAt: openAction().dueAt });
    expect(promoted(waiting, at)).toMatchObject({ status: 'open', dueAt: openAction().dueAt });
    expect(promoted(openAction(), at)).toBe(undefined);
    expect(queued(waiting, at)).toBe(undefined);
  });
});
