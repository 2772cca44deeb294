import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, changed } from '../../../functions/domain/actions/action.ts';
import { clockEntry } from '../../../functions/domain/actions/clock-entry.ts';
import { judgementOf, precisionOf } from '../../../functions/domain/actions/precision.ts';
import { LONGEST_LINE, weekOf } from '../../../functions/domain/actions/week.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import { march } from '../../builders.ts';
import { doneTo, nightOwls, openAction } from './working.ts';

/** From Monday to Sunday; summed up on the Monday after. */
const span = { from: march(2, '00:00'), to: march(9, '00:00') };
const at = march(9, '09:00');

/** An action raised at a time of the week. */
const raised = (id: string, override: Partial<Action> = {}, on = march(3)): Action => {
  const action = openAction({ id, customerId: id, raisedAt: on, dueAt: march(20), ...override });
  return { ...action, history: action.history.map((change) => ({ ...change, at: on })) };
};
const fix = (id: string, touchpoint: string): Action => {
  const { customerId: _, ...action } = raised(id, { kind: 'fix', touchpoint, gapIds: ['dark-corner-1'] });
  return action;
};
const resolved = (action: Action, on: Instant): Action => doneTo(action, { kind: 'resolve', reason: 'seen to it' }, on);
const ended = (action: Action, status: 'verified' | 'unconfirmed' | 'reopened', on: Instant, change: string): Action =>
  changed(action, { status }, { at: on, by: status === 'unconfirmed' ? 'clock' : 'triage', type: status, change });

const told = (actions: readonly Action[], now = at): string[] =>
  weekOf(
    {
      changed: actions,
      entries: actions.map(clockEntry),
      precision: precisionOf(actions.flatMap((action) => judgementOf(action) ?? [])),
      owners: nightOwls,
      at: now,
    },
    span,
  );

