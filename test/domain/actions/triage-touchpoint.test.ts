import { describe, expect, it } from 'vitest';
import type { Action } from '../../../functions/domain/actions/action.ts';
import { fixActionId, triageTouchpoint } from '../../../functions/domain/actions/triage-touchpoint.ts';
import type { Gap } from '../../../functions/domain/gaps/gap.ts';
import { ActionEntry, actionEntry } from '../../../functions/domain/outputs/action-entry.ts';
import { addWorkingHours, gap, march, owners } from '../../builders.ts';
import { darkCorner, looked, raisedAt, rolledUp, surging } from './compared-gaps.ts';

describe('TRIAGE-3: an action to fix a touchpoint', () => {
  const nameless = gap({
    kind: 'contradiction',
    scope: 'cell',
    customerId: undefined,
    matterId: undefined,
    facts: ['review:review-site:r-1'],
  });
  const responses = (count: number): Gap => ({
    ...nameless,
    facts: Array.from({ length: count }, (_, i) => `review:review-site:r-${i + 1}`),
  });

  it('is raised for a gap of its cell', () => {
    const triage = triageTouchpoint([nameless], undefined, owners, raisedAt);
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
    const first = looked([nameless]);
    expect(triageTouchpoint([nameless], first, owners, march(4))).toBeUndefined();
    expect(triageTouchpoint([responses(2)], first, owners, march(4))).toMatchObject({
      replaces: 1,
      action: { evidence: responses(2).facts },
    });
  });

  it('rises with the customers it touches', () => {
    expect(looked([responses(100)], looked([nameless]), march(4)).priority).toBe('P2');
  });

  it('is none once the gap is cleared', () => {
    expect(triageTouchpoint([{ ...nameless, state: 'cleared' }], undefined, owners, raisedAt)).toBeUndefined();
  });

  it.each<[string, Gap]>([
    [
      'Dark corner: delivery at Millfield brushes off about 140 customers a month, surveys show 9',
      darkCorner({ impact: { perMonth: 139.6, shown: 9.2 } }),
    ],
    [
      'Dark corner: delivery at Millfield brushes off about 1,200 customers a month, surveys show none',
      darkCorner({ impact: { perMonth: 1234, shown: 0.3 } }),
    ],
    [
      'Dark corner: delivery at Millfield brushes off about 1 customer a month, surveys show none',
      darkCorner({ impact: { perMonth: 1.459, shown: 0 } }),
    ],
    ['Dark corner: the score of delivery at Millfield hides its silence', darkCorner({ impact: undefined })],
    [
      'Dark corner: the score of delivery at Millfield hides its silence',
      darkCorner({ impact: { perMonth: 0.2, shown: 0 } }),
    ],
    ['Dark corner: delivery, at all locations, brushes off about 410 customers a month, surveys show 31', rolledUp()],
    [
      'Dark corner: Millfield, at all touchpoints, brushes off about 410 customers a month, surveys show 31',
      rolledUp({ scope: 'location', touchpoint: undefined, location: 'Millfield' }),
    ],
    ['Complaints about checkout at Quay Street are surging: 19 customers in 3 days, 4 expected', surging()],
    [
      'Complaints about checkout at Quay Street are surging: 3 customers in 1 day, less than 1 expected',
      surging({ surge: { days: 1, customers: 3, expected: 0.2 } }),
    ],
    ['Complaints about checkout at Quay Street are surging', surging({ surge: undefined })],
  ])('is called "%s"', (title, found) => {
    expect(looked([found]).title).toBe(title);
  });

  it('is written with its impact, and without what only triage needs', () => {
    const entry = actionEntry(looked([darkCorner()]));
    expect(entry.impact).toEqual({ perMonth: 139.6, shown: 9.2 });
    expect(ActionEntry.strict().parse(entry)).toEqual(entry);
    expect(actionEntry(looked([surging()]))).not.toHaveProperty('impact');
  });
});

