import { describe, expect, it } from 'vitest';
import { type Action, changed } from '../../functions/domain/actions/action.ts';
import { HOUR, type Instant, plus } from '../../functions/domain/instant.ts';
import { makeHandler } from '../../functions/follow-up-actions/handler.ts';
import { march } from '../builders.ts';
import { doneTo, nightOwls, openAction } from '../domain/actions/working.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { plentyOfTime, withTime } from '../runtime/deliveries.ts';
import { MemoryStore } from './memory-store.ts';
import { heldUp, mortal } from './mortal.ts';

catchConsole();

const { dueAt } = openAction();
const quarter = HOUR / 4;

/** A store with actions, followed up by teams that work day and night. */
const makeFollowUp = (...actions: Action[]) => {
  const store = new MemoryStore();
  for (const action of actions) store.kept.actions.set(action.id, action);
  const deps = store.followUp(nightOwls);
  return { store, deps, follow: (at: Instant) => makeHandler(deps)({ at }, plentyOfTime) };
};

/** Everything that a run leaves, whoever made it. */
const left = ({ kept }: MemoryStore) => ({
  actions: [...kept.actions.values()],
  digests: kept.digests,
  events: new Set(kept.events.map((event) => JSON.stringify(event))),
});

/** One that will be reminded, one overdue, one forgotten, and more than there is room for. */
const several = (): Action[] => [
  openAction({ dueAt: plus(dueAt, 2 * HOUR) }),
  openAction({ id: 'overdue', dueAt: plus(dueAt, -5 * HOUR) }),
  openAction({ id: 'gone', owner: { team: 'Gone', contact: '#gone' } }),
  ...['a', 'b', 'c', 'd'].map((id) => openAction({ id, priority: 'P4', dueAt: plus(dueAt, 30 * HOUR) })),
  doneTo(openAction({ id: 'done' }), { kind: 'resolve', reason: 'sent it' }, plus(dueAt, -20 * 24 * HOUR)),
];

