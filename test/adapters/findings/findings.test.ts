import { beforeAll, describe, expect, it } from 'vitest';
import { Actions } from '../../../functions/adapters/actions.ts';
import { Findings } from '../../../functions/adapters/findings/findings.ts';
import { Touchpoints } from '../../../functions/adapters/touchpoints.ts';
import { cellDayOf } from '../../../functions/domain/touchpoints/cell-day.ts';
import { summarise, windowOf } from '../../../functions/domain/touchpoints/comparison.ts';
import { cellOf } from '../../../functions/domain/touchpoints/tally-row.ts';
import type { TouchpointWhy } from '../../../functions/domain/why/touchpoint-why.ts';
import { complaintRow, march, surveyRow } from '../../builders.ts';
import { darkCorner } from '../../domain/actions/compared-gaps.ts';
import { doneTo, openAction } from '../../domain/actions/working.ts';
import { tablesInMemory } from '../dynalite.ts';

const tables = tablesInMemory();
let actions: Actions;
let touchpoints: Touchpoints;
let findings: Findings;
beforeAll(async () => {
  const { state } = await tables();
  actions = new Actions(state);
  touchpoints = new Touchpoints(state);
  findings = new Findings(state);
});

const all = async <T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> => {
  const found: T[] = [];
  for await (const page of pages) found.push(...page);
  return found;
};

describe('gaps to export', () => {
  it('are those not cleared, and those that are and opened since', async () => {
    const why = { themes: ['waiting'], causes: [], phrases: [], rules: [] };
    const gaps = [
      darkCorner({ id: 'open', openedAt: march(1), why }),
      darkCorner({ id: 'cleared-of-old', openedAt: march(1), state: 'cleared' }),
      darkCorner({ id: 'cleared-of-late', openedAt: march(10), state: 'cleared' }),
    ];
    for (const gap of gaps) await actions.putGap(gap, '1');
    const found = await all(findings.gaps(march(10)));
    expect(found.map(({ id }) => id).sort()).toEqual(['cleared-of-late', 'open']);
    expect(found.find(({ id }) => id === 'open')).toEqual(gaps[0]);
  });
});

describe('actions to export', () => {
  it('are those not over, and those that are and changed since, each once, with the reasons of their gaps', async () => {
    const open = openAction({ id: 'recover-open', gapIds: ['open'] });
    const over = (id: string, day: number) =>
      doneTo(openAction({ id, gapIds: ['nowhere'] }), { kind: 'dismiss', reason: 'by mistake' }, march(day));
    const taken = doneTo(openAction({ id: 'recover-taken', gapIds: [] }), { kind: 'acknowledge' }, march(20));
    const stored = [open, over('recover-of-old', 4), over('recover-of-late', 12), taken];
    for (const action of stored) await actions.putAction(action, undefined);
    const found = await all(findings.actions(march(10)));
    expect(found.map(({ action }) => action.id).sort()).toEqual(['recover-of-late', 'recover-open', 'recover-taken']);
    expect(found.find(({ action }) => action.id === 'recover-open')?.why?.themes).toEqual(['waiting']);
    expect(found.find(({ action }) => action.id === 'recover-of-late')).not.toHaveProperty('why');
  });
});

describe('touchpoints to export', () => {
  it('come with why customers complain, and without those of which nothing is told any more', async () => {
    const window = windowOf(march(5), 28);
    const cells = ['Millfield', 'Quayside'].map((location) => cellOf({ ...surveyRow(), location }));
    for (const [i, cell] of cells.entries()) {
      const day = cellDayOf(cell, '2026-03-03', [surveyRow(), complaintRow()]);
      await touchpoints.putSummary(cell, i === 0 ? summarise(cell, [day], window, march(5)) : undefined, march(5));
      await touchpoints.putWhy(cell, { asOf: march(5) } as TouchpointWhy, march(5));
    }
    const found = await all(findings.touchpoints());
    expect(found).toMatchObject([{ summary: { location: 'Millfield' }, why: { asOf: march(5) } }]);
  });
});
