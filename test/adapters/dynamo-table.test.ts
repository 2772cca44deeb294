import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DynamoTable, type Item } from '../../functions/adapters/dynamo-table.ts';
import { DependencyError } from '../../functions/runtime/errors.ts';
import { tablesInMemory } from './dynalite.ts';

const tables = tablesInMemory();

const item = (sk: string, fields: Record<string, unknown> = {}): Item => ({ pk: 'p', sk, ...fields });
const items = (count: number, fields: Record<string, unknown> = {}): Item[] =>
  Array.from({ length: count }, (_, i) => item(String(i).padStart(4, '0'), fields));

describe('an item', () => {
  it('comes back as it was written, without what is undefined', async () => {
    const { state } = await tables();
    await state.put(item('1', { n: 1.5, list: ['x', { y: true }], none: undefined, empty: '' }));
    expect(await state.get({ pk: 'p', sk: '1' })).toEqual(item('1', { n: 1.5, list: ['x', { y: true }], empty: '' }));
    expect(await state.get({ pk: 'p', sk: '2' })).toBeUndefined();
  });

  it('keeps numbers as they are, but for those too near to 0 to be stored, which are 0', async () => {
    const { state } = await tables();
    const tiny = { p: 1e-131, within: { list: [-2.5e-300, 5e-324] } };
    await state.put(item('1', { ...tiny, least: 1e-130, usual: -0.1, text: '1e-300' }));
    const kept = { p: 0, within: { list: [0, 0] }, least: 1e-130, usual: -0.1, text: '1e-300' };
    expect(await state.get({ pk: 'p', sk: '1' })).toEqual(item('1', kept));
  });

  it('that is added stays as it is, whatever is added after', async () => {
    const { state } = await tables();
    expect(await state.add(item('1', { said: 'first' }))).toBe('written');
    expect(await state.add(item('1', { said: 'second' }))).toBe('refused');
    expect(await state.get({ pk: 'p', sk: '1' })).toMatchObject({ said: 'first' });
  });

  it('that carries an order is never overwritten by a lesser one, and always by an equal or greater', async () => {
    const { state } = await tables();
    let key = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('1', '2', '3'), { minLength: 1, maxLength: 6 }), async (orders) => {
        const sk = String(key++);
        let last: { order: string; i: number } | undefined;
        for (const [i, order] of orders.entries()) {
          const written = await state.putInOrder({ pk: 'p', sk, order, i });
          expect(written).toBe(last && last.order > order ? 'refused' : 'written');
          if (written === 'written') last = { order, i };
        }
        expect(await state.get({ pk: 'p', sk })).toMatchObject({ ...last });
      }),
      { numRuns: 30 },
    );
  });

  it('holds a number that is increased up to a bound and no further', async () => {
    const { state } = await tables();
    const key = { pk: 'p', sk: '1' };
    expect(await state.increase(key, 'count', 3, 2, 7)).toBe('refused');
    expect(await state.get(key)).toBeUndefined();
    expect(await state.increase(key, 'count', 2, 3, 7)).toBe('written');
    expect(await state.increase(key, 'count', 2, 3, 7)).toBe('refused');
    expect(await state.increase(key, 'count', -1, 3, 7)).toBe('written');
    expect(await state.get(key)).toEqual({ ...key, count: 1, expiresAt: 7 });
  });

  it('is counted with those whose key begins alike, page by page', async () => {
    const { state } = await tables();
    const filler = 'x'.repeat(50_000);
    await state.batchWrite([...items(60, { filler }), item('b'), { ...item('0001'), pk: 'q' }]);
    expect([await state.count('p', '00'), await state.count('p', 'b'), await state.count('p', 'c')]).toEqual([
      60, 1, 0,
    ]);
  });

  it('is deleted as it was seen, not as it was written anew', async () => {
    const { state } = await tables();
    await state.put(item('1', { token: 'new' }));
    expect(await state.deleteSeen({ pk: 'p', sk: '1' }, 'old')).toBe('refused');
    expect(await state.get({ pk: 'p', sk: '1' })).toBeDefined();
    expect(await state.deleteSeen({ pk: 'p', sk: '1' }, 'new')).toBe('written');
    expect(await state.get({ pk: 'p', sk: '1' })).toBeUndefined();
    expect(await state.deleteSeen({ pk: 'p', sk: '1' }, 'new')).toBe('refused');
  });
});

