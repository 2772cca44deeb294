import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plus } from '../../../functions/domain/instant.ts';
import { type CellDay, cellDayOf, strongestOf } from '../../../functions/domain/touchpoints/cell-day.ts';
import { invitedIn } from '../../../functions/domain/touchpoints/heard-counts.ts';
import type { TallyRow, Told } from '../../../functions/domain/touchpoints/tally-row.ts';
import { complaintRow, MOMENT, march, surveyRow } from '../../builders.ts';

const cell = { touchpoint: 'delivery', location: 'millfield' };
const added = (...rows: TallyRow[]): CellDay => cellDayOf(cell, '2026-03-02', rows);
const told = (fact: string, probability = 0.8): Told => ({ fact, at: march(1), probability, themes: [], causes: [] });
const writing = { channel: 'sms', language: 'en' };

describe('TALLY-2: what was heard of the invited of a day', () => {
  it('is counted by their answer', () => {
    const wrote = { wrote: true, writing };
    const { heard } = added(
      surveyRow(),
      surveyRow({ class: 'none' }),
      surveyRow({ ...wrote, class: 'middle' }),
      surveyRow({ ...wrote, stratum: 'remedied', class: 'bottom' }),
      surveyRow({ ...wrote, stratum: 'brushed-off', class: 'none', held: true }),
      surveyRow({ ...wrote, stratum: 'brushed-off', class: 'none', bounced: true }),
    ).surveys.nps ?? { heard: {} };
    expect(heard).toEqual({
      silent: [1, 0, 0, 1],
      'no-complaint|sms|en': [0, 1, 0, 0],
      'remedied|sms|en': [0, 0, 1, 0],
      'brushed-off|sms|en': [0, 0, 0, 1],
    });
  });

  it('adds up to the invited, however many languages they write in', () => {
    const rows = Array.from({ length: 100 }, (_, i) =>
      surveyRow({ wrote: true, stratum: 'remedied', writing: { channel: 'sms', language: `l${i}` } }),
    );
    const { heard = {}, invited } = added(...rows).surveys.nps ?? { invited: 0 };
    expect(Object.keys(heard)).toHaveLength(25);
    expect(Object.values(heard).reduce((sum, group) => sum + invitedIn(group), 0)).toBe(invited);
  });

  it('counts who was asked again, and answers that nobody announced', () => {
    const again = surveyRow({ askedBefore: '2026-02-25', beside: true });
    expect(added(surveyRow(), again, again, surveyRow({ unasked: true })).surveys.nps).toMatchObject({
      invited: 4,
      askedBefore: { '2026-02-25': 2 },
      beside: 2,
      unasked: 1,
    });
    expect(added(surveyRow({ askedBefore: '2026-02-25', bounced: true })).surveys).toEqual({});
  });

  it('counts how long answers took, of those that were asked for', () => {
    const at = march(2);
    const rows = [
      surveyRow({ at, answeredAt: plus(at, MOMENT) }),
      surveyRow({ at, answeredAt: march(4) }),
      surveyRow({ at, answeredAt: march(4), unasked: true }),
      surveyRow({ at, class: 'none' }),
    ];
    expect(added(...rows).surveys.nps?.lags).toEqual([1, 0, 1]);
  });
});

describe('TALLY-2: the complaints that may be a day’s evidence', () => {
  const brushedOff = (fact: string, override: Parameters<typeof surveyRow>[0] = {}) =>
    surveyRow({ class: 'none', stratum: 'brushed-off', wrote: true, brushedOff: told(fact), ...override });

  it('are of who was brushed off and did not answer', () => {
    const day = added(
      brushedOff('silent'),
      brushedOff('answered', { class: 'bottom' }),
      brushedOff('not reached', { bounced: true }),
      surveyRow({ class: 'none' }),
    );
    expect(day.silenced).toEqual([told('silent')]);
    expect(day.strongest).toEqual([]);
  });

  it('are what came unasked, or beside a favourable score', () => {
    const day = added(
      complaintRow({ told: told('unasked', 0.7) }),
      complaintRow({ key: 'complaint#untold' }),
      surveyRow({ told: told('beside', 0.9) }),
    );
    expect(day.strongest).toEqual([told('beside', 0.9), told('unasked', 0.7)]);
    expect(day.silenced).toEqual([]);
  });

  it('are the twenty strongest', () => {
    const many = Array.from({ length: 30 }, (_, i) => told(`fact ${String(i).padStart(2, '0')}`, 0.6 + i / 100));
    const day = added(...many.flatMap((one) => [complaintRow({ told: one }), brushedOff('', { brushedOff: one })]));
    const kept = many.slice(10).reverse();
    expect([day.strongest, day.silenced]).toEqual([kept, kept]);
  });

  it('are the same whatever the order of rows and pages', () => {
    const facts = fc.uniqueArray(fc.nat(500), { maxLength: 60, size: 'max' });
    const shuffled = facts.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, turned]) => {
        const row = (n: number) => complaintRow({ key: `complaint#${n}`, told: told(`fact ${n}`, (n % 5) / 5) });
        expect(added(...turned.map(row)).strongest).toEqual(added(...all.map(row)).strongest);
      }),
    );
  });
});

describe('the strongest of complaints', () => {
  it('come first, of two as strong the earlier', () => {
    const [a, b, c] = [told('a'), { ...told('b'), at: march(1, '09:00') }, told('c', 0.9)];
    expect(strongestOf([a, b, c], 2)).toEqual([c, b]);
    expect(strongestOf([], 2)).toEqual([]);
  });
});
