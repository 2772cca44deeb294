import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { MeteredTable, type TrafficByPart } from '../../lib/bench/metered-table.ts';
import { tableIndexes } from '../../lib/bench/table-indexes.ts';
import { Store } from '../../lib/store.ts';

interface DeployedIndex {
  IndexName: string;
  KeySchema: { AttributeName: string; KeyType: 'HASH' | 'RANGE' }[];
  Projection: { ProjectionType: string; NonKeyAttributes?: string[] };
}

const deployedIndexes = () => {
  const stack = new Stack(new App(), 'Stack');
  new Store(stack, 'Store');
  const tables = Object.values(Template.fromStack(stack).findResources('AWS::DynamoDB::GlobalTable'));
  return tables.flatMap(({ Properties }) => (Properties.GlobalSecondaryIndexes ?? []) as DeployedIndex[]);
};

const keyOf = ({ KeySchema }: DeployedIndex, type: string) =>
  KeySchema.find(({ KeyType }) => KeyType === type)?.AttributeName;

const shownIn = ({ ProjectionType, NonKeyAttributes = [] }: DeployedIndex['Projection']) =>
  ProjectionType === 'ALL' ? {} : { shown: NonKeyAttributes };

const counting = () => {
  const traffic: TrafficByPart = new Map();
  const table = new MeteredTable('state', traffic);
  const units = (part: string) => traffic.get(part)?.writeUnits ?? 0;
  return { table, traffic, units };
};

const key = { pk: 'hold#c-1', sk: 'hold' };
const listed = { ...key, changePartition: 'hold#0', changedAt: '2026-03-05' };

describe('indexes of a metered table', () => {
  it('are those that are deployed', () => {
    const deployed = deployedIndexes().map((index) => [
      index.IndexName,
      { partition: keyOf(index, 'HASH'), sort: keyOf(index, 'RANGE'), ...shownIn(index.Projection) },
    ]);
    expect(Object.fromEntries(deployed)).toEqual({ ...tableIndexes.facts, ...tableIndexes.state });
  });

  it('cost nothing where an item has no place in them, and one write to come and to go', async () => {
    const { table, units } = counting();
    await table.put(key);
    expect(units('state/hold/changes')).toBe(0);
    await table.put(listed);
    expect(units('state/hold/changes')).toBe(1);
    await table.delete(key);
    expect(units('state/hold/changes')).toBe(2);
  });

  it('cost two writes where their key changes, one where what they show does, none where all stays', async () => {
    const { table, units } = counting();
    await table.put(listed);
    await table.put({ ...listed });
    expect(units('state/hold/changes')).toBe(1);
    await table.put({ ...listed, until: '2026-05-04' });
    expect(units('state/hold/changes')).toBe(2);
    await table.put({ ...listed, until: '2026-05-04', changedAt: '2026-03-06' });
    expect(units('state/hold/changes')).toBe(4);
  });

  it('show and bill of an item only what they are made to', async () => {
    const { table, traffic, units } = counting();
    const clocked = { pk: 'action#a', sk: 'action', clockPartition: 'clock#0', clockSort: 'action#a' };
    await table.put({ ...clocked, title: 'one', history: 'h'.repeat(5000) });
    expect(units('state/action/clock')).toBe(1);
    await table.put({ ...clocked, title: 'one', history: 'i'.repeat(5000) });
    expect(units('state/action/clock')).toBe(1);
    const asked = {
      IndexName: 'clock',
      KeyConditionExpression: 'clockPartition = :shard AND begins_with(clockSort, :action)',
      ExpressionAttributeValues: { ':shard': 'clock#0', ':action': 'action#' },
    };
    expect(await table.query(asked)).toEqual([{ ...clocked, title: 'one' }]);
    expect(traffic.get('state//clock')).toMatchObject({ reads: 1, readUnits: 0.5 });
  });

  it('are read from just beyond a sort key, though several items have it', async () => {
    const { table } = counting();
    for (const [pk, changedAt] of [
      ['hold#b', '2'],
      ['hold#a', '2'],
      ['hold#c', '3'],
      ['hold#d', '1'],
    ] as const) {
      await table.put({ ...listed, pk, changedAt });
    }
    const asked = (sign: string) => ({
      IndexName: 'changes',
      KeyConditionExpression: `changePartition = :shard AND changedAt ${sign} :at`,
      ExpressionAttributeValues: { ':shard': 'hold#0', ':at': '2' },
    });
    const found = async (sign: string) => (await table.query(asked(sign))).map(({ pk }) => pk);
    expect(await found('>')).toEqual(['hold#c']);
    expect(await found('>=')).toEqual(['hold#a', 'hold#b', 'hold#c']);
    expect(await found('<=')).toEqual(['hold#d', 'hold#a', 'hold#b']);
  });
});
