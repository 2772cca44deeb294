import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addLayers, invitedOf, strataOf } from '../../../functions/domain/silence/strata.ts';
import type { ByAnswer } from '../../../functions/domain/touchpoints/heard-counts.ts';
import { heardCounts } from './evidence.ts';

const hearing = () => ({ sensitivity: 0.8, falsePositiveRate: 0.1 });
const sure = () => ({ sensitivity: 1, falsePositiveRate: 0 });

describe('SILENCE-2: customers by what happened before they were asked', () => {
  it('are as they were heard where hearing does not err', () => {
    const heard = {
      silent: [1, 2, 3, 4],
      wrote: [5, 6, 7, 8],
      remedied: [1, 0, 2, 9],
      brushedOff: [0, 1, 0, 7],
    } as const;
    const found = strataOf(heardCounts(heard), sure);
    expect(found).toMatchObject({ noComplaint: [6, 8, 10, 12], remedied: [1, 0, 2, 9], brushedOff: [0, 1, 0, 7] });
    expect(found.variance).toBe(0);
  });

  it('are corrected for what was missed and made up: of 100 who wrote, (31 - 0.1 x 100) / 0.7 = 30 complained', () => {
    const heard = { wrote: [0, 0, 0, 69], remedied: [0, 0, 0, 16], brushedOff: [0, 0, 0, 15] } as const;
    const { noComplaint, remedied, brushedOff } = strataOf(heardCounts(heard), hearing);
    expect(noComplaint[3]).toBeCloseTo(70);
    expect(remedied[3]).toBeCloseTo(20);
    expect(brushedOff[3]).toBeCloseTo(10);
  });

  it('come out the same for customers of whom as many are heard as the rates say', () => {
    // 200 wrote: 50 were helped and 50 brushed off, of whom 40 each are heard, and of the other 100 ten are heard for brushed off.
    const heard = { wrote: [0, 0, 0, 110], remedied: [0, 0, 0, 40], brushedOff: [0, 0, 0, 50] } as const;
    const { noComplaint, remedied, brushedOff } = strataOf(heardCounts(heard), hearing);
    expect([noComplaint[3], remedied[3], brushedOff[3]].map(Math.round)).toEqual([100, 50, 50]);
  });

  it('are corrected by the rates of their channel and language', () => {
    const counts = {
      'no-complaint|sms|en': [0, 0, 0, 9],
      'brushed-off|sms|en': [0, 0, 0, 1],
      'brushed-off|email|de': [0, 0, 0, 1],
    } as const;
    const found = strataOf(counts, (channel) => (channel === 'sms' ? hearing() : sure()));
    expect(found.brushedOff[3]).toBeCloseTo(1);
  });

  it('add up to all the invited, in each class of answers', () => {
    const counts = fc.tuple(...Array.from({ length: 4 }, () => fc.nat(50))) as unknown as fc.Arbitrary<ByAnswer>;
    const rate = fc.double({ min: 0, max: 0.4, noNaN: true });
    fc.assert(
      fc.property(counts, counts, counts, counts, rate, rate, (silent, wrote, remedied, brushedOff, miss, alarm) => {
        const found = strataOf(heardCounts({ silent, wrote, remedied, brushedOff }), () => ({
          sensitivity: 1 - miss,
          falsePositiveRate: alarm,
        }));
        const sum = addLayers([found.noComplaint, found.remedied, found.brushedOff]);
        for (const i of [0, 1, 2, 3] as const) {
          expect(sum[i]).toBeCloseTo(silent[i] + wrote[i] + remedied[i] + brushedOff[i], 6);
        }
        expect(found.variance).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(invitedOf(found.brushedOff))).toBe(true);
      }),
    );
  });
});
