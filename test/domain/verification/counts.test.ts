import { describe, expect, it } from 'vitest';
import { cellDayOf } from '../../../functions/domain/touchpoints/cell-day.ts';
import { summarise, windowOf } from '../../../functions/domain/touchpoints/comparison.ts';
import { countsOfCell, countsWithin, dailyCounts } from '../../../functions/domain/verification/counts.ts';
import { complaintRow, march, surveyRow } from '../../builders.ts';

const cell = { touchpoint: 'delivery', location: 'millfield' };
const brushedOff = (key: string, override = {}) => surveyRow({ key, stratum: 'brushed-off', wrote: true, ...override });
const rows = [
  surveyRow({ key: 'survey#1', class: 'top' }),
  surveyRow({ key: 'survey#2', stratum: 'remedied', wrote: true }),
  brushedOff('survey#3', { class: 'bottom' }),
  brushedOff('survey#4', { class: 'none' }),
  brushedOff('survey#5', { class: 'none', held: true }),
  brushedOff('survey#6', { bounced: true }),
  complaintRow({ key: 'complaint#1', customer: 'ada' }),
  complaintRow({ key: 'complaint#2', customer: 'ada' }),
  complaintRow({ key: 'complaint#3', customer: 'bo' }),
];
const [{ day }] = rows as [(typeof rows)[0]];
const days = [cellDayOf(cell, day, rows)];

describe('VERIFY-5: what goes wrong', () => {
  it('in a dark corner are customers brushed off before they were to be asked, answered or held back or not', () => {
    expect(dailyCounts('dark-corner', days)).toEqual([{ day, events: 3, exposure: 5 }]);
  });

  it('in a surge are customers who complain on a day', () => {
    expect(dailyCounts('surge', days)).toEqual([{ day, events: 2, exposure: 1 }]);
  });

  it('is the same in a cell’s summary', () => {
    const at = march(20, '00:00');
    const summary = summarise(cell, days, windowOf(at, 28), at);
    if (!summary?.evidence) throw new Error('nothing is told');
    const told = { ...summary.evidence, window: summary.window };
    expect(countsOfCell('dark-corner', told)).toEqual({ events: 3, exposure: 5 });
    expect(countsOfCell('surge', told)).toEqual({ events: 2, exposure: 28 });
  });

  it('is nothing on a day of which no invitation is told', () => {
    const old = { ...days[0], surveys: { nps: { top: 1, middle: 0, bottom: 0, invited: 1, held: 0, complained: 1 } } };
    expect(dailyCounts('dark-corner', [old as (typeof days)[0]])).toEqual([{ day, events: 0, exposure: 0 }]);
  });
});

describe('counts within days', () => {
  const window = { from: '2026-03-01', to: '2026-03-04' };
  const daily = [
    { day: '2026-02-28', events: 9, exposure: 10 },
    { day: '2026-03-01', events: 1, exposure: 10 },
    { day: '2026-03-03', events: 5, exposure: 20 },
    { day: '2026-03-05', events: 9, exposure: 10 },
  ];

  /** Of 30 asked 6: 2 and 4 are expected, squares 1 / 2 and 1 / 4. */
  it('add up those inside, and tell how they lie about their mean', () => {
    expect(countsWithin('dark-corner', daily, window)).toEqual({
      events: 6,
      exposure: 30,
      scatter: { squares: 0.75, freedom: 1 },
    });
  });

  it('of complaints take days of which nothing is told for days without', () => {
    const ofDays = daily.map((one) => ({ ...one, exposure: 1 }));
    expect(countsWithin('surge', ofDays, window)).toMatchObject({ events: 6, exposure: 4, scatter: { freedom: 3 } });
  });

  it('are nothing where nothing is told', () => {
    expect(countsWithin('dark-corner', [], window)).toEqual({
      events: 0,
      exposure: 0,
      scatter: { squares: 0, freedom: 0 },
    });
  });
});
