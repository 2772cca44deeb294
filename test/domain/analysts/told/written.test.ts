import { describe, expect, it } from 'vitest';
import { wordsOfFacts, written, writtenForOwners } from '../../../../functions/domain/analysts/told/written.ts';
import { answers, complains, invited, march, replies, reviews, textFact, withdraws, words } from '../../../builders.ts';

const note = (body: string) => textFact({ id: 'n-1', channel: 'frontline', body });
const complaint = complains(march(2));

describe('what was written', () => {
  it.each([
    ['a customer’s text', complaint, words.complaint],
    ['our reply', replies(march(2), 'hollow'), words.hollow],
    ['a comment', answers(march(2), 9, words.praise), words.praise],
    ['a review', reviews(march(2), 1, words.complaint), words.complaint],
    ['a note', note('The van broke down.'), 'The van broke down.'],
    ['an invitation', invited(march(2)), undefined],
    ['a bare score', answers(march(2), 9), undefined],
    ['a withdrawal', withdraws(complaint), undefined],
  ])('in %s', (_what, fact, text) => {
    expect(written(fact)).toBe(text);
    expect(writtenForOwners(fact)).toBe(text);
  });

  it('of staff about somebody whom the note makes known is not for owners', () => {
    const telling = note('My name is on the list, I live at 12 Mill Lane.');
    expect(written(telling)).toBeDefined();
    expect(writtenForOwners(telling)).toBeUndefined();
  });
});

describe('words of many facts', () => {
  const facts = Array.from({ length: 5 }, (_, i) => complains(march(i + 1), { body: `late ${i}` }));

  it('are told in the order of the facts, of too many the last', () => {
    const told = (most: number) => wordsOfFacts(facts, most, written).map(({ text }) => text);
    expect(told(9)).toEqual(['late 0', 'late 1', 'late 2', 'late 3', 'late 4']);
    expect(told(2)).toEqual(['late 3', 'late 4']);
  });

  it('leave out facts without any, which take nobody’s room', () => {
    const mixed = [complaint, invited(march(3)), invited(march(4), { id: 's-2' })];
    expect(wordsOfFacts(mixed, 1, written)).toEqual([{ fact: complaint.id, text: words.complaint }]);
  });

  it('fit an answer of Lambda, in the bytes that they take there', () => {
    const long = Array.from({ length: 300 }, (_, i) =>
      complains(march(1 + i / 100), { id: `t-${i}`, body: '“é”'.repeat(4_000) }),
    );
    const told = wordsOfFacts(long, 500, written);
    expect(told.at(-1)?.fact).toBe(long.at(-1)?.id);
    expect(Buffer.byteLength(JSON.stringify(told))).toBeLessThan(5_000_000);
    expect(told.length).toBeGreaterThan(100);
  });
});
