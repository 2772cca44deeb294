import { describe, expect, it } from 'vitest';
import type { Action } from '../../../functions/domain/actions/action.ts';
import { clockEntry } from '../../../functions/domain/actions/clock-entry.ts';
import { digestDay, digestOf } from '../../../functions/domain/actions/digest.ts';
import type { Owners } from '../../../functions/domain/actions/owners.ts';
import { isOwned, reowned } from '../../../functions/domain/actions/reowned.ts';
import { gap, march, owners } from '../../builders.ts';
import { doneTo, nightOwls, openAction } from './working.ts';

const office = owners.calendars.office as NonNullable<(typeof owners.calendars)[string]>;
const team = owners.teams.Delivery as NonNullable<(typeof owners.teams)[string]>;

describe('CLOCK-4: a digest', () => {
  it('is of a working day, from when the team opens until it closes', () => {
    // The fifth of March is a Thursday.
    expect(digestDay(office, march(5, '08:59'))).toBe(undefined);
    expect(digestDay(office, march(5, '09:00'))).toBe('2026-03-05');
    expect(digestDay(office, march(5, '16:45'))).toBe('2026-03-05');
    expect(digestDay(office, march(5, '17:00'))).toBe(undefined);
    expect(digestDay(office, march(7, '12:00'))).toBe(undefined);
  });

  it('counts what is open, due today, overdue and waiting, and names the most urgent', () => {
    const at = march(5);
    const entries = [
      openAction({ id: 'late', dueAt: march(4) }),
      openAction({ id: 'today', priority: 'P1', dueAt: march(5, '16:00') }),
      openAction({ id: 'taken', status: 'acknowledged', dueAt: march(9) }),
      openAction({ id: 'waits', status: 'queued', openedAt: march(1), dueAt: march(3) }),
      openAction({ id: 'waits-too', status: 'queued', openedAt: march(2), dueAt: march(9) }),
      doneTo(openAction({ id: 'done' }), { kind: 'resolve', reason: 'sent it' }, march(3)),
    ].map(clockEntry);
    expect(digestOf(team, entries, office, at)).toMatchObject({
      team: 'Delivery',
      contact: '#delivery',
      day: '2026-03-05',
      open: 3,
      dueToday: 1,
      overdue: 1,
      queued: 2,
      oldestQueuedAt: march(1),
      top: [{ id: 'today' }, { id: 'late' }, { id: 'taken' }],
    });
    expect(digestOf(team, [...entries].reverse(), office, at)).toEqual(digestOf(team, entries, office, at));
  });

  it('is none where there is nothing to do', () => {
    expect(digestOf(team, [], office, march(5))).toBe(undefined);
  });
});

describe('CLOCK-5: an action whose owner is not in owners.json', () => {
  const gone = openAction({ owner: { team: 'Gone', contact: '#gone' }, escalation: { level: 1, at: march(4) } });

  it('goes to whoever answers for it by now', () => {
    const next = reowned(gone, [gap()], nightOwls, march(5)) as Action;
    expect(next).toMatchObject({ owner: { team: 'Delivery', contact: '#delivery' }, dueAt: gone.dueAt, version: 2 });
    expect(next.history.at(-1)).toMatchObject({ by: 'clock', type: 'reassigned' });
    expect(next).not.toHaveProperty('escalation');
    expect(reowned(next, [gap()], nightOwls, march(6))).toBe(undefined);
    expect(reowned({ ...gone, touchpoint: 'checkout' }, [], nightOwls, march(5))?.owner.team).toBe('Care');
  });

  it('takes the new contact where only that is another', () => {
    const moved: Owners = {
      ...nightOwls,
      teams: { ...nightOwls.teams, Delivery: { ...nightOwls.teams.Delivery, contact: '#parcels' } as never },
    };
    expect(isOwned(openAction(), moved)).toBe(false);
    expect(reowned(openAction(), [], moved, march(5))?.owner).toEqual({ team: 'Delivery', contact: '#parcels' });
  });

  it('stays as it is where it is over', () => {
    const done = { ...doneTo(openAction(), { kind: 'dismiss', reason: 'a test' }, march(3)), owner: gone.owner };
    expect(reowned(done, [], nightOwls, march(5))).toBe(undefined);
  });
});
