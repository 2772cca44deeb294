import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { DynamoTable } from '../../../functions/adapters/dynamo-table.ts';
import { ActionPages } from '../../../functions/adapters/pages/action-pages.ts';
import { GapPages } from '../../../functions/adapters/pages/gap-pages.ts';
import { march } from '../../builders.ts';

const client = mockClient(DynamoDBClient);
const table = new DynamoTable(new DynamoDBClient({ region: 'us-east-1' }), 'state');
const asked = () => client.commandCalls(QueryCommand).map(({ args: [{ input }] }) => input);

const key = (i: number) => ({ pk: `action#${i}`, sk: 'action', listPartition: 'action#open', listSort: `P1#${i}` });
const items = (from: number, many: number) =>
  Array.from({ length: many }, (_, i) => marshall({ ...key(from + i), id: `recover-${from + i}` }));

beforeEach(() => {
  client.reset();
});

describe('a page', () => {
  it('of what a filter leaves nothing of ends after a thousand items, and tells where to go on', async () => {
    client.on(QueryCommand).resolves({ Items: [], LastEvaluatedKey: marshall(key(7)) });
    const page = await new ActionPages(table).page({ kind: 'ask' }, { most: 50 });
    expect(page).toEqual({ entries: [], next: key(7) });
    expect(asked().reduce((sum, { Limit = Number.NaN }) => sum + Limit, 0)).toBe(1000);
  });

  it('that a filter leaves more of than it may have goes on behind its last entry', async () => {
    client.on(QueryCommand).resolves({ Items: items(0, 9), LastEvaluatedKey: marshall(key(250)) });
    const page = await new ActionPages(table).page({ kind: 'ask' }, { most: 5 });
    expect(page.entries.map(({ id }) => id)).toEqual([0, 1, 2, 3, 4].map((i) => `recover-${i}`));
    expect(page.next).toEqual(key(4));
    expect(asked()).toHaveLength(1);
  });

  it('reads no more than it has room for, and four megabytes at most', async () => {
    client.on(QueryCommand).resolves({ Items: items(0, 10), LastEvaluatedKey: marshall(key(10)) });
    const page = await new ActionPages(table).page({}, { most: 100 });
    expect(page.entries).toHaveLength(40);
    expect(page.next).toEqual(key(10));
    expect(asked().map(({ Limit }) => Limit)).toEqual([100, 90, 80, 70]);
  });

  it('begins where the one before ended', async () => {
    client.on(QueryCommand).resolves({ Items: [] });
    await new ActionPages(table).page({}, { most: 5, after: key(4) });
    expect(asked()[0]?.ExclusiveStartKey).toEqual(marshall(key(4)));
  });
});

describe('what an index tells', () => {
  it.each([
    [{ status: 'queued', priority: 'P1' }, 'listing', 'listPartition = :status AND begins_with(listSort, :urgency)'],
    [{ team: 'Care', dueBefore: march(3) }, 'owner', 'ownerPartition = :team AND ownerSort < :dueBefore'],
    [{ changedSince: march(3) }, 'changes', 'changePartition = :actions AND changedAt >= :changedSince'],
    [
      { touchpoint: 'delivery', location: 'millfield' },
      'place',
      'placePartition = :place AND begins_with(placeSort, :actions)',
    ],
  ] as const)('is left to no filter: %j', async (filter, index, condition) => {
    client.on(QueryCommand).resolves({ Items: [] });
    await new ActionPages(table).page(filter, { most: 5 });
    expect(asked()).toEqual([expect.objectContaining({ IndexName: index, KeyConditionExpression: condition })]);
    expect(asked()[0]).not.toHaveProperty('FilterExpression');
  });

  it('is all that is asked of gaps', async () => {
    client.on(QueryCommand).resolves({ Items: [] });
    await new GapPages(table).page({ kind: 'surge', state: 'open' }, { most: 5 });
    expect(asked()[0]?.ExpressionAttributeValues).toEqual(marshall({ ':partition': 'gap#surge#open' }));
    expect(asked()[0]).not.toHaveProperty('FilterExpression');
  });
});
