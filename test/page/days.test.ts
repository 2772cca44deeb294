import { describe, expect, it } from 'vitest';
import { complainingOf, dayBefore } from '../../functions/serve-dashboard/page/touchpoint/days.ts';

const day = (of: string, complaining: number) => ({ day: of, invited: 0, top: 0, middle: 0, bottom: 0, complaining });

describe('the days of a chart', () => {
  it('are all there, over the end of a month and a change of the clock', () => {
    expect(dayBefore('2026-03-30', 2)).toBe('2026-03-28');
    expect(dayBefore('2024-03-01', 1)).toBe('2024-02-29');
    const days = complainingOf({ trend: [] }, '2026-02-27', '2026-03-30');
    expect(days).toHaveLength(32);
    expect(days[0]).toEqual({ day: '2026-02-27', customers: 0 });
  });

  it('have what was expected where it is told, and no complaint where nothing is', () => {
    const trend = [day('2026-03-01', 2), day('2026-03-02', 1)];
    const daily = [{ day: '2026-03-02', complaining: 1, expected: 0.4 }];
    expect(complainingOf({ trend, daily }, '2026-03-01', '2026-03-03')).toEqual([
      { day: '2026-03-01', customers: 2 },
      { day: '2026-03-02', customers: 1, expected: 0.4 },
      { day: '2026-03-03', customers: 0 },
    ]);
  });

  it('are none where the last lies before the first', () => {
    expect(complainingOf({ trend: [] }, '2026-03-02', '2026-03-01')).toEqual([]);
  });
});
