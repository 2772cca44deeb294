import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addComplaint,
  addScore,
  addUpSaid,
  draw,
  leastOf,
  nothingSaid,
  type Said,
  type SaidSum,
} from '../../../functions/domain/touchpoints/said.ts';

const said = (override: Partial<Said> = {}): Said => ({
  complains: true,
  themes: ['waiting'],
  causes: ['unowned'],
  words: { speaker: 'customer#ada', fact: 'fact-1' },
  ...override,
});

/** What one feedback adds. */
interface Feedback {
  said: Said;
  order: string;
  score?: 'top' | 'middle' | 'bottom';
  metric: 'nps' | 'review';
}

const feedback: fc.Arbitrary<Feedback> = fc.record(
  {
    said: fc.record({
      complains: fc.boolean(),
      themes: fc.uniqueArray(fc.constantFrom('waiting', 'food', 'staff')),
      causes: fc.uniqueArray(fc.constantFrom('unowned' as const, 'silo' as const)),
      words: fc.record({ speaker: fc.constantFrom('a', 'b', 'c'), fact: fc.stringMatching(/^[a-f]{3}$/) }),
    }),
    order: fc.stringMatching(/^[a-c]{2}$/),
    score: fc.constantFrom('top' as const, 'middle' as const, 'bottom' as const),
    metric: fc.constantFrom('nps' as const, 'review' as const),
  },
  { requiredKeys: ['said', 'order', 'metric'] },
);

const addedUp = (feedbacks: readonly Feedback[]): SaidSum => {
  const sum = nothingSaid();
  for (const one of feedbacks) {
    if (one.said.complains) addComplaint(sum, one.said, one.order);
    if (one.score) addScore(sum, one.metric, one.score, one.said, one.order);
  }
  return sum;
};

/** Some feedbacks, the same in another order, and where both are cut in parts. */
const cutAndTurned = fc
  .array(feedback, { maxLength: 40 })
  .chain((given) =>
    fc.tuple(
      fc.constant(given),
      fc.shuffledSubarray(given, { minLength: given.length }),
      fc.nat({ max: given.length }),
      fc.nat({ max: given.length }),
    ),
  );

const FEW = { complaining: 4, praising: 2 };

describe('what was said, added up', () => {
  it('counts complaints, and scores that came with words, by theme', () => {
    const sum = nothingSaid();
    addComplaint(sum, said(), 'a');
    addComplaint(sum, said({ themes: ['waiting', 'food'], causes: ['unowned', 'silo'] }), 'b');
    addScore(sum, 'nps', 'bottom', said(), 'a');
    addScore(sum, 'nps', 'top', said({ complains: false, themes: [] }), 'c');
    expect(sum).toMatchObject({
      complaints: 2,
      themes: { waiting: 2, food: 1 },
      causes: { unowned: 2, silo: 1 },
      scores: {
        nps: { all: { top: 1, middle: 0, bottom: 1 }, byTheme: { waiting: { top: 0, middle: 0, bottom: 1 } } },
      },
    });
    expect(sum.complaining.map(({ order }) => order)).toEqual(['a', 'b']);
    expect(sum.praising.map(({ order }) => order)).toEqual(['c']);
  });

  it('holds as praise only what is under a favourable score and does not complain', () => {
    const sum = nothingSaid();
    addScore(sum, 'nps', 'top', said(), 'a');
    addScore(sum, 'nps', 'middle', said({ complains: false }), 'b');
    addScore(sum, 'nps', 'bottom', said({ complains: false }), 'c');
    expect(sum.praising).toEqual([]);
  });

  it('is the sum of its parts, whatever their order, and of what is drawn the same is drawn', () => {
    fc.assert(
      fc.property(cutAndTurned, ([given, turned, one, other]) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const parts = [turned.slice(0, from), turned.slice(from, to), turned.slice(to)];
        const whole = draw(addedUp(given), FEW);
        expect(draw(addUpSaid(parts.map(addedUp)), FEW)).toEqual(whole);
        // Drawn in between as well, and in another grouping.
        expect(draw(addUpSaid(parts.map((part) => draw(addedUp(part), FEW))), FEW)).toEqual(whole);
        const [first = [], ...rest] = parts.map(addedUp);
        const nested = addUpSaid([draw(addUpSaid(rest), FEW), first as SaidSum]);
        expect(draw(nested, FEW)).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves its parts as they are', () => {
    fc.assert(
      fc.property(fc.array(feedback, { maxLength: 10 }), fc.array(feedback, { maxLength: 10 }), (one, other) => {
        const parts = [addedUp(one), addedUp(other)];
        const before = structuredClone(parts);
        addUpSaid(parts);
        draw(parts[0] as SaidSum, FEW);
        expect(parts).toEqual(before);
      }),
    );
  });
});

describe('what is drawn', () => {
  const one = { speaker: 'customer#ada', fact: 'b', order: 'same' };
  const other = { speaker: 'customer#ada', fact: 'a', order: 'same' };

  it('is of two of one name the same, in whichever order they come', () => {
    expect(leastOf([one, other], 1)).toEqual([other]);
    expect(leastOf([other, one], 1)).toEqual([other]);
  });

  it('is no more than there is', () => {
    expect(leastOf([one], 5)).toEqual([one]);
    expect(leastOf([], 5)).toEqual([]);
  });
});
