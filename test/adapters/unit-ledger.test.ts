import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnitLedger } from '../../functions/adapters/unit-ledger.ts';
import { DAY, instantAt, plus, startOf } from '../../functions/domain/instant.ts';
import { tablesInMemory } from './dynalite.ts';

const tables = tablesInMemory();
const day = '2026-03-05';

describe('SCORING-3: the units of a day', () => {
  it('are taken up to the ceiling, to the last one, and of each day anew', async () => {
    const ledger = new UnitLedger((await tables()).state, 10);
    expect(await ledger.taken(day)).toBe(0);
    expect([await ledger.take(day, 7), await ledger.take(day, 4), await ledger.take(day, 3)]).toEqual([
      true,
      false,
      true,
    ]);
    expect([await ledger.take(day, 1), await ledger.take('2026-03-06', 10)]).toEqual([false, true]);
    expect(await ledger.take('2026-03-07', 11)).toBe(false);
    expect([await ledger.taken(day), await ledger.taken('2026-03-07')]).toEqual([10, 0]);
  });

  it('can be taken again where they were given back, under a lower ceiling too', async () => {
    const { state } = await tables();
    const ledger = new UnitLedger(state, 10);
    await ledger.take(day, 10);
    await new UnitLedger(state, 5).giveBack(day, 4);
    expect([await ledger.taken(day), await ledger.take(day, 4), await ledger.take(day, 1)]).toEqual([6, true, false]);
  });

  it('are never passed by takers at the same time', async () => {
    const { state } = await tables();
    let used = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 12 }), async (wishes) => {
        const ledger = new UnitLedger(state, 20);
        const today = instantAt(used++ * DAY).slice(0, 10);
        const granted = await Promise.all(wishes.map((units) => ledger.take(today, units)));
        const sum = wishes.reduce((total, units, i) => total + (granted[i] ? units : 0), 0);
        expect(sum).toBeLessThanOrEqual(20);
        expect(await ledger.taken(today)).toBe(sum);
      }),
      { numRuns: 30 },
    );
  });

  it('are forgotten after ninety days', async () => {
    const { state } = await tables();
    await new UnitLedger(state, 10).take(day, 3);
    const item = await state.get({ pk: `spend#${day}`, sk: 'units' });
    expect(instantAt((item?.expiresAt as number) * 1000)).toBe(plus(startOf(day), 90 * DAY));
  });
});
