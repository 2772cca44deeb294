import { describe, expect, it } from 'vitest';
import { type Fact, factSortKey } from '../../../functions/domain/message/fact.ts';
import { digest } from '../../../functions/domain/message/identity.ts';
import { changesOf } from '../../../functions/domain/story/changes.ts';
import { wordsOf } from '../../../functions/domain/touchpoints/tally-row.ts';
import { complains, corrects, fold, foldNameless, invited, march, withdraws, words } from '../../builders.ts';

const noted = (override: Parameters<typeof complains>[1] = {}): Fact =>
  complains(march(2), { channel: 'frontline', body: words.complaint, ...override });

describe('NOTE-1: a note by staff', () => {
  const note = noted();

  it('is one row, with its place, its fact and where its words are kept, and names nobody', () => {
    expect(fold([note]).rows).toEqual([
      {
        kind: 'note',
        key: expect.stringMatching(/^note#.{22}$/),
        touchpoint: 'delivery',
        location: 'millfield',
        day: '2026-03-02',
        at: march(2),
        fact: note.id,
        words: { speaker: 'hash-of-ada', fact: factSortKey(note) },
      },
    ]);
  });

  it('is told of nobody in particular, whichever way upstream says it went', () => {
    const nobody = noted({ customerId: undefined, direction: 'outbound' });
    expect(foldNameless([nobody]).rows).toMatchObject([{ kind: 'note', words: { speaker: digest(nobody.story) } }]);
  });

  it('never complains, whatever it says: no matter, no gap, no hold, no other layer of the invited', () => {
    const told = fold([note, invited(march(3))]);
    expect(told).toMatchObject({ matters: [], gaps: [] });
    expect(told).not.toHaveProperty('holdUntil');
    expect(told.rows).toMatchObject([{ kind: 'survey', stratum: 'no-complaint', wrote: false }, { kind: 'note' }]);
  });

  it('never answers a complaint either', () => {
    const promise = noted({ direction: 'outbound', body: words.remedy, occurredAt: march(2, '11:00'), id: 'note' });
    expect(fold([complains(march(2)), promise]).matters[0]?.matter).not.toHaveProperty('remedy');
  });

  it('goes when it is withdrawn, and moves when it is corrected', () => {
    const at = march(20);
    const left = changesOf(fold([note], { asOf: at }), at, undefined).next;
    const gone = changesOf(fold([note, withdraws(note)], { asOf: at }), at, left);
    expect(gone).toMatchObject({ put: [], void: [{ key: left.rows[0]?.key }] });
    const corrected = corrects(note, { location: 'northgate', body: 'Two vans short.' });
    const moved = changesOf(fold([note, corrected], { asOf: at }), at, left);
    expect(moved.put).toMatchObject([{ location: 'northgate', fact: corrected.id }]);
    expect(moved.void).toHaveLength(1);
  });

  it('has words that lead back to its story, as those of customers do', () => {
    const rows = fold([note, complains(march(3), { body: words.praise }), complains(march(4))]).rows;
    expect(rows.map((row) => [row.kind, wordsOf(row)?.fact])).toEqual([
      ['note', factSortKey(note)],
      ['words', undefined],
      ['complaint', expect.any(String)],
    ]);
  });
});
