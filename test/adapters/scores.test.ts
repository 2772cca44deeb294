import { describe, expect, it } from 'vitest';
import { SCORES_KEPT_DAYS, Touchpoints } from '../../functions/adapters/touchpoints.ts';
import type { ScoresAtLook } from '../../functions/domain/analysts/trend.ts';
import { DAY, dayOf, millis, plus } from '../../functions/domain/instant.ts';
import { cellDayOf } from '../../functions/domain/touchpoints/cell-day.ts';
import { cellKey } from '../../functions/domain/touchpoints/tally-row.ts';
import { march, surveyRow } from '../builders.ts';
import { tablesInMemory } from './dynalite.ts';

const tables = tablesInMemory();
const kept = async () => {
  const { state } = await tables();
  return { touchpoints: new Touchpoints(state), state };
};

const cell = { touchpoint: 'delivery', location: 'mill: field #1' };
const midnight = (day: number) => march(day, '00:00');
const scores = (day: number, surveyed = 40): ScoresAtLook => ({
  day: dayOf(midnight(day)),
  surveyed,
  adjusted: { net: -12.5, low: -30.25, high: 4 },
  points: 52.5,
});

describe('the scores of a look', () => {
  it('come back equal, the last of them, the oldest first', async () => {
    const { touchpoints } = await kept();
    for (const day of [7, 5, 6]) await touchpoints.putScores(cell, scores(day), midnight(day));
    await touchpoints.putScores({ touchpoint: 'delivery' }, scores(8), midnight(8));
    expect(await touchpoints.scores(cell, 180)).toEqual([scores(5), scores(6), scores(7)]);
    expect(await touchpoints.scores(cell, 2)).toEqual([scores(6), scores(7)]);
    expect(await touchpoints.scores({ touchpoint: 'billing' }, 180)).toEqual([]);
  });

  it('are those of the last look of the day, whatever comes later', async () => {
    const { touchpoints } = await kept();
    await touchpoints.putScores(cell, scores(5, 1), march(5, '01:00'));
    await touchpoints.putScores(cell, scores(5, 2), march(5, '00:00'));
    expect(await touchpoints.scores(cell, 180)).toEqual([scores(5, 1)]);
    await touchpoints.putScores(cell, scores(5, 3), march(5, '01:00'));
    expect(await touchpoints.scores(cell, 180)).toEqual([scores(5, 3)]);
  });

  it('are kept for 400 days', async () => {
    const { touchpoints, state } = await kept();
    await touchpoints.putScores(cell, scores(5), midnight(5));
    const item = await state.get({ pk: `cell#${cellKey(cell)}`, sk: 'scores#2026-03-05' });
    expect(item?.expiresAt).toBe(millis(plus(midnight(5), SCORES_KEPT_DAYS * DAY)) / 1000);
  });

  it('lie beside the days of the cell, and are none', async () => {
    const { touchpoints } = await kept();
    const day = cellDayOf(cell, '2026-03-05', [surveyRow()]);
    await touchpoints.putDay(day, midnight(6));
    await touchpoints.putScores(cell, scores(5), midnight(5));
    expect(await touchpoints.days(cell, { from: '2026-01-01', to: '2026-12-31' })).toEqual([day]);
    expect(await touchpoints.scores(cell, 180)).toEqual([scores(5)]);
  });
});
