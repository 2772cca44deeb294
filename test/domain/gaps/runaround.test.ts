import { describe, expect, it } from 'vitest';
import { DAY, plus } from '../../../functions/domain/instant.ts';
import type { Fact } from '../../../functions/domain/message/fact.ts';
import { complains, fold, gapsOf, MOMENT, march, replies, turnsOf } from '../../builders.ts';

const turns = (...facts: Fact[]): string[] => turnsOf(fold(facts), 'runaround');

const order = { interactionId: 'order-1' };
const atDelivery = (at: string): Fact => complains(at, order);
const atBilling = (at: string): Fact => complains(at, { ...order, touchpoint: 'billing' });
const hollow = (at: string): Fact => replies(at, 'hollow', order);

const three = [atDelivery(march(2)), atBilling(march(3)), atDelivery(march(4))];

describe('RUNAROUND-1: a customer is sent round in circles', () => {
  it('with three complaints over a day at two touchpoints', () => {
    expect(gapsOf(fold(three), 'runaround')).toMatchObject([
      {
        state: 'open',
        openedAt: march(4),
        decidedBy: march(4),
        touchpoint: 'delivery',
        facts: three.map(({ id }) => id),
      },
    ]);
  });

  it('not with two complaints', () => {
    expect(turns(atDelivery(march(2)), atBilling(march(4)))).toEqual([]);
  });

  it('not with three messages of one conversation', () => {
    expect(turns(atDelivery(march(2)), atBilling(march(2, '10:30')), atBilling(march(4)))).toEqual([]);
  });

  it('not within less than 24 hours', () => {
    const [first, second] = [atDelivery(march(2)), atBilling(march(2, '16:00'))];
    const dayOn = plus(march(2), DAY);
    expect(turns(first, second, atDelivery(plus(dayOn, -MOMENT)))).toEqual([]);
    expect(turns(first, second, atDelivery(dayOn))).toEqual([`open ${dayOn}`]);
  });

  it('not at one touchpoint with less than two hollow replies', () => {
    const same = [atDelivery(march(2)), atDelivery(march(3)), atDelivery(march(4))];
    expect(turns(...same, hollow(march(2, '12:00')))).toEqual([]);
    expect(turns(...same, hollow(march(2, '12:00')), hollow(march(3, '12:00')))).toEqual([`open ${march(4)}`]);
  });

  it('from the hollow reply on where that is the second', () => {
    const same = [atDelivery(march(2)), atDelivery(march(3)), atDelivery(march(4))];
    const story = fold([...same, hollow(march(2, '12:00')), hollow(march(5))]);
    expect(gapsOf(story, 'runaround')).toMatchObject([{ openedAt: march(5), decidedBy: march(5) }]);
  });

  it('from the message on that names the second touchpoint, not from the conversation’s first', () => {
    const same = [atDelivery(march(2)), atDelivery(march(3)), atDelivery(march(4))];
    expect(turns(...same, atBilling(march(4, '10:30')))).toEqual([`open ${march(4, '10:30')}`]);
  });

  it('not where a remedy came between: that began another matter', () => {
    const remedy = replies(march(3, '12:00'), 'remedy', order);
    expect(turns(...three, remedy)).toEqual([]);
  });

  it('until a remedy comes', () => {
    const remedy = replies(march(9), 'remedy', order);
    expect(turns(...three, remedy)).toEqual([`open ${march(4)}`, `cleared ${march(9)}`]);
  });

  it('not at touchpoints that nobody named', () => {
    const unplaced = { touchpoint: undefined, location: undefined, ...order };
    const nowhere = [march(2), march(3), march(4)].map((at) => complains(at, unplaced));
    expect(turns(...nowhere)).toEqual([]);
  });
});
