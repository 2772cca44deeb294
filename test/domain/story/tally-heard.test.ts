import { describe, expect, it } from 'vitest';
import { DAY, plus } from '../../../functions/domain/instant.ts';
import type { Fact } from '../../../functions/domain/message/fact.ts';
import type { TallyRow } from '../../../functions/domain/touchpoints/tally-row.ts';
import {
  answers,
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

type SurveyRow = Extract<TallyRow, { kind: 'survey' }>;
const surveys = (rows: readonly TallyRow[]): SurveyRow[] => rows.filter((row) => row.kind === 'survey');
const surveyOf = (...facts: Fact[]): SurveyRow | undefined => surveys(fold(facts).rows)[0];

const asked = march(5);
const invitation = invited(asked);

describe('TALLY-1: where a customer wrote before the invitation', () => {
  it('is channel and language, a review’s as well', () => {
    expect(surveyOf(complains(march(2), { channel: 'email' }), invitation)?.writing).toEqual({
      channel: 'email',
      language: 'en',
    });
    expect(surveyOf(reviews(march(2), 1, words.complaint), invitation)?.writing).toEqual({
      channel: 'review',
      language: 'en',
    });
  });

  it('is that of the words that most likely complain, of several as likely the last', () => {
    const question = complains(march(3), { channel: 'chat', body: words.question });
    const complaint = (day: number, channel: 'email' | 'sms') => complains(march(day), { channel });
    expect(surveyOf(complaint(2, 'email'), question, invitation)?.writing?.channel).toBe('email');
    expect(surveyOf(complaint(2, 'email'), complaint(4, 'sms'), invitation)?.writing?.channel).toBe('sms');
  });

  it('is not told of who wrote nothing, too long before, or afterwards', () => {
    expect(surveyOf(invitation)).not.toHaveProperty('writing');
    for (const at of [plus(asked, -60 * DAY - MOMENT), asked, plus(asked, DAY)])
      expect(surveyOf(complains(at), invitation)).not.toHaveProperty('writing');
    expect(surveyOf(complains(plus(asked, -60 * DAY)), invitation)).toHaveProperty('writing');
  });
});

describe('TALLY-1: an answer', () => {
  it('is unasked where nothing but the answer is known', () => {
    expect(surveyOf(answers(march(6), 9))).toMatchObject({ unasked: true });
    expect(surveyOf(invitation, answers(march(6), 9))).not.toHaveProperty('unasked');
    expect(surveyOf(held(asked), answers(march(6), 9))).not.toHaveProperty('unasked');
  });
});

describe('TALLY-1: a customer who is asked again', () => {
  const first = invited(march(2), { id: 's-0' });
  const second = (at: string, override: Parameters<typeof invited>[1] = {}) => invited(at, { id: 's-2', ...override });
  const again = (...facts: Fact[]) => surveys(fold(facts).rows).map((row) => row.askedBefore);

  it('counts as the same for four weeks', () => {
    expect(again(first, second(plus(march(2), 28 * DAY - MOMENT)))).toEqual([undefined, '2026-03-02']);
    expect(again(first, second(plus(march(2), 28 * DAY)))).toEqual([undefined, undefined]);
  });

  it('is asked the same, here', () => {
    expect(again(first, second(march(9), { metric: 'csat' }))).toEqual([undefined, undefined]);
    expect(again(first, second(march(9), { location: 'quay' }))).toEqual([undefined, undefined]);
    expect(again(first, second(march(9), { touchpoint: 'billing' }))).toEqual([undefined, undefined]);
  });

  it('is asked beside another metric where both come within a day', () => {
    const beside = (at: string) =>
      surveys(fold([first, second(at, { metric: 'csat' })]).rows).map((row) => row.beside ?? false);
    expect(beside(march(2))).toEqual([true, true]);
    expect(beside(plus(march(2), DAY))).toEqual([false, false]);
  });

  it('is one of whom a name is known', () => {
    const nobody = { customerId: undefined, interactionId: 'visit' };
    const { rows } = foldNameless([invited(march(2), { id: 's-0', ...nobody }), second(march(9), nobody)]);
    expect(surveys(rows).map((row) => row.askedBefore)).toEqual([undefined, undefined]);
  });
});

describe('TALLY-1: the complaint that an invitation found without a remedy', () => {
  it('is told with what it is about, and not in its words', () => {
    const complaint = complains(march(2));
    expect(surveyOf(complaint, invitation)?.brushedOff).toEqual({
      fact: complaint.id,
      at: march(2),
      probability: expect.any(Number),
      themes: expect.arrayContaining(['waiting', 'food']),
      causes: expect.any(Array),
    });
    expect(JSON.stringify(surveyOf(complaint, invitation))).not.toContain('spilled');
  });

  it('is none where it was put right before, or came afterwards', () => {
    expect(surveyOf(invitation)).not.toHaveProperty('brushedOff');
    expect(surveyOf(complains(march(2)), replies(march(3), 'remedy'), invitation)).not.toHaveProperty('brushedOff');
    expect(surveyOf(complains(plus(asked, MOMENT)), invitation)).not.toHaveProperty('brushedOff');
    expect(surveyOf(complains(march(2)), replies(plus(asked, MOMENT), 'remedy'), invitation)).toHaveProperty(
      'brushedOff',
    );
  });

  it('is one from before, although the matter went on', () => {
    const before = complains(march(2));
    const row = surveyOf(before, invitation, complains(plus(asked, DAY)));
    expect(row?.brushedOff?.fact).toBe(before.id);
  });
});

describe('TALLY-1: complaints that may be evidence', () => {
  it('come unasked', () => {
    const complaint = complains(march(2));
    expect(fold([complaint]).rows.find(({ kind }) => kind === 'complaint')).toMatchObject({
      told: { fact: complaint.id, at: march(2), themes: expect.arrayContaining(['waiting']) },
    });
  });

  it('stand beside a favourable score', () => {
    const answer = answers(march(6), 10, words.complaint);
    expect(surveyOf(invitation, answer)?.told).toMatchObject({ fact: answer.id });
  });

  it('are not what an unfavourable score says as well, what praises, or what was asked for', () => {
    const toldBeside = (score: number, comment: string, question?: string) =>
      surveyOf(invitation, answers(march(6), score, comment, { question }));
    expect(toldBeside(2, words.complaint)).not.toHaveProperty('told');
    expect(toldBeside(10, words.praise)).not.toHaveProperty('told');
    expect(toldBeside(10, words.complaint, 'What could we do better?')).not.toHaveProperty('told');
  });
});
