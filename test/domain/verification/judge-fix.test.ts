import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BeforeAndAfter, type FixFacts, judgeFix } from '../../../functions/domain/verification/judge-fix.ts';
import { facts, trial } from './trials.ts';

const figuresOf = (of: FixFacts) => {
  const verdict = judgeFix(of);
  const figures = verdict.kind === 'not-enough' ? verdict.figures : verdict;
  if (!figures) throw new Error('nothing was compared');
  return figures;
};

const widthOf = (of: FixFacts): number => {
  const { low, high } = figuresOf(of);
  return Math.log((1 + high) / (1 + low));
};

const anyWindow = fc
  .record({ exposure: fc.integer({ min: 20, max: 3000 }), share: fc.double({ min: 0, max: 0.5, noNaN: true }) })
  .map(({ exposure, share }) => [Math.round(exposure * share), exposure] as const);
const anyTrial: fc.Arbitrary<BeforeAndAfter> = fc.tuple(anyWindow, anyWindow).map(([a, b]) => trial(a, b));
const anyUsual = fc.record({
  events: fc.double({ min: 0.1, max: 50, noNaN: true }),
  exposure: fc.double({ min: 0, max: 2000, noNaN: true }),
});
const anyKind = fc.constantFrom('dark-corner' as const, 'surge' as const);

describe('VERIFY-7: what would have come without the fix', () => {
  it('is what came of cells left alone', () => {
    const halved = trial([60, 400], [75, 1000]);
    const { leftAlone, controls, change } = figuresOf(
      facts({ ...halved, controls: Array.from({ length: 12 }, () => halved) }),
    );
    expect(controls).toBe(12);
    expect(leftAlone).toBeGreaterThan(-0.55);
    expect(leftAlone).toBeLessThan(-0.4);
    expect(Math.abs(change)).toBeLessThan(0.2);
  });

  it('is what its own counts let expect where no other cell is known', () => {
    const fleet = { events: 2, exposure: 80 };
    const { leftAlone } = figuresOf(facts({ ...trial([6, 40], [15, 100]), controls: [], usual: fleet }));
    expect(leftAlone).toBeCloseTo((2 + 6) / (80 + 40) / (6 / 40) - 1, 9);
  });

  it('is surer the more is known of the cell', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 20 }), fc.integer({ min: 5, max: 40 }), (times, events) => {
        const sized = (by: number): FixFacts =>
          facts({
            ...trial([events * by, 200 * by], [events * by, 300 * by]),
            controls: [],
            usual: { events: 0.5, exposure: 0 },
          });
        expect(widthOf(sized(times))).toBeLessThan(widthOf(sized(1)));
      }),
    );
  });

  it('is less sure where days lie further apart than chance has them', () => {
    const restless = (window: BeforeAndAfter['before']) => ({ ...window, scatter: { squares: 30, freedom: 6 } });
    const { before, after } = facts();
    const alone = facts({ controls: [] });
    expect(widthOf({ ...alone, before: restless(before), after: restless(after) })).toBeGreaterThan(widthOf(alone));
  });

  it('does not hang on the order of cells left alone', () => {
    fc.assert(
      fc.property(anyKind, anyTrial, fc.array(anyTrial, { maxLength: 12 }), anyUsual, (kind, own, controls, usual) => {
        const judged = judgeFix({ kind, ...own, controls, usual });
        expect(judgeFix({ kind, ...own, controls: controls.toReversed(), usual })).toEqual(judged);
      }),
    );
  });
});

