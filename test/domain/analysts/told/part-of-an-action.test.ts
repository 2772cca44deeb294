import { describe, expect, it } from 'vitest';
import type { Action } from '../../../../functions/domain/actions/action.ts';
import { triageCustomer } from '../../../../functions/domain/actions/triage.ts';
import { partOfAnAction } from '../../../../functions/domain/analysts/told/part-of-an-action.ts';
import { DAY, plus } from '../../../../functions/domain/instant.ts';
import type { Fact } from '../../../../functions/domain/message/fact.ts';
import { answers, complains, fold, invited, march, owners, replies, textFact, words } from '../../../builders.ts';

/** Facts that the first action raised of a story answers for, by id. */
const partOf = (facts: readonly Fact[], choose: (action: Action) => boolean = () => true): string[] => {
  const story = fold(facts);
  const matters = story.matters.map(({ matter }) => matter);
  const actions = triageCustomer(story.gaps, matters, [], owners, march(31)).map(({ action }) => action);
  const action = actions.find(choose);
  if (!action) throw new TypeError('nothing raised');
  const gaps = story.gaps.filter(({ id }) => action.gapIds.includes(id));
  const part = partOfAnAction(story, action, gaps);
  expect(part.matters.map(({ matter }) => matter.id)).toEqual(action.matterId ? [action.matterId] : []);
  return part.heard.map(({ fact }) => fact.id);
};
const idsOf = (facts: readonly Fact[]): string[] => facts.map(({ id }) => id);

const complaint = complains(march(2), { interactionId: 'order-1' });
const hollow = replies(march(2, '10:30'), 'hollow');

describe('what an action answers for', () => {
  it('is its matter: complaints, our replies, surveys sent and answered since', () => {
    const again = complains(march(4), { interactionId: 'order-1' });
    const asked = invited(march(5), { touchpoint: 'checkout' });
    const answer = answers(march(6), 3, undefined, { touchpoint: 'checkout' });
    const all = [complaint, hollow, again, asked, answer];
    expect(partOf(all, ({ matterId }) => matterId !== undefined)).toEqual(idsOf(all));
  });

  it('is what else was said about the same interaction since the complaint, by the customer or by staff', () => {
    const number = textFact({
      id: 't-2',
      occurredAt: march(2, '12:00'),
      interactionId: 'order-1',
      body: words.question,
    });
    const note = textFact({ id: 'n-1', occurredAt: march(3), interactionId: 'order-1', channel: 'frontline' });
    const before = textFact({ id: 't-0', occurredAt: march(1), interactionId: 'order-1', body: words.praise });
    expect(partOf([before, complaint, hollow, number, note])).toEqual(idsOf([complaint, hollow, number, note]));
  });

  it('is not what the customer complains of besides, nor what has nothing to do with it', () => {
    const other = { interactionId: 'order-2', touchpoint: 'billing', location: undefined };
    const billing = complains(march(3), other);
    const reply = replies(march(3, '10:30'), 'hollow', { interactionId: 'order-2' });
    const praise = textFact({ id: 't-9', occurredAt: march(3, '12:00'), body: words.praise, touchpoint: 'checkout' });
    const ofDelivery = ({ touchpoint }: Action) => touchpoint === 'delivery';
    expect(partOf([complaint, hollow, billing, reply, praise], ofDelivery)).toEqual(idsOf([complaint, hollow]));
  });

  it('is no survey from before the complaint, and none once the matter is forgotten', () => {
    const before = invited(march(1), { id: 's-0' });
    const later = invited(plus(march(2), 61 * DAY), { id: 's-9' });
    expect(partOf([before, complaint, hollow, later])).toEqual(idsOf([complaint, hollow]));
  });

  it('is the evidence, where there is no matter', () => {
    const contradicts = answers(march(3), 10, words.complaint);
    const praise = textFact({ id: 't-9', occurredAt: march(4), body: words.praise });
    expect(partOf([contradicts, praise])).toEqual([contradicts.id]);
  });
});
