import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../functions/domain/instant.ts';
import { answerErasures, type ErasureDeps } from '../../../functions/serve-analysts/erasures.ts';
import { march } from '../../builders.ts';
import { catchConsole } from '../../runtime/console-lines.ts';
import { answerOf, asking, problemIn, serving } from './asking.ts';

catchConsole();

const ledger = () => {
  const entries = new Map<string, { receipt: string; requestedAt: Instant; customerId: string; by: string }>();
  const erasures: ErasureDeps['erasures'] = {
    record: async (customerId, by, at) => {
      const receipt = `receipt-of-${customerId.length}`;
      const entry = entries.get(receipt) ?? { receipt, requestedAt: at, customerId, by };
      entries.set(receipt, entry);
      return entry;
    },
    of: async (receipt) => entries.get(receipt),
  };
  let now = march(5);
  const serve = serving(answerErasures({ erasures }), { now: () => now });
  return {
    entries,
    erase: async (at = now) => {
      now = at;
      return answerOf('erase', await serve(asking('erase')));
    },
    erasure: (receipt: string) => serve(asking('erasure', { path: { receipt } })),
  };
};

describe('asking for an erasure', () => {
  it('is recorded with who asked, and answered with a receipt that says no more', async () => {
    const { erase, entries } = ledger();
    expect(await erase()).toEqual({ receipt: 'receipt-of-3', state: 'recorded', requestedAt: march(5) });
    expect([...entries.values()]).toMatchObject([{ customerId: 'ada', by: 'kim' }]);
  });

  it('again answers the same receipt and the first time', async () => {
    const { erase } = ledger();
    const first = await erase(march(5));
    expect(await erase(march(9))).toEqual(first);
  });
});

describe('an erasure', () => {
  it('is told by its receipt', async () => {
    const { erase, erasure } = ledger();
    const recorded = await erase();
    expect(answerOf('erasure', await erasure('receipt-of-3'))).toEqual(recorded);
    expect(problemIn(await erasure('another'))).toMatchObject({ code: 'not-found', status: 404 });
  });
});
