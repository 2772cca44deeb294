import { describe, expect, it } from 'vitest';
import type { MonthTold } from '../../lib/bench/child.ts';
import { followActions } from '../../lib/bench/clock-run.ts';
import { CountingBus } from '../../lib/bench/counting-bus.ts';
import { runMonth } from '../../lib/bench/deployed-month.ts';
import { totalOf } from '../../lib/bench/metered-table.ts';
import { followingCosts } from '../../lib/bench/told.ts';
import { catchConsole } from '../runtime/console-lines.ts';

catchConsole();

describe('a month as deployed', () => {
  it('tells each change of an action once, and leaves none untold', async () => {
    const { traffic, events, billedEvents } = await runMonth(400, 4);
    const [tell, ...functions] = ['tell', 'detect', 'compare', 'follow'].map((name) => traffic.get(name));
    const changes = totalOf(functions.flatMap((parts) => parts?.get('state/action') ?? [])).writes;
    const told = [...events].filter(([type]) => type.startsWith('action.')).reduce((sum, [, count]) => sum + count, 0);
    expect(changes).toBeGreaterThan(0);
    expect(told).toBe(changes);
    expect(tell?.get('state/action')?.writes).toBe(changes);
    expect(events.get('hold.placed')).toBeGreaterThan(0);
    expect(billedEvents).toBe([...events.values()].reduce((sum, count) => sum + count, 0));
  }, 60_000);

  it('is split into what it would cost without clock and events, and what each adds', () => {
    const units = (readUnits: number, writeUnits: number) => ({ reads: 0, readUnits, writes: 0, writeUnits });
    const month = (readUnits: number, writeUnits: number, clockWrites: number) =>
      ({ all: units(readUnits, writeUnits), clockIndexWrites: units(0, clockWrites) }) as MonthTold;
    const costs = followingCosts(month(100, 50, 5), month(120, 70, 9), month(121, 95, 14));
    expect(costs).toEqual({ before: units(100, 45), clock: units(20, 25), events: units(1, 25) });
    const whole = totalOf([costs.before, costs.clock, costs.events]);
    expect(whole).toEqual(units(121, 95));
  });
});

describe('actions under the clock', () => {
  it('are caught up with when a run comes late, followed by day, and only read by night', async () => {
    const { late, byDay, byNight, teams } = await followActions(300);
    expect(teams).toBe(12);
    expect(late.changed).toBeGreaterThan(100);
    // Each change is told, each team has a digest, and the week is summed up.
    expect(late.events).toBe(late.changed + teams + 1);
    expect(byDay.changed).toBeLessThan(late.changed);
    expect(byNight).toMatchObject({ writeUnits: 0, changed: 0, events: 0 });
    expect(byNight.readUnits).toBeGreaterThan(0);
  }, 60_000);
});

describe('events counted', () => {
  it('are one for each 64 KB begun', async () => {
    const bus = new CountingBus();
    const hold = { customerId: 'ada', since: '2026-03-05T10:00:00Z', until: '2026-03-06T10:00:00Z' };
    const event = { version: 1, type: 'hold.placed', subject: 'hold#ada', sequence: 1, at: hold.since } as const;
    await bus.publish([
      { ...event, data: { ...hold, matterIds: ['m-1'] } },
      { ...event, sequence: 2, data: { ...hold, matterIds: ['m'.repeat(65_536)] } },
    ]);
    expect([bus.billed, bus.calls, ...bus.told]).toEqual([3, 1, ['hold.placed', 2]]);
  });
});
