import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Classes, nothingSaid, type SaidSum } from '../../../functions/domain/touchpoints/said.ts';
import { type ThemeEffect, themeEffects } from '../../../functions/domain/why/theme-effect.ts';
import { seeded } from './seeded.ts';

const classes = (top: number, middle: number, bottom: number): Classes => ({ top, middle, bottom });

/** A touchpoint's scores with words: of those who speak of waiting, and of the others. */
const cell = (speaking: Classes, others: Classes, metric: 'nps' | 'csat' = 'nps'): SaidSum => {
  const all = classes(speaking.top + others.top, speaking.middle + others.middle, speaking.bottom + others.bottom);
  return { ...nothingSaid(), scores: { [metric]: { all, byTheme: { waiting: speaking } } } };
};

const effectOf = (...cells: SaidSum[]): ThemeEffect | undefined => themeEffects(['waiting'], cells).get('waiting');

describe('EFFECT-1: the effect of a theme', () => {
  it('is the net score of who speaks of it less that of the others', () => {
    // Net -40 of twenty against net 60 of forty.
    const effect = effectOf(cell(classes(4, 4, 12), classes(28, 8, 4)));
    expect(effect).toMatchObject({ theme: 'waiting', speaking: 20, others: 40 });
    expect(effect?.points).toBeCloseTo(-100, 9);
  });

  it('does not blame a theme of a bad touchpoint for what else is bad there', () => {
    // Within each touchpoint who speaks of waiting scores as the others do; but the bad one is where people wait.
    const good = cell(classes(8, 1, 1), classes(72, 9, 9));
    const bad = cell(classes(9, 9, 72), classes(1, 1, 8));
    const naive = 100 * ((17 - 73) / 100 - (73 - 17) / 100);
    expect(naive).toBeCloseTo(-112, 9);
    expect(effectOf(good, bad)?.points).toBeCloseTo(0, 9);
  });

  it('does not mix metrics, of which one may be kinder than the other', () => {
    const stars = cell(classes(40, 0, 10), classes(4, 0, 1), 'csat');
    const nps = cell(classes(1, 0, 4), classes(10, 0, 40));
    expect(effectOf(stars, nps)?.points).toBeCloseTo(0, 9);
  });

  it('is averaged by Mantel and Haenszel’s weights', () => {
    // Differences of -100 with a weight of 10 x 10 / 20 = 5, and of 0 with one of 10 x 30 / 40 = 7.5.
    const cells = [cell(classes(0, 0, 10), classes(5, 0, 5)), cell(classes(5, 0, 5), classes(15, 0, 15))];
    expect(effectOf(...cells)?.points).toBeCloseTo((-100 * 5) / 12.5, 9);
  });

  it('leaves out touchpoints where everybody speaks of it, or nobody does', () => {
    const both = cell(classes(4, 4, 12), classes(28, 8, 4));
    const everybody = cell(classes(50, 0, 0), classes(0, 0, 0));
    const nobody: SaidSum = { ...nothingSaid(), scores: { nps: { all: classes(0, 0, 50), byTheme: {} } } };
    expect(effectOf(both, everybody, nobody)).toEqual(effectOf(both));
  });

  it('lies within its interval, which never takes agreement for certainty and stays in range', () => {
    const some = fc.record({
      top: fc.nat({ max: 30 }),
      middle: fc.integer({ min: 1, max: 30 }),
      bottom: fc.nat({ max: 30 }),
    });
    const cells = fc.array(
      fc.tuple(some, some).map(([a, b]) => cell(a, b)),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(cells, (given) => {
        const effect = effectOf(...given);
        if (!effect) return;
        expect(effect.low).toBeGreaterThanOrEqual(-200);
        expect(effect.low).toBeLessThanOrEqual(effect.points);
        expect(effect.high).toBeGreaterThanOrEqual(effect.points);
        expect(effect.high).toBeLessThanOrEqual(200);
        expect(effect.high - effect.low).toBeGreaterThan(0);
      }),
    );
    expect(effectOf(cell(classes(0, 0, 10), classes(10, 0, 0)))).toMatchObject({ points: -200, low: -200 });
    expect(effectOf(cell(classes(0, 0, 10), classes(10, 0, 0)))?.high).toBeGreaterThan(-200);
  });

  it('lies in its 90 % interval nine times in ten, over few large touchpoints and many small ones', () => {
    const random = seeded(1);
    const drawn = (n: number, top: number, bottom: number): Classes => {
      const counts = classes(0, 0, 0);
      for (let i = 0; i < n; i++) {
        const u = random();
        counts[u < top ? 'top' : u < top + bottom ? 'bottom' : 'middle']++;
      }
      return counts;
    };
    const RUNS = 1000;
    const shapes = [
      { touchpoints: 1, speaking: 12, others: 60 },
      { touchpoints: 4, speaking: 15, others: 60 },
      { touchpoints: 40, speaking: 2, others: 6 },
      { touchpoints: 60, speaking: 1, others: 3 },
      { touchpoints: 12, speaking: 1, others: 30 },
    ];
    const covered = shapes.map(({ touchpoints, speaking, others }) => {
      let holds = 0;
      for (let run = 0; run < RUNS; run++) {
        const cells = Array.from({ length: touchpoints }, (_, i) => {
          // Touchpoints differ, and who speaks of waiting is 40 points below the others of the same.
          const level = 0.3 + (0.3 * i) / touchpoints;
          return cell(drawn(speaking, level, 0.5 - level / 2 + 0.2), drawn(others, level + 0.2, 0.5 - level / 2));
        });
        const effect = effectOf(...cells);
        if (effect && effect.low <= -40 && effect.high >= -40) holds++;
      }
      return holds / RUNS;
    });
    for (const share of covered) {
      expect(share).toBeGreaterThan(0.86);
      expect(share).toBeLessThan(0.96);
    }
  });
});

describe('EFFECT-2: an effect is told', () => {
  it('where ten scores speak of the theme and ten do not', () => {
    expect(effectOf(cell(classes(0, 0, 10), classes(10, 0, 0)))).toBeDefined();
    expect(effectOf(cell(classes(0, 0, 9), classes(90, 0, 0)))).toBeUndefined();
    expect(effectOf(cell(classes(0, 0, 90), classes(9, 0, 0)))).toBeUndefined();
  });

  it('of each theme by itself', () => {
    const both = cell(classes(4, 4, 12), classes(28, 8, 4));
    expect([...themeEffects(['staff', 'waiting'], [both]).keys()]).toEqual(['waiting']);
    expect(themeEffects([], [both]).size).toBe(0);
  });
});
