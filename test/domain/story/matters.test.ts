import { describe, expect, it } from 'vitest';
import { DAY, HOUR, plus } from '../../../functions/domain/instant.ts';
import type { Fact } from '../../../functions/domain/message/fact.ts';
import { complaintFacts, type Matter } from '../../../functions/domain/story/matters.ts';
import {
  answers,
  complains,
  fold,
  foldNameless,
  invited,
  MOMENT,
  march,
  replies,
  reviews,
  withdraws,
  words,
} from '../../builders.ts';

const touchpointsOf = (matter: Matter): string[] => [
  ...new Set(complaintFacts(matter).map(({ place }) => place.touchpoint)),
];

const mattersOf = (...facts: Fact[]): Matter[] => fold(facts).matters.map(({ matter }) => matter);
/** How many complaints each matter has. */
const shapeOf = (...facts: Fact[]): number[] => mattersOf(...facts).map(({ complaints }) => complaints.length);

const first = march(2);
const elsewhere = { touchpoint: 'billing', location: 'online' };
const order = (interactionId: string, override = {}) => ({ interactionId, ...override });

describe('MATTER-1: a complaint belongs', () => {
  it('to a matter of its own where nothing is open', () => {
    expect(shapeOf(complains(first))).toEqual([1]);
  });

  it('to the matter of its interaction, wherever it is made', () => {
    const again = complains(march(20), order('order-1', elsewhere));
    expect(shapeOf(complains(first, order('order-1')), again)).toEqual([2]);
  });

  it('to the matter of its touchpoint up to 14 days after the last complaint', () => {
    const [inTime, late] = [plus(first, 14 * DAY), plus(first, 14 * DAY + MOMENT)];
    expect(shapeOf(complains(first), complains(inTime))).toEqual([2]);
    expect(shapeOf(complains(first), complains(late))).toEqual([1, 1]);
    expect(shapeOf(complains(first), complains(march(12)), complains(march(24)))).toEqual([3]);
  });

  it('to another matter at another touchpoint', () => {
    expect(shapeOf(complains(first), complains(march(3), elsewhere))).toEqual([1, 1]);
  });

  it('to the matter of its interaction before that of its touchpoint', () => {
    const [delivery, billing] = [complains(first, order('order-1')), complains(march(3), elsewhere)];
    expect(shapeOf(delivery, billing, complains(march(4), order('order-1', elsewhere)))).toEqual([2, 1]);
  });

  it('to the youngest of several that fit', () => {
    const again = complains(march(24), order('order-2'));
    expect(shapeOf(complains(first, order('order-1')), again, complains(march(25)))).toEqual([1, 2]);
    const billing = [complains(march(3), order('order-2', elsewhere)), complains(march(4), order('order-2'))];
    expect(shapeOf(complains(first, order('order-1')), ...billing, complains(march(5)))).toEqual([1, 3]);
  });

  it('to no matter of a place that nobody named', () => {
    const nowhere = { touchpoint: undefined, location: undefined };
    expect(shapeOf(complains(first, nowhere), complains(march(3), nowhere))).toEqual([1, 1]);
  });

  it('to a new matter once a remedy has closed the old one', () => {
    expect(shapeOf(complains(first), replies(march(3), 'remedy'), complains(march(4)))).toEqual([1, 1]);
  });

  it('to a matter that keeps its name however it goes on, and gets another only with another beginning', () => {
    const [opening] = mattersOf(complains(first));
    const [later] = mattersOf(complains(first), complains(march(3)), replies(march(4), 'remedy'));
    const [withdrawn] = mattersOf(complains(first), withdraws(complains(first)), complains(march(3)));
    expect(later?.id).toBe(opening?.id);
    expect(withdrawn?.id).not.toBe(opening?.id);
  });

  it('to a customer: nobody’s complaints make no matter', () => {
    const nobody = { customerId: undefined, interactionId: 'visit' };
    const story = foldNameless([complains(first, nobody), complains(march(3), nobody)]);
    expect(story).toMatchObject({ matters: [], gaps: [] });
    expect(story.rows).toHaveLength(2);
  });
});