describe('a run of the clock', () => {
  it('reminds, escalates, gives owners, holds the budget, and tells each owner of the day', async () => {
    const { store, follow } = makeFollowUp(...several());
    expect(await follow(dueAt)).toMatchObject({ actions: { changed: 4, queued: 4, digests: 1, left: 0 } });
    const found = Object.fromEntries([...store.kept.actions.values()].map((action) => [action.id, action]));
    expect(found['recover-1']?.remindedAt).toBe(dueAt);
    expect(found.overdue?.escalation).toEqual({ level: 0, at: plus(dueAt, -HOUR) });
    expect(found.gone?.owner.team).toBe('Delivery');
    expect(found.done?.status).toBe('unconfirmed');
    expect([...store.kept.actions.values()].filter(({ status }) => status === 'open')).toHaveLength(3);
    expect(store.kept.digests).toMatchObject([{ team: 'Delivery', open: 3, queued: 4, overdue: 1 }]);
  });

  it('that is repeated at once changes nothing more, and another day has another digest', async () => {
    const { store, follow } = makeFollowUp(...several());
    await follow(dueAt);
    const before = structuredClone(left(store));
    expect(await follow(dueAt)).toMatchObject({ actions: { changed: 0, queued: 0, promoted: 0, digests: 0 } });
    expect(left(store)).toEqual(before);
    await follow(plus(dueAt, 24 * HOUR));
    expect(store.kept.digests).toHaveLength(2);
  });

  it('that overlaps with another comes to what one comes to', async () => {
    const alone = makeFollowUp(...several());
    await alone.follow(dueAt);
    for (let call = 0; call < 25; call++) {
      const { store, deps, follow } = makeFollowUp(...several());
      const held = heldUp(deps, call, () => follow(dueAt));
      await makeHandler(held)({ at: dueAt }, plentyOfTime);
      expect(left(store)).toEqual(left(alone.store));
    }
  });

  it('that dies, at whichever step, is made good by the next', async () => {
    const alone = makeFollowUp(...several());
    await alone.follow(dueAt);
    for (let call = 0; call < 40; call++) {
      for (const when of ['before', 'after'] as const) {
        const { store, deps, follow } = makeFollowUp(...several());
        await makeHandler(mortal(deps, { call, when }).ports)({ at: dueAt }, plentyOfTime).catch(() => 'dead');
        await follow(dueAt);
        expect(left(store)).toEqual(left(alone.store));
      }
    }
  });

  it('that was skipped leaves no level untold: the next tells all of them', async () => {
    const to = ({ store }: { store: MemoryStore }): string[] =>
      (store.kept.actions.get('recover-1')?.history ?? []).flatMap(({ type, to: told = [] }) =>
        type === 'escalated' ? told : [],
      );
    const [steady, late] = [makeFollowUp(openAction()), makeFollowUp(openAction())];
    for (let at = dueAt; at <= plus(dueAt, 15 * HOUR); at = plus(at, quarter)) await steady.follow(at);
    await late.follow(plus(dueAt, 15 * HOUR));
    expect(to(late)).toEqual(to(steady));
    expect(to(steady)).toEqual(['head@example.com', 'director@example.com']);
  });

  it('begins the chain anew of what had to wait for room', async () => {
    const waiting = openAction({ status: 'queued', escalation: { level: 1, at: dueAt } });
    const { store, follow } = makeFollowUp(waiting);
    const room = plus(dueAt, 20 * 24 * HOUR);
    await follow(room);
    expect(store.kept.actions.get('recover-1')).toMatchObject({ status: 'open' });
    expect(store.kept.actions.get('recover-1')).not.toHaveProperty('escalation');
    await follow(plus(room, 7 * HOUR));
    expect(store.kept.actions.get('recover-1')).not.toHaveProperty('escalation');
    await follow(plus(room, 8 * HOUR));
    expect(store.kept.actions.get('recover-1')?.escalation?.level).toBe(0);
  });

  it('takes waiting actions up again when there is room', async () => {
    const { store, follow } = makeFollowUp(...['a', 'b', 'c', 'd'].map((id) => openAction({ id })));
    await follow(march(3));
    const open = [...store.kept.actions.values()].find(({ status }) => status === 'open') as Action;
    store.kept.actions.set(open.id, doneTo(open, { kind: 'resolve', reason: 'sent it' }, march(3)));
    expect(await follow(plus(march(3), quarter))).toMatchObject({ actions: { promoted: 1, queued: 0 } });
  });

  it('leaves to people what they take up while it looks', async () => {
    const { store, deps } = makeFollowUp(openAction());
    const { underTheClock } = deps.actions;
    deps.actions.underTheClock = async () => {
      const entries = await underTheClock();
      const action = store.kept.actions.get('recover-1') as Action;
      store.kept.actions.set(action.id, doneTo(action, { kind: 'resolve', reason: 'sent it' }, dueAt));
      return entries;
    };
    await makeHandler(deps)({ at: plus(dueAt, 5 * HOUR) }, plentyOfTime);
    expect(store.kept.actions.get('recover-1')).toMatchObject({ status: 'resolved', version: 2 });
  });

  it('tells what could not be told, of actions that are over as well', async () => {
    const { store, follow } = makeFollowUp();
    store.kept.isBusDown = true;
    const dismissed = changed(
      openAction(),
      { status: 'dismissed' },
      { at: march(3), by: 'kim', type: 'dismissed', change: 'dismissed' },
    );
    await store.actions.putAction(dismissed, undefined);
    await follow(march(4));
    expect(store.kept.events).toEqual([]);
    store.kept.isBusDown = false;
    await follow(march(4, '10:15'));
    expect(store.kept.events).toMatchObject([{ type: 'action.dismissed', sequence: 2 }]);
    expect(store.kept.actions.get('recover-1')).not.toHaveProperty('pending');
  });

  it('holds up nobody over an action that cannot be written, and says in the end that it failed', async () => {
    const overdue = Array.from({ length: 12 }, (_, i) => openAction({ id: `late-${i}`, priority: 'P1' }));
    const { store, deps } = makeFollowUp(...overdue);
    const { putAction } = deps.actions;
    deps.actions.putAction = async (action, replaces) => {
      if (action.id === 'late-0') throw new Error('too large');
      return putAction(action, replaces);
    };
    const run = makeHandler(deps)({ at: plus(dueAt, 5 * HOUR) }, plentyOfTime);
    await expect(run).rejects.toThrow('1 action could not be followed up; the next run tries again');
    const told = [...store.kept.actions.values()].filter(({ escalation }) => escalation !== undefined);
    expect(told.map(({ id }) => id)).not.toContain('late-0');
    expect(told).toHaveLength(11);
    expect(store.kept.digests).toHaveLength(1);
  });

  it('leaves the rest to the next where its time is up', async () => {
    const { store, deps, follow } = makeFollowUp(...several());
    const answer = await makeHandler(deps)({ at: dueAt }, withTime(19_000));
    expect(answer.actions).toMatchObject({ changed: 0, digests: 0 });
    expect(answer.actions?.left).toBeGreaterThan(0);
    await follow(dueAt);
    expect(store.kept.digests).toHaveLength(1);
  });
});
