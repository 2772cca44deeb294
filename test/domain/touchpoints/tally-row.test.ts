import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAndDay, cellDayKey, cellKey, cellOf } from '../../../functions/domain/touchpoints/tally-row.ts';

const name = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({ unit: fc.constantFrom('%', ':', '#', '2', '3', 'a'), minLength: 1 }),
);
const cell = fc.record({ touchpoint: name, location: name }, { requiredKeys: ['touchpoint'] });

describe('the key of a cell', () => {
  it('reads as touchpoint and location', () => {
    expect(cellKey({ touchpoint: 'delivery', location: 'millfield' })).toBe('delivery:millfield');
    expect(cellKey({ touchpoint: 'delivery' })).toBe('delivery');
  });

  it('is another for every other cell', () => {
    fc.assert(
      fc.property(cell, cell, (a, b) => {
        expect(cellKey(a) === cellKey(b)).toBe(a.touchpoint === b.touchpoint && a.location === b.location);
      }),
      { numRuns: 500 },
    );
  });

  it('gives back cell and day, whatever they are called', () => {
    fc.assert(
      fc.property(cell, (given) => {
        const day = '2026-03-02';
        expect(cellAndDay(cellDayKey({ ...given, day }))).toEqual({ cell: cellOf(given), day });
      }),
      { numRuns: 500 },
    );
  });
});
