import { describe, expect, it } from 'vitest';
import { Priority } from '../../../functions/domain/actions/priority.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import { addWorkingHours, answers, complains, invited, march, replies, withdraws } from '../../builders.ts';
import { raised, theOnly, triaged } from './triaged.ts';

const complaint = complains(march(2));

describe('TRIAGE-2: the action of a matter whose story changes', () => {
  it('is the same where the matter gains an earlier beginning', () => {
    const first = raised([complaint]);
    const earlier = complains(march(1));
    const [joined, ...more] = triaged([earlier, complaint], first);
    expect(more).toEqual([]);
    expect(joined).toMatchObject({ replaces: 1, action: { id: first[0]?.id } });
    expect(triaged([earlier, complaint], raised([earlier, complaint], first))).toEqual([]);
  });

  it('is another for another matter, although one survey speaks against both', () => {
    const praised = answers(march(3, '09:00'), 10);
    const ofOrder = (at: Instant, interactionId: string, override = {}) =>
      complains(at, { interactionId, ...override });
    const first = ofOrder(march(2), 'order-1');
    const before = raised([first, praised]);
    expect(theOnly(before).evidence).toContain(praised.id);
    const remedy = replies(march(4), 'remedy', { interactionId: 'order-1' });
    const second = ofOrder(march(5), 'order-2');
    const after = raised([first, praised, remedy, second], before, march(9));
    expect(after).toHaveLength(2);
    expect(after[1]?.evidence).toContain(second.id);
  });

  it('stays with its matter where a late remedy shows that what followed was another', () => {
    const again = complains(march(4));
    const before = raised([complaint, again], [], march(5));
    const after = raised([complaint, again, replies(march(3), 'remedy')], before, march(6));
    expect(after).toHaveLength(2);
    expect(new Set(after.map(({ id }) => id)).size).toBe(2);
  });

  it('is taken over once where its matter is no more and two took its complaints', () => {
    const ofOrder = (day: number, order: string) =>
      complains(march(day), { touchpoint: order, interactionId: order, location: undefined });
    const opening = complains(march(2), { touchpoint: 'a', interactionId: 'b', location: undefined });
    const [a, b] = [ofOrder(3, 'a'), ofOrder(4, 'b')];
    const before = raised([opening, a, b], [], march(5));
    expect(theOnly(before).evidence).toEqual([opening.id, a.id, b.id]);
    const apart = [opening, withdraws(opening), a, b];
    const after = raised(apart, before, march(6));
    expect(after).toHaveLength(2);
    expect(after.map(({ id }) => id)).toContain(before[0]?.id);
    expect(triaged(apart, after, march(6))).toEqual([]);
  });
});

describe('TRIAGE-4: an action that more evidence joins', () => {
  it('becomes more urgent with what comes later, and due sooner', () => {
    const first = raised([complaint]);
    const worse = [complaint, complains(march(4)), replies(march(4, '12:00'), 'hollow')];
    const action = theOnly(raised(worse, first, march(5)));
    expect(action).toMatchObject({ priority: 'P1', dueAt: addWorkingHours(march(5), 8), version: 2 });
    expect(action.history.at(-1)?.change).toBe('evidence joined, graver: P3 to P1');
  });

  it('is never due later for being more urgent', () => {
    const first = { ...theOnly(raised([complaint])), dueAt: march(4) };
    const worse = [complaint, complains(march(12)), replies(march(12, '12:00'), 'hollow')];
    expect(theOnly(raised(worse, [first], march(17)))).toMatchObject({ dueAt: march(4) });
  });

  it('is never less urgent than it was', () => {
    for (const priority of Priority.options) {
      const before = { ...theOnly(raised([complaint])), priority };
      const after = theOnly(raised([complaint, invited(march(4))], [before], march(4)));
      expect(after.priority <= priority).toBe(true);
      expect(after.dueAt <= before.dueAt).toBe(true);
    }
  });

  it('goes to the owner of the graver kind, unless somebody has taken it up', () => {
    const sentRound = [
      complaint,
      replies(march(2, '12:00'), 'hollow'),
      complains(march(4)),
      replies(march(4, '12:00'), 'hollow'),
      complains(march(5)),
    ];
    const first = theOnly(raised([complaint]));
    const taken = { ...first, status: 'acknowledged' as const };
    expect(first.owner.team).toBe('Delivery');
    expect(theOnly(raised(sentRound, [first], march(6))).owner.team).toBe('Recovery');
    expect(theOnly(raised(sentRound, [taken], march(6))).owner.team).toBe('Delivery');
  });
});
