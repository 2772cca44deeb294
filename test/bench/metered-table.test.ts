import { describe, expect, it } from 'vitest';
import { itemBytes, readUnits, writeUnits } from '../../lib/bench/capacity.ts';
import { MeteredTable, type TrafficByPart } from '../../lib/bench/metered-table.ts';

const putAndCount = async (...bodies: string[]) => {
  const traffic: TrafficByPart = new Map();
  const table = new MeteredTable('state', traffic);
  for (const [i, body] of bodies.entries()) await table.put({ pk: 'tally#x', sk: `${i}`, body });
  return { table, counted: () => traffic.get('state/tally') };
};

describe('capacity', () => {
  it('counts names, text, two digits a byte, and what lists and maps add', () => {
    expect(itemBytes({ pk: 'ab', n: 1234, list: ['x'], map: { k: true } })).toBe(4 + (1 + 3) + (4 + 5) + (3 + 6));
  });

  it('counts begun units, at least one, and half of that where a read may be late', () => {
    expect([0, 4096, 4097].map((bytes) => readUnits(bytes))).toEqual([1, 1, 2]);
    expect([0, 4096, 4097].map((bytes) => readUnits(bytes, false))).toEqual([0.5, 0.5, 1]);
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

  it('reads at half the price where nobody asked for the last word', async () => {
    const { table, counted } = await putAndCount('a');
    expect(await table.count('tally#x', '0')).toBe(1);
    expect(counted()).toMatchObject({ readUnits: 0.5 });
  });

  it('hands over the attributes that were asked for, and bills the item', async () => {
    const { table, counted } = await putAndCount('a'.repeat(5000));
    expect(await table.batchGet([{ pk: 'tally#x', sk: '0' }], ['sk'])).toEqual([{ sk: '0' }]);
    expect(counted()?.readUnits).toBe(2);
  });

  it('writes by the greater of what was there and what comes', async () => {
    const { table, counted } = await putAndCount('a'.repeat(3000));
    await table.put({ pk: 'tally#x', sk: '0', body: 'b' });
    expect(counted()?.writeUnits).toBe(3 + 3);
  });

  it('bills a write that is refused by what it found', async () => {
    const { table, counted } = await putAndCount('a'.repeat(3000));
    expect(await table.add({ pk: 'tally#x', sk: '0' })).toBe('refused');
    expect(await table.deleteSeen({ pk: 'tally#x', sk: '0' }, 'another')).toBe('refused');
    expect(counted()?.writeUnits).toBe(3 + 3 + 3);
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

  it('changes some attributes and bills the whole item, larger of before and after', async () => {
    const { table, counted } = await putAndCount();
    const key = { pk: 'tally#x', sk: '0' };
    await table.putInOrder({ ...key, body: 'b'.repeat(2000), order: '1' });
    const asOf = (order: string) => ({
      ConditionExpression: 'attribute_not_exists(pk) OR #order <= :order',
      ExpressionAttributeNames: { '#order': 'order', '#body': 'body' },
      ExpressionAttributeValues: { ':order': order, ':n': 1, ':place': 'there' },
    });
    expect(await table.update(key, 'REMOVE #body, gone SET place = :place ADD seen :n', asOf('0'))).toBe('refused');
    expect(await table.update(key, 'REMOVE #body, gone SET place = :place ADD seen :n', asOf('1'))).toBe('written');
    expect(await table.get(key)).toEqual({ ...key, order: '1', place: 'there', seen: 1 });
    expect(counted()?.writeUnits).toBe(2 + 2 + 2);
  });

  it('ends a page after a megabyte, or as many items as were asked for, and bills what a filter leaves out', async () => {
    const { table, counted } = await putAndCount(...Array.from({ length: 5 }, () => 'a'.repeat(300 * 1024)));
    const asked = {
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'tally#x', ':none': 'none' },
    };
    const filtered = { FilterExpression: '#body = :none', ExpressionAttributeNames: { '#body': 'body' } };
    expect(await table.page({ ...asked, ...filtered }, {})).toEqual({ items: [], next: { pk: 'tally#x', sk: '3' } });
    expect(counted()).toMatchObject({ reads: 4, readUnits: 150.5 });
    expect((await table.page(asked, { most: 1 })).next).toEqual({ pk: 'tally#x', sk: '0' });
    expect(await table.query(asked)).toHaveLength(5);
  });

  it('adds up units as long as there is room', async () => {
    const table = new MeteredTable('state', new Map());
    const key = { pk: 'spend#2026-03-05', sk: 'units' };
    expect(await table.increase(key, 'units', 6, 10, 1)).toBe('written');
    expect(await table.increase(key, 'units', 6, 10, 1)).toBe('refused');
    expect(await table.get(key)).toEqual({ ...key, units: 6, expiresAt: 1 });
  });

  it('counts a second reader of the same items apart', async () => {
    const { table, counted } = await putAndCount('a');
    const apart: TrafficByPart = new Map();
    await table.apart(apart).get({ pk: 'tally#x', sk: '0' });
    expect(apart.get('state/tally')?.reads).toBe(1);
    expect(counted()?.reads).toBe(0);
  });

  it('refuses what it cannot read instead of counting it wrong', async () => {
    const table = new MeteredTable('state', new Map());
    const key = { pk: 'a', sk: 'b' };
    const condition = { ConditionExpression: 'attribute_not_exists(pk)' };
    const asked = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': 'a' } };
    await expect(table.put(key, { ConditionExpression: 'size(pk) > :n' })).rejects.toThrow(RangeError);
    await expect(table.update(key, 'DELETE names :n', condition)).rejects.toThrow(RangeError);
    await expect(table.update(key, 'SET n = n + :n', condition)).rejects.toThrow(RangeError);
    await expect(table.update(key, 'REMOVE #n', condition)).rejects.toThrow(RangeError);
    await expect(table.query({ ...asked, FilterExpression: 'n > :n' })).rejects.toThrow(RangeError);
    const named = { ...asked, ExpressionAttributeNames: { '#n': 'n' } };
    await expect(table.query({ ...named, FilterExpression: '#n > :pk' })).rejects.toThrow(/filter/);
    await expect(table.query({ ...named, FilterExpression: '#n = :pk OR #n = :pk' })).rejects.toThrow(/filter/);
    await expect(table.query({ ...named, FilterExpression: '#m = :pk' })).rejects.toThrow(/filter/);
    await expect(table.query({ ...asked, Select: 'COUNT' })).rejects.toThrow(/Select/);
    await expect(table.query({ ...asked, KeyConditionExpression: 'pk = :pk AND n > :n' })).rejects.toThrow(RangeError);
    await expect(table.query({ ...asked, IndexName: 'none' })).rejects.toThrow(RangeError);
    await expect(table.query({ ...asked, IndexName: 'clock' })).rejects.toThrow(RangeError);
    await expect(table.query({ ...asked, IndexName: 'clock', ConsistentRead: true })).rejects.toThrow(RangeError);
  });
});
