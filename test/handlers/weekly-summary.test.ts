import { describe, expect, it } from 'vitest';
import { DAY, HOUR, type Instant, plus } from '../../functions/domain/instant.ts';
import { makeHandler } from '../../functions/follow-up-actions/handler.ts';
import { march } from '../builders.ts';
import { doneTo, nightOwls, openAction } from '../domain/actions/working.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { plentyOfTime, withTime } from '../runtime/deliveries.ts';
import { MemoryStore } from './memory-store.ts';
import { heldUp, mortal } from './mortal.ts';

const said = catchConsole();

/** Follow-up over an action of each day of a fortnight. */
const makeFollowUp = () => {
  const store = new MemoryStore();
  for (let day = 1; day <= 14; day++) {
    const action = openAction({ id: `raised-${day}`, dueAt: march(40) });
    const history = action.history.map((change) => ({ ...change, at: march(day) }));
    store.kept.actions.set(action.id, { ...action, raisedAt: march(day), history });
  }
  const deps = store.followUp(nightOwls);
  return {
    store,
    deps,
    follow: (at: Instant, context = plentyOfTime) => makeHandler(deps)({ at }, context),
    weeks: () => [...store.kept.weeks.keys()],
    firstLine: (week: string) => store.kept.weeks.get(week)?.lines[0]?.split(';')[0],
  };
};

describe('a week', () => {
  it('is summed up by the first run of the next, and not again', async () => {
    const { follow, store, firstLine } = makeFollowUp();
    await follow(march(9, '00:00'));
    const once = structuredClone([...store.kept.weeks]);
    expect(once).toMatchObject([['2026-W10', { from: march(2, '00:00'), to: march(9, '00:00') }]]);
    expect(firstLine('2026-W10')).toBe('7 actions raised, 0 closed');
    expect(said()).toContainEqual({ event: 'week.summed_up', week: '2026-W10' });
    await follow(march(9, '00:15'));
    await follow(march(12));
    expect([...store.kept.weeks]).toEqual(once);
  });

  it('is told the same by a run that comes days late, as far as it happened in it', async () => {
    const { follow, store, firstLine } = makeFollowUp();
    const [action] = store.kept.actions.values();
    if (!action) throw new TypeError('no action');
    store.kept.actions.set(action.id, doneTo(action, { kind: 'resolve', reason: 'seen to it' }, march(10)));
    await follow(march(15, '23:45'));
    expect(firstLine('2026-W10')).toBe('7 actions raised, 0 closed');
  });

  it('that was never reached is not made up for, but the next is', async () => {
    const { follow, weeks } = makeFollowUp();
    await follow(march(5));
    await follow(march(19));
    expect(weeks()).toEqual(['2026-W09', '2026-W11']);
  });

  it('is left to the next run where the time is up, before it is begun or while it is read', async () => {
    const { follow, weeks, deps } = makeFollowUp();
    await follow(march(9), withTime(10_000));
    expect(weeks()).toEqual([]);
    let pages = 0;
    const actions: typeof deps.actions = {
      ...deps.actions,
      changedSince: (at, take) => deps.actions.changedSince(at, (page) => take(page) && ++pages < 3),
    };
    const remaining = () => (pages > 1 ? 10_000 : 60_000);
    await makeHandler({ ...deps, actions })({ at: march(9) }, { getRemainingTimeInMillis: remaining });
    expect(weeks()).toEqual([]);
    await follow(march(9, '10:15'));
    expect(weeks()).toEqual(['2026-W10']);
  });

  it('is summed up once by runs that overlap, wherever one holds the other up', async () => {
    const { deps: quiet } = makeFollowUp();
    const { ports, calls } = mortal(quiet);
    await makeHandler(ports)({ at: march(9) }, plentyOfTime);
    expect(calls.filter((call) => call.startsWith('weeks.'))).toEqual(['weeks.of', 'weeks.add']);
    for (let call = 0; call < calls.length; call++) {
      const { deps, store } = makeFollowUp();
      const other = () => makeHandler(deps)({ at: march(9) }, plentyOfTime);
      await makeHandler(heldUp(deps, call, other))({ at: march(9) }, plentyOfTime);
      expect([...store.kept.weeks.keys()]).toEqual(['2026-W10']);
    }
  });

  it('is summed up by the next run where one died, at whichever step', async () => {
    for (let call = 0; call < 60; call++) {
      const { deps, store, follow } = makeFollowUp();
      await makeHandler(mortal(deps, { call, when: 'before' }).ports)({ at: march(9) }, plentyOfTime).catch(
        () => 'dead',
      );
      await follow(march(9, '10:15'));
      expect([...store.kept.weeks.keys()]).toEqual(['2026-W10']);
    }
  });

  it('reads the actions once a week, however many runs there are', async () => {
    const { deps, store } = makeFollowUp();
    let read = 0;
    const actions: typeof deps.actions = {
      ...deps.actions,
      changedSince: (at, take) => {
        read++;
        return deps.actions.changedSince(at, take);
      },
    };
    for (let at = march(8, '00:00'); at < march(23); at = plus(at, 6 * HOUR)) {
      await makeHandler({ ...deps, actions })({ at }, plentyOfTime);
    }
    expect([...store.kept.weeks.keys()]).toEqual(['2026-W09', '2026-W10', '2026-W11', '2026-W12']);
    expect(read).toBe(4);
    expect(plus(store.kept.weeks.get('2026-W10')?.from ?? '', 7 * DAY)).toBe(store.kept.weeks.get('2026-W11')?.from);
  });
});