describe('many items', () => {
  it('are written and read in any number, keys repeated or not', async () => {
    const { state } = await tables();
    const many = items(230);
    await state.batchWrite([...many, ...many.slice(0, 40)]);
    const keys = [...many, ...many.slice(0, 40), item('none')];
    expect((await state.batchGet(keys)).map(({ sk }) => sk).sort()).toEqual(many.map(({ sk }) => sk));
  });

  it('are deleted in any number, keys repeated or not', async () => {
    const { state } = await tables();
    const many = items(60);
    await state.batchWrite(many);
    await state.batchWrite(
      [],
      many.slice(1).flatMap((one) => [one, one]),
    );
    expect(await state.partition('p')).toEqual(many.slice(0, 1));
  });

  it('keep the last of what is put twice', async () => {
    const { state } = await tables();
    await state.batchWrite([item('1', { n: 1 }), item('1', { n: 2 })]);
    expect(await state.partition('p')).toEqual([item('1', { n: 2 })]);
  });

  it('are read by the attributes asked for, whatever they are named', async () => {
    const { state } = await tables();
    await state.put(item('1', { status: 'open', size: 1, rest: 'x' }));
    expect(await state.batchGet([item('1')], ['status', 'size'])).toEqual([{ status: 'open', size: 1 }]);
  });

  it('of more than a megabyte are read page by page', async () => {
    const { state } = await tables();
    const heavy = items(9, { words: 'x'.repeat(300_000) });
    for (const one of heavy) await state.put(one);
    expect((await state.partition('p')).map(({ sk }) => sk)).toEqual(heavy.map(({ sk }) => sk));
  });

  it('are read up to as many as asked for, over as many pages as it takes', async () => {
    const { state } = await tables();
    for (const one of items(9, { words: 'x'.repeat(300_000) })) await state.put(one);
    const query = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': 'p' } };
    expect((await state.query(query, 7)).map(({ sk }) => Number(sk))).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('are read by the start of their sort key', async () => {
    const { state } = await tables();
    await state.batchWrite([item('a#1'), item('a#2'), item('b#1')]);
    expect((await state.partition('p', 'a#')).map(({ sk }) => sk)).toEqual(['a#1', 'a#2']);
  });

  it('may be none', async () => {
    const { state } = await tables();
    await state.batchWrite([]);
    expect(await state.batchGet([])).toEqual([]);
    expect(await state.partition('p')).toEqual([]);
  });
});

describe('what the table cannot do', () => {
  const words = 'my card is 4111 1111 1111 1111';
  const actions: [what: string, act: (table: DynamoTable) => Promise<unknown>][] = [
    ['get', (table) => table.get({ pk: words, sk: words })],
    ['put', (table) => table.put(item('1', { words }))],
    ['add', (table) => table.add(item('1', { words }))],
    ['put in order', (table) => table.putInOrder({ ...item('1', { words }), order: words })],
    ['delete', (table) => table.deleteSeen({ pk: words, sk: words }, words)],
    ['query', (table) => table.partition(words)],
    ['read many', (table) => table.batchGet([{ pk: words, sk: words }])],
    ['write many', (table) => table.batchWrite([item('1', { words })])],
  ];

  it.each(actions)('is told as a fault of a dependency, with its cause and nobody’s words: %s', async (_, act) => {
    const { client } = await tables();
    const error = await act(new DynamoTable(client, 'no-such-table')).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DependencyError);
    expect((error as Error).cause).toMatchObject({ name: 'ResourceNotFoundException' });
    expect((error as Error).message).toMatch(/^no-such-table: \w+ failed$/);
  });

  it('is not taken for a refusal: an item too large to write', async () => {
    const { state } = await tables();
    await expect(state.add(item('1', { words: 'x'.repeat(410_000) }))).rejects.toThrow(DependencyError);
  });
});
