import { describe, expect, it } from 'vitest';
import { CoverageEntry, coverageEntry } from '../../../functions/domain/outputs/coverage.ts';
import type { Quoted } from '../../../functions/domain/outputs/why.ts';
import { cellDayOf } from '../../../functions/domain/touchpoints/cell-day.ts';
import { coverageOf } from '../../../functions/domain/touchpoints/coverage.ts';
import type { TallyRow } from '../../../functions/domain/touchpoints/tally-row.ts';
import { march, noteRow, surveyRow, unscoredRow, wordsRow } from '../../builders.ts';

const coverageWith = (...rows: TallyRow[]) => coverageOf([cellDayOf({ touchpoint: 'delivery' }, '2026-03-02', rows)]);
const noted = (clock: string): TallyRow =>
  noteRow({ fact: `note of ${clock}`, at: march(2, clock), words: { speaker: clock, fact: clock } });
const quoted: Quoted = ({ speaker }) => ({ fact: `note of ${speaker}`, text: `noted at ${speaker}` });

const textsOf = (entry: CoverageEntry | undefined) => entry?.staffNotes.quotes.map(({ text }) => text);

describe('who is not heard at a touchpoint, as it is written', () => {
  const asked = Array.from({ length: 12 }, (_, i) =>
    surveyRow({ class: i < 3 ? 'top' : 'none', group: { language: 'en', channel: 'sms', segment: 'family' } }),
  );

  it('fits what is published, field for field', () => {
    const entry = coverageEntry(coverageWith(...asked, wordsRow(), unscoredRow(), noted('10:00')), quoted);
    expect(CoverageEntry.strict().parse(entry)).toEqual(entry);
    expect(entry).toMatchObject({
      invited: 12,
      answers: 3,
      responseRate: 0.25,
      worded: 2,
      unscored: 1,
      bySegment: [{ name: 'family', responseRate: 0.25 }],
      staffNotes: { n: 1, quotes: [{ fact: 'note of 10:00', text: 'noted at 10:00' }] },
    });
    expect(entry).not.toHaveProperty('notes');
  });

  it('quotes the newest three notes, each once, and passes over those whose words are gone or not for quoting', () => {
    const coverage = coverageWith(...['09:00', '10:00', '11:00', '12:00', '13:00'].map(noted));
    expect(textsOf(coverageEntry(coverage, quoted))).toEqual(['noted at 13:00', 'noted at 12:00', 'noted at 11:00']);
    const erased: Quoted = (ref) => (ref.speaker === '12:00' ? undefined : quoted(ref));
    expect(textsOf(coverageEntry(coverage, erased))).toEqual(['noted at 13:00', 'noted at 11:00', 'noted at 10:00']);
    const alike: Quoted = ({ speaker }) => ({ fact: speaker, text: speaker < '12:00' ? 'quiet' : 'one van short' });
    expect(coverageEntry(coverage, alike)?.staffNotes).toEqual({
      n: 5,
      quotes: [
        { fact: '13:00', text: 'one van short' },
        { fact: '11:00', text: 'quiet' },
      ],
    });
  });

  it('is left out of a touchpoint that was summed up before it was told', () => {
    expect(coverageEntry({ unscored: 3 }, quoted)).toBeUndefined();
  });
});
