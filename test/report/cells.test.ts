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

  const low = (net: number, n: number) => cellEntry(scoreOf({ net, n, invited: 900, hidden: 1, half: 9 }));

  it('is openly weak where the surveys themselves are 20 points below the middle, a dark corner before that', () => {
    const touchpoints = [low(26, 160), ...others];
    expect(standingOf('Millfield', { touchpoints })).toBe('weak');
    expect(standingOf('Millfield', { touchpoints, gaps: [gapEntryOf()] })).toBe('dark');
    expect(standingOf('Millfield', { touchpoints: [low(27, 160), ...others] })).toBe('plain');
  });

  it('is not weak by what may be chance of few answers', () => {
    expect(standingOf('Millfield', { touchpoints: [low(26, 50), ...others] })).toBe('plain');
  });

  it('is held against the middle answer, so that many small touchpoints do not make what is usual', () => {
    const small = Array.from({ length: 6 }, (_, i) => ({ ...low(20, 12), location: `Stall ${i}` }));
    expect(standingOf('Millfield', { touchpoints: [low(20, 120), ...others, ...small] })).toBe('weak');
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

describe('what the surveys show of a dark corner', () => {
  const levelOf = (net: number) => {
    const touchpoints = [cellEntry(scoreOf({ net, n: 160, invited: 900, hidden: 20, half: 9 })), ...others];
    const cells = cellsOf(told({ touchpoints, gaps: [gapEntryOf()] }));
    return cells.find(({ entry }) => entry.location === 'Millfield')?.level;
  };

  it('is a high score at the middle or above, a middling one below, and is weak far below', () => {
    expect([levelOf(90), levelOf(30), levelOf(20)]).toEqual(['high', 'middling', 'weak']);
  });

  it('is nothing where fewer than ten answered', () => {
    const few = cellEntry(scoreOf({ net: 90, n: 9, invited: 60, hidden: 1, half: 9 }));
    expect(cellsOf(told({ touchpoints: [few, ...others] }))[1]?.level).toBeUndefined();
  });
});
