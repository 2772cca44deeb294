import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plus } from '../../../functions/domain/instant.ts';
import { type CellDay, cellDayOf, MAX_NAMED_COMPLAINERS } from '../../../functions/domain/touchpoints/cell-day.ts';
import type { TallyRow } from '../../../functions/domain/touchpoints/tally-row.ts';
import { complaintRow, march, noteRow, reviewRow, surveyRow, unscoredRow, wordsRow } from '../../builders.ts';

const cell = { touchpoint: 'delivery', location: 'millfield' };
const day = '2026-03-02';
const added = (...rows: TallyRow[]): CellDay => cellDayOf(cell, day, rows);

describe('TALLY-2: a cell’s day', () => {
  it('is empty where nothing was said', () => {
    expect(added()).toEqual({
      ...cell,
      day,
      surveys: {},
      reviews: { top: 0, middle: 0, bottom: 0 },
      complainers: [],
      furtherComplainers: 0,
      namelessComplaints: 0,
      unscored: 0,
      said: { complaints: 0, themes: {}, causes: {}, scores: {}, complaining: [], praising: [] },
      contradictions: [],
      silenced: [],
      strongest: [],
      coverage: {
        invited: 0,
        answers: 0,
        worded: 0,
        unscored: 0,
        brushedOff: { invited: 0, answers: 0 },
        groups: { language: [], channel: [], segment: [] },
        notes: { n: 0, newest: [] },
      },
    });
  });

  it('counts invitations and the classes of their answers by metric', () => {
    const rows = [
      surveyRow(),
      surveyRow({ class: 'bottom' }),
      surveyRow({ class: 'none' }),
      surveyRow({ metric: 'ces' }),
    ];
    expect(added(...rows).surveys).toMatchObject({
      nps: { top: 1, middle: 0, bottom: 1, invited: 3, held: 0, complained: 0 },
      ces: { top: 1, middle: 0, bottom: 0, invited: 1, held: 0, complained: 0 },
    });
  });

  it('counts the invited who had complained before, remedied or not', () => {
    const rows = (['no-complaint', 'remedied', 'brushed-off'] as const).map((stratum) => surveyRow({ stratum }));
    expect(added(...rows).surveys.nps).toMatchObject({ invited: 3, complained: 2 });
  });

  it('counts a survey held back as invited and silent', () => {
    expect(added(surveyRow({ held: true, class: 'none' })).surveys.nps).toMatchObject({ invited: 1, held: 1, top: 0 });
  });

  it('leaves a bounced invitation out', () => {
    expect(added(surveyRow({ bounced: true, class: 'none' })).surveys).toEqual({});
  });

  it('counts reviews by class', () => {
    const reviews = [reviewRow(), reviewRow({ class: 'bottom' }), reviewRow({ class: 'bottom' })];
    expect(added(...reviews).reviews).toEqual({ top: 1, middle: 0, bottom: 2 });
  });

  it('names each customer who complained once, and counts the complaints of nobody in particular', () => {
    const rows = [
      complaintRow({ customer: 'hash-b', key: 'complaint#1' }),
      complaintRow({ customer: 'hash-a', key: 'complaint#2' }),
      complaintRow({ customer: 'hash-a', key: 'complaint#3' }),
      complaintRow({ key: 'complaint#4' }),
      complaintRow({ key: 'complaint#5' }),
    ];
    expect(added(...rows)).toMatchObject({
      complainers: ['hash-a', 'hash-b'],
      furtherComplainers: 0,
      namelessComplaints: 2,
    });
  });

  it('counts the feedbacks that were not scored', () => {
    expect(added(complaintRow(), unscoredRow(), unscoredRow({ key: 'unscored-review#1' }))).toMatchObject({
      unscored: 2,
      namelessComplaints: 1,
    });
  });

  it('keeps nobody’s contradictions of surveys and reviews', () => {
    const contradiction = { fact: 'review:review-site:r-1', at: march(2), probability: 0.9 };
    const other = { ...contradiction, fact: 'survey:survey-tool:s-1:answered' };
    expect(added(surveyRow({ contradiction: other }), reviewRow({ contradiction })).contradictions).toEqual([
      contradiction,
      other,
    ]);
  });

  it('keeps the newest hundred of them', () => {
    const many = Array.from({ length: 101 }, (_, i) =>
      reviewRow({ key: `review#${i}`, contradiction: { fact: `fact ${i}`, at: plus(march(2), i), probability: 0.9 } }),
    );
    const kept = added(...many).contradictions;
    expect(kept).toHaveLength(100);
    expect(kept[0]?.fact).toBe('fact 1');
  });

  it('comes to the same whatever the order of its rows', () => {
    const scoreClass = fc.constantFrom('top', 'middle', 'bottom');
    const customer = fc.constantFrom('hash-a', 'hash-b').map((hash) => ({ customer: hash }));
    const contradiction = fc
      .constantFrom('a', 'b')
      .map((fact) => ({ contradiction: { fact, at: march(2), probability: 0.9 } }));
    const row = fc.oneof(
      fc
        .tuple(scoreClass, fc.boolean(), fc.boolean(), fc.constantFrom('nps', 'csat'))
        .map(([given, held, bounced, metric]) => surveyRow({ class: given, held, bounced, metric })),
      fc.tuple(scoreClass, contradiction).map(([given, told]) => reviewRow({ class: given, ...told })),
      customer.map(complaintRow),
      fc.constant(unscoredRow()),
      fc
        .tuple(fc.nat({ max: 20 }), scoreClass)
        .map(([n, given]) =>
          surveyRow({ class: given, stratum: n % 3 ? 'remedied' : 'brushed-off', group: { segment: `segment ${n}` } }),
        ),
      fc.nat({ max: 20 }).map((n) => wordsRow({ worded: { language: `l${n}`, channel: n % 2 ? 'sms' : 'other' } })),
      fc.nat({ max: 20 }).map((n) => noteRow({ fact: `note ${n % 7}`, words: { speaker: `${n}`, fact: 'f' } })),
      fc.tuple(fc.nat({ max: 60 }), fc.constantFrom('waiting', 'food')).map(([n, theme]) => {
        const words = { speaker: `hash-${n}`, fact: `fact ${n}` };
        const said = { complains: n % 3 > 0, themes: [theme], causes: ['unowned' as const], words };
        // Of one name for upstream, a survey and a text may be: two are told apart by where their words are kept.
        return n % 2 ? surveyRow({ key: `survey#${n % 7}`, said }) : complaintRow({ key: `complaint#${n % 7}`, said });
      }),
      fc.nat({ max: 5 }).map((n) => complaintRow({ key: `complaint#${n}` })),
    );
    const rows = fc.array(row, { maxLength: 80, size: 'max' });
    const shuffled = rows.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
    );
    fc.assert(
      fc.property(shuffled, ([given, turned]) => {
        expect(added(...turned)).toEqual(added(...given));
      }),
      { numRuns: 300 },
    );
  });
});

