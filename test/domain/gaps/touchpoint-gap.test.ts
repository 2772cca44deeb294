import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  darkCorner,
  evidenceAmong,
  MAX_EVIDENCE,
  rolledUpCorner,
  surgeGap,
  withEvidence,
} from '../../../functions/domain/gaps/touchpoint-gap.ts';
import type { Told } from '../../../functions/domain/touchpoints/tally-row.ts';
import { gap, march } from '../../builders.ts';

const cell = { touchpoint: 'delivery', location: 'millfield' };
const hidden = { points: 21, low: 12, high: 30, pValue: 0.001, qValue: 0.04 };
const impact = { perMonth: 60, shown: 1 };
const compared = { ...cell, metrics: [], gap: hidden, impact };
const told = (fact: string, probability = 0.8, at = march(2)): Told => ({
  fact,
  at,
  probability,
  themes: ['waiting'],
  causes: ['unowned'],
});

describe('the gap of a dark cell', () => {
  it('tells what silence hides, and how sure that is', () => {
    expect(darkCorner(compared, undefined, march(5))).toEqual({
      id: expect.stringMatching(/^dark-corner-/),
      kind: 'dark-corner',
      scope: 'cell',
      ...cell,
      facts: [],
      state: 'suspected',
      openedAt: march(5),
      decidedBy: march(5),
      history: [],
      size: 21,
      low: 12,
      high: 30,
      qValue: 0.04,
      confidence: 0.96,
      impact,
    });
  });

  it('keeps what it was, with the figures of the newest look', () => {
    const before = darkCorner(compared, undefined, march(5));
    const open = { ...before, state: 'open' as const, facts: ['a'], foundOn: ['2026-03-05'] };
    const { impact: _, ...figureless } = compared;
    expect(darkCorner({ ...figureless, gap: { ...hidden, points: 9 } }, open, march(6))).toEqual({ ...open, size: 9 });
  });

  it('is of its cell alone', () => {
    const ids = [cell, { touchpoint: 'delivery' }, { touchpoint: 'delivery', location: 'quay' }].map(
      (one) => darkCorner({ metrics: [], gap: hidden, ...one }, undefined, march(5)).id,
    );
    const group = { name: 'delivery', largest: cell, gap: hidden, impact };
    const groups = (['touchpoint', 'location'] as const).map(
      (scope) => rolledUpCorner({ ...group, scope }, undefined, march(5)).id,
    );
    expect(new Set([...ids, ...groups]).size).toBe(5);
  });
});

describe('the gap of a touchpoint over its locations', () => {
  const group = { scope: 'touchpoint' as const, name: 'delivery', largest: cell, gap: hidden, impact };

  it('names the touchpoint, and the cell that most of it lies in', () => {
    const found = rolledUpCorner(group, undefined, march(5));
    expect(found).toMatchObject({ scope: 'touchpoint', touchpoint: 'delivery', anchor: cell, size: 21, impact });
    expect(found).not.toHaveProperty('location');
    expect(rolledUpCorner({ ...group, scope: 'location', name: 'millfield' }, undefined, march(5))).toMatchObject({
      scope: 'location',
      location: 'millfield',
    });
  });

  it('keeps the cell whose action it joined, wherever most of it lies by now', () => {
    const before = rolledUpCorner(group, undefined, march(5));
    const moved = { ...group, largest: { touchpoint: 'delivery', location: 'quay' } };
    expect(rolledUpCorner(moved, before, march(6)).anchor).toEqual(cell);
  });
});

describe('the gap of a surge', () => {
  it('tells customers over those expected, its interval by what the ratio’s is', () => {
    const surge = {
      ...cell,
      days: 3,
      customers: 18,
      expected: 6,
      ratio: { value: 3, low: 2, high: 4.5 },
      pValue: 0.0001,
      qValue: 0.02,
      isSurge: true,
      daily: [],
    };
    const found = surgeGap(surge, undefined, march(5));
    expect(found).toMatchObject({
      kind: 'surge',
      ...cell,
      size: 12,
      low: 6,
      high: 21,
      qValue: 0.02,
      confidence: 0.98,
      surge: { days: 3, customers: 18, expected: 6 },
    });
    expect(found).not.toHaveProperty('daily');
  });
});

describe('DARK-4: the evidence of a touchpoint’s gap', () => {
  it('is the strongest complaints, in time', () => {
    const weak = Array.from({ length: MAX_EVIDENCE }, (_, i) => told(`weak ${i}`, 0.6, march(1)));
    const strong = [told('late', 0.9, march(4)), told('early', 0.7, march(3))];
    const found = evidenceAmong([...strong, ...weak]);
    expect(found).toHaveLength(MAX_EVIDENCE);
    expect(found.slice(-2).map(({ fact }) => fact)).toEqual(['early', 'late']);
  });

  it('has each fact once, in the same order whatever order they came in', () => {
    const some = fc.array(
      fc.nat(150).map((n) => told(`fact ${n}`, 0.5 + (n % 4) / 10, march(2 + (n % 3)))),
      { maxLength: 200 },
    );
    const shuffled = some.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, turned]) => {
        const found = evidenceAmong(all);
        expect(evidenceAmong(turned)).toEqual(found);
        expect(evidenceAmong([...all, ...turned])).toEqual(found);
        expect(found.length).toBe(Math.min(MAX_EVIDENCE, new Set(all.map(({ fact }) => fact)).size));
        const left = all.filter(({ fact }) => !found.some((one) => one.fact === fact));
        const weakest = Math.min(...found.map(({ probability }) => probability));
        for (const { probability } of left) expect(probability).toBeLessThanOrEqual(weakest);
      }),
    );
  });

  it('tells why', () => {
    expect(withEvidence(gap(), [told('a')])).toMatchObject({
      facts: ['a'],
      why: { themes: ['waiting'], causes: ['unowned'] },
    });
  });

  it('stays as it was where there is none any more', () => {
    expect(withEvidence(gap(), [])).toEqual(gap());
  });
});
