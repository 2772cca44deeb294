import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Turn } from '../../../functions/domain/gaps/gap.ts';
import {
  type Fix,
  type Flagged,
  leftAlone,
  MOST_CONTROLS,
  openedBefore,
  stoodAt,
} from '../../../functions/domain/verification/left-alone.ts';
import { march } from '../../builders.ts';

const fix: Fix = {
  kind: 'dark-corner',
  cell: { touchpoint: 'delivery', location: 'millfield' },
  openedAt: march(10),
  resolvedAt: march(16),
  judgedAt: march(16 + 28),
  stood: true,
};

const open = (day: number): Turn => ({ state: 'open', at: march(day) });
const cleared = (day: number): Turn => ({ state: 'cleared', at: march(day) });

const flagged = (location: string, override: Partial<Flagged> = {}): Flagged => ({
  id: `dark-corner-${location}`,
  kind: 'dark-corner',
  cell: { touchpoint: 'delivery', location },
  turns: [open(8)],
  resolved: [],
  ...override,
});

const placesOf = (all: readonly Flagged[], of = fix) => leftAlone(of, all).map(({ cell }) => cell.location);

describe('VERIFY-9: a cell is left alone', () => {
  it('whose gap opened at the same time, and is looked at over the same days since', () => {
    const [found] = leftAlone(fix, [flagged('oak')]);
    expect(found).toEqual({
      cell: { touchpoint: 'delivery', location: 'oak' },
      windows: {
        before: { from: '2026-03-05', to: '2026-03-13' },
        after: { from: '2026-03-16', to: '2026-04-10' },
      },
    });
  });

  it('not where its gap is of another kind, or its own, or opened months before', () => {
    const others = [
      flagged('millfield'),
      flagged('oak', { kind: 'surge' }),
      flagged('elm', { turns: [open(-30)] }),
      flagged('ash', { turns: [{ state: 'suspected', at: march(8) }] }),
    ];
    expect(placesOf(others)).toEqual([]);
  });

  it('though its gap has cleared since', () => {
    expect(placesOf([flagged('oak', { turns: [open(8), cleared(20)] })])).toEqual(['oak']);
  });

  it('not where its gap had cleared when that of the fix still stood, and the other way round', () => {
    const [quick, slow] = [flagged('oak', { turns: [open(8), cleared(12)] }), flagged('elm')];
    expect(placesOf([quick, slow])).toEqual(['elm']);
    expect(placesOf([quick, slow], { ...fix, stood: false })).toEqual(['oak']);
  });

  it('not where a person said that any fix of it is done, from the first day to the last', () => {
    const done = (day: number) =>
      placesOf([flagged('oak'), flagged('oak', { id: 'surge-oak', kind: 'surge', resolved: [march(day)] })]);
    expect([done(4), done(5), done(30), done(41), done(42)]).toEqual([['oak'], [], [], [], ['oak']]);
  });

  it('not where fewer than two weeks are known of it since', () => {
    const since = (day: number) => placesOf([flagged('oak', { turns: [open(day)] })]);
    expect([since(22), since(23)]).toEqual([['oak'], []]);
  });

  it('once, by the opening nearest to that of the fix', () => {
    const twice = flagged('oak', { turns: [open(-10), cleared(0), open(12)] });
    expect(leftAlone(fix, [twice])).toMatchObject([{ windows: { before: { to: '2026-03-17' } } }]);
  });

  it('only if it is among the nearest, where there are many', () => {
    const many = Array.from({ length: 50 }, (_, i) => flagged(`shop-${String(i).padStart(2, '0')}`));
    const near = [...many, flagged('oak', { turns: [open(10)] })];
    expect(placesOf(near)).toHaveLength(MOST_CONTROLS);
    expect(placesOf(near)[0]).toBe('oak');
  });

  it('in whatever order they come', () => {
    const any = fc.array(
      fc.record({ day: fc.integer({ min: -30, max: 40 }), done: fc.option(fc.integer({ min: -30, max: 60 })) }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(any, (days) => {
        const all = days.map(({ day, done }, i) =>
          flagged(`shop-${i}`, { turns: [open(day)], resolved: done === null ? [] : [march(done)] }),
        );
        expect(leftAlone(fix, all.toReversed())).toEqual(leftAlone(fix, all));
      }),
    );
  });
});

describe('a gap’s history', () => {
  const turns = [{ state: 'suspected', at: march(1) } as const, open(2), cleared(9), open(12)];

  it('tells when it opened last', () => {
    expect([1, 2, 10, 12].map((day) => openedBefore(turns, march(day)))).toEqual([
      undefined,
      march(2),
      march(2),
      march(12),
    ]);
  });

  it('tells whether it stood', () => {
    expect([0, 1, 2, 9, 12].map((day) => stoodAt(turns, march(day)))).toEqual([false, true, true, false, true]);
  });
});
