import { describe, expect, it } from 'vitest';
import { DAY, plus } from '../../../functions/domain/instant.ts';
import type { Fact } from '../../../functions/domain/message/fact.ts';
import type { StoryFold } from '../../../functions/domain/story/story.ts';
import type { TallyRow } from '../../../functions/domain/touchpoints/tally-row.ts';
import {
  answers,
  bounced,
  complains,
  fold,
  foldNameless,
  held,
  invited,
  MOMENT,
  march,
  replies,
  reviews,
  words,
} from '../../builders.ts';

const rowsOf = ({ rows }: StoryFold, kind: TallyRow['kind']): TallyRow[] => rows.filter((row) => row.kind === kind);
const surveyOf = (...facts: Fact[]): TallyRow | undefined => rowsOf(fold(facts), 'survey')[0];

const asked = march(3);
const invitation = invited(asked);
const elsewhere = { touchpoint: 'billing', location: 'online' };

describe('STRATUM-1: what happened before an invitation', () => {
  const stratumAfter = (...before: Fact[]): unknown => surveyOf(...before, invitation);

  it('was no complaint', () => {
    expect(stratumAfter()).toMatchObject({ stratum: 'no-complaint', wrote: false });
    expect(stratumAfter(complains(march(2), { body: words.question }))).toMatchObject({
      stratum: 'no-complaint',
      wrote: true,
    });
  });

  it('was a complaint put right', () => {
    const remedy = replies(asked, 'remedy');
    expect(stratumAfter(complains(march(2)), remedy)).toMatchObject({ stratum: 'remedied', wrote: true });
    expect(stratumAfter(complains(march(2)), replies(plus(asked, MOMENT), 'remedy'))).toMatchObject({
      stratum: 'brushed-off',
    });
  });

  it.each([['silence'], ['hollow'], ['other']] as const)('was a complaint that got %s', (how) => {
    const reply = how === 'silence' ? [] : [replies(march(2, '11:00'), how)];
    expect(stratumAfter(complains(march(2)), ...reply)).toMatchObject({ stratum: 'brushed-off', wrote: true });
  });

  it('was one complaint left open, although another was put right', () => {
    const remedy = replies(march(2, '15:00'), 'remedy', { touchpoint: 'billing' });
    const both = [complains(march(2)), complains(march(2, '11:00'), elsewhere), remedy];
    expect(stratumAfter(...both)).toMatchObject({ stratum: 'brushed-off' });
  });

  it('is not what came with it or after it', () => {
    expect(stratumAfter(complains(asked))).toMatchObject({ stratum: 'no-complaint' });
    expect(stratumAfter(complains(plus(asked, -MOMENT)))).toMatchObject({ stratum: 'brushed-off' });
  });

  it('is never told by the survey itself', () => {
    const answer = answers(march(4), 2, words.complaint);
    expect(surveyOf(invitation, answer)).toMatchObject({ stratum: 'no-complaint', class: 'bottom' });
  });

  it('is told by a review too', () => {
    expect(stratumAfter(reviews(march(2), 1, words.complaint))).toMatchObject({ stratum: 'brushed-off' });
  });

  it('counts what was written in the 60 days before', () => {
    const question = (at: string) => complains(at, { body: words.question });
    expect(stratumAfter(question(plus(asked, -60 * DAY)))).toMatchObject({ wrote: true });
    expect(stratumAfter(question(plus(asked, -60 * DAY - MOMENT)))).toMatchObject({ wrote: false });
    expect(stratumAfter(question(asked))).toMatchObject({ wrote: false });
  });
});

