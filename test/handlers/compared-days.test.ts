import { describe, expect, it } from 'vitest';
import { cellDayKey } from '../../functions/domain/touchpoints/tally-row.ts';
import { surveyRow } from '../builders.ts';
import { makeComparison, midnight } from './fleet.ts';

describe('a day of a touchpoint', () => {
  it('is added up again that was added up before it was told what silence is told by', async () => {
    const { store, tell, compare } = makeComparison();
    await tell(surveyRow());
    await compare(midnight(5));
    const cell = { touchpoint: 'delivery', location: 'millfield' };
    const [day] = await store.touchpoints.days(cell, { from: '2026-03-02', to: '2026-03-02' });
    const { heard: _, ...old } = day?.surveys.nps ?? {
      top: 0,
      middle: 0,
      bottom: 0,
      invited: 0,
      held: 0,
      complained: 0,
    };
    if (day) await store.touchpoints.putDay({ ...day, surveys: { nps: old } }, midnight(5));
    await tell(surveyRow({ key: 'survey#2', day: '2026-03-04' }));
    await compare(midnight(6));
    expect(store.summaries[0]?.evidence?.metrics[0]?.young.map(({ heard }) => heard)).toEqual([
      { silent: [1, 0, 0, 0] },
      { silent: [1, 0, 0, 0] },
    ]);
  });

  it('is forgotten when its rows are all gone, and so is a cell of which nothing else is told', async () => {
    const { store, tell, compare } = makeComparison();
    const half = surveyRow({ touchpoint: 'unattributed', location: 'unattributed' });
    await tell(half);
    await compare(midnight(5));
    expect(store.summaries).toHaveLength(1);
    // The story is told whole: the row lies elsewhere now.
    await store.told.tallies.writeRows([surveyRow()], [{ cellDay: cellDayKey(half), key: half.key }], []);
    await store.told.tallies.markChanged([cellDayKey(half), cellDayKey(surveyRow())], 'told whole');
    await compare(midnight(6));
    expect(store.summaries.map(({ touchpoint }) => touchpoint)).toEqual(['delivery']);
    expect(store.changed.size).toBe(0);
  });
});
