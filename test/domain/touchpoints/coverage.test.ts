import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, dayOf, plus } from '../../../functions/domain/instant.ts';
import { type CellDay, cellDayOf } from '../../../functions/domain/touchpoints/cell-day.ts';
import {
  type Coverage,
  coverageOf,
  FEWEST_INVITED,
  fleetCoverage,
} from '../../../functions/domain/touchpoints/coverage.ts';
import { OTHER } from '../../../functions/domain/touchpoints/coverage-sum.ts';
import type { Group, TallyRow } from '../../../functions/domain/touchpoints/tally-row.ts';
import { complaintRow, march, noteRow, reviewRow, surveyRow, unscoredRow, wordsRow } from '../../builders.ts';

const cell = { touchpoint: 'delivery', location: 'millfield' };
const addedUp = (day: string, ...rows: TallyRow[]): CellDay => cellDayOf(cell, day, rows);
const covered = (...rows: TallyRow[]): Coverage => coverageOf([addedUp('2026-03-02', ...rows)]);

/** So many invited of a group, of whom some answer. */
const asked = (invited: number, answers: number, group: Group = {}): TallyRow[] =>
  Array.from({ length: invited }, (_, i) => surveyRow({ class: i < answers ? 'top' : 'none', group }));

describe('COVERAGE-2: who is heard at a touchpoint', () => {
  it('is how many were asked and answered by any metric, and how many had words that are scored or not', () => {
    const rows = [
      ...asked(6, 3, { language: 'en' }),
      surveyRow({ metric: 'ces', class: 'none', group: { language: 'de' } }),
      surveyRow({ worded: { language: 'de', channel: 'survey' } }),
      wordsRow(),
      complaintRow({ worded: { language: 'de', channel: 'sms' } }),
      reviewRow({ worded: { language: 'de', channel: 'review' } }),
      unscoredRow({ worded: { language: 'und', channel: 'sms' } }),
    ];
    const { byLanguage, byChannel, ...rest } = covered(...rows);
    expect(rest).toMatchObject({ invited: 8, answers: 4, worded: 5, unscored: 1 });
    expect(byLanguage).toEqual([
      { name: 'en', invited: 6, answers: 3, worded: 1, unscored: 0, responseRate: null },
      { name: 'de', invited: 1, answers: 0, worded: 3, unscored: 0, responseRate: null },
      { name: 'und', invited: 0, answers: 0, worded: 1, unscored: 1, responseRate: null },
    ]);
    expect(byChannel.map(({ name, worded, unscored }) => [name, worded, unscored])).toEqual([
      ['sms', 3, 1],
      ['review', 1, 0],
      ['survey', 1, 0],
    ]);
  });

  it('counts who was held back as asked, and neither who was not reached nor who answered without being asked', () => {
    const silent = { class: 'none' as const };
    const rows = [surveyRow({ held: true, ...silent }), surveyRow({ bounced: true, ...silent })];
    expect(covered(...rows, surveyRow({ unasked: true }))).toMatchObject({ invited: 1, answers: 0 });
  });

  it('tells the words of who answered without being asked all the same', () => {
    const unasked = surveyRow({ unasked: true, worded: { channel: 'survey' } });
    expect(covered(unasked)).toMatchObject({ invited: 0, worded: 1, byChannel: [{ name: 'survey', worded: 1 }] });
  });

  it('tells those who were brushed off apart', () => {
    const sore = (given: 'top' | 'none') => surveyRow({ stratum: 'brushed-off', class: given });
    const rows = [sore('none'), sore('none'), sore('top'), surveyRow({ stratum: 'remedied' }), ...asked(5, 4)];
    expect(covered(...rows).brushedOff).toEqual({ invited: 3, answers: 1 });
  });

  it('names the twelve greatest groups of a day, and adds the others up, with what upstream calls "other"', () => {
    const rows = Array.from({ length: 20 }, (_, i) => asked(20 - i, 1, { segment: `s-${i}` })).flat();
    const { bySegment } = covered(...rows, ...asked(2, 2, { segment: OTHER }));
    expect(bySegment.slice(0, -1).map(({ name }) => name)).toEqual(Array.from({ length: 12 }, (_, i) => `s-${i}`));
    expect(bySegment.at(-1)).toMatchObject({ name: OTHER, invited: 8 + 7 + 6 + 5 + 4 + 3 + 2 + 1 + 2, answers: 10 });
  });

  it('names the first by name where as many were asked, whatever upstream calls them', () => {
    const names = ['__proto__', 'constructor', ...Array.from({ length: 12 }, (_, i) => `m-${i + 10}`)];
    const rows = names.flatMap((segment) => asked(1, 0, { segment }));
    expect(covered(...rows.reverse()).bySegment.map(({ name }) => name)).toEqual([...names.slice(0, 12), OTHER]);
  });

  it('is added up over days, some of them added up before it was told', () => {
    const days = ['2026-03-02', '2026-03-03'].map((day) => addedUp(day, ...asked(6, 3, { segment: 'family' })));
    const { coverage: _, ...before } = addedUp('2026-03-04', ...asked(6, 3), unscoredRow());
    expect(coverageOf([...days, before])).toMatchObject({
      invited: 12,
      answers: 6,
      worded: 1,
      unscored: 1,
      bySegment: [{ name: 'family', invited: 12, answers: 6, responseRate: 0.5 }],
    });
  });

  it('keeps where the words of the newest notes are, five of a day and ten in all', () => {
    const day = (n: number): CellDay => {
      const midnight = plus(march(1, '00:00'), n * DAY);
      const notes = Array.from({ length: 8 }, (_, i) => noteRow({ fact: `${n}-${i}`, at: plus(midnight, i) }));
      return addedUp(dayOf(midnight), ...notes);
    };
    const { notes, ...rest } = coverageOf([day(1), day(3), day(2)]);
    expect(rest).toMatchObject({ invited: 0, worded: 0, unscored: 0 });
    expect(notes.n).toBe(24);
    expect(notes.newest.map(({ fact }) => fact).join(' ')).toBe('3-7 3-6 3-5 3-4 3-3 2-7 2-6 2-5 2-4 2-3');
  });

  it('never tells more answers than were asked, or more unscored than there are words', () => {
    const name = fc.constantFrom('en', 'de', 'family');
    const group = fc.record({ language: name, segment: name }, { requiredKeys: [] });
    const row = fc.oneof(
      fc
        .tuple(fc.constantFrom('top', 'none'), fc.boolean(), fc.boolean(), group)
        .map(([given, bounced, unasked, of]) =>
          surveyRow({ class: given, bounced, group: of, ...(unasked && { unasked }), worded: of }),
        ),
      group.map((of) => wordsRow({ worded: of })),
      group.map((of) => unscoredRow({ worded: of })),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const coverage = covered(...rows);
        for (const { invited, answers, worded, unscored } of [
          coverage,
          ...coverage.byLanguage,
          ...coverage.bySegment,
        ]) {
          expect(answers).toBeLessThanOrEqual(invited);
          expect(unscored).toBeLessThanOrEqual(worded);
        }
        const sum = (groups: Coverage['byLanguage']) => groups.reduce((total, { invited }) => total + invited, 0);
        expect(sum(coverage.byLanguage)).toBeLessThanOrEqual(coverage.invited);
      }),
    );
  });
});

