import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, changed } from '../../../functions/domain/actions/action.ts';
import { type Judgement, judgementOf, precisionOf } from '../../../functions/domain/actions/precision.ts';
import { type GapKind, gapId, gapKinds, kindOfGap } from '../../../functions/domain/gaps/gap.ts';
import { march } from '../../builders.ts';
import { doneTo, openAction } from './working.ts';

const answersFor = (...kinds: GapKind[]) => ({ gapIds: kinds.map((kind) => gapId(kind, 'somewhere')) });
const resolved = (action = openAction(), day = 3): Action =>
  doneTo(action, { kind: 'resolve', reason: 'sent a new parcel' }, march(day));
const labelled = (label: 'not-a-complaint' | 'wrong-gap', action = openAction(), day = 4): Action =>
  doneTo(action, { kind: 'label', label }, march(day));
const ended = (action: Action, by: string, status: 'resolved' | 'verified' | 'unconfirmed'): Action =>
  changed(action, { status }, { at: march(6), by, type: status, change: status });

describe('LABEL-1: an action is judged', () => {
  it('wrong by a label, right by a person who resolved it', () => {
    expect(judgementOf(labelled('wrong-gap'))).toMatchObject({ verdict: 'wrong', at: march(4) });
    expect(judgementOf(resolved())).toMatchObject({ verdict: 'right', at: march(3) });
  });

  it('wrong by a label that came after it was resolved, and whatever came after the label', () => {
    expect(judgementOf(labelled('wrong-gap', resolved()))).toMatchObject({ verdict: 'wrong', at: march(4) });
    const again = doneTo(labelled('wrong-gap'), { kind: 'reopen', reason: 'it was one' }, march(5));
    expect(judgementOf(resolved(again, 7))?.verdict).toBe('wrong');
  });

  it('right where it was resolved, whether evidence bore that out or it opened again', () => {
    expect(judgementOf(ended(resolved(), 'triage', 'verified'))?.verdict).toBe('right');
    expect(judgementOf(ended(resolved(), 'clock', 'unconfirmed'))?.verdict).toBe('right');
    expect(judgementOf(doneTo(resolved(), { kind: 'reopen', reason: 'not yet' }, march(5)))?.verdict).toBe('right');
  });

  it('by nobody where triage or the clock ended it, even if a good word came later, or a person only dismissed it', () => {
    const byItself = ended(openAction(), 'triage', 'resolved');
    expect(judgementOf(openAction())).toBeUndefined();
    expect(judgementOf(byItself)).toBeUndefined();
    expect(judgementOf(ended(byItself, 'triage', 'verified'))).toBeUndefined();
    expect(judgementOf(doneTo(openAction(), { kind: 'dismiss', reason: 'twice' }, march(3)))).toBeUndefined();
  });
});

describe('LABEL-2: an action', () => {
  it('judges each kind of gap that it answers for, once', () => {
    const both = { ...openAction(), ...answersFor('unheard', 'unanswered', 'unheard') };
    expect(judgementOf(resolved(both))?.kinds).toEqual(['unanswered', 'unheard']);
    const { kinds, actions } = precisionOf(
      [resolved(both), labelled('wrong-gap', both)].flatMap((a) => judgementOf(a) ?? []),
    );
    expect(actions).toMatchObject({ judged: 2, wrong: 1 });
    expect(kinds.unheard).toMatchObject({ judged: 2, wrong: 1 });
    expect(kinds.surge).toEqual({ judged: 0, wrong: 0 });
  });

  it('is of the kind that the ids of its gaps begin with', () => {
    for (const kind of gapKinds) expect(kindOfGap(gapId(kind, 'cell', '["a","b"]'))).toBe(kind);
    expect(kindOfGap('recover-1')).toBeUndefined();
  });
});

describe('LABEL-3: whether a complaint was one', () => {
  const complaint = (action: Action) => judgementOf(action)?.complaint;

  it('is judged by the actions of a matter', () => {
    expect(complaint(resolved())).toBe('right');
    expect(complaint(labelled('not-a-complaint'))).toBe('wrong');
    const { matterId: _, ...without } = openAction();
    expect(complaint(resolved(without))).toBeUndefined();
  });

  it('is left open where only the gap was wrong', () => {
    expect(complaint(labelled('wrong-gap'))).toBeUndefined();
    expect(complaint(labelled('not-a-complaint', labelled('wrong-gap')))).toBe('wrong');
  });
});

describe('precision', () => {
  const judgements = fc.array(
    fc.record<Judgement>({
      verdict: fc.constantFrom('right', 'wrong'),
      at: fc.constant(march(3)),
      kinds: fc.subarray([...gapKinds]),
    }),
    { minLength: 1, maxLength: 40 },
  );

  it('is the share that was right, with its interval, the same whatever the order', () => {
    const of = (right: number, wrong: number) =>
      precisionOf([
        ...Array.from({ length: right }, () => ({ verdict: 'right' as const, at: march(3), kinds: [] })),
        ...Array.from({ length: wrong }, () => ({ verdict: 'wrong' as const, at: march(3), kinds: [] })),
      ]).actions;
    // By hand: z² = 2.70554, centre (0.9 + 0.13528) / 1.27055 = 0.81482, half 1.64485 x 0.12556 / 1.27055 = 0.16254.
    expect(of(9, 1)).toMatchObject({ judged: 10, wrong: 1, precision: { value: 0.9 } });
    expect(of(9, 1).precision?.low).toBeCloseTo(0.6523, 3);
    expect(of(9, 1).precision?.high).toBeCloseTo(0.9774, 3);
    fc.assert(
      fc.property(judgements, (some) => {
        expect(precisionOf(some.toReversed())).toEqual(precisionOf(some));
      }),
    );
  });

  it('falls with every action that is judged wrong, and lies within its interval', () => {
    fc.assert(
      fc.property(judgements, (some) => {
        const before = precisionOf(some).actions.precision;
        const after = precisionOf([...some, { verdict: 'wrong', at: march(3), kinds: [] }]).actions.precision;
        expect(after?.value).toBeLessThanOrEqual(before?.value ?? 0);
        // Where all or none are right one end is the share itself, but for the last digits.
        expect(after?.low).toBeLessThanOrEqual((after?.value ?? 0) + 1e-12);
        expect(after?.high).toBeGreaterThanOrEqual((after?.value ?? 1) - 1e-12);
      }),
    );
  });
});
