import { describe, expect, it } from 'vitest';
import { about, net, percent, range, rate, roughly, whole } from '../../functions/serve-dashboard/page/figures.ts';

const plain = (told: string): string => told.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-');

describe('figures of the page', () => {
  it('have a true minus, thousands apart and no negative nought', () => {
    expect([whole(-1234.4), whole(1_234_567), whole(-0.4)]).toEqual(['\u22121,234', '1,234,567', '0']);
    expect([roughly(-0.04), roughly(2.25), roughly(3), roughly(9.96), roughly(12.4)].map(plain)).toEqual([
      ...['0', '2.3', '3', '10', '12'],
    ]);
  });

  it('say of a net score on which side of nought it lies', () => {
    expect([48.2, -12, 0.3, -0.3].map(net).map(plain)).toEqual(['+48', '-12', '0', '0']);
  });

  it('claim no more of an estimate than two figures', () => {
    expect([0, 0.4, 1.459, 6.4, 38, 141, 1204].map(about)).toEqual([
      ...['0', 'fewer than 1', '1', '6', '38', '140', '1,200'],
    ]);
  });

  it('never tell some as none, or nearly all as all', () => {
    expect([0, 0.001, 0.32, 0.999, 1].map(percent)).toEqual(['0%', 'under 1%', '32%', 'over 99%', '100%']);
    expect([0.0001, 0.0497].map(rate)).toEqual(['under 0.001', '0.050']);
  });

  it('keep both ends of an interval together', () => {
    expect(range(-4.2, 11)).toBe('\u22124\u00a0to\u00a011');
  });
});
