import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunked, mapConcurrently } from '../../functions/runtime/concurrency.ts';

/** Lets others run for some turns of the event loop. */
const turns = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i++) await Promise.resolve();
};

describe('work on many items at once', () => {
  it('gives the results in the order of the items, whichever is done first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(9)), fc.integer({ min: 1, max: 8 }), async (waits, width) => {
        const results = await mapConcurrently([...waits.entries()], width, async ([i, wait]) => {
          await turns(wait);
          return i;
        });
        expect(results).toEqual([...waits.keys()]);
      }),
    );
  });

  it('never has more in hand than the width, and uses all of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(5)), fc.integer({ min: 1, max: 8 }), async (waits, width) => {
        let inHand = 0;
        let most = 0;
        await mapConcurrently(waits, width, async (wait) => {
          most = Math.max(most, ++inHand);
          await turns(wait + 1);
          inHand--;
        });
        expect(most).toBe(Math.min(width, waits.length));
      }),
    );
  });

  it('tells the first error', async () => {
    const work = mapConcurrently([3, 1, 2], 3, async (wait) => {
      await turns(wait);
      throw new Error(`after ${wait}`);
    });
    await expect(work).rejects.toThrow('after 1');
  });

  it('begins nothing more after an error', async () => {
    const begun: number[] = [];
    const work = mapConcurrently([0, 1, 2, 3, 4, 5], 2, async (item) => {
      begun.push(item);
      await turns(1);
      if (item === 1) throw new Error('refused');
    });
    await expect(work).rejects.toThrow('refused');
    await turns(50);
    expect(begun).toEqual([0, 1, 2]);
  });
});

describe('cutting a list', () => {
  it('keeps every item in its order, in pieces that are full but for the last', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 30 }), (items, size) => {
        const pieces = chunked(items, size);
        expect(pieces.flat()).toEqual(items);
        expect(pieces.slice(0, -1).every((piece) => piece.length === size)).toBe(true);
        expect(pieces.every((piece) => piece.length > 0 && piece.length <= size)).toBe(true);
      }),
    );
  });
});
