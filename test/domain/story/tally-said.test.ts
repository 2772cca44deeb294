import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../functions/domain/instant.ts';
import { type Fact, factSortKey } from '../../../functions/domain/message/fact.ts';
import { digest } from '../../../functions/domain/message/identity.ts';
import type { StoryFold } from '../../../functions/domain/story/story.ts';
import { cellDayOf } from '../../../functions/domain/touchpoints/cell-day.ts';
import { windowOf } from '../../../functions/domain/touchpoints/comparison.ts';
import type { TallyRow } from '../../../functions/domain/touchpoints/tally-row.ts';
import { voicesOf } from '../../../functions/domain/touchpoints/voices.ts';
import { answers, complains, corrects, fold, foldNameless, invited, march, reviews, words } from '../../builders.ts';

const saidBy = ({ rows }: StoryFold, kind: TallyRow['kind']) =>
  rows.flatMap((row) => (row.kind === kind && 'said' in row ? [row.said] : []));

const wordsOf = (fact: Fact) => ({
  speaker: fact.message.customerId === undefined ? digest(fact.story) : 'hash-of-ada',
  fact: factSortKey(fact),
});

const complaint = complains(march(2));

describe('TALLY-1: what the words of a feedback add to its row', () => {
  it('is what a complaint speaks of, what lies behind it, and where its words are kept', () => {
    expect(saidBy(fold([complaint]), 'complaint')).toEqual([
      {
        complains: true,
        themes: ['waiting', 'food'],
        causes: ['defect'],
        words: wordsOf(complaint),
      },
    ]);
  });

  it('is not what happened to it: the causes of a touchpoint would be how often we reply', () => {
    const { matters, rows } = fold([complaint], { asOf: march(2, '14:00') });
    expect(matters[0]?.verdicts[0]?.kind).toBe('brushed-off');
    expect(rows.map((row) => ('said' in row ? row.said?.causes : undefined))).toEqual([['defect']]);
  });

  it('is told of a survey’s answer, on the day of its invitation', () => {
    const answer = answers(march(9), 2, words.complaint);
    const story = fold([invited(march(3)), answer]);
    expect(story.rows).toMatchObject([{ kind: 'survey', day: '2026-03-03', class: 'bottom' }]);
    expect(saidBy(story, 'survey')).toMatchObject([{ complains: true, words: wordsOf(answer) }]);
  });

  it('is told of praise, which does not complain', () => {
    expect(saidBy(fold([answers(march(2), 10, words.praise)]), 'survey')).toMatchObject([
      { complains: false, themes: ['food', 'staff'], causes: [] },
    ]);
  });

  it('is told of both rows of a review that complains', () => {
    const review = reviews(march(2), 1, words.complaint);
    const story = fold([review]);
    expect([...saidBy(story, 'review'), ...saidBy(story, 'complaint')].map((said) => said?.words)).toEqual([
      wordsOf(review),
      wordsOf(review),
    ]);
  });

  it('is nothing where there are no words', () => {
    const wordless = fold([invited(march(3)), answers(march(4), 9), reviews(march(5), 2)]);
    expect(wordless.rows.map((row) => 'said' in row)).toEqual([false, false]);
  });

  it('is that of the latest revision', () => {
    const corrected = corrects(complaint, { body: 'Your driver was so rude to us. Unacceptable!' });
    expect(saidBy(fold([complaint, corrected]), 'complaint')).toMatchObject([
      { themes: ['staff'], words: wordsOf(corrected) },
    ]);
  });

  it('is told of nobody in particular too', () => {
    const nameless = complains(march(2), { customerId: undefined });
    expect(saidBy(foldNameless([nameless]), 'complaint')).toMatchObject([{ words: wordsOf(nameless) }]);
  });

  it('never holds a word of the customer’s own, nor does anything that is added up from it', () => {
    const rare = fc.stringMatching(/^q[bcdfg]{5,9}x$/);
    fc.assert(
      fc.property(rare, rare, rare, (one, other, third) => {
        const body = `The ${one} food was late, ${other}! Unacceptable, cold and spilled.`;
        const story = fold([
          complains(march(2), { body }),
          invited(march(3)),
          answers(march(4), 10, `${third} ${body}`, { question: `How was ${third}?` }),
          reviews(march(5), 2, body, { title: third }),
        ]);
        const cell = { touchpoint: 'delivery', location: 'millfield' };
        const days = [...Map.groupBy(story.rows, ({ day }) => day)].map(([day, rows]) => cellDayOf(cell, day, rows));
        const voices = voicesOf(cell, days, windowOf(march(10), 28), march(10));
        expect(voices?.said.complaints).toBeGreaterThan(1);
        const kept = JSON.stringify([story.rows, story.gaps, days, voices]);
        expect([one, other, third].filter((word) => kept.includes(word))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('TALLY-2: what was said on a cell’s day', () => {
  const cell = { touchpoint: 'delivery', location: 'millfield' };
  const dayOfRows = ({ rows }: StoryFold, at: string) =>
    cellDayOf(
      cell,
      dayOf(at),
      rows.filter(({ day }) => day === dayOf(at)),
    ).said;

  it('counts a review that complains as one complaint and one score', () => {
    const review = reviews(march(2), 1, words.complaint);
    const said = dayOfRows(fold([review]), march(2));
    expect(said).toMatchObject({
      complaints: 1,
      themes: { waiting: 1, food: 1 },
      scores: { review: { all: { top: 0, middle: 0, bottom: 1 } } },
      complaining: [wordsOf(review)],
    });
  });

  it('counts a survey’s complaining words, with a score or without', () => {
    const scored = dayOfRows(fold([answers(march(2), 1, words.complaint)]), march(2));
    expect(scored).toMatchObject({ complaints: 1, scores: { nps: { all: { bottom: 1 } } } });
    const wordsAlone = dayOfRows(fold([answers(march(2), undefined, words.complaint)]), march(2));
    expect(wordsAlone).toMatchObject({ complaints: 1, scores: {} });
  });

  it('counts an unasked complaint without a score', () => {
    expect(dayOfRows(fold([complaint]), march(2))).toMatchObject({ complaints: 1, scores: {}, praising: [] });
  });

  it('draws praise, but no words that neither complain nor stand under a favourable score', () => {
    const praise = answers(march(2), 10, words.praise);
    expect(dayOfRows(fold([praise]), march(2))).toMatchObject({ complaints: 0, praising: [wordsOf(praise)] });
    expect(dayOfRows(fold([answers(march(2), 5, words.praise)]), march(2))).toMatchObject({ praising: [] });
    expect(dayOfRows(fold([complains(march(2), { body: words.praise })]), march(2))).toMatchObject({
      complaints: 0,
      praising: [],
    });
  });
});
