import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Allowance } from '../../functions/domain/scoring/billed-units.ts';
import {
  answerAll,
  answering,
  callsMade,
  comprehend,
  en,
  errorOf,
  inVirtualTime,
  named,
  numbered,
  resultOf,
  score,
} from './comprehend-answers.ts';

inVirtualTime();

/** A day that has so many units left. */
const day = (left: number, unitsPerDay = left) => {
  const asked: number[] = [];
  const allowance: Allowance = {
    unitsPerDay,
    take: async (units) => {
      asked.push(units);
      if (units > left) return false;
      left -= units;
      return true;
    },
  };
  return { allowance, asked, left: () => left };
};

/** An error that the service answered with. */
const answered = (name: string) => Object.assign(named(name), { $metadata: { httpStatusCode: 500 } });

describe('SCORING-3: the units of a day', () => {
  it('are taken before each call: three a short text, one a hundred characters of a longer', async () => {
    answering(answerAll);
    const { allowance, asked } = day(1_000);
    const scoring = await score([...numbered(26), en('long', 'x'.repeat(1_001), 'de')], 60_000, allowance);
    expect(asked).toEqual([75, 3, 11]);
    expect(scoring.units).toEqual({ billed: 89, unused: 0 });
  });

  it('that are spent end the asking: what is left is told of its ceiling, and no call is made for it', async () => {
    answering(answerAll);
    const { allowance, asked } = day(80, 1_000);
    const scoring = await score(numbered(75), 60_000, allowance);
    expect(callsMade()).toHaveLength(1);
    expect(asked).toEqual([75, 75]);
    expect(scoring).toMatchObject({ scored: { size: 25 }, units: { billed: 75, unused: 0 }, halted: 'ceiling' });
    expect([...scoring.unavailable.values()]).toEqual(Array(50).fill({ reason: 'ceiling' }));
  });

  it('that are fewer than a call costs are used by smaller ones', async () => {
    answering(answerAll);
    const scoring = await score(numbered(25), 60_000, day(20).allowance);
    expect(scoring.units.billed).toBe(12);
    expect([scoring.scored.size, scoring.unavailable.size]).toEqual([4, 21]);
  });

  it('are never spent on a part of a text that a whole day could not score', async () => {
    answering(answerAll);
    const { allowance } = day(100);
    const scoring = await score([en('long', 'It was late. '.repeat(2_000)), en('short', 'text 1')], 60_000, allowance);
    expect(scoring.units).toEqual({ billed: 3, unused: 0 });
    expect(scoring.unavailable).toEqual(new Map([['long', { reason: 'ceiling' }]]));
  });

  it('are not taken twice for a call that failed unbilled, and are given back where it never came through', async () => {
    answering((input) => (callsMade().length < 4 ? Promise.reject(named('ThrottlingException')) : answerAll(input)));
    const once = day(1_000);
    expect((await score(numbered(10), 60_000, once.allowance)).units).toEqual({ billed: 30, unused: 0 });
    expect(once.asked).toEqual([30]);
    comprehend.reset();
    answering(() => Promise.reject(answered('InternalServerException')));
    expect((await score(numbered(10), 60_000, day(1_000).allowance)).units).toEqual({ billed: 0, unused: 30 });
  });

  it('count as billed where a call may have been read although no answer came', async () => {
    answering((input) => (callsMade().length < 3 ? Promise.reject(named('TimeoutError')) : answerAll(input)));
    const { allowance, asked } = day(1_000);
    expect((await score(numbered(10), 60_000, allowance)).units).toEqual({ billed: 90, unused: 0 });
    expect(asked).toEqual([30, 30, 30]);
  });

  it('are given back for what the scorer refuses', async () => {
    answering((input) =>
      input.TextList?.includes('text 7') ? Promise.reject(named('InvalidRequestException')) : answerAll(input),
    );
    expect((await score(numbered(25), 60_000, day(1_000).allowance)).units).toEqual({ billed: 72, unused: 3 });
  });

  it('that cannot be asked for end the asking, and what was scored before is kept', async () => {
    answering(answerAll);
    let calls = 0;
    const take = async () => (++calls > 1 ? Promise.reject(named('DependencyError')) : true);
    const scoring = await score(numbered(50), 60_000, { unitsPerDay: 1_000, take });
    expect([scoring.scored.size, scoring.halted]).toEqual([25, 'outage']);
    expect(scoring.unavailable.get('k-49')).toEqual({ reason: 'outage', error: 'DependencyError' });
  });

  it('are never passed, and all that is taken is billed or given back, whatever fails', async () => {
    const fate = fc.constantFrom('answered', 'in part', 'ThrottlingException', 'TimeoutError', 'ValidationException');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 3, max: 400 }),
        fc.infiniteStream(fate),
        async (texts, ceiling, fates) => {
          comprehend.reset();
          answering((input) => {
            const next = fates.next().value;
            if (next === 'answered') return answerAll(input);
            if (next !== 'in part') return Promise.reject(named(next));
            const [first = '', ...rest] = input.TextList ?? [];
            return { ResultList: [resultOf(first, 0)], ErrorList: rest.map((_, i) => errorOf(i + 1)), $metadata: {} };
          });
          const { allowance, left } = day(ceiling);
          const { scored, refused, unavailable, units } = await score(numbered(texts), 60_000, allowance);
          expect(units.billed + units.unused).toBe(ceiling - left());
          expect(left()).toBeGreaterThanOrEqual(0);
          expect(scored.size + refused.size + unavailable.size).toBe(texts);
        },
      ),
      { numRuns: 100 },
    );
  });
});
