import { describe, expect, it } from 'vitest';
import { itemBytes, readUnits, writeUnits } from '../../lib/bench/capacity.ts';
import { MeteredTable, type Traffic } from '../../lib/bench/metered-table.ts';

const putAndCount = async (...bodies: string[]) => {
  const traffic = new Map<string, Traffic>();
  const table = new MeteredTable('state', traffic);
  for (const [i, body] of bodies.entries()) await table.put({ pk: 'tally#x', sk: `${i}`, body });
  return { table, counted: () => traffic.get('state/tally') as Traffic };
};

describe('capacity', () => {
  it('counts names, text, two digits a byte, and what lists and maps add', () => {
    expect(itemBytes({ pk: 'ab', n: 1234, list: ['x'], map: { k: true } })).toBe(4 + (1 + 3) + (4 + 5) + (3 + 6));
  });

  it('counts begun units, and at least one', () => {
    expect([0, 4096, 4097].map(readUnits)).toEqual([1, 1, 2]);
    expect([0, 1024, 1025].map(writeUnits)).toEqual([1, 1, 2]);
  });
});

describe('a metered table', () => {
  it('reads what a query returns as one, and each item of a batch for itself', async () => {
    const { table, counted } = await putAndCount('a'.repeat(100), 'b'.repeat(100), 'c'.repeat(100));
    await table.partition('tally#x');
    expect(counted()).toMatchObject({ reads: 3, readUnits: 1, writes: 3, writeUnits: 3 });
    await table.batchGet([0, 1, 2, 3].map((i) => ({ pk: 'tally#x', sk: `${i}` })));
    expect(counted()).toMatchObject({ reads: 7, readUnits: 5 });
  });

  it('writes by the greater of what was there and what comes', async () => {
    const { table, counted } = await putAndCount('a'.repeat(3000));
    await table.put({ pk: 'tally#x', sk: '0', body: 'b' });
    expect(counted().writeUnits).toBe(3 + 3);
  });

  it('keeps the order of keys whatever the order of writing, and cuts a range from either end', async () => {
    const table = new MeteredTable('state', new Map());
    for (const sk of ['b', 'd', 'a', 'c']) await table.put({ pk: 'tally#x', sk });
    const asked = {
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': 'tally#x', ':from': 'b', ':to': 'd' },
    };
    expect((await table.query(asked)).map(({ sk }) => sk)).toEqual(['b', 'c', 'd']);
    expect((await table.query({ ...asked, ScanIndexForward: false }, 2)).map(({ sk }) => sk)).toEqual(['d', 'c']);
  });

  it('refuses what it cannot read instead of counting it wrong', async () => {
    const table = new MeteredTable('state', new Map());
    await expect(table.put({ pk: 'a', sk: 'b' }, { ConditionExpression: 'size(pk) > :n' })).rejects.toThrow(RangeError);
  });
});