describe('TALLY-3: a day of very many complaints', () => {
  const customer = (i: number): string => `h${i.toString().padStart(11, '0')}`;
  const complaints = (count: number): TallyRow[] =>
    Array.from({ length: count }, (_, i) => complaintRow({ customer: customer(i), key: `complaint#${i}` }));

  it('names the customers of the smallest hashes, and counts the others', () => {
    const { complainers, furtherComplainers } = added(...complaints(MAX_NAMED_COMPLAINERS + 2).reverse());
    expect(complainers).toHaveLength(MAX_NAMED_COMPLAINERS);
    expect([complainers[0], complainers.at(-1)]).toEqual([customer(0), customer(MAX_NAMED_COMPLAINERS - 1)]);
    expect(furtherComplainers).toBe(2);
  });

  it('names everybody where just so many complained', () => {
    const { complainers, furtherComplainers } = added(...complaints(MAX_NAMED_COMPLAINERS));
    expect([complainers.length, furtherComplainers]).toEqual([MAX_NAMED_COMPLAINERS, 0]);
  });

  it('fits in one item, however long upstream’s names are', () => {
    const long = (i: number): string => `${'📦'.repeat(200)}${i}`;
    const nameless = Array.from({ length: 2_000 }, (_, i) => complaintRow({ key: long(i) }));
    const contradicting = Array.from({ length: 2_000 }, (_, i) =>
      reviewRow({ contradiction: { fact: long(i), at: plus(march(2), i), probability: 0.123456789 } }),
    );
    const asked = Array.from({ length: 2_000 }, (_, i) => {
      const name = `${i}${'📦'.repeat(60)}`;
      return surveyRow({ group: { language: name, channel: name, segment: name }, worded: { segment: name } });
    });
    const notes = Array.from({ length: 2_000 }, (_, i) =>
      noteRow({ fact: long(i), words: { speaker: 'x'.repeat(22), fact: long(i) } }),
    );
    const day = added(...complaints(30_000), ...nameless, ...contradicting, ...asked, ...notes);
    // DynamoDB's limit is 400 KB; JSON takes more room than its items do.
    expect(Buffer.byteLength(JSON.stringify(day))).toBeLessThan(300 * 1024);
  });
});
