import { describe, expect, it } from 'vitest';
import { makeHandler } from '../../functions/compare-touchpoints/handler.ts';
import { cellKey } from '../../functions/domain/touchpoints/tally-row.ts';
import { march } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { plentyOfTime } from '../runtime/deliveries.ts';
import { contentFleet, dark, makeComparison, midnight } from './fleet.ts';

catchConsole();

const makeFleet = async () => {
  const made = makeComparison();
  await made.tell(...contentFleet(), ...dark());
  const key = cellKey({ touchpoint: 'delivery', location: 'dark' });
  const { scores } = made.store.told;
  return {
    ...made,
    scores,
    ofTheDark: () => [...scores].filter(([name]) => name.startsWith(key)).map(([, { value }]) => value),
  };
};

describe('both scores of a touchpoint', () => {
  it('are kept at each look, of each cell that is compared', async () => {
    const { compare, scores, ofTheDark } = await makeFleet();
    await compare(midnight(5));
    expect(scores.size).toBe(12);
    const [told] = ofTheDark();
    expect(told).toEqual({
      day: '2026-03-05',
      surveyed: expect.any(Number),
      adjusted: { net: expect.any(Number), low: expect.any(Number), high: expect.any(Number) },
      points: expect.any(Number),
    });
    expect(told?.points).toBeGreaterThan(5);
    expect(told?.adjusted?.net).toBeLessThan(told?.surveyed ?? 0);
  });

  it('are kept once a day, however often it is compared', async () => {
    const { compare, scores, ofTheDark, tell } = await makeFleet();
    await compare(midnight(5));
    const first = structuredClone([...scores]);
    await tell(...dark('newly-dark'));
    await compare(march(5, '01:00'));
    await compare(march(5, '13:00'));
    expect([...scores]).toEqual(first);
    await compare(midnight(6));
    expect(ofTheDark().map(({ day }) => day)).toEqual(['2026-03-05', '2026-03-06']);
    expect(scores.size).toBe(12 + 13);
  });

  it('are there before the look is remembered, and the same when it is made again', async () => {
    const { deps, compare, scores, store } = await makeFleet();
    let puts = 0;
    const touchpoints: typeof deps.touchpoints = {
      ...deps.touchpoints,
      putScores: async (...told) => {
        if (puts++ === 5) throw new Error('dead');
        await deps.touchpoints.putScores(...told);
      },
    };
    const dying = makeHandler({ ...deps, touchpoints })({ at: midnight(5), windowDays: 28 }, plentyOfTime);
    await expect(dying).rejects.toThrow('dead');
    expect(store.told.looks).toBeUndefined();
    const before = structuredClone(new Map(scores));
    await compare(midnight(5));
    expect(scores.size).toBe(12);
    for (const [name, told] of before) expect(scores.get(name)).toEqual(told);
  });
});
