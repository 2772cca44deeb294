import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triageCustomer } from '../../../functions/domain/actions/triage.ts';
import { raisedFrom } from '../../../functions/domain/actions/triage-from.ts';
import { triageTooFew } from '../../../functions/domain/actions/triage-too-few.ts';
import { triageTouchpoint } from '../../../functions/domain/actions/triage-touchpoint.ts';
import type { Gap } from '../../../functions/domain/gaps/gap.ts';
import { type Day, dayOf } from '../../../functions/domain/instant.ts';
import { gap, march, owners } from '../../builders.ts';
import { darkCorner, looked } from './compared-gaps.ts';

/** Raised at a look as of then, before or after the 5th of March. */
const ofCustomer = (gaps: readonly Gap[], asOf = march(6), raiseFrom: Day | undefined = '2026-03-05') => {
  const [triage] = triageCustomer(gaps, [], [], owners, asOf);
  return raisedFrom(raiseFrom, gaps, triage);
};
const old = gap({ decidedBy: march(4, '23:59') });
const young = gap({ id: 'unheard-1', kind: 'unheard', decidedBy: march(5, '00:00') });
const other = gap({ id: 'unheard-2', kind: 'unheard', matterId: 'matter-2', decidedBy: march(5, '09:00') });

describe('TRIAGE-12: before a day that is set', () => {
  it('nothing is raised of what was decided before it, however late it is looked at', () => {
    expect(ofCustomer([old])).toBeUndefined();
    expect(ofCustomer([young])).toMatchObject({ action: { gapIds: ['unheard-1'] } });
  });

  it('what goes on after it brings along what came before', () => {
    expect(ofCustomer([old, young])).toMatchObject({ action: { gapIds: ['unanswered-1', 'unheard-1'] } });
  });

  it('another matter of the same customer brings along nothing', () => {
    expect(ofCustomer([old, other])).toBeUndefined();
  });

  it('no look raises anything, not even of what too few answers hide', () => {
    expect(ofCustomer([young], march(4))).toBeUndefined();
    const knowledge = { answers: 2, needed: 20, complaining: 9, facts: [] };
    const ask = (day: number) => {
      const asked = triageTooFew({ touchpoint: 'delivery', location: '' }, knowledge, undefined, owners, march(day));
      return raisedFrom('2026-03-05', [], asked)?.action.kind;
    };
    expect([ask(4), ask(5)]).toEqual([undefined, 'ask']);
  });

  it('a dark corner is raised by the first look from then on that still finds it', () => {
    const lookAt = (foundOn: Day[]) => {
      const corner = darkCorner({ decidedBy: march(1), foundOn });
      return raisedFrom('2026-03-05', [corner], triageTouchpoint([corner], undefined, owners, march(6)));
    };
    expect(lookAt(['2026-03-03', '2026-03-04'])).toBeUndefined();
    expect(lookAt(['2026-03-04', '2026-03-05'])).toMatchObject({ action: { kind: 'fix' } });
  });

  it('an action that is known goes on', () => {
    const known = looked([darkCorner({ decidedBy: march(1) })], undefined, march(2));
    const wider = darkCorner({ decidedBy: march(1), impact: { perMonth: 900, shown: 9 } });
    const triage = triageTouchpoint([wider], known, owners, march(3));
    expect(triage).toMatchObject({ replaces: 1 });
    expect(raisedFrom('2026-03-05', [wider], triage)).toBe(triage);
  });

  it('an earlier day never raises less, and none at all raises everything', () => {
    const days = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(fc.array(days, { minLength: 1 }), days, days, days, (decided, look, a, b) => {
        const gaps = decided.map((day, i) => gap({ id: `unanswered-${i}`, decidedBy: march(day) }));
        const isRaised = (from: number | undefined) =>
          raisedFrom(
            from === undefined ? from : dayOf(march(from)),
            gaps,
            triageCustomer(gaps, [], [], owners, march(look))[0],
          ) !== undefined;
        const [earlier, later] = [Math.min(a, b), Math.max(a, b)];
        expect(isRaised(undefined)).toBe(true);
        expect(isRaised(earlier)).toBe(earlier <= look && decided.some((day) => day >= earlier));
        if (isRaised(later)) expect(isRaised(earlier)).toBe(true);
      }),
    );
  });
});
