import { describe, expect, it } from 'vitest';
import { makeHandler as makeComparing } from '../../functions/compare-touchpoints/handler.ts';
import { makeHandler as makeDetecting } from '../../functions/detect-customer-gaps/handler.ts';
import type { Day } from '../../functions/domain/instant.ts';
import { complains, invited, march, replies } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { batch, plentyOfTime } from '../runtime/deliveries.ts';
import { contentFleet, dark, makeComparison, midnight } from './fleet.ts';
import { look, makeDetection } from './looking.ts';

catchConsole();

const brushedOff = [complains(march(2)), replies(march(2, '11:00'), 'hollow'), invited(march(3))];

const detecting = async (raiseFrom: Day) => {
  const made = await makeDetection(brushedOff);
  const detect = makeDetecting({ ...made.deps, raiseFrom });
  return { ...made, detect: (day: number) => detect(batch(look('m-1', 'customer#ada', march(day))), plentyOfTime) };
};

describe('history that is brought in', () => {
  it('leaves matters, gaps and rows, and raises nothing', async () => {
    const { store, detect } = await detecting('2026-03-05');
    await detect(6);
    const all = await makeDetection(brushedOff);
    await all.detect(look('m-1', 'customer#ada', march(6)));
    expect(store.allActions).toEqual([]);
    expect(all.store.allActions).toHaveLength(1);
    expect({ ...store.contents(), actions: [] }).toEqual({ ...all.store.contents(), actions: [] });
  });

  it('is answered for when the same matter goes on', async () => {
    const { store, detect, remember } = await detecting('2026-03-05');
    await detect(6);
    await remember(invited(march(9), { id: 's-2' }));
    await detect(10);
    expect(store.allActions).toEqual([
      expect.objectContaining({ kind: 'recover', openedAt: march(2, '11:00'), raisedAt: march(10) }),
    ]);
  });

  it('shows dark corners, and the first look of the day raises those that are still found', async () => {
    const { tell, deps, store } = makeComparison();
    await tell(...contentFleet(), ...dark());
    const compare = makeComparing({ ...deps, raiseFrom: '2026-03-08' });
    const lookOn = (day: number) => compare({ at: midnight(day), windowDays: 28 }, plentyOfTime);
    for (const day of [5, 6, 7]) await lookOn(day);
    expect(store.gaps.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['dark-corner open']);
    expect(store.allActions).toEqual([]);
    await lookOn(8);
    expect(store.allActions).toEqual([expect.objectContaining({ kind: 'fix', raisedAt: midnight(8) })]);
  });
});