describe('TALLY-1: the row of a survey', () => {
  it('stands on the day of the invitation, whenever the answer came', () => {
    expect(surveyOf(invitation, answers(march(9), 9))).toEqual({
      kind: 'survey',
      key: expect.stringMatching(/^survey#.{22}$/),
      touchpoint: 'delivery',
      location: 'millfield',
      day: '2026-03-03',
      at: asked,
      metric: 'nps',
      class: 'top',
      stratum: 'no-complaint',
      wrote: false,
      held: false,
      bounced: false,
      answeredAt: march(9),
      customer: 'hash-of-ada',
    });
  });

  it('has no class where nobody answered, or with words only', () => {
    expect(surveyOf(invitation)).toMatchObject({ class: 'none' });
    expect(surveyOf(invitation)).not.toHaveProperty('answeredAt');
    expect(surveyOf(invitation, answers(march(4), undefined, words.praise))).toMatchObject({
      class: 'none',
      answeredAt: march(4),
    });
  });

  it('is held where the customer was not asked', () => {
    expect(surveyOf(held(asked))).toMatchObject({ held: true, bounced: false, class: 'none', day: '2026-03-03' });
    expect(surveyOf(held(march(2)), invitation)).toMatchObject({ held: false, day: '2026-03-03' });
  });

  it('is bounced where the invitation came back, unless it was answered after all', () => {
    expect(surveyOf(invitation, bounced(march(4)))).toMatchObject({ bounced: true });
    expect(surveyOf(bounced(march(4)))).toMatchObject({ bounced: true, day: '2026-03-04' });
    expect(surveyOf(invitation, bounced(march(4)), answers(march(5), 7))).toMatchObject({ bounced: false });
  });

  it('counts an answer that nobody announced as asked when it came', () => {
    expect(surveyOf(answers(march(5), 3))).toMatchObject({ day: '2026-03-05', class: 'bottom', held: false });
  });

  it('is one for an anonymous invitation and its answer, which no name ties together', () => {
    const nobody = { customerId: undefined, interactionId: undefined };
    const facts = [invited(asked, nobody), answers(march(5), 3, undefined, nobody)];
    expect(new Set(facts.map(({ story }) => story)).size).toBe(1);
    expect(foldNameless(facts).rows).toMatchObject([{ kind: 'survey', day: '2026-03-03', class: 'bottom' }]);
  });

  it('of one name in two stories are two, so that neither overwrites the other', () => {
    const [mine, yours] = ['ada', 'bo'].map((customerId) => invited(asked, { customerId }));
    const keys = [mine, yours].flatMap((one) => (one ? foldNameless([one]).rows.map(({ key }) => key) : []));
    expect(new Set(keys).size).toBe(2);
  });

  it('is one for each survey, told apart by source and id', () => {
    const story = fold([invitation, invited(asked, { id: 's-2' }), invited(asked, { source: 'other-tool' })]);
    expect(new Set(rowsOf(story, 'survey').map(({ key }) => key)).size).toBe(3);
  });
});

describe('TALLY-1: the rows of what customers say unasked', () => {
  it('are one for each complaint, however many are one conversation', () => {
    const story = fold([complains(march(2)), complains(march(2, '10:30'), { id: 't-2' })]);
    expect(rowsOf(story, 'complaint')).toMatchObject([
      { day: '2026-03-02', customer: 'hash-of-ada' },
      { key: expect.stringMatching(/^complaint-text#.{22}$/) },
    ]);
  });

  it('are two for a review that complains', () => {
    expect(fold([reviews(march(2), 1, words.complaint)]).rows.map(({ key }) => key)).toEqual([
      expect.stringMatching(/^review#.{22}$/),
      expect.stringMatching(/^complaint-review#.{22}$/),
    ]);
    expect(fold([reviews(march(2), 5, words.praise)]).rows).toMatchObject([{ kind: 'review', class: 'top' }]);
  });

  it('are none for our own words, and for what does not complain but that there were words, of nobody named', () => {
    const story = fold([complains(march(2), { body: words.praise }), replies(march(2), 'hollow')]);
    expect(story.rows).toMatchObject([{ kind: 'words', key: expect.stringMatching(/^words#.{22}$/) }]);
    expect(story.rows[0]).not.toHaveProperty('customer');
  });

  it('are none for words in a survey answer', () => {
    expect(rowsOf(fold([answers(march(2), 1, words.complaint)]), 'complaint')).toEqual([]);
  });
});

describe('UNSCORED-1: the row of what was not scored', () => {
  const unscored = { sentiments: new Map() };

  it('is one for each feedback with words of a customer, on its own day, and names nobody', () => {
    const story = fold(
      [
        complains(march(2), { body: words.praise }),
        answers(march(4), 9, words.praise),
        reviews(march(5), 5, words.praise),
        replies(march(2), 'hollow'),
        invitation,
        answers(march(6), 9, undefined, { id: 's-2' }),
      ],
      unscored,
    );
    expect(rowsOf(story, 'unscored').map(({ day, key }) => [day, key.split('#')[0]])).toEqual([
      ['2026-03-02', 'unscored-text'],
      ['2026-03-04', 'unscored-survey'],
      ['2026-03-05', 'unscored-review'],
    ]);
    expect(rowsOf(story, 'unscored').filter((row) => 'customer' in row)).toEqual([]);
  });

  it('is none where there is a sentiment', () => {
    expect(rowsOf(fold([complains(march(2)), answers(march(4), 9, words.praise)]), 'unscored')).toEqual([]);
  });
});

describe('TALLY-1: the rows of nobody in particular', () => {
  const nobody = { customerId: undefined };

  it('name nobody', () => {
    const story = foldNameless([complains(march(2), nobody)]);
    expect(story.rows).toMatchObject([{ kind: 'complaint', touchpoint: 'delivery' }]);
    expect(story.rows[0]).not.toHaveProperty('customer');
  });

  it('carry a score that its own words contradict, as nobody can be called', () => {
    const answer = answers(march(2), 10, words.complaint, nobody);
    const [row] = foldNameless([answer]).rows;
    expect(row).toMatchObject({ contradiction: { fact: answer.id, at: march(2) } });
    expect(surveyOf(answers(march(2), 10, words.complaint))).not.toHaveProperty('contradiction');
  });

  it('carry it for a review too', () => {
    const review = reviews(march(2), 5, words.complaint, nobody);
    expect(foldNameless([review]).rows[0]).toMatchObject({ kind: 'review', contradiction: { fact: review.id } });
  });
});
