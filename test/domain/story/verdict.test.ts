import { describe, expect, it } from 'vitest';
import { type Instant, plus } from '../../../functions/domain/instant.ts';
import type { Fact } from '../../../functions/domain/message/fact.ts';
import type { Verdict } from '../../../functions/domain/story/verdict.ts';
import { bounced, complains, fold, held, invited, MOMENT, march, replies } from '../../builders.ts';

const verdictsOn = (facts: Fact[], asOf?: Instant): Verdict[] =>
  fold(facts, asOf ? { asOf } : {}).matters.flatMap(({ verdicts }) => verdicts);
const verdictOn = (facts: Fact[], asOf?: Instant): Verdict | undefined => verdictsOn(facts, asOf)[0];
const brushedOff = (at: Instant, hollow = false) => ({ kind: 'brushed-off', at, hollow });

// Monday, and the customer may expect an answer until two.
const monday = complains(march(2, '10:00'));
const two = march(2, '14:00');

describe('BRUSHED-1: the time in which a complaint must be answered', () => {
  it('is four working hours', () => {
    expect(verdictOn([monday], plus(two, -MOMENT))).toEqual({ kind: 'pending', until: two });
    expect(verdictOn([monday], two)).toMatchObject(brushedOff(two));
  });

  it('goes on after the weekend', () => {
    const friday = complains(march(6, '15:00'));
    const mondayAfter = march(9, '11:00');
    expect(verdictOn([friday], plus(mondayAfter, -MOMENT))).toEqual({ kind: 'pending', until: mondayAfter });
    expect(verdictOn([friday], mondayAfter)).toMatchObject(brushedOff(mondayAfter));
    expect(verdictOn([friday, replies(march(9, '10:30'), 'remedy')])).toMatchObject({ kind: 'remedied' });
  });

  it('begins when the office opens', () => {
    expect(verdictOn([complains(march(7, '12:00'))])).toMatchObject(brushedOff(march(9, '13:00')));
  });

  it('begins with the first message of a conversation', () => {
    expect(verdictsOn([monday, complains(march(2, '10:45'))])).toMatchObject([brushedOff(two)]);
  });

  it('ends with a survey invitation that comes first', () => {
    const asked = invited(march(2, '12:00'));
    expect(verdictOn([monday, asked], march(2, '12:00'))).toMatchObject(brushedOff(march(2, '12:00')));
    expect(verdictOn([monday, asked, replies(march(2, '13:00'), 'remedy')])?.kind).toBe('brushed-off');
    expect(verdictOn([monday, invited(march(2, '15:00'))])).toMatchObject(brushedOff(two));
  });

  it('is not ended by a survey that was held back, or an invitation from before the complaint', () => {
    expect(verdictOn([monday, held(march(2, '12:00'))])).toMatchObject(brushedOff(two));
    expect(verdictOn([monday, invited(march(2, '10:00'))])).toMatchObject(brushedOff(two));
  });

  it('is ended by an invitation that bounced: we asked before we answered', () => {
    const story = [monday, invited(march(2, '12:00')), bounced(march(2, '12:01'))];
    expect(verdictOn(story)).toMatchObject(brushedOff(march(2, '12:00')));
  });

  it('starts anew with a first reply that asks back, once', () => {
    const asksBack = replies(march(2, '12:00'), 'other');
    const later = march(2, '16:00');
    expect(verdictOn([monday, asksBack], plus(later, -MOMENT))).toEqual({ kind: 'pending', until: later });
    expect(verdictOn([monday, asksBack])).toMatchObject(brushedOff(later));
    for (const clock of ['13:00', '15:00']) {
      expect(verdictOn([monday, asksBack, replies(march(2, clock), 'other')])).toMatchObject(brushedOff(later));
    }
    expect(verdictOn([monday, asksBack, replies(later, 'remedy')])).toEqual({ kind: 'remedied', at: later });
  });

  it('does not start anew where an apology came with the question', () => {
    const story = [monday, replies(march(2, '11:00'), 'hollow'), replies(march(2, '12:00'), 'other')];
    expect(verdictOn(story)).toMatchObject(brushedOff(two, true));
  });

  it('does not start anew with a question that comes too late', () => {
    expect(verdictOn([monday, replies(plus(two, MOMENT), 'other')])).toMatchObject(brushedOff(two));
  });

  it('starts anew only until the invitation', () => {
    const story = [monday, replies(march(2, '12:00'), 'other'), invited(march(2, '15:00'))];
    expect(verdictOn(story)).toMatchObject(brushedOff(march(2, '15:00')));
  });

  it('runs for each complaint of a matter by itself', () => {
    const again = complains(march(3, '10:00'));
    const story = [monday, again, replies(march(3, '11:00'), 'remedy')];
    expect(verdictsOn(story)).toMatchObject([brushedOff(two), { kind: 'remedied', at: march(3, '11:00') }]);
  });
});

describe('BRUSHED-1: the answer to a complaint', () => {
  it('is a remedy up to the last moment', () => {
    expect(verdictOn([monday, replies(two, 'remedy')])).toEqual({ kind: 'remedied', at: two });
    expect(verdictOn([monday, replies(march(2), 'remedy')])).toEqual({ kind: 'remedied', at: march(2) });
  });

  it('is too late a moment after', () => {
    expect(verdictOn([monday, replies(plus(two, MOMENT), 'remedy')])).toMatchObject(brushedOff(two));
  });

  it('is a remedy even after an apology', () => {
    const story = [monday, replies(march(2, '11:00'), 'hollow'), replies(march(2, '13:00'), 'remedy')];
    expect(verdictOn(story)).toEqual({ kind: 'remedied', at: march(2, '13:00') });
  });

  it('is hollow where it only has words', () => {
    expect(verdictOn([monday, replies(march(2, '11:00'), 'hollow')])).toMatchObject(brushedOff(two, true));
    expect(verdictOn([monday, replies(plus(two, MOMENT), 'hollow')])).toMatchObject(brushedOff(two, false));
  });

  it('is not what was said before the complaint', () => {
    expect(verdictOn([replies(march(2, '09:30'), 'remedy'), monday])).toMatchObject(brushedOff(two));
  });
});

describe('BRUSHED-1: what decided that a complaint was brushed off', () => {
  const decidedBy = (...facts: Fact[]): string | undefined => {
    const verdict = verdictOn(facts);
    return verdict?.kind === 'brushed-off' ? verdict.by.fact.id : undefined;
  };

  it('is the invitation', () => {
    const asked = invited(march(2, '12:00'));
    expect(decidedBy(monday, replies(march(2, '11:00'), 'hollow'), asked)).toBe(asked.id);
  });

  it('is our last reply in time', () => {
    const hollow = replies(march(2, '11:00'), 'hollow');
    expect(decidedBy(monday, hollow, replies(march(2, '15:00'), 'hollow'))).toBe(hollow.id);
  });

  it('is the complaint itself where nobody replied', () => {
    const more = complains(march(2, '10:30'));
    expect(decidedBy(monday, more)).toBe(more.id);
  });
});
