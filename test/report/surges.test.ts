import { describe, expect, it } from 'vitest';
import type { TouchpointEntry } from '../../functions/domain/outputs/touchpoint-entry.ts';
import { reportPage } from '../../lib/report/page.ts';
import { march } from '../builders.ts';
import { cellEntry, gapEntryOf, summaryEntry } from './entries.ts';
import { readOf, sectionOf } from './reading.ts';
import { headOf, of, read } from './told.ts';

describe('surges', () => {
  const cell = cellEntry({
    daily: [
      { day: '2026-03-27', complaining: 6, expected: 2 },
      { day: '2026-03-29', complaining: 3, expected: 2 },
    ],
  });

  it('are held against what was expected, first of all pictures', () => {
    expect(read('surges')).toMatch(
      /1 touchpoint of 24 surges\. .* checkout at Northgate surging .*19 customers complained in 3 days, 4\.3 expected: 15 more \(8\.2 to 23\), q 0\.004\./,
    );
  });

  it('draw from nought, and a day that is left out as one without complaints', () => {
    const chart = sectionOf(reportPage(of({ touchpoints: [cell] })), 'surges');
    const bars = [
      ...chart.matchAll(/<rect class="usual" x="([\d.]+)%" width="[\d.]+%" y="([\d.]+)" height="([\d.]+)"/g),
    ];
    expect(bars.map(([, , y, height]) => Number(y) + Number(height))).toEqual([94, 94]);
    expect(Number(bars[0]?.[3])).toBe(2 * Number(bars[1]?.[3]));
    expect(readOf(chart)).toContain('Nothing is surging.');
  });

  it.each<[string, Partial<TouchpointEntry>]>([
    ['Nothing is surging.', cell],
    [
      'Whether complaints are surging was not worked out: too few days are known.',
      { daily: [{ day: '2026-03-27', complaining: 6 }] },
    ],
    ['Whether complaints are surging was not worked out: too few days are known.', { daily: undefined }],
    [
      'No customer complained unasked in this period: nothing can surge.',
      { daily: undefined, complaints: { customers: 0, share: 0 } },
    ],
  ])('are told alike in the head and beside the pictures: %s', (sentence, over) => {
    const given = of({ touchpoints: [cellEntry(over)] });
    expect(headOf(given)).toContain(sentence);
    expect(readOf(sectionOf(reportPage(given), 'surges'))).toContain(sentence);
  });

  it('say that a day is not over', () => {
    const summary = summaryEntry({ asOf: march(29, '15:00') });
    expect(read('surges', { summary, touchpoints: [cell] })).toContain('The last day was not over.');
    expect(read('surges', { touchpoints: [cell] })).not.toContain('was not over');
  });
});

describe('a gap that the last look did not find', () => {
  it('is told with what it was found by, and when it closes', () => {
    const few = cellEntry({ adjusted: { tooFew: true, needed: 150 }, gap: undefined });
    expect(read('dark-corners', { touchpoints: [few], gaps: [gapEntryOf()] })).toContain(
      'When it was last found, 26 points (19 to 33) were hidden, q 0.004. The last look had too few answers to tell; it closes after 7 looks without.',
    );
    expect(read('dark-corners', { touchpoints: [cellEntry()], gaps: [gapEntryOf()] })).toContain(
      'Silence hides 2 points (-4 to 8), q 0.610. The last look did not find it dark; it closes after 7 looks without.',
    );
    const surge = gapEntryOf({ kind: 'surge', surge: { days: 7, customers: 9, expected: 4 }, qValue: 0.4 });
    expect(read('surges', { touchpoints: [cellEntry()], gaps: [surge] })).toMatch(
      /was surging .*The last look did not find it; it closes after 3 looks without/,
    );
    const head = headOf(of({ touchpoints: [cellEntry()], gaps: [surge] }));
    expect(head).not.toContain('Complaints are surging');
  });
});
