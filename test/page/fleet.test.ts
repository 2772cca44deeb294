import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { situationOf } from '../../functions/serve-dashboard/page/fleet/situation.ts';
import { metricsOf, standings, type Wanted } from '../../functions/serve-dashboard/page/fleet/standing.ts';
import { shownNet } from '../../functions/serve-dashboard/page/scores.ts';
import { darkCorner, listed } from './listed.ts';

const all: Wanted = { text: '', darkOnly: false, metric: undefined };
const at = (location: string, points?: number) =>
  listed({ location, ...(points !== undefined && { gap: { points, low: 0, high: 30, qValue: 0.5 } }) });
const asked = (metric: 'nps' | 'csat', net: number, n: number, invited: number) => ({
  ...{ metric, net, n, invited },
  responseRate: n / invited,
});
const few = { adjusted: { tooFew: true, needed: 10 }, surveyed: asked('nps', 20, 4, 11) } as const;

describe('the situation of the fleet', () => {
  it('weighs answers in what surveys say, and the invited in what they would', () => {
    const corrected = { low: 0, high: 90, worst: -90, middle: 0, best: 95, method: 'silence' } as const;
    const crowded = listed({
      location: 'Northgate',
      surveyed: asked('nps', 0, 10, 300),
      adjusted: { ...corrected, net: -10 },
    });
    expect(situationOf([listed(), crowded], [])).toMatchObject({
      kind: 'told',
      metric: 'nps',
      surveyed: (48 * 40 + 0 * 10) / 50,
      corrected: (31 * 100 + -10 * 300) / 400,
      compared: 2,
    });
  });

  it('lies between the lowest and the highest score that it is made of', () => {
    const score = fc.record({ net: fc.integer({ min: -100, max: 100 }), n: fc.integer({ min: 10, max: 500 }) });
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 8 }), (scores) => {
        const entries = scores.map(({ net, n }, i) =>
          listed({ location: `${i}`, surveyed: asked('nps', net, n, n * 2) }),
        );
        const situation = situationOf(entries, []);
        const nets = scores.map(({ net }) => net);
        if (situation.kind !== 'told') throw new Error(situation.kind);
        expect(situation.surveyed).toBeGreaterThanOrEqual(Math.min(...nets) - 1e-9);
        expect(situation.surveyed).toBeLessThanOrEqual(Math.max(...nets) + 1e-9);
        expect(situation.corrected).toBeCloseTo(31, 9);
      }),
    );
  });

  it('mixes no metrics: the one that most were asked speaks', () => {
    const stars = listed({ location: 'Northgate', surveyed: asked('csat', -50, 60, 90) });
    expect(situationOf([listed(), stars], [])).toMatchObject({
      metric: 'nps',
      surveyed: 48,
      compared: 1,
      touchpoints: 2,
    });
  });

  it('leaves out who answered too few, and who was corrected by complaints alone', () => {
    const blind = listed({
      location: 'Quay',
      adjusted: { net: -90, low: -99, high: -80, worst: -100, middle: -90, best: 100, method: 'complaints-per-answer' },
    });
    expect(situationOf([listed(), listed({ location: 'Northgate', ...few }), blind], [])).toMatchObject({
      corrected: 31,
      compared: 1,
      touchpoints: 3,
    });
  });

  it('says so where nothing can be told', () => {
    expect(situationOf([], [])).toEqual({ kind: 'nothing' });
    expect(situationOf([listed(few)], [darkCorner()])).toEqual({ kind: 'untold', touchpoints: 1, darkCorners: 1 });
  });

  it('counts who is brushed off once, though a gap over all locations holds them too', () => {
    const rolledUp = darkCorner({ id: 'dark-corner-2', scope: 'touchpoint', impact: { perMonth: 60, shown: 5 } });
    expect(situationOf([listed()], [darkCorner(), rolledUp])).toMatchObject({
      darkCorners: 2,
      hidden: { perMonth: 27, shown: 3 },
    });
    expect(situationOf([listed()], [rolledUp])).toMatchObject({ hidden: { perMonth: 60, shown: 5 } });
    expect(situationOf([listed()], [])).toMatchObject({ darkCorners: 0, hidden: undefined });
  });
});

describe('the lines of the first page', () => {
  const places = (found: ReturnType<typeof standings>) => found.map(({ entry }) => entry.location);

  it('begin with dark corners, then what hides most, then where most complain', () => {
    const loud = listed({ location: 'Loud', gap: undefined, complaints: { customers: 90, share: null } });
    const quiet = listed({ location: 'Quiet', gap: undefined });
    const entries = [quiet, loud, at('Little', 3), at('Much', 25), at('Millfield', 12)];
    expect(places(standings(entries, [darkCorner()], all))).toEqual(['Millfield', 'Much', 'Little', 'Loud', 'Quiet']);
  });

  it('are the same whatever order they came in', () => {
    const entries = [at('A', 3), at('B', 3), at('C'), listed({ location: 'D', gap: undefined }), at('E', -2)];
    const ordered = places(standings(entries, [], all));
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        expect(places(standings(shuffled, [], all))).toEqual(ordered);
      }),
    );
  });

  it('are found by a part of either name, in whatever letters', () => {
    const entries = [at('Millfield'), listed({ touchpoint: 'store-visit', location: 'Northgate' })];
    expect(places(standings(entries, [], { ...all, text: ' MILL ' }))).toEqual(['Millfield']);
    expect(places(standings(entries, [], { ...all, text: 'visit' }))).toEqual(['Northgate']);
    expect(places(standings(entries, [], { ...all, text: 'nowhere' }))).toEqual([]);
  });

  it('are dark corners alone where only they are wanted; a gap over all locations makes none of them dark', () => {
    const entries = [at('Millfield'), at('Northgate')];
    const rolledUp = darkCorner({ scope: 'touchpoint', location: undefined });
    expect(places(standings(entries, [darkCorner(), rolledUp], { ...all, darkOnly: true }))).toEqual(['Millfield']);
  });

  it('tell the metric that is wanted, where it was asked', () => {
    const both = listed({
      location: 'Both',
      surveyed: {
        ...asked('nps', 48, 40, 100),
        otherMetrics: [{ ...asked('csat', 10, 20, 50), gap: { points: 9, low: 1, high: 17 } }],
      },
    });
    expect(metricsOf([both, at('Millfield')])).toEqual(['csat', 'nps']);
    const [only, ...others] = standings([both, at('Millfield')], [], { ...all, metric: 'csat' });
    expect(others).toEqual([]);
    expect(only?.score).toMatchObject({ surveyed: { metric: 'csat', net: 10 }, gap: { points: 9 } });
  });

  it('tell no score of fewer than ten answers', () => {
    expect(shownNet({ surveyed: asked('nps', 20, 9, 30) })).toBeUndefined();
    expect(shownNet({ surveyed: asked('nps', 20, 10, 30) })).toBe(20);
  });
});
