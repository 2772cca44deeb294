import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SortedItems } from '../../lib/bench/sorted-items.ts';

const item = (sk: string, n = 0) => ({ pk: 'p', sk, n });
const key = fc.stringMatching(/^[a-c]{0,4}$/);
const step = fc.record({ sk: key, isGone: fc.boolean(), n: fc.nat(9) });

describe('sorted items', () => {
  it('are those that were set last and not deleted, in the order of their keys, from either end', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 200 }),
        fc.option(key, { nil: undefined }),
        fc.option(key, { nil: undefined }),
        fc.boolean(),
        (steps, from, end, isBackwards) => {
          const [items, model] = [new SortedItems(3), new Map<string, ReturnType<typeof item>>()];
          for (const { sk, isGone, n } of steps) {
            if (isGone) {
              items.delete('p', sk);
              model.delete(sk);
            } else {
              items.set('p', sk, item(sk, n));
              model.set(sk, item(sk, n));
            }
          }
          const wanted = [...model.values()]
            .filter(({ sk }) => (from === undefined || sk >= from) && (end === undefined || sk < end))
            .sort((a, b) => (a.sk < b.sk ? -1 : 1));
          const found = [...items.range('p', { from, end, isBackwards })];
          expect(found).toEqual(isBackwards ? wanted.reverse() : wanted);
          for (const sk of ['', 'a', 'cc', 'abc']) expect(items.get('p', sk)).toEqual(model.get(sk));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('of another partition are not among them', () => {
    const items = new SortedItems();
    items.set('p', 'a', item('a'));
    expect([...items.range('q', { isBackwards: true })]).toEqual([]);
    expect(items.get('q', 'a')).toBeUndefined();
  });
});
