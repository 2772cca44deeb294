import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitsOf } from '../../../functions/domain/scoring/billed-units.ts';

describe('SCORING-3: the units of a document', () => {
  it.each([
    [1, 3],
    [300, 3],
    [301, 4],
    [400, 4],
    [5_000, 50],
  ])('of %d characters are %d', (characters, units) => {
    expect(unitsOf('x'.repeat(characters))).toBe(units);
  });

  it('are never fewer than its characters cost, however they are counted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 900 }), (text) => {
        expect(unitsOf(text) * 100).toBeGreaterThanOrEqual([...text].length);
      }),
    );
  });
});
