import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareGroups, type Member } from '../../../functions/domain/silence/rolled-up.ts';
import { normalTail } from '../../../functions/domain/statistics/distributions.ts';

const member = (touchpoint: string, location: string | undefined, override: Partial<Member> = {}): Member => ({
  cell: location === undefined ? { touchpoint } : { touchpoint, location },
  weight: 100,
  gap: { points: 10, low: 4, high: 16, pValue: 0.01 },
  own: { points: 8, variance: 16 },
  impact: { perMonth: 20, shown: 2 },
  ...override,
});

describe('SILENCE-9: a group of cells', () => {
  it('is a touchpoint at two locations, or a location with two touchpoints', () => {
    const groups = compareGroups([
      member('delivery', 'north'),
      member('delivery', 'south'),
      member('returns', 'north'),
      member('app', undefined),
      member('web', undefined),
    ]);
    expect(groups.map(({ scope, name }) => `${scope} ${name}`)).toEqual(['location north', 'touchpoint delivery']);
  });

  /** Weights 3/4 and 1/4: points 3/4 x 20 + 1/4 x 8; ends 3/4 x 6 + 1/4 x 2 around them. */
  it('hides what its cells do, by their invited', () => {
    const [group] = compareGroups([
      member('delivery', 'north', { weight: 300, gap: { points: 20, low: 14, high: 26, pValue: 0 } }),
      member('delivery', 'south', { weight: 100, gap: { points: 8, low: 6, high: 10, pValue: 0 } }),
    ]);
    expect(group).toMatchObject({
      largest: { touchpoint: 'delivery', location: 'north' },
      gap: { points: 17, low: 12, high: 22 },
      impact: { perMonth: 40, shown: 4 },
    });
  });

  /** The two others: their own (8 + 8) / 2 points over an error of sqrt(16 / 4 + 16 / 4) points. */
  it('is chance or not by its cells but the one that most of it lies in', () => {
    const three = ['a', 'b', 'c'].map((location) => member('delivery', location));
    const [group] = compareGroups([
      ...three.slice(1),
      member('delivery', 'a', { own: { points: 900, variance: 1 }, gap: { points: 50, low: 40, high: 60, pValue: 0 } }),
    ]);
    expect(group?.gap.pValue).toBeCloseTo(normalTail(8 / Math.sqrt(8)), 12);
    expect(group?.gap.qValue).toBe(group?.gap.pValue);
  });

  it('is nothing where the others hide less than a dark cell does', () => {
    const little = { gap: { points: 4.9, low: 4, high: 5, pValue: 0 }, own: { points: 4.9, variance: 0.01 } };
    const [group] = compareGroups([member('delivery', 'a'), member('delivery', 'b', little)]);
    expect(group?.gap.pValue).toBe(1);
  });

  it('takes the first by name where as much lies in two', () => {
    const two = [member('delivery', 'b'), member('delivery', 'a')];
    expect(compareGroups(two)[0]?.largest.location).toBe('a');
  });

  it('lies between its cells, whatever their order', () => {
    const anyMember = fc
      .tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: -40, max: 40 }), fc.integer({ min: 1, max: 30 }))
      .map(([weight, points, half]) => ({
        weight,
        gap: { points, low: points - half, high: points + half, pValue: 0.5 },
        own: { points, variance: half },
      }));
    fc.assert(
      fc.property(fc.array(anyMember, { minLength: 2, maxLength: 9 }), (all) => {
        const members = all.map((one, i) => member('delivery', `at-${i}`, one));
        const [group, ...others] = compareGroups(members);
        const points = all.map(({ gap }) => gap.points);
        expect(others).toEqual([]);
        expect(group?.gap.points).toBeGreaterThanOrEqual(Math.min(...points) - 1e-9);
        expect(group?.gap.points).toBeLessThanOrEqual(Math.max(...points) + 1e-9);
        expect(group?.gap.low).toBeLessThan(group?.gap.points ?? 0);
        expect(group?.gap.high).toBeGreaterThan(group?.gap.points ?? 0);
        expect(compareGroups([...members].reverse())).toEqual([group]);
      }),
    );
  });
});
