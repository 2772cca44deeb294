import { describe, expect, it } from 'vitest';
import type { Fact, FeedbackFact } from '../../../functions/domain/message/fact.ts';
import { attribution, type Place } from '../../../functions/domain/story/attribution.ts';
import { complains, march } from '../../builders.ts';

const nowhere = { touchpoint: undefined, location: undefined };
const unplaced = complains(march(9), nowhere);
const unplacedOfOrder = complains(march(9), { ...nowhere, interactionId: 'order-1' });

const placeOf = (fact: Fact, ...earlier: Fact[]): Place =>
  attribution([...earlier, fact] as FeedbackFact[])(fact as FeedbackFact);

const checkout = complains(march(2), { touchpoint: 'checkout', location: 'northgate' });
const returns = complains(march(3), { touchpoint: 'returns', location: 'online' });
const delivery = complains(march(4), { interactionId: 'order-1' });

describe('ATTRIBUTION-1: the place of a feedback', () => {
  it('is what it says itself', () => {
    expect(placeOf(delivery, checkout)).toEqual({ touchpoint: 'delivery', location: 'millfield' });
  });

  it('is that of its interaction before that of its customer', () => {
    expect(placeOf(unplacedOfOrder, checkout, delivery)).toEqual({ touchpoint: 'delivery', location: 'millfield' });
  });

  it('is that of the earliest of its customer', () => {
    expect(placeOf(unplaced, checkout, returns)).toEqual({ touchpoint: 'checkout', location: 'northgate' });
  });

  it('is that of its customer where its interaction tells none', () => {
    expect(placeOf(unplacedOfOrder, checkout)).toEqual({ touchpoint: 'checkout', location: 'northgate' });
  });

  it('may be told by what came later', () => {
    expect(attribution([unplaced, delivery] as FeedbackFact[])(unplaced as FeedbackFact).touchpoint).toBe('delivery');
  });

  it('is unattributed where nobody told it', () => {
    expect(placeOf(unplaced)).toEqual({ touchpoint: 'unattributed' });
  });

  it('keeps a location of its own beside an inherited touchpoint', () => {
    const placed = complains(march(9), { ...nowhere, location: 'harbour' });
    expect(placeOf(placed, checkout)).toEqual({ touchpoint: 'checkout', location: 'harbour' });
    expect(placeOf(placed)).toEqual({ touchpoint: 'unattributed', location: 'harbour' });
  });

  it('takes a missing location from its interaction, never from another visit of the customer', () => {
    const here = { touchpoint: 'checkout', location: undefined };
    expect(placeOf(complains(march(9), { ...here, interactionId: 'order-1' }), delivery)).toEqual({
      touchpoint: 'checkout',
      location: 'millfield',
    });
    expect(placeOf(complains(march(9), here), delivery)).toEqual({ touchpoint: 'checkout' });
  });

  it('joins touchpoint and location that two feedbacks of an interaction told apart', () => {
    const where = complains(march(2), { touchpoint: undefined, interactionId: 'order-1' });
    const what = complains(march(3), { location: undefined, interactionId: 'order-1' });
    for (const fact of [where, what, unplacedOfOrder]) {
      expect(placeOf(fact, where, what)).toEqual({ touchpoint: 'delivery', location: 'millfield' });
    }
  });
});
