import { describe, expect, it } from 'vitest';
import { plus } from '../../../functions/domain/instant.ts';
import { type CellDay, cellDayOf } from '../../../functions/domain/touchpoints/cell-day.ts';
import {
  beginsMidDay,
  namelessContradiction,
  summarise,
  type TouchpointSummary,
  windowOf,
} from '../../../functions/domain/touchpoints/comparison.ts';
import type { TallyRow } from '../../../functions/domain/touchpoints/tally-row.ts';
import { complaintRow, MOMENT, march, reviewRow, surveyRow, unscoredRow } from '../../builders.ts';

const cell = { touchpoint: 'delivery', location: 'millfield' };
const window = { since: march(2, '00:00'), from: '2026-03-02', to: '2026-03-08' };
const asOf = march(9, '00:00');

const dayOf = (day: string, ...rows: TallyRow[]): CellDay => cellDayOf(cell, day, rows);
const summaryOf = (...days: CellDay[]): TouchpointSummary | undefined => summarise(cell, days, window, asOf);
const monday = (...rows: TallyRow[]): CellDay => dayOf('2026-03-02', ...rows);
const answered = (count: number, given: 'top' | 'middle' | 'bottom' | 'none' = 'top'): TallyRow[] =>
  Array.from({ length: count }, () => surveyRow({ class: given }));

describe('COMPARE-1: the days compared', () => {
  it('are whole days of UTC, the last before the run', () => {
    expect(windowOf(march(9, '00:00'), 7)).toEqual(window);
    expect(windowOf(march(9, '00:00'), 1)).toEqual({
      since: march(8, '00:00'),
      from: '2026-03-08',
      to: '2026-03-08',
    });
  });

  it('begin so many times 24 hours before, in the middle of a day where they end in one', () => {
    const window = windowOf(march(9, '13:30'), 7);
    expect(window).toEqual({ since: march(2, '13:30'), from: '2026-03-02', to: '2026-03-09' });
    expect([beginsMidDay(window), beginsMidDay(windowOf(march(9, '00:00'), 7))]).toEqual([true, false]);
  });

  it('include a day that has begun', () => {
    expect(windowOf(plus(march(9, '00:00'), MOMENT), 7).to).toBe('2026-03-09');
  });

  it('include first and last, and none beyond', () => {
    const days = ['2026-03-01', '2026-03-02', '2026-03-08', '2026-03-09'].map((day) => dayOf(day, surveyRow()));
    expect(summaryOf(...days)).toMatchObject({
      surveyed: { n: 2 },
      days: { from: '2026-03-02', to: '2026-03-08' },
      window,
      asOf,
    });
  });

  it('make no summary where nothing was told of the cell', () => {
    expect(summaryOf()).toBeUndefined();
    expect(summaryOf(dayOf('2026-03-01', surveyRow()))).toBeUndefined();
  });
});

describe('COMPARE-1: what the surveys of a cell say', () => {
  it('is the net score of the answers, and how many answered of those invited', () => {
    const days = [monday(...answered(6), ...answered(2, 'bottom')), dayOf('2026-03-04', ...answered(8, 'none'))];
    expect(summaryOf(...days)?.surveyed).toEqual({ metric: 'nps', net: 50, n: 8, invited: 16, responseRate: 0.5 });
  });

  it('counts who was held back as invited, and who was not reached not at all', () => {
    const silent = { class: 'none' as const };
    const rows = [surveyRow(), surveyRow({ held: true, ...silent }), surveyRow({ bounced: true, ...silent })];
    expect(summaryOf(monday(...rows))?.surveyed).toMatchObject({ n: 1, invited: 2, responseRate: 0.5 });
  });

  it('is told by the metric that most customers were asked, the others beside it', () => {
    const ces = surveyRow({ metric: 'ces', class: 'bottom' });
    const summary = summaryOf(monday(surveyRow(), ces, ces));
    expect(summary?.surveyed).toMatchObject({ metric: 'ces', net: -100, n: 2 });
    expect(summary?.otherMetrics).toMatchObject([{ metric: 'nps', net: 100, n: 1 }]);
  });

  it('is told by the first metric by name where as many were asked', () => {
    expect(summaryOf(monday(surveyRow(), surveyRow({ metric: 'csat' })))?.surveyed.metric).toBe('csat');
  });

  it('is no score where nobody answered, no rate where nobody was asked', () => {
    expect(summaryOf(monday(...answered(3, 'none')))?.surveyed).toMatchObject({ net: null, n: 0, responseRate: 0 });
    expect(summaryOf(monday(reviewRow()))?.surveyed).toEqual({ net: null, n: 0, invited: 0, responseRate: null });
  });
});

