import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../functions/domain/instant.ts';
import { daysIn, judgementsOf, lengthOf, windowsOf } from '../../../functions/domain/verification/windows.ts';
import { march } from '../../builders.ts';

const resolvedAt = march(20);
const judgedAt = march(20 + 28);
const beforeOf = (openedAt: string) => windowsOf({ openedAt, resolvedAt, judgedAt }).before;

describe('VERIFY-4: a fix is judged', () => {
  it('28, 42 and 56 days after it was done', () => {
    expect(judgementsOf(resolvedAt)).toEqual([march(48), march(62), march(76)]);
  });

  it('by the days that the gap stood and three before, and those since but two', () => {
    expect(windowsOf({ openedAt: march(10, '00:00'), resolvedAt, judgedAt })).toEqual({
      before: { from: '2026-03-07', to: '2026-03-19' },
      after: { from: '2026-03-22', to: dayOf(march(47)) },
    });
  });

  it('by a week before at least, and four at most', () => {
    expect(beforeOf(march(19)).from).toBe('2026-03-13');
    expect(beforeOf(march(20, '09:00')).from).toBe('2026-03-13');
    expect(beforeOf(march(-40))).toEqual({ from: dayOf(march(-8)), to: '2026-03-19' });
  });
});

describe('the days of a window', () => {
  it('are those from its first to its last', () => {
    const window = { from: '2026-02-27', to: '2026-03-02' };
    expect(daysIn(window)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']);
    expect(lengthOf(window)).toBe(4);
    expect(lengthOf({ from: '2026-03-02', to: '2026-03-01' })).toBe(0);
    expect(lengthOf({ from: '2026-03-05', to: '2026-03-01' })).toBe(0);
  });
});