describe('TRIAGE-6: a dark corner over several cells', () => {
  it('has the action of the cell that most of it lies in', () => {
    expect(fixActionId(rolledUp())).toBe(fixActionId(darkCorner()));
    const elsewhere = rolledUp({ anchor: { touchpoint: 'delivery', location: 'Quay Street' } });
    expect(fixActionId(elsewhere)).not.toBe(fixActionId(darkCorner()));
  });

  it('raises it there where the cell by itself is not dark', () => {
    const action = looked([rolledUp()]);
    expect(action).toMatchObject({ touchpoint: 'delivery', location: 'Millfield', owner: { team: 'Delivery' } });
    const joinedByCell = looked([rolledUp(), darkCorner()], action, march(4));
    expect(joinedByCell).toMatchObject({ id: action.id, version: 2, touchpoint: 'delivery', location: 'Millfield' });
    expect(joinedByCell.gapIds).toEqual([darkCorner().id, rolledUp().id].sort());
  });

  it('is owned where the action is, whatever it is called', () => {
    const location = rolledUp({ scope: 'location', touchpoint: undefined, location: 'Millfield' });
    expect(looked([location]).owner.team).toBe('Delivery');
  });

  it('gives the action its title and impact, being the wider', () => {
    const action = looked([darkCorner(), rolledUp()]);
    expect(action.title).toContain('at all locations');
    expect(action.impact).toEqual(rolledUp().impact);
  });

  it('stays in a cell without a location', () => {
    const action = looked([rolledUp({ anchor: { touchpoint: 'delivery' } })]);
    expect(action).toMatchObject({ id: expect.any(String), touchpoint: 'delivery' });
    expect(action).not.toHaveProperty('location');
  });

  it('is not taken for another action’s', () => {
    expect(() => triageTouchpoint([darkCorner(), surging()], undefined, owners, raisedAt)).toThrow(RangeError);
  });
});

describe('TRIAGE-7: how urgent a fix is', () => {
  const partsOf = (...gaps: Gap[]) => looked(gaps).parts;
  const perMonth = (customers: number) => ({ impact: { perMonth: customers, shown: 0 } });

  it('follows from the customers of a month in a dark corner, rounded up', () => {
    expect(partsOf(darkCorner(perMonth(9.1))).customers).toBe(partsOf(darkCorner(perMonth(10))).customers);
    expect(partsOf(darkCorner(perMonth(0))).customers).toBe(0);
    expect(looked([darkCorner(perMonth(100))]).priority).toBe('P1');
    expect(looked([darkCorner(perMonth(3))]).priority).toBe('P3');
  });

  it('follows from the customers of its days in a surge', () => {
    expect(partsOf(surging({ surge: { days: 3, customers: 100, expected: 4 } })).customers).toBe(25);
    expect(partsOf(surging({ surge: undefined })).customers).toBe(partsOf(darkCorner(perMonth(2))).customers);
  });

  it('follows from how surely the gap is no chance, apart from how surely its evidence complains', () => {
    expect(partsOf(darkCorner({ qValue: 0 })).confidence).toBe(10);
    expect(partsOf(darkCorner({ qValue: 0.1 })).confidence).toBe(9);
    expect(partsOf(darkCorner({ confidence: 0.5, qValue: 0 })).severity).toBe(12);
  });

  it('follows from the widest of its gaps and the surest', () => {
    const doubtful = rolledUp({ qValue: 0.1, confidence: 0.5 });
    expect(partsOf(doubtful, darkCorner({ qValue: 0, confidence: 0.9, ...perMonth(4) }))).toEqual({
      severity: 22,
      customers: 25,
      secondComplaint: 0,
      hollowApology: 0,
      confidence: 10,
    });
  });

  it.each<[string, Gap]>([
    ['no impact a month', darkCorner(perMonth(Number.NaN))],
    ['an endless one', darkCorner(perMonth(Number.POSITIVE_INFINITY))],
    ['a negative one', darkCorner(perMonth(-1))],
    ['nothing shown', darkCorner({ impact: { perMonth: 3, shown: Number.NaN } })],
    ['no customers', surging({ surge: { days: 3, customers: Number.NaN, expected: 4 } })],
    ['nothing expected', surging({ surge: { days: 3, customers: 9, expected: Number.NaN } })],
  ])('is not decided from figures that are %s', (_, found) => {
    expect(() => looked([found])).toThrow(RangeError);
  });
});

