import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../functions/domain/message/fact.ts';
import { whyOf, whyOfResponses } from '../../../functions/domain/why/why.ts';
import { answers, complains, fold, gapsOf, march, replies, reviews, words } from '../../builders.ts';

const first = complains(march(2));
const whyOfGap = (kind: Parameters<typeof gapsOf>[1], ...facts: Fact[]) => gapsOf(fold(facts), kind)[0]?.why;

describe('WHY-1: a customer’s gap', () => {
  it('has the themes of its words, and what happened to them', () => {
    expect(whyOfGap('unanswered', first)).toEqual({
      themes: ['waiting', 'food'],
      causes: expect.arrayContaining(['unowned']),
      phrases: expect.arrayContaining(['food', 'late', 'cold']),
      rules: expect.arrayContaining(['CONDUCT-1']),
    });
  });

  it('has first what most of its words speak of', () => {
    const again = complains(march(3), { body: 'Late again, and nobody rang. Unacceptable.' });
    const third = complains(march(4), { body: 'A delay once more! This is a disgrace.', touchpoint: 'billing' });
    const interactionId = 'order-1';
    const facts = [first, again, third].map(({ message }) =>
      complains(message.occurredAt, { ...message, interactionId } as object),
    );
    expect(whyOfGap('runaround', ...facts)?.themes).toEqual(['waiting', 'food']);
  });

  it('does not count what is praised beside the complaint', () => {
    const praise = answers(march(2, '12:00'), 10, words.praise);
    const complaint = complains(march(2), { body: 'It came far too late, unacceptable!' });
    expect(whyOfGap('cross-channel', complaint, praise)?.themes).toEqual(['waiting']);
  });

  it('has the themes of its praise where nothing complains, as where a scale was read upside down', () => {
    const upsideDown = answers(march(2), 0, words.praise);
    expect(whyOfGap('contradiction', upsideDown)).toMatchObject({ themes: ['food', 'staff'], causes: [] });
  });

  it('does not count our own replies', () => {
    const hollow = replies(march(2, '11:00'), 'hollow', { body: 'We are very sorry that our driver was late.' });
    expect(whyOfGap('unanswered', complains(march(2), { body: 'The food is off, disgusting' }), hollow)).toMatchObject({
      themes: ['food'],
      phrases: expect.not.arrayContaining(['driver', 'late']),
    });
  });

  it('has only the causes of what happened to the complaints it rests on', () => {
    const brushedOff = complains(march(2), { interactionId: 'order-1' });
    const contradicting = reviews(march(20), 5, words.complaint, { touchpoint: 'checkout' });
    const story = fold([brushedOff, contradicting, replies(march(20, '11:00'), 'remedy')]);
    const conduct = (kind: 'contradiction' | 'unanswered') =>
      gapsOf(story, kind)[0]?.why?.rules.filter((rule) => rule.startsWith('CONDUCT'));
    expect(conduct('contradiction')).toEqual([]);
    expect(conduct('unanswered')).toEqual(['CONDUCT-1']);
  });

  it('is told in phrases of our own lists, a dozen at most, and never in a customer’s own words', () => {
    const rare = fc.stringMatching(/^q[bcdfg]{5,9}x$/);
    fc.assert(
      fc.property(rare, rare, (one, other) => {
        const body = `${one} the ${other} food was late, my meals cold, delayed ${one}. Unacceptable!`;
        const story = fold([complains(march(2), { body }), answers(march(3), 10, `${body} ${other}`)]);
        expect(story.gaps.length).toBeGreaterThan(1);
        expect(JSON.stringify(story.gaps)).not.toMatch(new RegExp(`${one}|${other}`));
        for (const { why } of story.gaps) expect(why?.phrases.length).toBeLessThanOrEqual(12);
      }),
      { numRuns: 20 },
    );
  });

  it('is empty where there are no words', () => {
    expect(whyOf([], new Map())).toEqual({ themes: [], causes: [], phrases: [], rules: [] });
  });

  it('is the same whatever the order of its facts', () => {
    const { heard } = fold([first, complains(march(5), { body: words.praise }), answers(march(6), 1, words.complaint)]);
    const causes = new Map([[first.id, [{ cause: 'silo' as const, rules: ['CONDUCT-3'], evidence: [] }]]]);
    const { themes, causes: found, rules } = whyOf(heard, causes);
    expect(whyOf([...heard].reverse(), causes)).toMatchObject({ themes, causes: found, rules });
  });
});

describe('WHY-4: a gap of a touchpoint', () => {
  it('has the themes of the responses it rests on, most first, and their causes, `defect` only where no other shows', () => {
    expect(
      whyOfResponses([
        { themes: ['food'], causes: ['defect'] },
        { themes: ['waiting', 'food'], causes: ['cost-cutting', 'unowned'] },
      ]),
    ).toEqual({ themes: ['food', 'waiting'], causes: ['unowned', 'cost-cutting'], phrases: [], rules: [] });
  });

  it('has none where the rows were written before it was told', () => {
    expect(whyOfResponses([{}])).toEqual({ themes: [], causes: [], phrases: [], rules: [] });
  });
});
