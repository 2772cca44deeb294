import { describe, expect, it } from 'vitest';
import type { Action } from '../../../functions/domain/actions/action.ts';
import { actionIdsOf, raises, triageCustomer } from '../../../functions/domain/actions/triage.ts';
import type { Gap } from '../../../functions/domain/gaps/gap.ts';
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
import { raised, raisedAt, theOnly, triaged } from './triaged.ts';

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
    expect(raises(gap({ kind, state }))).toBe(count === 1);
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
    const monthsLater = march(93);
    expect(theOnly(raised([complaint], [], monthsLater))).toMatchObject({
      openedAt: march(2),
      raisedAt: monthsLater,
      dueAt: addWorkingHours(monthsLater, 40),
    });
  });

  it('goes to whoever takes the rest where no rule names an owner', () => {
    const action = theOnly(raised([complains(march(2), billing)]));
    expect(action).toMatchObject({ title: 'Complaint about billing at online got no answer', owner: { team: 'Care' } });
  });

  it.each([
    ['hollow', 'got words only'],
    ['other', 'got no help'],
  ] as const)('says of a %s reply that the customer %s', (how, got) => {
    const story = [complaint, replies(march(2, '11:00'), how)];
    expect(theOnly(raised(story)).title).toBe(`Complaint about delivery at millfield ${got}`);
  });

  it('does not take a place that nobody named for a touchpoint', () => {
    const nowhere = complains(march(2), { touchpoint: undefined, location: undefined });
    expect(theOnly(raised([nowhere])).title).toBe('Complaint about an unknown touchpoint got no answer');
  });

  it('is one for all gaps of a matter', () => {
    const story = [complaint, replies(march(2, '11:00'), 'hollow'), invited(march(3, '09:00'))];
    const action = theOnly(raised(story));
    expect(action.gapIds).toHaveLength(2);
    expect(action).toMatchObject({
      title: 'Complaint brushed off, then asked to score delivery at millfield',
      openedAt: march(2, '11:00'),
    });
  });

  it('is one for each matter', () => {
    expect(raised([complaint, complains(march(2, '11:00'), billing)])).toHaveLength(2);
  });

  it('is as urgent as its own matter, whatever was complained of again in another', () => {
    const twice = [complains(march(2, '11:30'), billing), complains(march(3, '09:00'), billing)];
    const actions = raised([complaint, ...twice], [], march(4));
    expect(actions.find(({ touchpoint }) => touchpoint === 'delivery')?.priority).toBe('P3');
    expect(actions.find(({ touchpoint }) => touchpoint === 'billing')?.priority).not.toBe('P3');
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
    expect(joined?.action.history.at(-1)).toMatchObject({
      at: march(4),
      by: 'triage',
      change: 'evidence joined, graver',
    });
  });

  it('keeps what people did with it', () => {
    const acknowledged = { ...theOnly(raised([complaint])), status: 'acknowledged' as const, version: 5 };
    const [triage] = triaged([complaint, invited(march(4))], [acknowledged], march(4));
    expect(triage).toMatchObject({ replaces: 5, action: { status: 'acknowledged', version: 6 } });
  });

  it('keeps the first 200 pieces of evidence', () => {
    const facts = Array.from({ length: 201 }, (_, i) => `fact ${i}`);
    expect(ofGaps(gap({ facts }))[0]?.evidence).toHaveLength(200);
  });
});
