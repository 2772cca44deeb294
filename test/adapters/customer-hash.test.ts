import { describe, expect, it } from 'vitest';
import { CustomerHash } from '../../functions/adapters/customer-hash.ts';
import { tablesInMemory } from './dynalite.ts';

const tables = tablesInMemory();

describe("a customer's hash", () => {
  it('is the same in every process of a deployment, even in two that make its key at once', async () => {
    const { erasures } = await tables();
    const hashes = await Promise.all(Array.from({ length: 8 }, () => new CustomerHash(erasures).hash('ada')));
    expect(new Set(hashes).size).toBe(1);
    expect(await new CustomerHash(erasures).hash('ada')).toBe(hashes[0]);
  });

  it('tells customers apart, names nobody, and differs from deployment to deployment', async () => {
    const one = new CustomerHash((await tables()).erasures);
    const other = new CustomerHash((await tables()).erasures);
    const customers = Array.from({ length: 200 }, (_, i) => `ada-${i}`);
    const hashes = await Promise.all(customers.map((customer) => one.hash(customer)));
    expect(new Set(hashes).size).toBe(200);
    expect(hashes.every((hash) => /^[\w-]{12}$/.test(hash))).toBe(true);
    expect(await other.hash('ada-0')).not.toBe(hashes[0]);
  });
});
