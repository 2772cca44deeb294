import { describe, expect, it } from 'vitest';
import { type Action, changed } from '../../../functions/domain/actions/action.ts';
import { afterTime } from '../../../functions/domain/actions/clock.ts';
import { HOUR, type Instant, plus } from '../../../functions/domain/instant.ts';
import { march } from '../../builders.ts';
import { doneTo, nightOwls, openAction, resolved } from './working.ts';

const { dueAt } = openAction();
const atHour = (hours: number): Instant => plus(dueAt, hours * HOUR);
const tick = (action: Action, at: Instant): Action | undefined => afterTime(action, nightOwls, at);
/** Runs the clock at each of some times; what it told, when and to whom. */
const toldOver = (action: Action, times: readonly Instant[]): { at: Instant; type: string; to?: string[] }[] => {
  let now = action;
  for (const at of times) now = tick(now, at) ?? now;
  return now.history
    .filter(({ by }) => by === 'clock')
    .map(({ at, type, to }) => ({ at, type, ...(to ? { to } : {}) }));
};
const hourly = (from: number, to: number): Instant[] =>
  Array.from({ length: to - from + 1 }, (_, i) => atHour(from + i));

describe('CLOCK-1: a reminder', () => {
  it('comes once, the team’s hours before the deadline', () => {
    expect(toldOver(openAction(), hourly(-10, -1))).toEqual([{ at: atHour(-4), type: 'reminded', to: ['#delivery'] }]);
  });

  it('does not come when the deadline has passed, nor to what waits or is over', () => {
    expect(toldOver(openAction(), [atHour(1)])).toEqual([]);
    expect(toldOver(openAction({ status: 'queued' }), hourly(-10, 40))).toEqual([]);
    expect(toldOver(doneTo(openAction(), { kind: 'dismiss', reason: 'a test' }, march(2)), hourly(-10, 40))).toEqual(
      [],
    );
  });

  it('comes to what is acknowledged too: it is not done', () => {
    const acknowledged = doneTo(openAction(), { kind: 'acknowledge' }, march(2, '12:00'));
    expect(toldOver(acknowledged, hourly(-10, -1))).toHaveLength(1);
  });
});

describe('CLOCK-2: an escalation', () => {
  const head = ['head@example.com'];
  const director = ['director@example.com'];

  it('comes at each level’s hours after the one before, the last again and again', () => {
    expect(toldOver(openAction(), hourly(0, 29))).toEqual([
      { at: atHour(4), type: 'escalated', to: head },
      { at: atHour(12), type: 'escalated', to: director },
      { at: atHour(20), type: 'escalated', to: director },
      { at: atHour(28), type: 'escalated', to: director },
    ]);
  });

  it('of a run that comes late is one, to all who should have been told', () => {
    expect(toldOver(openAction(), [atHour(29), atHour(29), atHour(35), atHour(36)])).toEqual([
      { at: atHour(29), type: 'escalated', to: [...head, ...director] },
      { at: atHour(36), type: 'escalated', to: director },
    ]);
  });

  it('gives whoever takes it up a working day, and then begins anew', () => {
    const late = tick(openAction(), atHour(4)) as Action;
    const taken = doneTo(late, { kind: 'acknowledge' }, atHour(5));
    expect(toldOver(taken, hourly(6, 22)).slice(1)).toEqual([
      { at: atHour(13), type: 'escalated', to: head },
      { at: atHour(21), type: 'escalated', to: director },
    ]);
  });

  it('ends with the action', () => {
    const late = tick(openAction(), atHour(4)) as Action;
    const done = doneTo(late, { kind: 'resolve', reason: 'sent it' }, atHour(5));
    expect(toldOver(done, hourly(6, 100)).map(({ type }) => type)).toEqual(['escalated']);
  });

  it('is nobody’s where nobody stands above the team, or the team is unknown', () => {
    const care = openAction({ owner: { team: 'Care', contact: '#care' } });
    expect(toldOver(care, hourly(0, 100))).toEqual([]);
    expect(toldOver(openAction({ owner: { team: 'Gone', contact: '#gone' } }), hourly(-10, 100))).toEqual([]);
  });
});

describe('CLOCK-3: what was said to be done', () => {
  it('and of which nothing was heard in two weeks is unconfirmed', () => {
    const done = resolved(march(3));
    expect(tick(done, march(17, '09:59'))).toBe(undefined);
    const quiet = tick(done, march(17)) as Action;
    expect(quiet).toMatchObject({ status: 'unconfirmed', version: 3 });
    expect(tick(quiet, march(30))).toBe(undefined);
  });

  it('at a touchpoint has nine weeks, as long as it can be judged', () => {
    const fix = doneTo(openAction({ kind: 'fix' }), { kind: 'resolve', reason: 'more drivers' }, march(3));
    expect(tick(fix, '2026-05-05T09:59:00.000Z')).toBe(undefined);
    expect(tick(fix, '2026-05-05T10:00:00.000Z')).toMatchObject({ status: 'unconfirmed' });
  });

  it('ended by itself at a touchpoint, which is nobody’s doing, stays as it is', () => {
    const passed = changed(
      openAction({ kind: 'fix' }),
      { status: 'resolved' },
      { at: march(3), by: 'triage', type: 'resolved', change: 'resolved: it has passed' },
    );
    expect(tick(passed, '2026-12-01T10:00:00.000Z')).toBe(undefined);
  });
});
