import { describe, expect, it } from 'vitest';
import { tablesInMemory } from './dynalite.ts';

const tables = tablesInMemory();

describe('an item', () => {
  it('comes back as it was written', async () => {
    const { facts } = await tables();
    await facts.add({ pk: 'a', sk: '1', n: 1.5, list: ['x', { y: true }], none: undefined });
    expect(await facts.get({ pk: 'a', sk: '1' })).toEqual({ pk: 'a', sk: '1', n: 1.5, list: ['x', { y: true }] });
    expect(await facts.get({ pk: 'a', sk: '2' })).toBeUndefined();
  });
});
