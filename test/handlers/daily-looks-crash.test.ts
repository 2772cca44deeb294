import { describe, expect, it } from 'vitest';
import { makeHandler } from '../../functions/compare-touchpoints/handler.ts';
import { dayOf } from '../../functions/domain/instant.ts';
import { march } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { plentyOfTime } from '../runtime/deliveries.ts';
import { asked, complaining, contentFleet, dark, makeComparison, midnight } from './fleet.ts';
import { type Death, mortal, never } from './mortal.ts';

catchConsole();

const run = { at: midnight(6), windowDays: 28 };

/** A fleet whose second look finds a dark cell, a surge and a cell to ask of. */
const makeFleet = async () => {
  const made = makeComparison();
  await made.tell(...contentFleet(), ...dark(), ...asked('few', { 'no-complaint': [3, 1, 1, 5] }));
  for (let day = -10; day < 5; day++) await made.tell(...complaining('loud', dayOf(march(day)), 1));
  await made.compare(midnight(5));
  await made.tell(...complaining('loud', '2026-03-05', 15), ...complaining('few', '2026-03-05', 6));
  return {
    ...made,
    lookUntil: async (death: Death): Promise<string[]> => {
      const { ports, calls } = mortal(made.deps, death);
      await makeHandler(ports)(run, plentyOfTime).catch(() => 'dead');
      return calls;
    },
  };
};

describe('a run that breaks off', () => {
  it('at any of its steps is made good by the next', async () => {
    const perfect = await makeFleet();
    const calls = await perfect.lookUntil(never);
    expect(perfect.store.gaps.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
      'dark-corner open',
      'surge open',
    ]);
    expect(perfect.store.allActions.map(({ kind }) => kind).sort()).toEqual(['ask', 'fix', 'fix']);
    for (const port of ['gap', 'putGap', 'actions', 'putAction'].map((name) => `actions.${name}`))
      expect(calls).toContain(port);
    for (let call = 0; call < calls.length; call++) {
      for (const when of ['before', 'after'] as const) {
        const { store, lookUntil } = await makeFleet();
        await lookUntil({ call, when });
        await lookUntil(never);
        expect(store.contents(), `${when} ${calls[call]}`).toEqual(perfect.store.contents());
      }
    }
  }, 60_000);

  it('leaves nothing behind that no later look ends, although nothing of it is found again', async () => {
    const calls = await (await makeFleet()).lookUntil(never);
    for (let call = calls.indexOf('touchpoints.looks'); call < calls.length; call++) {
      const { store, withdraw, lookUntil, compare } = await makeFleet();
      await lookUntil({ call, when: 'after' });
      await withdraw(...complaining('loud', '2026-03-05', 15), ...complaining('few', '2026-03-05', 6));
      await withdraw(...dark());
      for (let day = 6; day < 14; day++) await compare(march(day, '01:00'));
      const after = `after ${calls[call]}`;
      expect(
        store.gaps.filter(({ state }) => state !== 'cleared'),
        after,
      ).toEqual([]);
      expect(
        store.allActions.filter(({ status }) => status !== 'resolved'),
        after,
      ).toEqual([]);
      expect(store.told.looks, after).toMatchObject({ standing: [], asked: [] });
    }
  }, 60_000);

  it('and another on the same day change nothing any more once the look is made', async () => {
    const { store, lookUntil } = await makeFleet();
    await lookUntil(never);
    const before = store.contents();
    expect(await lookUntil(never)).toEqual(['touchpoints.changes', 'touchpoints.looks', 'touchpoints.summaries']);
    expect(store.contents()).toEqual(before);
  });
});
