import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fallenBack, usualRate } from '../../../functions/domain/verification/usual-rate.ts';

describe('how rates of cells lie', () => {
  /** Of two cells of 100 with 10 and 30: mean .2, squares 2, by chance .2, of 100 effective: .018 between. */
  it('is by moments beyond what chance explains', () => {
    const { events, exposure } = usualRate([
      { events: 10, exposure: 100 },
      { events: 30, exposure: 100 },
    ]);
    expect(events).toBeCloseTo(0.2 ** 2 / 0.018, 9);
    expect(events / exposure).toBeCloseTo(0.2, 9);
  });

  it('is known as well as all cells together tell where they are alike', () => {
    const alike = { events: 20, exposure: 100 };
    expect(usualRate([alike, alike, alike])).toEqual({ events: 60, exposure: 300 });
  });

  it('is not known of one cell, nor where nothing ever goes wrong', () => {
    const nothing = { events: 0.5, exposure: 0 };
    expect(usualRate([])).toEqual(nothing);
    expect(usualRate([{ events: 20, exposure: 100 }])).toEqual(nothing);
    expect(
      usualRate([
        { events: 0, exposure: 100 },
        { events: 0, exposure: 50 },
        { events: 0, exposure: 0 },
      ]),
    ).toEqual(nothing);
  });

  it('does not hang on the order of cells', () => {
    const cell = fc.record({ events: fc.nat(200), exposure: fc.integer({ min: 0, max: 2000 }) });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 20 }), (cells) => {
        expect(usualRate(cells.toReversed())).toEqual(usualRate(cells));
      }),
    );
  });
});

describe('VERIFY-6: what was picked because it was high', () => {
  const usual = { events: 2, exposure: 100 };

  it('falls back the less the more is known of it', () => {
    const few = fallenBack({ events: 5, exposure: 25 }, usual, 1);
    const many = fallenBack({ events: 200, exposure: 1000 }, usual, 1);
    expect(few.rate).toBeCloseTo(7 / 125, 9);
    expect(many.rate).toBeGreaterThan(0.18);
    expect(many.events).toBe(202);
  });

  it('falls back further where its days are more chance than Poisson’s', () => {
    const cell = { events: 40, exposure: 200 };
    expect(fallenBack(cell, usual, 4).rate).toBeLessThan(fallenBack(cell, usual, 1).rate);
  });

  it('is never expected to rise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 5000 }), (events, exposure) => {
        expect(fallenBack({ events, exposure }, { events: 50, exposure: 60 }, 1).rate).toBeLessThanOrEqual(
          events / exposure,
        );
      }),
    );
  });
});