describe('UNSCORED-2: who is not heard in a cell', () => {
  it('is how many feedbacks of the window have words that were not scored', () => {
    const days = ['2026-03-01', '2026-03-02', '2026-03-08'].map((day) => dayOf(day, unscoredRow(), surveyRow()));
    expect(summaryOf(...days)?.coverage).toMatchObject({ unscored: 2, worded: 2 });
    expect(summaryOf(monday(surveyRow()))?.coverage).toMatchObject({ unscored: 0, worded: 0 });
  });

  it('is told of a cell that nothing else is known of', () => {
    expect(summaryOf(monday(unscoredRow()))).toMatchObject({ surveyed: { invited: 0 }, coverage: { unscored: 1 } });
  });
});

describe('COMPARE-1: what else is said of a cell', () => {
  it('is the number of customers who complained, each once in the window', () => {
    const ada = complaintRow({ customer: 'hash-of-ada' });
    const days = [monday(ada, complaintRow()), dayOf('2026-03-03', ada)];
    expect(summaryOf(...days)?.complaints).toEqual({ customers: 2, share: null });
  });

  it('is a number that nobody’s complaints add to, one by one', () => {
    const rows = [complaintRow(), complaintRow({ key: 'complaint#2' })];
    expect(summaryOf(monday(...rows), dayOf('2026-03-03', ...rows))?.complaints.customers).toBe(4);
  });

  it('is never fewer than complained on a single day, named or not', () => {
    const day = monday(complaintRow({ customer: 'hash-of-ada' }), complaintRow());
    const busy = { ...dayOf('2026-03-03', complaintRow({ customer: 'hash-of-bo' })), furtherComplainers: 6 };
    expect(summaryOf(day, busy)?.complaints.customers).toBe(8);
    expect(summaryOf(day, { ...busy, furtherComplainers: 0 })?.complaints.customers).toBe(3);
  });

  it('is the share of the invited who had complained before, by whatever metric they were asked', () => {
    const sore = surveyRow({ stratum: 'brushed-off', metric: 'ces', class: 'none' });
    const days = [monday(...answered(2), sore), dayOf('2026-03-03', surveyRow({ stratum: 'remedied' }))];
    expect(summaryOf(...days)?.complaints.share).toBe(0.5);
    const bounced = surveyRow({ stratum: 'brushed-off', bounced: true, class: 'none' });
    expect(summaryOf(monday(...answered(2), bounced))?.complaints.share).toBe(0);
  });

  it('is the net of the reviews', () => {
    const days = [
      monday(reviewRow(), reviewRow({ class: 'middle' })),
      dayOf('2026-03-03', reviewRow({ class: 'bottom' })),
    ];
    expect(summaryOf(...days)?.reviews).toEqual({ net: 0, n: 3 });
    expect(summaryOf(monday(surveyRow()))?.reviews).toEqual({ net: null, n: 0 });
  });
});

describe('CONTRADICTION-3: responses of nobody in particular whose score and words disagree', () => {
  const contradicting = (fact: string, at: string, probability = 0.8): TallyRow =>
    reviewRow({ contradiction: { fact, at, probability } });

  it('are one gap of their cell', () => {
    const days = [dayOf('2026-03-03', contradicting('b', march(3), 0.9)), monday(contradicting('a', march(2)))];
    expect(namelessContradiction(cell, days, window)).toMatchObject({
      kind: 'contradiction',
      scope: 'cell',
      ...cell,
      facts: ['a', 'b'],
      state: 'open',
      openedAt: march(2),
      decidedBy: march(2),
      confidence: 0.9,
    });
  });

  it('keep the name of their gap while others come', () => {
    const one = namelessContradiction(cell, [monday(contradicting('a', march(2)))], window);
    const other = namelessContradiction(cell, [dayOf('2026-03-05', contradicting('b', march(5)))], window);
    expect(other?.id).toBe(one?.id);
    expect(
      namelessContradiction({ touchpoint: 'delivery' }, [monday(contradicting('a', march(2)))], window)?.id,
    ).not.toBe(one?.id);
  });

  it('are none outside the window', () => {
    expect(namelessContradiction(cell, [dayOf('2026-03-01', contradicting('a', march(1)))], window)).toBeUndefined();
    expect(namelessContradiction(cell, [monday(reviewRow())], window)).toBeUndefined();
  });

  it('leave the newest hundred as evidence', () => {
    const sixty = (at: string) => Array.from({ length: 60 }, (_, i) => contradicting(`${at} ${i}`, plus(at, i)));
    const days = [monday(...sixty(march(2))), dayOf('2026-03-03', ...sixty(march(3)))];
    const found = namelessContradiction(cell, days, window);
    expect(found?.facts).toHaveLength(100);
    expect(found?.facts[0]).toBe(`${march(2)} 20`);
    expect(found?.openedAt).toBe(march(2));
  });
});
