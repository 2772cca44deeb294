import { describe, expect, it } from 'vitest';
import type { Action } from '../../../functions/domain/actions/action.ts';
import { Priority } from '../../../functions/domain/actions/priority.ts';
import {
  actionIdsOf,
  fixActionId,
  type Triage,
  triageCell,
  triageCustomer,
} from '../../../functions/domain/actions/triage.ts';
import type { Gap } from '../../../functions/domain/gaps/gap.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import type { Fact } from '../../../functions/domain/message/fact.ts';
import {
  addWorkingHours,
  answers,
  complains,
  fold,
  gap,
  invited,
  march,
  owners,
  replies,
  reviews,
  words,
} from '../../builders.ts';

const raisedAt = march(3, '11:00');

/** What triage makes of a story as it stands at a time, with the actions that are there. */
const triaged = (facts: Fact[], existing: readonly Action[] = [], asOf: Instant = raisedAt): Triage[] => {
  const { gaps, matters } = fold(facts, { asOf });
  return triageCustomer(
    gaps,
    matters.map(({ matter }) => matter),
    existing,
    owners,
    asOf,
  );
};
/** The actions after it. */
const raised = (facts: Fact[], existing: readonly Action[] = [], asOf?: Instant): Action[] => {
  const changed = triaged(facts, existing, asOf).map(({ action }) => action);
  return [...existing.filter(({ id }) => !changed.some((action) => action.id === id)), ...changed];
};
const theOnly = (actions: Action[]): Action => {
  expect(actions).toHaveLength(1);
  return actions[0] as Action;
};
const ofGaps = (...gaps: Gap[]): Action[] => triageCustomer(gaps, [], [], owners, raisedAt).map(({ action }) => action);

const complaint = complains(march(2));
const billing = { touchpoint: 'billing', location: 'online' };

describe('TRIAGE-1: a gap', () => {
  it.each<[Gap['kind'], Gap['state'], number]>([
    ['unanswered', 'open', 1],
    ['unanswered', 'suspected', 0],
    ['unanswered', 'cleared', 0],
    ['unheard', 'open', 1],
    ['unheard', 'suspected', 1],
    ['unheard', 'cleared', 0],
    ['cross-channel', 'suspected', 0],
    ['cross-channel', 'open', 1],
    ['contradiction', 'open', 1],
    ['runaround', 'open', 1],
  ])('of kind %s, %s, raises %d actions', (kind, state, count) => {
    expect(ofGaps(gap({ kind, state }))).toHaveLength(count);
    expect(actionIdsOf([gap({ kind, state })])).toHaveLength(count);
  });

  it('raises none where its matter was closed before it was first seen', () => {
    const closed = [complaint, invited(march(3, '09:00')), replies(march(3, '10:00'), 'remedy')];
    expect(fold(closed, { asOf: raisedAt }).gaps.map(({ state }) => state)).toEqual(['cleared', 'cleared']);
    expect(triaged(closed)).toEqual([]);
  });
});

