import { describe, expect, it } from 'vitest';
import { figuresOf, intervalScore } from '../../../lib/eval/study/figures.ts';
import type { CellOutcome, ScoreOutcome } from '../../../lib/eval/study/measure.ts';

const exactly = (net: number) => ({ net, low: net - 5, high: net + 5 });

const score = (change: Partial<ScoreOutcome> = {}): ScoreOutcome => ({
  type: 'dark',
  truth: 20,
  hidden: 10,
  surveyed: exactly(30),
  adjusted: { ...exactly(22), worst: -40, best: 60, heardExactly: { low: 21, high: 23 } },
  ...change,
});

const cell = (change: Partial<CellOutcome> = {}): CellOutcome => ({
  type: 'ok',
  hidden: 0,
  gap: { points: 1, low: -2, high: 4 },
  told: false,
  surveyed: { badness: 0, told: false },
  complaints: { perInvited: 0, told: false },
  ...change,
});

describe('the interval score', () => {
  it('is the width where the truth lies inside', () => {
    expect(intervalScore({ low: 10, high: 25 }, 25)).toBe(15);
  });

  it('adds 20 for each point outside, on either side', () => {
    expect(intervalScore({ low: 10, high: 25 }, 8)).toBe(15 + 40);
    expect(intervalScore({ low: 10, high: 25 }, 26)).toBe(15 + 20);
  });
});

describe('the figures of a scenario', () => {
  it('hold scores against the truth, where both ways tell one', () => {
    const tooFew: ScoreOutcome = { type: 'ok', truth: 50, hidden: 0, surveyed: exactly(-100) };
    const other = score({ hidden: 0, truth: 26, surveyed: exactly(28) });
    const figures = figuresOf([{ scores: [score(), tooFew, other], cells: [] }]);
    expect(figures.tooFew).toBeCloseTo(1 / 3);
    expect(figures.surveyed).toMatchObject({ bias: 6, darkBias: 10, coverage: 0.5, width: 10 });
    expect(figures.surveyed.rmse).toBeCloseTo(Math.sqrt((100 + 4) / 2));
    expect(figures.surveyed.intervalScore).toBeCloseTo((10 + 100 + 10) / 2);
    expect(figures.adjusted).toMatchObject({ bias: -1, darkBias: 2, coverage: 1 });
    expect(figures.errorRatio).toBeCloseTo(Math.sqrt(10) / Math.sqrt(52));
    expect(figures.coverageHeardExactly).toBe(0);
    expect(figures.boundsCoverage).toBe(1);
  });

  it('count what is told of dark cells and of fair ones, and nothing of those between', () => {
    const cells = [
      cell({ hidden: 8, told: true, gap: { points: 9, low: 5, high: 12 } }),
      cell({ hidden: 20, gap: { points: 3, low: 0, high: 6 } }),
      cell({ hidden: 3.9, told: true, gap: { points: 6, low: 1, high: 9 } }),
      cell({ hidden: 0 }),
      cell({ hidden: 5, told: true }),
    ];
    const { dark, bySilence, gap } = figuresOf([{ scores: [], cells }]);
    expect(dark).toBe(2);
    expect(bySilence).toMatchObject({ recall: 0.5, precision: 0.5, falseAlarms: 50, auc: 0.75 });
    expect(gap.bias).toBeCloseTo((1 - 17 + 2.1 + 1 - 4) / 5);
    expect(gap.coverage).toBeCloseTo(3 / 5);
  });

  it('take a cell of which nothing is told for fair', () => {
    const { gap: _, ...untold } = cell({ hidden: 12 });
    expect(figuresOf([{ scores: [], cells: [untold, cell()] }]).bySilence.auc).toBe(0);
  });

  it('tell nothing of nothing', () => {
    expect(figuresOf([])).toMatchObject({ cells: 0, tooFew: undefined, errorRatio: undefined });
  });
});
