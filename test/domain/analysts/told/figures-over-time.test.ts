import { describe, expect, it } from 'vitest';
import { scoresAtLook } from '../../../../functions/domain/analysts/told/scores-at-look.ts';
import { trendOf, trendWindow } from '../../../../functions/domain/analysts/told/trend-days.ts';
import { ScoresAtLook, TrendDay } from '../../../../functions/domain/analysts/trend.ts';
import type { CellComparison } from '../../../../functions/domain/silence/compared.ts';
import { cellDayOf } from '../../../../functions/domain/touchpoints/cell-day.ts';
import type { TallyRow } from '../../../../functions/domain/touchpoints/tally-row.ts';
import { complaintRow, march, reviewRow, surveyRow } from '../../../builders.ts';

const cell = { touchpoint: 'delivery', location: 'millfield' };
const day = (date: string, ...rows: TallyRow[]) => cellDayOf(cell, date, rows);

describe('a trend', () => {
  it('tells of each day who was asked, how they answered and who complained, the oldest first', () => {
    const days = [
      day('2026-03-03', surveyRow({ key: '1', class: 'none' }), surveyRow({ key: '2', class: 'bottom' })),
      day('2026-03-02', surveyRow(), complaintRow({ customer: 'a' }), complaintRow({ customer: 'a' }), complaintRow()),
    ];
    const trend = trendOf(days, 'nps');
    expect(trend).toEqual([
      { day: '2026-03-02', invited: 1, top: 1, middle: 0, bottom: 0, complaining: 2 },
      { day: '2026-03-03', invited: 2, top: 0, middle: 0, bottom: 1, complaining: 0 },
    ]);
    expect(trend.map((one) => TrendDay.parse(one))).toEqual(trend);
  });

  it('is of one metric: what was asked beside it is left out, with days that have nothing else', () => {
    const days = [day('2026-03-02', surveyRow({ metric: 'csat' })), day('2026-03-03', reviewRow())];
    expect(trendOf(days, 'nps')).toEqual([]);
    expect(trendOf([day('2026-03-02', surveyRow(), complaintRow())], undefined)).toMatchObject([
      { invited: 0, complaining: 1 },
    ]);
  });

  it('is told of nine weeks, today among them', () => {
    expect(trendWindow(march(5, '00:00'))).toEqual({ from: '2026-01-02', to: '2026-03-05' });
  });
});

describe('both scores at a look', () => {
  const summary = { surveyed: { metric: 'nps', net: 200 / 3, n: 3, invited: 9, responseRate: 1 / 3 } } as const;
  const compared = (override: Partial<CellComparison> = {}): CellComparison => ({
    ...cell,
    metrics: [
      { metric: 'csat', adjusted: { tooFew: true, needed: 10 } },
      {
        metric: 'nps',
        adjusted: { net: 10.123, low: -12.5, high: 30.255, worst: -70, middle: 0, best: 60, method: 'silence' },
      },
    ],
    gap: { points: 21.007, low: 3, high: 40, pValue: 0.001, qValue: 0.01 },
    ...override,
  });

  it('are those of the metric that most were asked, to the hundredth', () => {
    const scores = scoresAtLook(summary, compared(), march(5, '00:00'));
    expect(scores).toEqual({
      day: '2026-03-05',
      surveyed: 66.67,
      adjusted: { net: 10.12, low: -12.5, high: 30.26 },
      points: 21.01,
    });
    expect(ScoresAtLook.parse(scores)).toEqual(scores);
  });

  it('lack what was not known', () => {
    const nobody = { surveyed: { net: null, n: 0, invited: 0, responseRate: null } };
    const { gap: _, ...bare } = compared({ metrics: [] });
    expect(scoresAtLook(nobody, bare, march(5))).toEqual({ day: '2026-03-05', surveyed: null });
    const thin = compared({ metrics: [{ metric: 'nps', adjusted: { tooFew: true, needed: 12 } }] });
    expect(scoresAtLook(summary, thin, march(5))).not.toHaveProperty('adjusted');
  });
});