describe('MATTER-2: one conversation', () => {
  it('is one complaint as long as no pause is over an hour', () => {
    const [inTime, late] = [plus(first, HOUR), plus(first, HOUR + MOMENT)];
    expect(shapeOf(complains(first), complains(inTime))).toEqual([1]);
    expect(shapeOf(complains(first), complains(late))).toEqual([2]);
    expect(shapeOf(complains(first), complains(march(2, '10:50')), complains(march(2, '11:40')))).toEqual([1]);
  });

  it('keeps all that was said', () => {
    const [matter] = mattersOf(complains(first), complains(march(2, '10:50'), order('order-1', elsewhere)));
    expect(matter && touchpointsOf(matter)).toEqual(['delivery']);
    const [joined] = mattersOf(
      complains(first, order('order-1')),
      complains(march(2, '10:50'), order('order-1', elsewhere)),
    );
    expect(joined && touchpointsOf(joined)).toEqual(['delivery', 'billing']);
    expect(joined?.complaints).toMatchObject([{ at: first, lastAt: march(2, '10:50') }]);
  });
});

describe('MATTER-3: a reply is about', () => {
  const closed = (...facts: Fact[]): boolean[] => mattersOf(...facts).map(({ remedy }) => remedy !== undefined);
  const delivery = complains(first);
  const billing = complains(march(3), elsewhere);

  it('its touchpoint’s matter', () => {
    expect(closed(delivery, billing, replies(march(4), 'remedy', { touchpoint: 'delivery' }))).toEqual([true, false]);
  });

  it('its interaction’s matter', () => {
    const ofOrder = complains(first, order('order-1'));
    expect(closed(ofOrder, billing, replies(march(4), 'remedy', order('order-1')))).toEqual([true, false]);
  });

  it('what the customer last complained of, where it names neither', () => {
    expect(closed(delivery, billing, replies(march(4), 'remedy'))).toEqual([false, true]);
    expect(closed(delivery, billing, complains(march(4)), replies(march(5), 'remedy'))).toEqual([true, false]);
  });

  it('what the customer last complained of, where the step it names was never complained of', () => {
    expect(closed(delivery, replies(march(4), 'remedy', { touchpoint: 'support-call' }))).toEqual([true]);
  });

  it('nothing, where it names another interaction than the one complained of', () => {
    const ofOrder = complains(first, order('order-1'));
    expect(closed(ofOrder, replies(march(4), 'remedy', order('order-2')))).toEqual([false]);
    expect(closed(ofOrder, replies(march(4), 'remedy', order('order-2', { touchpoint: 'delivery' })))).toEqual([false]);
    expect(closed(delivery, replies(march(4), 'remedy', order('order-2')))).toEqual([true]);
  });

  it('nothing, where the last complaint lies over 14 days back', () => {
    expect(closed(delivery, replies(plus(first, 14 * DAY), 'remedy'))).toEqual([true]);
    expect(closed(delivery, replies(plus(first, 14 * DAY + MOMENT), 'remedy'))).toEqual([false]);
  });

  it('nothing, where it comes before the complaint', () => {
    expect(closed(replies(march(1), 'remedy'), delivery)).toEqual([false]);
  });

  it('kept whatever it is worth, but only a remedy closes', () => {
    const [matter] = mattersOf(delivery, replies(march(3), 'hollow'), replies(march(4), 'other'));
    expect(matter?.replies.map(({ reply }) => reply)).toEqual(['hollow', 'other']);
    expect(matter?.remedy).toBeUndefined();
  });
});

describe('MATTER-4: a matter', () => {
  const stratumAfter = (days: number): unknown => {
    const asked = plus(first, days * DAY);
    return fold([complains(first), invited(asked)]).rows.find(({ kind }) => kind === 'survey');
  };

  it('colours an invitation up to 60 days after the last complaint', () => {
    expect(stratumAfter(60)).toMatchObject({ stratum: 'brushed-off' });
    expect(stratumAfter(60 + MOMENT / DAY)).toMatchObject({ stratum: 'no-complaint' });
  });
});

describe('MATTER-5: words in a survey answer', () => {
  const comment = answers(march(4), 2, words.complaint);

  it('open no matter', () => {
    expect(shapeOf(comment)).toEqual([]);
  });

  it('join one', () => {
    expect(shapeOf(complains(first), comment)).toEqual([2]);
  });

  it('are told from a review, which opens one', () => {
    expect(shapeOf(reviews(first, 1, words.complaint))).toEqual([1]);
  });
});
