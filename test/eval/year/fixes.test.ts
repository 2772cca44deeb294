import { describe, expect, it } from 'vitest';
import { fixesFigures } from '../../../lib/eval/year/fixes.ts';
import type { Planted } from '../../../lib/eval/year/planted.ts';
import { Year } from '../../../lib/eval/year/year.ts';
import { YEAR } from '../../../lib/eval/year/year-settings.ts';
import { rates } from '../../builders.ts';

const planted = (left: number): Planted => ({
  fix: {
    kind: 'surge',
    cell: { touchpoint: 'pool' },
    openedAt: '2026-03-01T00:00:00.000Z',
    resolvedAt: '2026-03-05T00:00:00.000Z',
  },
  turns: () => [],
  change: { from: 10, left, by: 'visits' },
  falseAlarm: false,
});

describe('what is said of planted fixes', () => {
  it('is right where what works is verified and what does nothing is opened again', () => {
    const said = new Map([
      [planted(0.4), 'verified'],
      [planted(0.4), 'reopened'],
      [planted(0.7), 'not-enough'],
      [planted(1), 'verified'],
      [planted(1), 'reopened'],
      [planted(1), 'reopened'],
      [planted(1), 'not-enough'],
      [planted(1), undefined],
    ] as const);
    expect(fixesFigures([...said.keys()], (one) => said.get(one))).toEqual({
      fixes: 7,
      verified: 2,
      reopened: 3,
      right: 3 / 5,
      wronglyVerified: 1 / 5,
      wronglyOfNothing: 1 / 4,
    });
  });

  it('is nothing where nothing is planted', () => {
    expect(fixesFigures([], () => 'verified')).toMatchObject({ fixes: 0, right: undefined });
  });
});

describe('a simulated year', () => {
  const settings = { ...YEAR, cells: 24, days: 150 };
  const told = (seed: number) =>
    new Year(settings, rates, seed).live().map(({ fix, change, verdict }) => ({ fix, change, verdict }));

  it('plants fixes in flagged cells, one at a time in each, and judges them when their time has come', () => {
    const fixes = new Year(settings, rates, 7).live();
    expect(fixes.length).toBeGreaterThan(3);
    expect(fixes.some(({ verdict }) => verdict !== undefined)).toBe(true);
    for (const { fix, verdict, judgedAfterDays } of fixes) {
      expect(fix.resolvedAt > fix.openedAt).toBe(true);
      expect([28, 42, 56, undefined]).toContain(judgedAfterDays);
      expect(verdict === undefined).toBe(judgedAfterDays === undefined);
    }
  }, 30_000);

  it('is the same for the same seed', () => {
    expect(told(3)).toEqual(told(3));
  }, 60_000);
});