describe('COVERAGE-4: a response rate', () => {
  it.each([
    [FEWEST_INVITED - 1, null],
    [FEWEST_INVITED, 0.3],
  ])('of three answers of %d invited is %d', (invited, responseRate) => {
    const coverage = covered(...asked(invited, 3, { segment: 'family' }));
    expect(coverage).toMatchObject({ responseRate, bySegment: [{ responseRate }] });
  });
});

describe('COVERAGE-3: who is heard least', () => {
  const fleet = (...cells: TallyRow[][]) => fleetCoverage(cells.map((rows) => ({ coverage: covered(...rows) })));
  const usual = asked(1_000, 400, { language: 'en', channel: 'sms', segment: 'family' });

  it('is the group whose customers answer far more seldom than all whose group is known', () => {
    const { leastHeard, ...all } = fleet(usual, asked(100, 12, { language: 'de' }), asked(100, 35, { language: 'fr' }));
    expect(all).toMatchObject({ invited: 1_200, answers: 447, responseRate: 447 / 1_200 });
    expect(leastHeard).toEqual([
      {
        by: 'language',
        name: 'de',
        invited: 100,
        answers: 12,
        responseRate: 0.12,
        low: expect.closeTo(0.0763, 4),
        high: expect.closeTo(0.1837, 4),
        against: 447 / 1_200,
      },
    ]);
  });

  it('is told over touchpoints, at each of which the group is too small', () => {
    const few = Array.from({ length: 12 }, () => asked(9, 1, { segment: 'senior' }));
    expect(fleet(usual, ...few).leastHeard).toMatchObject([
      { by: 'segment', name: 'senior', invited: 108, answers: 12 },
    ]);
  });

  it('is nobody where the interval holds the fleet’s rate, however low the group’s', () => {
    expect(fleet(usual, asked(10, 2, { segment: 'senior' })).leastHeard).toEqual([]);
    expect(fleet(usual, asked(60, 12, { segment: 'senior' })).leastHeard).toHaveLength(1);
  });

  it('is nobody above two thirds of the fleet’s rate, however sure it is', () => {
    const known = asked(10_000, 4_000, { segment: 'family' });
    expect(fleet(known, asked(2_000, 540, { segment: 'senior' })).leastHeard).toEqual([]);
    expect(fleet(known, asked(2_000, 480, { segment: 'senior' })).leastHeard).toHaveLength(1);
  });

  it('is none of those that have no name, nor anybody in a fleet that nobody was asked in', () => {
    expect(fleet(usual, asked(100, 2, { segment: OTHER })).leastHeard).toEqual([]);
    expect(fleet([wordsRow()], [unscoredRow()])).toMatchObject({ responseRate: null, worded: 2, leastHeard: [] });
    expect(fleetCoverage([])).toMatchObject({ invited: 0, responseRate: null, leastHeard: [] });
  });

  it('is nobody merely because the group is known: who wrote before has often complained, and seldom answers', () => {
    const writers = asked(100, 20, { language: 'en' });
    expect(fleet(asked(1_000, 500), writers).leastHeard).toEqual([]);
    expect(fleet(asked(1_000, 500), writers, asked(60, 2, { language: 'de' })).leastHeard).toMatchObject([
      { name: 'de', against: 22 / 160 },
    ]);
  });

  it('comes the lowest rate first, whatever the order of the touchpoints', () => {
    const cells = [
      usual,
      asked(100, 10, { language: 'de' }),
      asked(200, 10, { segment: 'senior', channel: 'call' }),
      asked(50, 5, { language: 'fr' }),
    ];
    const told = fleet(...cells);
    expect(told.leastHeard.map(({ name }) => name)).toEqual(['call', 'senior', 'de', 'fr']);
    expect(fleet(...cells.toReversed())).toEqual(told);
  });

  it('takes touchpoints of which no more is told than what is unscored, or nothing', () => {
    const told = fleetCoverage([{ coverage: { unscored: 3 } }, {}, { coverage: covered(wordsRow(), unscoredRow()) }]);
    expect(told).toMatchObject({ unscored: 4, worded: 5 });
  });
});
