import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DynamoDBClient,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DynamoTable, type Item } from '../../functions/adapters/dynamo-table.ts';
import { DependencyError } from '../../functions/runtime/errors.ts';

// Node's promised timers are out of reach of fake ones, which replace the global.
vi.mock('node:timers/promises', () => ({
  setTimeout: (ms: number) => new Promise((done) => globalThis.setTimeout(done, ms)),
}));

const documents = mockClient(DynamoDBClient);
const table = new DynamoTable(new DynamoDBClient({ region: 'us-east-1' }), 'state');

beforeEach(() => {
  documents.reset();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const items = (count: number): Item[] => Array.from({ length: count }, (_, i) => ({ pk: 'p', sk: `s-${i}` }));

/** In virtual time. */
const settled = async <T>(work: Promise<T>): Promise<T> => {
  work.catch(() => {});
  await vi.runAllTimersAsync();
  return work;
};

/** DynamoDB leaves any part of a batch undone, and now and then all of it. */
const leaving = fc.infiniteStream(fc.integer({ min: 0, max: 3 }));

describe('what DynamoDB leaves undone of a batch', () => {
  it('is written until nothing is left, each item once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 80 }), leaving, async (count, undone) => {
        documents.reset();
        const written: string[] = [];
        documents.on(BatchWriteItemCommand).callsFake(async ({ RequestItems }) => {
          const writes: WriteRequest[] = RequestItems.state;
          expect(writes.length).toBeLessThanOrEqual(25);
          const left = writes.slice(0, Math.min(undone.next().value, writes.length - 1));
          written.push(...writes.slice(left.length).map(({ PutRequest }) => PutRequest?.Item?.sk?.S ?? ''));
          return { UnprocessedItems: left.length > 0 ? { state: left } : {} };
        });
        await settled(table.batchWrite(items(count)));
        expect(written.sort()).toEqual(
          items(count)
            .map(({ sk }) => sk)
            .sort(),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('is read until nothing is left, each item once, by the same attributes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 250 }), leaving, async (count, undone) => {
        documents.reset();
        documents.on(BatchGetItemCommand).callsFake(async ({ RequestItems: { state } }) => {
          const keys: Record<string, AttributeValue>[] = state.Keys;
          expect(keys.length).toBeLessThanOrEqual(100);
          expect(state).toMatchObject({ ConsistentRead: true, ProjectionExpression: '#a0, #a1' });
          const left = keys.slice(0, Math.min(undone.next().value, keys.length - 1));
          return {
            Responses: { state: keys.slice(left.length) },
            UnprocessedKeys: left.length > 0 ? { state: { Keys: left } } : {},
          };
        });
        const found = await settled(table.batchGet(items(count), ['pk', 'sk']));
        expect(found.map(({ sk }) => sk).sort()).toEqual(
          items(count)
            .map(({ sk }) => sk)
            .sort(),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('is a fault when it stays undone: nobody is told that it was written', async () => {
    documents.on(BatchWriteItemCommand).callsFake(async ({ RequestItems }) => ({ UnprocessedItems: RequestItems }));
    await expect(settled(table.batchWrite(items(3)))).rejects.toThrow(
      new DependencyError('state: BatchWriteItem left items undone after 8 attempts'),
    );
    documents.on(BatchGetItemCommand).callsFake(async ({ RequestItems }) => ({ UnprocessedKeys: RequestItems }));
    await expect(settled(table.batchGet(items(3)))).rejects.toThrow(DependencyError);
  });

  it('is tried again ever later, for about six seconds', async () => {
    documents.on(BatchWriteItemCommand).callsFake(async ({ RequestItems }) => ({ UnprocessedItems: RequestItems }));
    const start = Date.now();
    await settled(table.batchWrite(items(1))).catch(() => {});
    expect(Date.now() - start).toBe(50 + 100 + 200 + 400 + 800 + 1_600 + 3_200);
  });
});
