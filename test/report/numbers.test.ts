import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  about,
  apportioned,
  counted,
  dayTold,
  instantTold,
  percent,
  percents,
  range,
  rate,
  roughly,
  whole,
} from '../../lib/report/numbers.ts';
import { march } from '../builders.ts';

const plain = (told: string): string => told.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-');

describe('numbers on the page', () => {
  it('have a true minus, thousands apart and no negative nought', () => {
    expect([whole(-1234.4), whole(1_234_567), whole(-0.4)]).toEqual(['\u22121,234', '1,234,567', '0']);
    expect([roughly(-0.04), roughly(2.25), roughly(3), roughly(12.4)].map(plain)).toEqual(['0', '2.3', '3', '12']);
  });

  it('claim no more of an estimate than two figures', () => {
    expect([0, 0.4, 1.459, 6.4, 38, 141, 1204].map(about)).toEqual([
      ...['0', 'fewer than 1', '1', '6', '38', '140', '1,200'],
    ]);
  });

  it('in parts are whole, add up to all and are within one of their share', () => {
    expect(apportioned([1, 1, 1], 10)).toEqual([4, 3, 3]);
    expect(apportioned([0, 0], 10)).toEqual([0, 0]);
    const parts = fc.array(fc.double({ min: 0, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(parts, fc.nat(1e5), (given, total) => {
        const all = given.reduce((sum, part) => sum + part, 0);
        fc.pre(all > 1e-6);
        const told = apportioned(given, total);
        expect(told.reduce((sum, n) => sum + n, 0)).toBe(total);
        told.forEach((n, i) => {
          expect(Number.isInteger(n) && n >= 0).toBe(true);
          expect(Math.abs(n - ((given[i] as number) / all) * total)).toBeLessThan(1 + 1e-6);
        });
      }),
    );
  });

  it('never round a share to none or all', () => {
    expect([0, 0.001, 0.15, 0.999, 1].map(percent).map(plain)).toEqual([
      '0 %',
      'under 1 %',
      '15 %',
      'over 99 %',
      '100 %',
    ]);
    fc.assert(
      fc.property(fc.double({ min: Number.MIN_VALUE, max: 1 - Number.EPSILON, noNaN: true }), (share) => {
        expect(['0 %', '100 %']).not.toContain(plain(percent(share)));
      }),
    );
  });

  it('keep ranges and dates together', () => {
    expect(range(-12, 4)).toBe('\u221212\u00a0to\u00a04');
    expect(plain(percents(0.13, 0.16))).toBe('13 to 16 %');
    expect(plain(percents(0.001, 0.16))).toBe('under 1 % to 16 %');
    expect(plain(dayTold('2026-03-05'))).toBe('5 March 2026');
    expect(plain(instantTold(march(5, '09:30')))).toBe('5 March 2026, 09:30 UTC');
  });

  it('tell one from many, and what is less than can be told', () => {
    expect([counted(1, 'answer'), counted(0, 'answer'), counted(2, 'is', 'are')]).toEqual([
      '1 answer',
      '0 answers',
      '2 are',
    ]);
    expect([rate(0.0004), rate(0.08)]).toEqual(['under 0.001', '0.080']);
  });
});
