import { describe, expect, it } from 'vitest';
import { seeded } from '../../../lib/eval/study/random.ts';
import { type Course, conductOn, courseOf } from '../../../lib/eval/year/course.ts';
import { YEAR } from '../../../lib/eval/year/year-settings.ts';

const place = { touchpoint: 'pool', location: 'house-1' };
const conduct = (bad: number) => ({ bad, unreplied: 0.1, hollow: 0.2 });

const course = (override: Partial<Course> = {}): Course => ({
  place,
  type: 'ok',
  complain: 0.5,
  chatter: 0,
  respond: 0.25,
  fine: conduct(0.05),
  weak: conduct(0.3),
  dark: { bad: 0.3, unreplied: 0.2, hollow: 0.9 },
  episodes: [{ kind: 'dark-corner', from: 100, until: 200, times: 3 }],
  weather: Array.from({ length: 365 }, () => 1),
  changes: [],
  ...override,
});

/** Of complaints. */
const brushedOff = ({ unreplied, hollow }: { unreplied: number; hollow: number }) =>
  unreplied + (1 - unreplied) * hollow;

describe('a cell in a simulated year', () => {
  it('is dark for a time, and fine before and after', () => {
    const bad = [99, 100, 199, 200].map((day) => conductOn(course(), day).bad);
    expect(bad).toEqual([0.05, 0.3, 0.3, 0.05]);
  });

  it('surges by so many times what is usual', () => {
    const surging = course({ episodes: [{ kind: 'surge', from: 100, until: 107, times: 3 }] });
    expect(conductOn(surging, 106).bad).toBeCloseTo(0.15, 9);
    expect(conductOn({ ...surging, type: 'bad' }, 106).bad).toBe(0.8);
  });

  it('brushes off what a fix has left, from then on', () => {
    const fixed = course({ changes: [{ from: 120, left: 0.4, by: 'replies' }] });
    const [before, after] = [conductOn(fixed, 119), conductOn(fixed, 120)];
    expect(brushedOff(after)).toBeCloseTo(0.4 * brushedOff(before), 9);
    expect(after.bad).toBe(before.bad);
    const better = course({ changes: [{ from: 120, left: 0.4, by: 'visits' }] });
    expect(conductOn(better, 120).bad).toBeCloseTo(0.12, 9);
  });

  it('has its ups and downs', () => {
    const weather = Array.from({ length: 365 }, (_, day) => (day === 5 ? 2 : 1));
    expect([4, 5].map((day) => conductOn(course({ weather }), day).bad)).toEqual([0.05, 0.1]);
  });

  it('has at most one trouble, the same for the same seed', () => {
    const made = Array.from({ length: 200 }, (_, seed) => courseOf(YEAR, place, 0, seeded(seed)));
    const kinds = made.map(({ episodes }) => episodes.map(({ kind }) => kind).join());
    expect(new Set(kinds)).toEqual(new Set(['', 'dark-corner', 'surge']));
    expect(made[7]).toEqual(courseOf(YEAR, place, 0, seeded(7)));
  });
});
