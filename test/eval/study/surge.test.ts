import { describe, expect, it } from 'vitest';
import { seeded } from '../../../lib/eval/study/random.ts';
import { fourWeeks, quietFleet, surgeRules, surgesOfAWeek } from '../../../lib/eval/study/surge.ts';
import { poisson, surgeWorld } from '../../../lib/eval/study/surge-world.ts';

const rule = (name: string) => surgeRules[name] as NonNullable<(typeof surgeRules)[string]>;
const ours = rule('this project');

describe('simulated days of a cell', () => {
  it('are the same for the same seed, and others for another', () => {
    const settings = { cells: 3, days: 20, surging: 0.5, bursts: [] };
    expect(surgeWorld(seeded(1), settings)).toEqual(surgeWorld(seeded(1), settings));
    expect(surgeWorld(seeded(2), settings)).not.toEqual(surgeWorld(seeded(1), settings));
  });

  it('have the mean and the variance of Poisson', () => {
    const random = seeded(3);
    for (const mean of [0.2, 4, 75]) {
      const counts = Array.from({ length: 20_000 }, () => poisson(random, mean));
      const average = counts.reduce((sum, n) => sum + n, 0) / counts.length;
      const variance = counts.reduce((sum, n) => sum + (n - average) ** 2, 0) / counts.length;
      expect(average / mean).toBeCloseTo(1, 1);
      expect(variance / mean).toBeCloseTo(1, 1);
    }
  });

  it('are so many times as many in a burst', () => {
    const world = surgeWorld(seeded(4), {
      cells: 400,
      days: 28,
      surging: 1,
      bursts: [{ begin: 14, days: 7, times: 3 }],
    });
    const sum = (from: number) =>
      world.reduce((all, { counts }) => all + counts.slice(from, from + 7).reduce((a, b) => a + b, 0), 0);
    expect(sum(14) / sum(7) / 3).toBeCloseTo(1, 0);
  });
});

describe('the study of surges', () => {
  it('finds fewer false alarms than a rule of three standard deviations', () => {
    const world = surgeWorld(seeded(5), { cells: 60, days: 118, surging: 0, bursts: [] });
    const [here, naive] = [quietFleet(ours, world), quietFleet(rule('mean + 3 sd'), world)];
    expect(here.opened).toBeLessThan(40);
    expect(naive.opened).toBeGreaterThan(100);
  });

  it('finds strong surges of a week, and most within three days', () => {
    const bands = surgesOfAWeek(ours, seeded(6), { times: 5, fleets: 3 });
    const strong = bands.at(-1) as NonNullable<(typeof bands)[number]>;
    expect(strong.surges).toBeGreaterThan(1);
    expect(strong.told[3] / strong.surges).toBeGreaterThan(0.7);
    expect(strong.told[2]).toBeLessThanOrEqual(strong.told[3]);
  });

  it('finds seven of ten that surge in the last week of four, and seven of ten told are right', () => {
    const { recall, precision } = fourWeeks(ours, seeded(7), 20);
    expect(recall).toBeGreaterThan(0.7);
    expect(precision).toBeGreaterThan(0.7);
  });
});
