import { describe, expect, it } from 'vitest';
import { dayOf as utcDay } from '../../../functions/domain/instant.ts';
import { type CellDay, cellDayOf } from '../../../functions/domain/touchpoints/cell-day.ts';
import { summarise, windowOf, YOUNG_DAYS } from '../../../functions/domain/touchpoints/comparison.ts';
import type { TallyRow } from '../../../functions/domain/touchpoints/tally-row.ts';
import { complaintRow, march, surveyRow } from '../../builders.ts';
import { metricEvidence } from '../silence/evidence.ts';

const cell = { touchpoint: 'delivery', location: 'millfield' };
const asOf = march(29, '00:00');
const on = (day: number, ...rows: TallyRow[]): CellDay => cellDayOf(cell, utcDay(march(day)), rows);
const evidenceOf = (...days: CellDay[]) => summarise(cell, days, windowOf(asOf, 28), asOf)?.evidence;

describe('COMPARE-1: what a fleet is compared by, of one cell', () => {
  it('keeps invitations of the last fourteen days apart by day, and adds the older ones up', () => {
    const days = [1, 13, 14, 15, 28].map((day) => on(day, surveyRow()));
    const [nps] = evidenceOf(...days)?.metrics ?? [];
    expect(nps).toMatchObject({
      metric: 'nps',
      older: { silent: [3, 0, 0, 0] },
      young: [
        { day: '2026-03-15', heard: { silent: [1, 0, 0, 0] } },
        { day: '2026-03-28', heard: { silent: [1, 0, 0, 0] } },
      ],
    });
    expect(YOUNG_DAYS).toBe(14);
  });

  it('adds up who was held back, asked again, or answered unasked', () => {
    const days = [
      on(2, surveyRow({ held: true, class: 'none' }), surveyRow({ askedBefore: '2026-02-20' })),
      on(20, surveyRow({ unasked: true, beside: true }), surveyRow({ askedBefore: '2026-03-02' })),
    ];
    // Who was asked before the window was not asked again within it.
    expect(evidenceOf(...days)?.metrics).toMatchObject([{ held: 1, again: 1, beside: 1, unasked: 1 }]);
  });

  it('takes the lags of answers by how old their invitations are', () => {
    const answered = (day: number, after: number) =>
      on(day, surveyRow({ at: march(day), answeredAt: march(day + after) }));
    expect(evidenceOf(answered(2, 3), answered(27, 1))?.metrics[0]?.lags).toMatchObject({ took: [0, 1, 0, 1] });
    expect(evidenceOf(answered(2, 3), answered(28, 1))?.metrics[0]?.lags).toMatchObject({ took: [0, 0, 0, 1] });
  });

  it('knows how many favourable scores came with words, and how many of these complain', () => {
    const said = (complains: boolean, fact: string) => ({
      complains,
      themes: [],
      causes: [],
      words: { speaker: 's', fact },
    });
    const rows = [surveyRow({ said: said(true, 'a') }), surveyRow({ key: 'survey#2', said: said(false, 'b') })];
    expect(evidenceOf(on(2, ...rows, surveyRow()))?.metrics).toMatchObject([
      { favourable: { worded: 2, complaining: 1 } },
    ]);
  });

  it('tells of each metric, first the one that most were asked', () => {
    const ces = surveyRow({ metric: 'ces' });
    expect(evidenceOf(on(2, surveyRow(), ces, ces))?.metrics.map(({ metric }) => metric)).toEqual(['ces', 'nps']);
  });

  it('counts those who complained by day, back beyond the window', () => {
    const customers = ['ada', 'ben'].map((customer) => complaintRow({ customer, key: `complaint#${customer}` }));
    const days = [on(-20, ...customers), on(2, surveyRow()), on(3, ...customers, complaintRow({ key: 'complaint#3' }))];
    expect(evidenceOf(...days)?.complaining).toEqual([
      { day: '2026-02-08', customers: 2 },
      { day: '2026-03-03', customers: 3 },
    ]);
  });

  it('knows since when anything was told of it, back beyond the window', () => {
    expect(evidenceOf(on(20, surveyRow()), on(-9, surveyRow()))?.knownSince).toBe('2026-02-19');
  });

  it('is told of days that were added up before any of it was', () => {
    const { silenced: _, strongest: __, said: ___, ...old } = on(2, surveyRow());
    const nps = { top: 1, middle: 0, bottom: 0, invited: 2, held: 0, complained: 0 };
    expect(evidenceOf({ ...old, surveys: { nps } })?.metrics).toEqual([metricEvidence()]);
  });
});
