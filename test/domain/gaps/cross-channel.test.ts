import { describe, expect, it } from 'vitest';
import { DAY, plus } from '../../../functions/domain/instant.ts';
import type { Fact } from '../../../functions/domain/message/fact.ts';
import {
  answers,
  complains,
  fold,
  foldNameless,
  gapsOf,
  MOMENT,
  march,
  replies,
  reviews,
  turnsOf,
  words,
} from '../../builders.ts';

const found = (...facts: Fact[]): number => gapsOf(fold(facts), 'cross-channel').length;
const turns = (...facts: Fact[]): string[] => turnsOf(fold(facts), 'cross-channel');

const complaint = complains(march(2));
const praised = answers(march(4), 10);

describe('CROSS-1: a favourable score beside a complaint elsewhere', () => {
  it('is a gap', () => {
    expect(gapsOf(fold([complaint, praised]), 'cross-channel')).toMatchObject([
      { state: 'open', openedAt: march(4), decidedBy: march(4), facts: [complaint.id, praised.id], customerId: 'ada' },
    ]);
  });

  it('is a gap beside a review too, and beside a complaint made later', () => {
    expect(found(complaint, reviews(march(4), 5))).toBe(1);
    expect(found(answers(march(1), 9), complaint)).toBe(1);
  });

  it('is none where the score is not favourable', () => {
    expect(found(complaint, answers(march(4), 8))).toBe(0);
    expect(found(complaint, answers(march(4), 0))).toBe(0);
    expect(found(complaint, answers(march(4), undefined, words.praise))).toBe(0);
  });

  it('is none where the complaint was put right before', () => {
    expect(found(complaint, replies(march(3), 'remedy'), praised)).toBe(0);
    expect(found(complaint, replies(march(4), 'remedy'), praised)).toBe(0);
  });

  it('is none for its own words: those contradict', () => {
    expect(found(reviews(march(2), 5, words.complaint))).toBe(0);
  });

  it('is suspected until the complaint is seen to be brushed off', () => {
    const before = answers(march(1), 9);
    expect(turns(before, complaint)).toEqual([`suspected ${march(2)}`, `open ${march(2, '14:00')}`]);
    expect(gapsOf(fold([before, complaint], { asOf: march(2, '13:00') }), 'cross-channel')).toMatchObject([
      { state: 'suspected', decidedBy: march(2) },
    ]);
  });

  it('is open at once where the score comes with the end of the time for an answer', () => {
    const two = march(2, '14:00');
    expect(turns(complaint, answers(two, 9))).toEqual([`open ${two}`]);
  });

  it('is suspected only, and cleared, where the remedy came in time', () => {
    const inTime = replies(march(2, '12:00'), 'remedy');
    expect(turns(answers(march(1), 9), complaint, inTime)).toEqual([
      `suspected ${march(2)}`,
      `cleared ${march(2, '12:00')}`,
    ]);
  });

  it('is cleared by a remedy that comes late', () => {
    expect(turns(complaint, praised, replies(march(5), 'remedy'))).toEqual([`open ${march(4)}`, `cleared ${march(5)}`]);
  });

  it('is a gap of the customer: nobody in particular has none', () => {
    const nobody = { customerId: undefined, interactionId: 'visit' };
    expect(foldNameless([complains(march(2), nobody), answers(march(4), 10, undefined, nobody)]).gaps).toEqual([]);
  });
});

describe('CROSS-2: score and complaint are about the same thing', () => {
  it('at one touchpoint up to 14 days apart', () => {
    const [within, beyond] = [plus(march(2), 14 * DAY), plus(march(2), 14 * DAY + MOMENT)];
    expect(found(complaint, answers(within, 10))).toBe(1);
    expect(found(complaint, answers(beyond, 10))).toBe(0);
    expect(found(answers(march(2), 10), complains(within))).toBe(1);
    expect(found(answers(march(2), 10), complains(beyond))).toBe(0);
  });

  it('in one interaction up to 60 days apart, at whatever touchpoint', () => {
    const ofOrder = { interactionId: 'order-1' };
    const billed = (at: string) => answers(at, 10, undefined, { ...ofOrder, touchpoint: 'billing' });
    expect(found(complains(march(2), ofOrder), billed(plus(march(2), 60 * DAY)))).toBe(1);
    expect(found(complains(march(2), ofOrder), billed(plus(march(2), 60 * DAY + MOMENT)))).toBe(0);
  });

  it('never at two touchpoints of two interactions, or at places that nobody named', () => {
    const nowhere = { touchpoint: undefined, location: undefined };
    expect(found(complaint, answers(march(4), 10, undefined, { touchpoint: 'billing' }))).toBe(0);
    expect(found(complains(march(2), nowhere), answers(march(4), 10, undefined, nowhere))).toBe(0);
  });
});