describe('TRIAGE-8: figures that a later look finds changed', () => {
  const first = looked([darkCorner({ impact: { perMonth: 20, shown: 3 } })]);
  const later = (perMonth: number, known: Action = first, override: Partial<Gap> = {}) =>
    triageTouchpoint([darkCorner({ impact: { perMonth, shown: 3 }, ...override })], known, owners, march(4));

  it('alter the title from a fifth on', () => {
    expect(later(16.1)).toBeUndefined();
    expect(later(23)).toBeUndefined();
    expect(later(24)).toMatchObject({
      replaces: 1,
      action: {
        title: 'Dark corner: delivery at Millfield brushes off about 24 customers a month, surveys show 3',
        impact: { perMonth: 24, shown: 3 },
      },
    });
    expect(later(16)?.action.history.at(-1)?.change).toBe('told by the newest figures');
  });

  it('are held against those that were written last, so that none creep', () => {
    const written = [19, 18, 17, 16, 15, 14, 13, 12].reduce(
      (known, perMonth) => later(perMonth, known)?.action ?? known,
      first,
    );
    expect(written).toMatchObject({ version: 3, impact: { perMonth: 12 } });
  });

  it('make it no less urgent and due no later', () => {
    const fewer = later(2)?.action;
    expect(fewer).toMatchObject({ priority: first.priority, parts: first.parts, dueAt: first.dueAt });
    expect(fewer?.title).toContain('about 2 customers');
  });

  it('do not undo the priority that people gave it, unless they are graver', () => {
    const lowered = { ...first, priority: 'P4' as const, dueAt: march(30), version: 2 };
    expect(later(16, lowered)?.action).toMatchObject({ priority: 'P4', dueAt: march(30) });
    expect(later(30, lowered)?.action.priority).toBe('P1');
  });

  it('alter it with the priority, and the deadline with that', () => {
    const tense = looked([darkCorner({ qValue: 0.1, confidence: 0.6, impact: { perMonth: 20, shown: 3 } })]);
    expect(tense.priority).toBe('P3');
    const risen = later(20, tense, { qValue: 0, confidence: 0.8 });
    expect(risen?.action).toMatchObject({ priority: 'P2', dueAt: addWorkingHours(march(4), 16) });
  });

  it('wait for one of these where only evidence comes and goes, and take it with them', () => {
    const facts = ['text:sms-gateway:t-9'];
    expect(later(20, first, { facts })).toBeUndefined();
    expect(later(30, first, { facts })?.action.evidence).toEqual([...first.evidence, ...facts]);
  });

  it('leave what somebody has taken up as it is, unless it becomes more urgent', () => {
    const taken = { ...first, status: 'acknowledged' as const, version: 2 };
    expect(later(5, taken)).toBeUndefined();
    expect(later(24, taken)).toBeUndefined();
    expect(later(100, taken)?.action).toMatchObject({
      status: 'acknowledged',
      priority: 'P1',
      impact: { perMonth: 100 },
    });
  });

  it('are told of another gap where that which they are of has closed', () => {
    const both = looked([darkCorner(), rolledUp({ impact: { perMonth: 150, shown: 5 } })]);
    expect(both.title).toContain('at all locations');
    const alone = looked([darkCorner()], both, march(4));
    expect(alone).toMatchObject({ version: 2, title: looked([darkCorner()]).title, impact: darkCorner().impact });
    expect(alone.gapIds).toEqual(both.gapIds);
  });

  it('of a surge alter its title alike', () => {
    const known = looked([surging()]);
    const grown = (customers: number) => surging({ surge: { days: 3, customers, expected: 4 } });
    expect(triageTouchpoint([grown(22)], known, owners, march(4))).toBeUndefined();
    expect(looked([grown(23)], known, march(4)).title).toContain('23 customers in 3 days');
  });
});