describe('WEEK-2: a week', () => {
  it('without anything says so in five lines', () => {
    expect(told([])).toEqual([
      '0 actions raised, 0 closed; 0 open now, 0 of them overdue, 0 of those P1.',
      'Customers: 0 brushed off, 0 let down again; 0 won back by their own word, 0 not heard of since they were answered.',
      'Fixes: 0 verified, 0 failed, 0 waiting to be judged.',
      'Owners: nobody is over budget.',
      'Nobody judged any action in the last 13 weeks: a label, "not a complaint" or "wrong gap", tells how often they are right.',
    ]);
  });

  it('tells what was raised and closed in it, and what is open and overdue now, the most urgent by name', () => {
    const [counts] = told([
      raised('a', { dueAt: march(8) }),
      raised('b', { dueAt: march(7), priority: 'P1' }),
      resolved(raised('c'), march(5)),
      resolved(raised('before', {}, march(1)), march(4)),
      raised('after', {}, march(9, '08:00')),
    ]);
    expect(counts).toBe(
      '3 actions raised, 2 closed; 3 open now, 2 of them overdue, 1 of those P1. Most urgent of these: Complaint about delivery got no answer.',
    );
  });

  it('tells of customers who was brushed off, let down again, won back, and not heard of', () => {
    const done = (id: string) => resolved(raised(id, {}, march(1)), march(2));
    const [, customers] = told([
      raised('a'),
      raised('b', { customerId: 'a' }),
      raised('c', { gapIds: ['contradiction-1'] }),
      ended(done('d'), 'verified', march(4), 'verified: a favourable score'),
      ended(done('e'), 'unconfirmed', march(4), 'unconfirmed'),
      ended(done('f'), 'reopened', march(4), 'failed again'),
    ]);
    expect(customers).toBe(
      'Customers: 1 brushed off, 1 let down again; 1 won back by their own word, 1 not heard of since they were answered.',
    );
  });

  it('tells of fixes their figures, of those that failed first', () => {
    const done = (id: string, touchpoint: string) => resolved(fix(id, touchpoint), march(3));
    const [, , fixes] = told([
      ended(done('a', 'checkout'), 'verified', march(6), 'verified: complaints fell by 45 % (31 to 56 %)'),
      ended(done('b', 'delivery'), 'reopened', march(6), 'failed again: complaints fell by 3 % (-9 to 14 %)'),
      done('c', 'app'),
    ]);
    expect(fixes).toBe(
      'Fixes: 1 verified, 1 failed, 1 waiting to be judged. Failed: delivery, complaints fell by 3 % (-9 to 14 %). Verified: checkout, complaints fell by 45 % (31 to 56 %).',
    );
  });

  it('takes no fix for failed that triage itself had ended, or that opened again in another week', () => {
    const byItself = changed(
      fix('a', 'app'),
      { status: 'resolved' },
      { at: march(3), by: 'triage', type: 'resolved', change: '' },
    );
    const later = ended(resolved(fix('b', 'app'), march(3)), 'reopened', march(9, '08:00'), 'failed again');
    expect(told([ended(byItself, 'reopened', march(4), 'opened again'), later])[2]).toMatch(
      /^Fixes: 0 verified, 0 failed/,
    );
  });

  it('tells whose budget is exceeded, how long the oldest waits, and who is slow to take actions up', () => {
    const waiting = ['a', 'b'].map((id) => raised(id, { status: 'queued', openedAt: march(6, '09:00') }));
    const taken = [4, 10, 30].map((hours, i) =>
      doneTo(
        raised(`t${i}`, { owner: { team: 'Care', contact: '#care' } }),
        { kind: 'acknowledge' },
        march(3, `${10 + hours}:00`),
      ),
    );
    expect(told([...waiting, ...taken])[3]).toBe(
      'Owners: Delivery is over its budget (0 open of 3, 2 wait, the oldest 3 days old). Slowest to take up: Care, 10 working hours in the median of 3. Care is over its budget (3 open of 2).',
    );
    expect(told(taken.slice(1))[3]).toBe('Owners: nobody is over budget.');
  });

  it('tells what people said of the actions, and what they found wrong most often', () => {
    const wrong = doneTo(raised('w', { gapIds: ['surge-1'] }), { kind: 'label', label: 'wrong-gap' }, march(4));
    expect(told([wrong, resolved(raised('a'), march(4)), resolved(raised('b'), march(4))])[4]).toBe(
      'Of 3 actions that people judged in the last 13 weeks 67 % were right (90 % interval 25 to 92 %). Most often wrong: surge, 1 of 1.',
    );
  });

  it('is told the same whatever came after, as far as it happened in it', () => {
    const action = resolved(raised('a'), march(5));
    const later = doneTo(action, { kind: 'reopen', reason: 'not yet' }, march(10));
    const happened = (actions: Action[]) =>
      told(actions)
        .map((line) => line.split(';')[0])
        .slice(0, 2);
    expect(happened([later])).toEqual(happened([action]));
    expect(happened([later])[0]).toBe('1 action raised, 1 closed');
  });

  it('is five lines of at most 200 characters, the same whatever the order, whatever names there are', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 64 });
    const some = fc.array(
      fc.record({
        touchpoint: name,
        team: fc.oneof(name, fc.constantFrom('Delivery', 'Care')),
        kind: fc.constantFrom<Action['kind']>('recover', 'fix'),
        end: fc.constantFrom('open', 'verified', 'reopened', 'queued'),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(some, (all) => {
        const actions = all.map(({ touchpoint, team, kind, end }, i) => {
          const owner = { team, contact: '#x' };
          const action = raised(`a${i}`, {
            kind,
            owner,
            touchpoint,
            title: `About ${touchpoint}`,
            priority: 'P1',
            dueAt: march(4),
          });
          if (end === 'open') return action;
          if (end === 'queued') return { ...action, status: 'queued' as const };
          return ended(resolved(action, march(4)), end as 'verified' | 'reopened', march(6), `${end}: much`);
        });
        const lines = told(actions);
        expect(lines).toHaveLength(5);
        for (const line of lines) expect([...line].length).toBeLessThanOrEqual(LONGEST_LINE);
        expect(told(actions.toReversed())).toEqual(lines);
      }),
    );
  });
});
