import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plus } from '../../../functions/domain/instant.ts';
import {
  addLagCounts,
  addLags,
  ageInDays,
  countLag,
  type LagCounts,
  LONGEST_LAG_DAYS,
  lagWithin,
  noLags,
} from '../../../functions/domain/touchpoints/answer-lag.ts';
import { MOMENT, march } from '../../builders.ts';

const counted = (...answeredAt: string[]): number[] => {
  const lags: number[] = [];
  for (const at of answeredAt) countLag(lags, march(2), at);
  return lags;
};

const lagsOf = (...days: [lags: number[], age: number][]): LagCounts => {
  const counts = noLags();
  for (const [lags, age] of days) addLags(counts, lags, age);
  return counts;
};

describe('the lag of an answer', () => {
  it('is the whole days after the invitation', () => {
    expect(counted(march(2), plus(march(3), -MOMENT), march(3), march(5, '09:00'))).toEqual([2, 1, 1]);
  });

  it('is none where the clocks of two systems disagree', () => {
    expect(counted(march(1))).toEqual([1]);
  });

  it('counts as a month where it is longer', () => {
    const lags = counted(march(90));
    expect([lags.length, lags[LONGEST_LAG_DAYS]]).toEqual([LONGEST_LAG_DAYS + 1, 1]);
  });
});

describe('the age of a day’s invitations', () => {
  it('is that of the youngest of them', () => {
    expect(ageInDays('2026-03-02', march(3, '00:00'))).toBe(0);
    expect(ageInDays('2026-03-02', march(4, '00:00'))).toBe(1);
    expect(ageInDays('2026-03-02', march(3, '23:59'))).toBe(0);
    expect(ageInDays('2026-03-02', march(2, '12:00'))).toBe(-1);
  });
});

describe('lags of several days', () => {
  it('are counted for what their invitations are old enough to show', () => {
    expect(lagsOf([[5, 3, 2], 30])).toMatchObject({ took: [5, 3, 2] });
    expect(lagsOf([[5, 3, 2], 30]).within.slice(0, 4)).toEqual([5, 8, 10, 10]);
    expect(lagsOf([[5, 3, 2], 1])).toEqual({ took: [5, 3], within: [5, 8] });
    expect(lagsOf([[5, 3, 2], -1])).toEqual(noLags());
  });

  it('add up to the same whatever their order, and in several parts', () => {
    const day = fc.tuple(fc.array(fc.nat(20), { maxLength: 31 }), fc.integer({ min: -1, max: 60 }));
    fc.assert(
      fc.property(fc.array(day, { maxLength: 8 }), fc.nat(8), (days, cut) => {
        const all = lagsOf(...(days as [number[], number][]));
        expect(lagsOf(...([...days].reverse() as [number[], number][]))).toEqual(all);
        const parts = lagsOf(...(days.slice(0, cut) as [number[], number][]));
        addLagCounts(parts, lagsOf(...(days.slice(cut) as [number[], number][])));
        expect(parts).toEqual(all);
        expect(all.within.length).toBeLessThanOrEqual(LONGEST_LAG_DAYS + 1);
        for (const [lag, took] of all.took.entries()) expect(took).toBeLessThanOrEqual(all.within[lag] ?? 0);
      }),
    );
  });
});

describe('the days within which a share of the answers comes', () => {
  it('are counted where all invitations are old', () => {
    const counts = { took: [10, 30, 40, 20], within: [10, 40, 80, 100] };
    expect([0.05, 0.1, 0.4, 0.8, 0.81, 1].map((share) => lagWithin(counts, share))).toEqual([0, 0, 1, 2, 3, 3]);
  });

  /**
   * Of old invitations 5, 3 and 2 answers took 0, 1 and 2 days, of those of today 6 took none. F(1) is 1 - 2/10 = 0.8, and
   * F(0) is 0.8 x (1 - 3/8) = 0.5, although 11 of the 16 answers came on the first day.
   */
  it('are not those of the quick answers that young invitations alone can show', () => {
    const counts = lagsOf([[5, 3, 2], 30], [[6], 0]);
    expect(counts.took).toEqual([11, 3, 2]);
    expect([0.5, 0.51, 0.8, 0.81].map((share) => lagWithin(counts, share))).toEqual([0, 1, 1, 2]);
  });

  it('are none where nobody answered, or at once', () => {
    expect(lagWithin(noLags(), 0.95)).toBe(0);
    expect(lagWithin(lagsOf([[7], 30]), 0.95)).toBe(0);
  });

  it('lie within a month, more for a greater share, and are the same of twice as many', () => {
    const lags = fc.array(fc.nat(20), { maxLength: 31 });
    const share = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(lags, fc.nat(40), share, share, (given, age, a, b) => {
        const counts = lagsOf([given, age]);
        const [less, more] = [lagWithin(counts, Math.min(a, b)), lagWithin(counts, Math.max(a, b))];
        expect(less).toBeLessThanOrEqual(more);
        expect(more).toBeLessThanOrEqual(LONGEST_LAG_DAYS);
        expect(lagWithin(lagsOf([given, age], [given, age]), a)).toBe(lagWithin(counts, a));
      }),
    );
  });
});
