import { describe, expect, it } from 'vitest';
import { cellsOf, type Told } from '../../lib/report/cells.ts';
import { cellEntry, gapEntryOf, scoreOf, summaryEntry } from './entries.ts';

const told = (over: Partial<Told>): Told => ({
  summary: summaryEntry(),
  touchpoints: [],
  gaps: [],
  actions: [],
  ...over,
});

const standingOf = (location: string, over: Partial<Told>): string | undefined =>
  cellsOf(told(over)).find(({ entry }) => entry.location === location)?.standing;

const others = ['Quay', 'Market'].map((location) => cellEntry({ location }));

describe('how a touchpoint stands', () => {
  it('is dark with an open gap, suspected with a suspected one, and neither once it is cleared', () => {
    const touchpoints = [cellEntry(), ...others];
    const standing = (state: 'open' | 'suspected' | 'cleared') =>
      standingOf('Millfield', { touchpoints, gaps: [gapEntryOf({ state })] });
    expect([standing('open'), standing('suspected'), standing('cleared')]).toEqual(['dark', 'suspected', 'plain']);
  });

  it('is of its own location, not of the touchpoint everywhere nor of a customer', () => {
    const gaps = [gapEntryOf({ scope: 'touchpoint', location: undefined }), gapEntryOf({ scope: 'customer' })];
    expect(standingOf('Millfield', { touchpoints: [cellEntry()], gaps })).toBe('plain');
  });

  it('is told where nobody told the location', () => {
    const gaps = [gapEntryOf({ location: undefined })];
    expect(standingOf('unattributed', { touchpoints: [cellEntry({ location: 'unattributed' })], gaps })).toBe('dark');
  });

  it('is openly weak where the surveys themselves are 20 points below the middle, a dark corner before that', () => {
    const weak = cellEntry(scoreOf({ net: 26, n: 60, invited: 300, hidden: 1, half: 9 }));
    const touchpoints = [weak, ...others];
    expect(standingOf('Millfield', { touchpoints })).toBe('weak');
    expect(standingOf('Millfield', { touchpoints, gaps: [gapEntryOf()] })).toBe('dark');
    const nearly = cellEntry(scoreOf({ net: 27, n: 60, invited: 300, hidden: 1, half: 9 }));
    expect(standingOf('Millfield', { touchpoints: [nearly, ...others] })).toBe('plain');
  });

  it('is never weak by the scores of another metric', () => {
    const score = scoreOf({ net: -30, n: 60, invited: 300, hidden: 1, half: 9 });
    const other = cellEntry({ ...score, surveyed: { ...score.surveyed, metric: 'csat' } });
    expect(standingOf('Millfield', { touchpoints: [other, ...others] })).toBe('plain');
  });

  it('is unknown with too few answers or without a corrected score', () => {
    expect(standingOf('Millfield', { touchpoints: [cellEntry({ adjusted: { tooFew: true, needed: 10 } })] })).toBe(
      'too-few',
    );
    expect(standingOf('Millfield', { touchpoints: [cellEntry({ adjusted: undefined })] })).toBe('uncorrected');
  });
});
