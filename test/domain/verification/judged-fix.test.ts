import { describe, expect, it } from 'vitest';
import { changed } from '../../../functions/domain/actions/action.ts';
import { addBusinessHours } from '../../../functions/domain/actions/business-calendar.ts';
import { deadlineHours } from '../../../functions/domain/actions/priority.ts';
import type { FixFigures, FixVerdict } from '../../../functions/domain/verification/judge-fix.ts';
import { afterJudgement, isDue, resolvedAt } from '../../../functions/domain/verification/judged-fix.ts';
import { march } from '../../builders.ts';
import { doneTo, nightOwls, openAction } from '../actions/working.ts';

const figures: FixFigures = {
  before: 0.148,
  after: 0.061,
  change: -0.45,
  low: -0.56,
  high: -0.31,
  controls: 5,
  leftAlone: -0.12,
};
const open = openAction({ id: 'fix-1', kind: 'fix', gapIds: ['dark-corner-1'] });
const resolved = doneTo(open, { kind: 'resolve', reason: 'two more drivers' }, march(5));
const judged = (verdict: FixVerdict, at = march(33), action = resolved) =>
  afterJudgement(action, 'dark-corner', verdict, nightOwls, at)?.action;
const notEnough: FixVerdict = { kind: 'not-enough' };

describe('VERIFY-10: a fix', () => {
  it('that helped is verified, with its figures', () => {
    const outcome =
      'verified: 45 % fewer customers are brushed off than without the fix (56 % fewer to 31 % fewer), ' +
      'by 5 flagged cells left alone; 14.8 of 100 invited before, 6.1 since';
    const action = judged({ kind: 'verified', ...figures });
    expect(action).toMatchObject({ status: 'verified', outcome, version: 3, dueAt: open.dueAt });
    expect(action?.history.at(-1)).toMatchObject({ type: 'verified', by: 'triage', change: outcome, at: march(33) });
  });

  it('that was none opens again as a second failure, due anew, and is reminded anew', () => {
    const told = { ...resolved, remindedAt: march(4), escalation: { level: 1, at: march(4) } };
    const verdict: FixVerdict = { kind: 'reopened', ...figures, change: 0.002, low: -0.3, high: 0.4, controls: 1 };
    const action = judged(verdict, march(33), told);
    expect(action).toMatchObject({
      status: 'reopened',
      priority: 'P2',
      parts: { ...open.parts, secondComplaint: 20 },
      raisedAt: open.raisedAt,
      dueAt: addBusinessHours(march(33), deadlineHours.P2, nightOwls.calendars.always as never),
    });
    expect(action?.outcome).toContain('reopened: no fewer customers are brushed off than without the fix');
    expect(action?.outcome).toContain('by 1 flagged cell left alone');
    expect(action).not.toHaveProperty('remindedAt');
    expect(action).not.toHaveProperty('escalation');
  });

  it('of a surge is told by customers a day', () => {
    const verdict: FixVerdict = { kind: 'verified', ...figures, before: 12.34, after: 3 };
    const action = afterJudgement(resolved, 'surge', verdict, nightOwls, march(33))?.action;
    expect(action?.outcome).toContain('45 % fewer customers complain');
    expect(action?.outcome).toContain('12.3 a day before, 3.0 since');
  });

  it('that cannot be judged tells until when, once for each time that it is judged', () => {
    let action = resolved;
    const told: (string | undefined)[] = [];
    for (const day of [6, 7, 33, 34, 47, 61, 62, 80]) {
      const next = judged(notEnough, march(day), action);
      told.push(next?.outcome);
      action = next ?? action;
    }
    expect(told).toEqual([
      'not enough data until 2026-04-02',
      undefined,
      'not enough data until 2026-04-16',
      undefined,
      'not enough data until 2026-04-30',
      'not enough data in 56 days',
      undefined,
      undefined,
    ]);
    expect(action).toMatchObject({ status: 'resolved', version: 6 });
    expect(resolvedAt(action)).toBe(march(5));
  });

  it('is judged only where a person said that it is done, and nothing was said since', () => {
    const byItself = changed(
      open,
      { status: 'resolved' },
      { at: march(5), by: 'triage', type: 'resolved', change: '' },
    );
    const others = [
      open,
      byItself,
      doneTo(resolved, { kind: 'label', label: 'wrong-gap' }, march(6)),
      doneTo(resolved, { kind: 'reopen', reason: 'still late' }, march(6)),
      { ...resolved, kind: 'ask' as const },
    ];
    expect(others.map((action) => isDue(action, march(33)))).toEqual(others.map(() => false));
    expect(judged({ kind: 'verified', ...figures }, march(33), byItself)).toBeUndefined();
    expect(isDue(resolved, march(33))).toBe(true);
  });
});