describe('TRIAGE-2: an action to recover a customer', () => {
  it('has one owner, one deadline, and says what happened', () => {
    const action = theOnly(raised([complaint]));
    expect(action).toMatchObject({
      kind: 'recover',
      title: 'Complaint about delivery at millfield got no answer',
      owner: { team: 'Delivery', contact: '#delivery' },
      priority: 'P3',
      openedAt: march(2),
      raisedAt,
      dueAt: addWorkingHours(raisedAt, 40),
      status: 'open',
      customerId: 'ada',
      touchpoint: 'delivery',
      location: 'millfield',
      evidence: [complaint.id],
      version: 1,
      history: [{ at: raisedAt, by: 'triage', change: 'raised' }],
    });
    expect(actionIdsOf(fold([complaint], { asOf: raisedAt }).gaps)).toEqual([action.id]);
  });

  it('is not born overdue, however old the complaint', () => {
    const years = '2026-06-01T09:00:00.000Z';
    expect(theOnly(raised([complaint], [], years))).toMatchObject({
      openedAt: march(2),
      raisedAt: years,
      dueAt: '2026-06-05T16:00:00.000Z',
    });
  });

  it('goes to whoever takes the rest where no rule names an owner', () => {
    const action = theOnly(raised([complains(march(2), billing)]));
    expect(action).toMatchObject({ title: 'Complaint about billing at online got no answer', owner: { team: 'Care' } });
  });

  it('does not take a place that nobody named for a touchpoint', () => {
    const nowhere = complains(march(2), { touchpoint: undefined, location: undefined });
    expect(theOnly(raised([nowhere])).title).toBe('Complaint about an unknown touchpoint got no answer');
  });

  it('is one for all gaps of a matter', () => {
    const story = [complaint, replies(march(2, '11:00'), 'hollow'), invited(march(3, '09:00'))];
    const action = theOnly(raised(story));
    expect(action.gapIds).toHaveLength(2);
    expect(action).toMatchObject({ title: 'Complaint brushed off, then asked to score delivery at millfield' });
  });

  it('is one for each matter', () => {
    expect(raised([complaint, complains(march(2, '11:00'), billing)])).toHaveLength(2);
  });

  it('is one for a gap that hangs on no matter', () => {
    expect(theOnly(raised([answers(march(2), 10, words.complaint)]))).toMatchObject({
      title: 'Score for delivery at millfield and the words beside it disagree',
    });
  });

  it('is raised once: a second look changes nothing', () => {
    const story = [complaint, invited(march(3, '09:00')), reviews(march(3), 5, words.complaint)];
    expect(triaged(story, raised(story))).toEqual([]);
    expect(triaged(story, raised(story), march(4))).toEqual([]);
  });

  it('is joined by gaps that come later', () => {
    const first = raised([complaint]);
    const again = [complaint, invited(march(4))];
    const [joined] = triaged(again, first, march(4));
    expect(joined).toMatchObject({ replaces: 1, action: { id: first[0]?.id, version: 2, raisedAt } });
    expect(joined?.action.gapIds).toHaveLength(2);
    expect(joined?.action.evidence).toEqual([complaint.id, invited(march(4)).id]);
    expect(joined?.action.history.at(-1)).toEqual({ at: march(4), by: 'triage', change: 'evidence joined' });
  });

  it('becomes more urgent with what comes later, and due sooner', () => {
    const first = raised([complaint]);
    const worse = [complaint, complains(march(4)), replies(march(4, '12:00'), 'hollow')];
    const action = theOnly(raised(worse, first, march(5)));
    expect(action).toMatchObject({ priority: 'P1', dueAt: addWorkingHours(march(5), 8), version: 2 });
    expect(action.history.at(-1)?.change).toBe('evidence joined, P3 to P1');
  });

  it('is never due later for being more urgent', () => {
    const first = { ...theOnly(raised([complaint])), dueAt: march(4) };
    const worse = [complaint, complains(march(20)), replies(march(20, '12:00'), 'hollow')];
    expect(theOnly(raised(worse, [first], march(23)))).toMatchObject({ dueAt: march(4) });
  });

  it.each(Priority.options)('is never less urgent than it was, here %s', (priority) => {
    const urgent = { ...theOnly(raised([complaint])), priority };
    const more = theOnly(raised([complaint, invited(march(4))], [urgent], march(4)));
    expect(more.priority <= priority).toBe(true);
    if (priority <= 'P2') expect(more).toMatchObject({ priority, dueAt: urgent.dueAt, title: urgent.title });
  });

  it('keeps what people did with it', () => {
    const acknowledged = { ...theOnly(raised([complaint])), status: 'acknowledged' as const, version: 5 };
    const [triage] = triaged([complaint, invited(march(4))], [acknowledged], march(4));
    expect(triage).toMatchObject({ replaces: 5, action: { status: 'acknowledged', version: 6 } });
  });

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

  it('is taken over by one matter only where its own fell apart into two', () => {
    const [later, last] = [complains(march(3)), complains(march(5))];
    const before = raised([complaint, later, last], [], march(6));
    const apart = [later, last, replies(march(4), 'remedy'), replies(march(3, '12:00'), 'hollow')];
    const open = [complains(march(3), billing), ...apart.slice(1)];
    for (const story of [apart, open]) {
      const triages = triaged(story, before, march(9));
      expect(new Set(triages.map(({ action }) => action.id)).size).toBe(triages.length);
    }
  });

  it('keeps the first 200 pieces of evidence', () => {
    const facts = Array.from({ length: 201 }, (_, i) => `fact ${i}`);
    expect(ofGaps(gap({ facts }))[0]?.evidence).toHaveLength(200);
  });
});

describe('TRIAGE-3: an action to fix a touchpoint', () => {
  const nameless = gap({
    kind: 'contradiction',
    scope: 'cell',
    customerId: undefined,
    matterId: undefined,
    facts: ['review:review-site:r-1'],
  });

  it('is raised for a gap of its cell', () => {
    const triage = triageCell(nameless, 1, undefined, owners, raisedAt);
    expect(triage).toMatchObject({
      action: {
        id: fixActionId(nameless),
        kind: 'fix',
        owner: { team: 'Delivery' },
        touchpoint: 'delivery',
        location: 'millfield',
        priority: 'P4',
        dueAt: addWorkingHours(raisedAt, 80),
      },
    });
    expect(triage).not.toHaveProperty('replaces');
    expect(triage?.action).not.toHaveProperty('customerId');
  });

  it('is joined by more evidence, and changes with nothing else', () => {
    const first = triageCell(nameless, 1, undefined, owners, raisedAt)?.action;
    expect(triageCell(nameless, 1, first, owners, march(4))).toBeUndefined();
    const more = { ...nameless, facts: [...nameless.facts, 'review:review-site:r-2'] };
    expect(triageCell(more, 2, first, owners, march(4))).toMatchObject({
      replaces: 1,
      action: { evidence: more.facts },
    });
  });

  it('rises with the customers it touches', () => {
    const first = triageCell(nameless, 1, undefined, owners, raisedAt)?.action;
    expect(triageCell(nameless, 100, first, owners, march(4))).toMatchObject({ action: { priority: 'P2' } });
  });

  it('is none once the gap is cleared', () => {
    expect(triageCell({ ...nameless, state: 'cleared' }, 1, undefined, owners, raisedAt)).toBeUndefined();
  });
});