describe('VERIFY-8: a fix', () => {
  it('is verified where far less goes wrong than would without it', () => {
    expect(judgeFix(facts(trial([60, 400], [45, 1000])))).toMatchObject({ kind: 'verified', controls: 5 });
  });

  it('is opened again where as much goes wrong as before', () => {
    expect(judgeFix(facts())).toMatchObject({ kind: 'reopened' });
  });

  it('is not judged by too little, until the next time', () => {
    const verdict = judgeFix(facts(trial([3, 20], [4, 50])));
    expect(verdict).toMatchObject({ kind: 'not-enough', until: '2026-05-03T10:00:00.000Z' });
    expect(judgeFix(facts({ ...trial([3, 20], [4, 50]), next: undefined }))).toMatchObject({ until: undefined });
  });

  it('is not judged where nobody was asked, or nothing had gone wrong', () => {
    for (const own of [trial([60, 400], [0, 0]), trial([0, 0], [4, 100]), trial([0, 400], [0, 1000])])
      expect(judgeFix(facts(own))).toEqual({ kind: 'not-enough', until: '2026-05-03T10:00:00.000Z' });
  });

  it('is not opened again over figures as wide as those of a handful', () => {
    const verdict = judgeFix(facts({ ...trial([2, 100], [20, 250]), controls: [] }));
    expect(verdict).toMatchObject({ kind: 'not-enough' });
    expect(figuresOf(facts({ ...trial([2, 100], [20, 250]), controls: [] })).low).toBeGreaterThan(-0.4);
  });

  it('of a surge is verified only beside three that were left alone', () => {
    const passed = trial([70, 7], [26, 26]);
    const stayed = trial([70, 7], [260, 26]);
    const judged = (controls: readonly BeforeAndAfter[]) =>
      judgeFix({ kind: 'surge', ...passed, controls, usual: { events: 1, exposure: 1 } }).kind;
    expect(judged([])).toBe('not-enough');
    expect(judged([stayed, stayed])).toBe('not-enough');
    expect(judged([stayed, stayed, stayed])).toBe('verified');
    expect(judged([passed, passed, passed])).not.toBe('verified');
  });

  it('of a surge is not opened again where half as much goes wrong, though others have passed', () => {
    const [halved, passed, stayed] = [
      trial([210, 7], [390, 26]),
      trial([210, 7], [195, 26]),
      trial([210, 7], [780, 26]),
    ];
    const judged = (own: BeforeAndAfter) =>
      judgeFix({ kind: 'surge', ...own, controls: Array(9).fill(passed), usual: { events: 1, exposure: 1 } });
    const { high, low } = figuresOf({
      kind: 'surge',
      ...halved,
      controls: Array(9).fill(passed),
      usual: { events: 1, exposure: 1 },
    });
    expect([high > 0, low > -0.5]).toEqual([true, true]);
    expect(judged(halved).kind).toBe('not-enough');
    expect(judged(stayed).kind).toBe('reopened');
  });

  it('is never verified where as much goes wrong as before', () => {
    fc.assert(
      fc.property(anyKind, anyWindow, fc.array(anyTrial, { maxLength: 8 }), anyUsual, (kind, same, controls, usual) => {
        expect(judgeFix({ kind, ...trial(same, same), controls, usual }).kind).not.toBe('verified');
      }),
    );
  });

  it('is never verified where it went in all cells alike', () => {
    const rate = fc.double({ min: 0.05, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(
        rate,
        fc.double({ min: 0.2, max: 1.5, noNaN: true }),
        fc.integer({ min: 8, max: 20 }),
        (share, left, n) => {
          const own = trial([400 * share, 400], [1000 * share * left, 1000]);
          const judged = judgeFix({
            kind: 'dark-corner',
            ...own,
            controls: Array.from({ length: n }, () => own),
            usual: { events: 0.5, exposure: 10 },
          });
          expect(judged.kind).not.toBe('verified');
        },
      ),
    );
  });

  it('is told with an interval that holds what is told', () => {
    fc.assert(
      fc.property(anyTrial, fc.array(anyTrial, { maxLength: 8 }), anyUsual, (own, controls, usual) => {
        fc.pre(own.before.events > 0);
        const { change, low, high } = figuresOf({ kind: 'dark-corner', ...own, controls, usual });
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(low).toBeLessThan(change);
        expect(change).toBeLessThan(high);
      }),
    );
  });
});
