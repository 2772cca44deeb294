import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addHeard,
  answersIn,
  bounded,
  countHeard,
  type HeardCounts,
  heardAs,
  heardKey,
  heardOf,
  invitedIn,
} from '../../../functions/domain/touchpoints/heard-counts.ts';
import { surveyRow } from '../../builders.ts';

const writing = { channel: 'sms', language: 'en' };

describe('what was heard of a customer before the invitation', () => {
  it('is nothing of who wrote nothing', () => {
    expect(heardAs(surveyRow())).toBe('silent');
    expect(heardAs(surveyRow({ wrote: false, writing }))).toBe('silent');
  });

  it.each(['no-complaint', 'remedied', 'brushed-off'] as const)('is %s, with where the customer wrote', (stratum) => {
    const key = heardAs(surveyRow({ wrote: true, stratum, writing }));
    expect(heardOf(key)).toEqual({ heard: stratum, ...writing });
    expect(heardAs(surveyRow({ wrote: true, stratum }))).toBe(stratum);
  });

  it('is a complaint even of who is not known to have written', () => {
    expect(heardAs(surveyRow({ wrote: false, stratum: 'brushed-off' }))).toBe('brushed-off');
  });
});

describe('the invited by their answer', () => {
  it('are counted at the top, in the middle, at the bottom, and silent', () => {
    const counts: HeardCounts = {};
    for (const answer of ['top', 'bottom', 'none', 'none'] as const) countHeard(counts, 'silent', answer);
    countHeard(counts, 'remedied', 'middle');
    expect(counts).toEqual({ silent: [1, 0, 1, 2], remedied: [0, 1, 0, 0] });
    expect([invitedIn([1, 0, 1, 2]), answersIn([1, 0, 1, 2])]).toEqual([4, 2]);
  });

  it('are added up', () => {
    const counts: HeardCounts = { silent: [1, 0, 1, 2] };
    addHeard(counts, { silent: [1, 1, 0, 0], 'brushed-off': [0, 0, 0, 3] });
    expect(counts).toEqual({ silent: [2, 1, 1, 2], 'brushed-off': [0, 0, 0, 3] });
  });
});

describe('the groups that a cell keeps apart', () => {
  const strata = ['no-complaint', 'remedied', 'brushed-off'] as const;
  const key = fc
    .tuple(fc.constantFrom(...strata), fc.constantFrom('sms', 'email', 'chat'), fc.nat(12))
    .map(([heard, channel, n]) => heardKey(heard, channel, `l${n}`));
  const byAnswer = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50));
  const anyCounts = fc.dictionary(key, byAnswer, { maxKeys: 80, size: 'max' });

  const perStratum = (counts: HeardCounts): HeardCounts => {
    const sums: HeardCounts = {};
    for (const [name, group] of Object.entries(counts)) addHeard(sums, { [heardOf(name).heard]: group });
    return sums;
  };

  it('are the largest, the others counted with no channel or language', () => {
    const many = Object.fromEntries(
      Array.from({ length: 26 }, (_, i) => [heardKey('remedied', 'sms', `l${10 + i}`), [0, 0, 0, 50 - i]]),
    );
    const kept = bounded(many as unknown as HeardCounts);
    expect(Object.keys(kept)).toHaveLength(25);
    expect(kept.remedied).toEqual([0, 0, 0, 25 + 26]);
  });

  it('lose nobody, are few, and the same whatever their order', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const kept = bounded(counts);
        expect(perStratum(kept)).toEqual(perStratum(counts));
        expect(Object.keys(kept).length).toBeLessThanOrEqual(24 + strata.length);
        const turned = bounded(Object.fromEntries(Object.entries(counts).reverse()));
        expect(Object.entries(turned)).toEqual(Object.entries(kept));
        expect(Object.keys(kept)).toEqual(Object.keys(kept).sort());
      }),
    );
  });
});
