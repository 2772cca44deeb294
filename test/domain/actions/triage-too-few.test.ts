import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../../functions/domain/actions/action.ts';
import { Priority } from '../../../functions/domain/actions/priority.ts';
import { askActionId, type Knowledge, triageTooFew } from '../../../functions/domain/actions/triage-too-few.ts';
import { addWorkingHours, march, owners } from '../../builders.ts';

const cell = { touchpoint: 'checkout', location: 'Quay Street' };
const perfect: Knowledge = {
  answers: 6,
  needed: 10,
  complaining: 14,
  facts: ['text:sms-gateway:t-1', 'text:sms-gateway:t-2'],
};
const triaged = (override: Partial<Knowledge> = {}, existing?: Action, asOf = march(3, '11:00')) =>
  triageTooFew(cell, { ...perfect, ...override }, existing, owners, asOf);
const looked = (override: Partial<Knowledge> = {}, existing?: Action, asOf?: string): Action => {
  const action = triaged(override, existing, asOf)?.action ?? existing;
  if (!action) throw new TypeError('nothing was raised');
  return action;
};

describe('TRIAGE-9: too few answers beside many complaints', () => {
  it('raise an action to ask', () => {
    expect(looked()).toMatchObject({
      id: askActionId(cell),
      kind: 'ask',
      title: 'Too few answers to know checkout at Quay Street: 6 of 10 needed, while 14 customers complained',
      owner: { team: 'Care' },
      ...cell,
      priority: 'P3',
      openedAt: march(3, '11:00'),
      dueAt: addWorkingHours(march(3, '11:00'), 40),
      status: 'open',
      gapIds: [],
      evidence: perfect.facts,
    });
  });

  it('raise none where few complain, or the answers are enough', () => {
    expect(triaged({ complaining: 4 })).toBeUndefined();
    expect(triaged({ complaining: 5 })).toBeDefined();
    expect(triaged({ answers: 10 })).toBeUndefined();
    expect(triaged({ answers: 0, needed: 0 })).toBeUndefined();
  });

  it('are less urgent than anything known to be wrong with as many', () => {
    expect(looked({ complaining: 100 }).parts).toEqual({
      severity: 6,
      customers: 25,
      secondComplaint: 0,
      hollowApology: 0,
      confidence: 10,
    });
  });

  it('go to whoever would fix the touchpoint', () => {
    const delivery = triageTooFew({ touchpoint: 'delivery' }, perfect, undefined, owners, march(3))?.action;
    expect(delivery).toMatchObject({ owner: { team: 'Delivery' }, touchpoint: 'delivery' });
    expect(delivery).not.toHaveProperty('location');
    expect(delivery?.title).toContain('to know delivery: 6');
  });

  it('alter the action with the customers by a fifth, not with each look', () => {
    const first = looked();
    expect(triaged({ answers: 8, complaining: 16, facts: ['another'] }, first, march(4))).toBeUndefined();
    expect(looked({ complaining: 17 }, first, march(4))).toMatchObject({
      version: 2,
      title: 'Too few answers to know checkout at Quay Street: 6 of 10 needed, while 17 customers complained',
      dueAt: first.dueAt,
    });
  });

  it.each<[string, Partial<Knowledge>]>([
    ['there are answers enough', { answers: 10 }],
    ['few customers complain', { complaining: 2 }],
  ])('end it when %s', (change, override) => {
    const ended = looked(override, looked(), march(9));
    expect(ended).toMatchObject({ status: 'resolved', version: 2 });
    expect(ended.history.at(-1)).toMatchObject({ at: march(9), by: 'triage', change: `resolved: ${change}` });
    expect(triaged(override, ended, march(10))).toBeUndefined();
    expect(looked({}, ended, march(30))).toMatchObject({
      status: 'reopened',
      dueAt: addWorkingHours(march(30), 40),
    });
  });

  it('leave it where a customer more or less complains', () => {
    const first = looked({ complaining: 5 });
    expect(triaged({ complaining: 3 }, first, march(4))).toBeUndefined();
  });

  it('leave what somebody has taken up to them', () => {
    const taken = { ...looked(), status: 'acknowledged' as const };
    for (const override of [{ answers: 10 }, { complaining: 0 }, { complaining: 30 }]) {
      expect(triaged(override, taken, march(9))).toBeUndefined();
    }
  });

  it('are not told from counts that are none', () => {
    for (const override of [{ answers: -1 }, { needed: Number.NaN }, { complaining: Number.NaN }]) {
      expect(() => triaged(override)).toThrow(RangeError);
    }
  });

  it('change nothing when looked at twice, and never make it less urgent while it is open', () => {
    const count = fc.nat({ max: 40 });
    const anyLook = fc.record({ answers: count, complaining: count });
    fc.assert(
      fc.property(fc.array(anyLook, { minLength: 1, maxLength: 8 }), (looks) => {
        let known: Action | undefined;
        for (const [i, look] of looks.entries()) {
          const next = triaged(look, known, march(3 + i))?.action ?? known;
          expect(triaged(look, next, march(4 + i))).toBeUndefined();
          if (known && next) {
            const [before, after] = [known, next].map(({ priority }) => Priority.options.indexOf(priority));
            expect(after).toBeLessThanOrEqual(before as number);
          }
          known = next;
        }
      }),
    );
  });
});
