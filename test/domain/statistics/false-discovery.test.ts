import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qValues } from '../../../functions/domain/statistics/false-discovery.ts';

const p = fc.double({ min: 0, max: 1, noNaN: true });
const tests = fc.array(p, { minLength: 1, maxLength: 40 });

describe('q-values', () => {
  it('are those of an example worked by hand', () => {
    // m p / rank: 0.05, 0.1, 0.05, 0.0625, 0.8; from the end on, none above the next.
    const q = qValues([0.01, 0.04, 0.03, 0.05, 0.8]);
    expect(q.map((value) => Number(value.toFixed(6)))).toEqual([0.05, 0.0625, 0.0625, 0.0625, 0.8]);
  });

  it('count the tests that are left out as not rejected', () => {
    expect(qValues([0.01, 0.02], 10)).toEqual([0.1, 0.1]);
    fc.assert(
      fc.property(tests, fc.nat({ max: 50 }), (given, more) => {
        const leftOut = Array<number>(more).fill(1);
        const whole = qValues([...given, ...leftOut]).slice(0, given.length);
        expect(qValues(given, given.length + more)).toEqual(whole);
      }),
    );
  });

  it('are none where nothing was tested', () => {
    expect(qValues([])).toEqual([]);
  });

  it('lie between the p-value and one, and rise with it', () => {
    fc.assert(
      fc.property(tests, (given) => {
        const q = qValues(given);
        for (const [i, value] of q.entries()) {
          expect(value).toBeGreaterThanOrEqual(given[i] as number);
          expect(value).toBeLessThanOrEqual(1);
        }
        const ranked = given
          .map((value, i) => ({ p: value, q: q[i] as number }))
          .sort((a, b) => a.p - b.p || a.q - b.q);
        for (const [i, one] of ranked.entries()) {
          expect(one.q).toBeGreaterThanOrEqual(ranked[i - 1]?.q ?? 0);
        }
      }),
    );
  });

  it('are the same whatever the order of the tests', () => {
    const shuffled = tests.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray([...given.keys()], { minLength: given.length })),
    );
    fc.assert(
      fc.property(shuffled, ([given, turned]) => {
        const q = qValues(given);
        expect(qValues(turned.map((i) => given[i] as number))).toEqual(turned.map((i) => q[i]));
      }),
    );
  });
});
