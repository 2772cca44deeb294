import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../../functions/domain/actions/action.ts';
import { settleFix } from '../../../functions/domain/actions/settle.ts';
import { fixActionId, triageTouchpoint } from '../../../functions/domain/actions/triage-touchpoint.ts';
import { type Gap, gapId } from '../../../functions/domain/gaps/gap.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import { ActionEntry, actionEntry } from '../../../functions/domain/outputs/action-entry.ts';
import { cellKey } from '../../../functions/domain/touchpoints/tally-row.ts';
import { march, owners } from '../../builders.ts';
import { darkCorner, looked, raisedAt } from './compared-gaps.ts';

describe('the actions of many looks', () => {
  const figure = fc.oneof(fc.double({ min: 0, max: 5_000, noNaN: true }), fc.nat({ max: 3 }));
  const anyState = fc.constantFrom<Gap['state']>('open', 'open', 'open', 'cleared', 'suspected');
  const anyFacts = fc.subarray(['fact a', 'fact b', 'fact c', 'fact d'], { minLength: 1 });
  const anyFigures = fc.record({
    impact: fc.record({ perMonth: figure, shown: figure }),
    qValue: fc.double({ min: 0, max: 1, noNaN: true }),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    state: anyState,
    facts: anyFacts,
  });
  const cells = ['Millfield', 'Quay Street'].map((location) => ({ touchpoint: 'delivery', location }));
  const shapes = [
    ...cells.map((cell) => ({ id: gapId('dark-corner', 'cell', cellKey(cell)), ...cell })),
    ...cells.map((anchor) => ({ id: `everywhere-${anchor.location}`, scope: 'touchpoint' as const, anchor })),
    ...cells.map((anchor) => ({ id: `here-${anchor.location}`, scope: 'location' as const, anchor })),
  ];
  /** What a look sees: of each gap whether it is there, and its figures. */
  const anyLook = fc
    .tuple(...shapes.map((shape) => fc.option(anyFigures.map((figures) => darkCorner({ ...figures, ...shape })))))
    .map((gaps) => gaps.filter((found) => found !== null));
  const anyGapsOfOne = anyLook.map((gaps) => gaps.filter((found) => fixActionId(found) === fixActionId(darkCorner())));

  const lookAt = (gaps: readonly Gap[], actions: ReadonlyMap<string, Action>, asOf: Instant): Map<string, Action> => {
    const after = new Map(actions);
    for (const [id, group] of Map.groupBy(gaps, fixActionId)) {
      const action = triageTouchpoint(group, actions.get(id), owners, asOf)?.action;
      if (action) after.set(action.id, action);
    }
    return after;
  };

  it('are the same when the same gaps are looked at twice', () => {
    fc.assert(
      fc.property(fc.array(anyLook, { minLength: 1, maxLength: 4 }), (looks) => {
        let actions = new Map<string, Action>();
        for (const [i, gaps] of looks.entries()) {
          actions = lookAt(gaps, actions, march(3 + i));
          expect(lookAt(gaps, actions, march(4 + i))).toEqual(actions);
        }
      }),
    );
  });

  it('are the same whatever the order of the gaps', () => {
    fc.assert(
      fc.property(
        anyGapsOfOne.chain((gaps) =>
          fc.tuple(fc.constant(gaps), fc.shuffledSubarray(gaps, { minLength: gaps.length })),
        ),
        fc.option(anyGapsOfOne),
        ([gaps, shuffled], before) => {
          const known = before ? triageTouchpoint(before, undefined, owners, raisedAt)?.action : undefined;
          expect(triageTouchpoint(shuffled, known, owners, march(4))).toEqual(
            triageTouchpoint(gaps, known, owners, march(4)),
          );
        },
      ),
    );
  });

  it('are never two for one gap, none less urgent, none due later, none with a figure that is no number', () => {
    fc.assert(
      fc.property(fc.array(anyLook, { minLength: 1, maxLength: 5 }), (looks) => {
        let actions = new Map<string, Action>();
        for (const [i, gaps] of looks.entries()) {
          const before = actions;
          actions = lookAt(gaps, actions, march(3 + i));
          const answered = [...actions.values()].flatMap(({ gapIds }) => gapIds);
          expect(new Set(answered).size).toBe(answered.length);
          for (const [id, action] of actions) {
            expect(ActionEntry.safeParse(actionEntry(action)).success).toBe(true);
            expect(action.title).not.toMatch(/NaN|undefined|Infinity/);
            const earlier = before.get(id);
            if (!earlier) continue;
            expect(action.priority <= earlier.priority && action.dueAt <= earlier.dueAt).toBe(true);
          }
        }
        const open = looks.flat().filter(({ state }) => state === 'open');
        expect(new Set([...actions.values()].flatMap(({ gapIds }) => gapIds))).toEqual(
          new Set(open.map(({ id }) => id)),
        );
      }),
    );
  });

  it('end and open again with their gaps, one action all along', () => {
    const ids = [darkCorner().id];
    let action = looked([darkCorner()]);
    for (const month of [35, 65, 95]) {
      const over = settleFix(action, [darkCorner({ state: 'cleared' })], march(month))?.action as Action;
      action = looked([darkCorner()], over, march(month + 7));
      expect(action).toMatchObject({ status: 'reopened', gapIds: ids, raisedAt });
    }
    expect(action.history.map(({ change }) => change)).toEqual([
      'raised',
      ...Array(3).fill(['resolved: silence no longer hides it', 'opened again']).flat(),
    ]);
  });
});
