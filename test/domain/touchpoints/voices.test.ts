import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, dayOf, plus } from '../../../functions/domain/instant.ts';
import { type CellDay, cellDayOf } from '../../../functions/domain/touchpoints/cell-day.ts';
import { type Window, windowOf } from '../../../functions/domain/touchpoints/comparison.ts';
import type { Said } from '../../../functions/domain/touchpoints/said.ts';
import { type Voices, voicesOf } from '../../../functions/domain/touchpoints/voices.ts';
import { complaintRow, march, reviewRow, surveyRow } from '../../builders.ts';

const cell = { touchpoint: 'delivery', location: 'millfield' };

const said = (name: string, override: Partial<Said> = {}): Said => ({
  complains: true,
  themes: ['waiting'],
  causes: [],
  words: { speaker: `customer#${name}`, fact: name },
  ...override,
});

/** A day on which so many complain. */
const dayOfComplaints = (day: string, count: number, themes = ['waiting']): CellDay =>
  cellDayOf(
    cell,
    day,
    Array.from({ length: count }, (_, i) =>
      complaintRow({ day, key: `complaint#${day}-${i}`, said: said(`${day}-${i}`, { themes }) }),
    ),
  );

const voices = (days: readonly CellDay[], window: Window, at = march(30, '00:00')): Voices | undefined =>
  voicesOf(cell, days, window, at);

const fourWeeks = windowOf(march(30, '00:00'), 28);
/** All days of the window, with so many complaints on the day `i` before its last. */
const everyDay = (window: Window, complaints: (i: number) => number): CellDay[] => {
  const days: CellDay[] = [];
  for (let i = 0, at = `${window.to}T00:00:00.000Z`; dayOf(at) >= window.from; i++, at = plus(at, -DAY)) {
    days.push(dayOfComplaints(dayOf(at), complaints(i)));
  }
  return days;
};

describe('VOICES-1: what is said at a touchpoint', () => {
  it('is added up over the days of the window, its first and last included', () => {
    const days = ['2026-03-01', '2026-03-02', '2026-03-29', '2026-03-30'].map((day) => dayOfComplaints(day, 2));
    const told = voices(days, fourWeeks);
    expect(told).toMatchObject({ ...cell, asOf: march(30, '00:00'), window: fourWeeks });
    expect(told?.said).toMatchObject({ complaints: 4, themes: { waiting: 4 } });
    expect(told?.said.complaining.map(({ speaker }) => speaker.slice(9, 19)).sort()).toEqual([
      '2026-03-02',
      '2026-03-02',
      '2026-03-29',
      '2026-03-29',
    ]);
  });

  it('is nothing where nothing was said with words, and something where there was only praise', () => {
    const day = '2026-03-02';
    expect(voices([], fourWeeks)).toBeUndefined();
    expect(voices([cellDayOf(cell, day, [surveyRow(), complaintRow()])], fourWeeks)).toBeUndefined();
    const praise = reviewRow({ said: said('ada', { complains: false }) });
    expect(voices([cellDayOf(cell, day, [praise])], fourWeeks)?.said).toMatchObject({
      complaints: 0,
      praising: [{ speaker: 'customer#ada' }],
    });
  });

  it('holds days that were added up before it was told for silent', () => {
    const { said: _, ...before } = dayOfComplaints('2026-03-02', 3);
    expect(voices([before], fourWeeks)).toBeUndefined();
    expect(voices([before, dayOfComplaints('2026-03-03', 1)], fourWeeks)?.said.complaints).toBe(1);
  });

  it('counts all and draws a hundred complaints to be read, the same whatever the order of days', () => {
    const days = everyDay(fourWeeks, () => 9);
    const told = voices(days, fourWeeks);
    expect(told?.said.complaints).toBe(28 * 9);
    expect(told?.said.complaining).toHaveLength(100);
    fc.assert(
      fc.property(fc.shuffledSubarray(days, { minLength: days.length }), (turned) => {
        expect(voices(turned, fourWeeks)).toEqual(told);
      }),
      { numRuns: 20 },
    );
  });

  it('draws at most 25 complaints a day, so that a flood does not drown the others', () => {
    const days = [dayOfComplaints('2026-03-20', 500), dayOfComplaints('2026-03-21', 3)];
    expect(voices(days, fourWeeks)?.said.complaining).toHaveLength(28);
  });
});

describe('the weeks of a touchpoint', () => {
  it('are told the oldest first, the last ending with the window', () => {
    const told = voices(
      everyDay(fourWeeks, (i) => (i < 7 ? 2 : 1)),
      fourWeeks,
    );
    expect(told?.weeks).toEqual([
      { from: '2026-03-02', complaints: 7, themes: { waiting: 7 } },
      { from: '2026-03-09', complaints: 7, themes: { waiting: 7 } },
      { from: '2026-03-16', complaints: 7, themes: { waiting: 7 } },
      { from: '2026-03-23', complaints: 14, themes: { waiting: 14 } },
    ]);
  });

  it.each([
    ['10 days', windowOf(march(30, '00:00'), 10), ['2026-03-23']],
    [
      '28 days from noon to noon',
      windowOf(march(30, '12:00'), 28),
      ['2026-03-03', '2026-03-10', '2026-03-17', '2026-03-24'],
    ],
    ['3 days', windowOf(march(30, '00:00'), 3), ['2026-03-27']],
  ])('are whole ones where a window of %s is no number of weeks, or what there is', (_, window, from) => {
    const told = voices(
      everyDay(window, () => 1),
      window,
    );
    expect(told?.weeks.map((week) => week.from)).toEqual(from);
    const [first] = told?.weeks ?? [];
    expect(first?.complaints).toBe(Math.min(7, everyDay(window, () => 1).length));
  });

  it('are the last eight of a long window', () => {
    const year = windowOf(march(30, '00:00'), 365);
    const weeks = voices([dayOfComplaints('2026-03-29', 1)], year)?.weeks ?? [];
    expect(weeks).toHaveLength(8);
    expect(weeks.map(({ complaints }) => complaints)).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
  });
});
