import { describe, expect, it } from 'vitest';
import { IntakeRecords } from '../../functions/adapters/intake-records.ts';
import { corrects, textFact } from '../builders.ts';
import { tablesInMemory } from './dynalite.ts';

const tables = tablesInMemory();

describe('the stories that hold a feedback', () => {
  it('are those of all its revisions, each once, and of no other feedback', async () => {
    const records = new IntakeRecords((await tables()).state);
    const told = textFact();
    const moved = corrects(told, { customerId: 'bo' });
    const elsewhere = Array.from({ length: 60 }, (_, i) => textFact({ id: `t-${i}-x` }));
    await records.addAddresses([told, ...elsewhere, moved, told]);
    await records.addAddresses([told]);
    expect((await records.addressesOf(told)).sort()).toEqual(['customer#ada', 'customer#bo']);
    expect(await records.addressesOf(moved)).toHaveLength(2);
  });

  it('need no address where the feedback lies at its home', async () => {
    const records = new IntakeRecords((await tables()).state);
    const nameless = textFact({ customerId: undefined });
    await records.addAddresses([nameless]);
    expect(await records.addressesOf(nameless)).toEqual([]);
  });
});
