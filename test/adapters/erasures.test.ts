import { describe, expect, it } from 'vitest';
import { CustomerHash } from '../../functions/adapters/customer-hash.ts';
import { Erasures, LEDGER_SHARDS } from '../../functions/adapters/erasures.ts';
import { march } from '../builders.ts';
import { tablesInMemory } from './dynalite.ts';

const tables = tablesInMemory();
const ledger = async () => {
  const { erasures: table } = await tables();
  return { customers: new CustomerHash(table), erasures: new Erasures(table, new CustomerHash(table)), table };
};

describe('an erasure', () => {
  it('is found by its receipt, with all that erasing needs', async () => {
    const { erasures } = await ledger();
    const recorded = await erasures.record('ada', 'kim', march(5));
    expect(recorded).toMatchObject({ customerId: 'ada', by: 'kim', requestedAt: march(5) });
    expect(await erasures.of(recorded.receipt)).toEqual(recorded);
    expect(await erasures.of('another')).toBeUndefined();
  });

  it('asked for again keeps its receipt, its first time and who asked then', async () => {
    const { erasures } = await ledger();
    const first = await erasures.record('ada', 'kim', march(5));
    expect(await erasures.record('ada', 'lee', march(9))).toEqual(first);
    expect(await erasures.of(first.receipt)).toEqual(first);
  });

  it('has a receipt that tells neither the customer nor their rows', async () => {
    const { erasures, customers } = await ledger();
    const { receipt } = await erasures.record('ada', 'kim', march(5));
    expect(receipt).toMatch(/^[\w-]{22}$/);
    expect(receipt).not.toContain(await customers.hash('ada'));
    const elsewhere = await (await ledger()).erasures.record('ada', 'kim', march(5));
    expect(elsewhere.receipt).not.toBe(receipt);
  });

  it('of each customer is found among all, without looking at every item', async () => {
    const { erasures, table } = await ledger();
    const names = Array.from({ length: 20 }, (_, i) => `customer ${i}`);
    for (const name of names) await erasures.record(name, 'kim', march(5));
    const shards = await Promise.all(Array.from({ length: LEDGER_SHARDS }, (_, i) => table.partition(`ledger#${i}`)));
    expect(shards.filter((shard) => shard.length > 0).length).toBeGreaterThan(1);
    expect(
      shards
        .flat()
        .map(({ customerId }) => customerId)
        .sort(),
    ).toEqual(names.sort());
  });
});
