import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BusinessCalendar } from '../../../functions/domain/actions/business-calendar.ts';
import {
  deadlineHours,
  dueAt,
  Priority,
  type PriorityFacts,
  PriorityParts,
  priorityOf,
} from '../../../functions/domain/actions/priority.ts';
import { gapKinds } from '../../../functions/domain/gaps/gap.ts';

/** One customer, one sure complaint, no reply. */
const perfect: PriorityFacts = {
  kind: 'unanswered',
  customers: 1,
  complaintProbability: 0.9,
  confidence: 0.9,
  hollowReplies: 0,
};
const rank = (override: Partial<PriorityFacts>): Priority => priorityOf({ ...perfect, ...override }).priority;

const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyFacts: fc.Arbitrary<PriorityFacts> = fc.record(
  {
    kind: fc.constantFrom(...gapKinds),
    customers: fc.nat({ max: 100_000 }),
    complaintProbability: share,
    confidence: share,
    daysToSecondComplaint: fc.double({ min: 0, max: 200, noNaN: true }),
    hollowReplies: fc.nat({ max: 20 }),
  },
  { requiredKeys: ['kind', 'customers', 'complaintProbability', 'confidence', 'hollowReplies'] },
);
const totalOf = (facts: PriorityFacts): number =>
  Object.values(priorityOf(facts).parts).reduce((sum, part) => sum + part, 0);

describe('the priority of an action', () => {
  it.each<[string, Priority, Partial<PriorityFacts>]>([
    ['a contradictory comment', 'P4', { kind: 'contradiction' }],
    ['a contradictory comment that got a hollow answer', 'P3', { kind: 'contradiction', hollowReplies: 1 }],
    ['a complaint that got no answer', 'P3', {}],
    ['a complaint that got a hollow answer', 'P3', { hollowReplies: 1 }],
    ['a sure complaint that got a hollow answer', 'P2', { hollowReplies: 1, complaintProbability: 1, confidence: 1 }],
    ['a hollow answer and then a survey that nobody answers', 'P2', { kind: 'unheard', hollowReplies: 1 }],
    ['a second complaint soon after the first', 'P2', { daysToSecondComplaint: 2 }],
    ['a second complaint after a hollow answer', 'P1', { daysToSecondComplaint: 14, hollowReplies: 1 }],
    ['the same, much later', 'P3', { daysToSecondComplaint: 59, hollowReplies: 1 }],
    ['a runaround', 'P1', { kind: 'runaround', daysToSecondComplaint: 3 }],
    ['a runaround that is not quite sure', 'P1', { kind: 'runaround', daysToSecondComplaint: 3, confidence: 0.6 }],
    ['a dark corner of a few customers', 'P3', { kind: 'dark-corner', customers: 4 }],
    ['a dark corner of thirty customers', 'P2', { kind: 'dark-corner', customers: 30 }],
    ['a dark corner of a hundred customers', 'P1', { kind: 'dark-corner', customers: 100 }],
    ['a surge of ten customers', 'P3', { kind: 'surge', customers: 10 }],
    ['a surge of forty customers', 'P2', { kind: 'surge', customers: 40 }],
  ])('of %s is %s', (_case, priority, override) => {
    expect(rank(override)).toBe(priority);
  });

  it('holds repeated hollow apologies worse than silence', () => {
    expect(totalOf({ ...perfect, hollowReplies: 2 })).toBeGreaterThan(totalOf({ ...perfect, hollowReplies: 1 }));
    expect(totalOf({ ...perfect, hollowReplies: 1 })).toBeGreaterThan(totalOf(perfect));
  });

  it('keeps every part within its bounds, in whole points, 100 at most in all', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(PriorityParts.safeParse(priorityOf(facts).parts).success).toBe(true);
        expect(totalOf(facts)).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('reaches 100 points at the utmost', () => {
    const utmost = {
      customers: 100,
      complaintProbability: 1,
      confidence: 1,
      daysToSecondComplaint: 0,
      hollowReplies: 2,
    };
    expect(totalOf({ kind: 'runaround', ...utmost })).toBe(100);
  });

  it('never falls when one thing gets worse', () => {
    const worse = fc.constantFrom<(facts: PriorityFacts) => PriorityFacts>(
      (facts) => ({ ...facts, customers: facts.customers * 2 + 1 }),
      (facts) => ({ ...facts, complaintProbability: (facts.complaintProbability + 1) / 2 }),
      (facts) => ({ ...facts, confidence: (facts.confidence + 1) / 2 }),
      (facts) => ({ ...facts, daysToSecondComplaint: (facts.daysToSecondComplaint ?? 200) / 2 }),
      (facts) => ({ ...facts, hollowReplies: facts.hollowReplies + 1 }),
      (facts) => ({ ...facts, kind: 'runaround' }),
    );
    fc.assert(
      fc.property(anyFacts, worse, (facts, worsen) => {
        const [before, after] = [facts, worsen(facts)].map((one) => priorityOf(one).priority) as [Priority, Priority];
        expect(after <= before).toBe(true);
      }),
    );
  });

  it('always rises with a second complaint within 14 days', () => {
    fc.assert(
      fc.property(anyFacts, fc.double({ min: 0, max: 14, noNaN: true }), (facts, daysToSecondComplaint) => {
        const alone = priorityOf({ ...facts, daysToSecondComplaint: undefined }).priority;
        const again = priorityOf({ ...facts, daysToSecondComplaint }).priority;
        expect(alone === 'P1' || again < alone).toBe(true);
      }),
    );
  });

  it('refuses figures out of range, which would pass as a low priority', () => {
    for (const override of [
      { confidence: Number.NaN },
      { complaintProbability: 1.1 },
      { customers: -1 },
      { daysToSecondComplaint: -1 },
      { hollowReplies: -1 },
    ]) {
      expect(() => rank(override)).toThrow(RangeError);
    }
  });
});

describe('the deadline of an action', () => {
  const office: [string, string] = ['09:00', '17:00'];
  const calendar = BusinessCalendar.parse({
    timeZone: 'Europe/London',
    days: { mon: office, tue: office, wed: office, thu: office, fri: office },
  });
  const monday = '2026-03-02T11:00:00.000Z';

  it.each<[Priority, string]>([
    ['P1', '2026-03-03T11:00:00.000Z'],
    ['P2', '2026-03-04T11:00:00.000Z'],
    ['P3', '2026-03-09T11:00:00.000Z'],
    ['P4', '2026-03-16T11:00:00.000Z'],
  ])('of %s, raised on Monday 2 March at eleven, is %s', (priority, due) => {
    expect(dueAt(monday, priority, calendar)).toBe(due);
  });

  it('is nearer the higher the priority', () => {
    const hours = Priority.options.map((priority) => deadlineHours[priority]);
    expect(hours).toEqual([8, 16, 40, 80]);
  });
});
