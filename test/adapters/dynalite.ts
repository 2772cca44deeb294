import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { afterAll, beforeAll } from 'vitest';
import { DynamoTable } from '../../functions/adapters/dynamo-table.ts';
import { clockAttributes } from '../../functions/domain/actions/clock-entry.ts';

export interface Tables {
  client: DynamoDBClient;
  facts: DynamoTable;
  state: DynamoTable;
  erasures: DynamoTable;
}

type Schema = Pick<CreateTableCommandInput, 'AttributeDefinitions' | 'KeySchema' | 'GlobalSecondaryIndexes'>;

const key = (partition: string, sort: string): Schema['KeySchema'] => [
  { AttributeName: partition, KeyType: 'HASH' },
  { AttributeName: sort, KeyType: 'RANGE' },
];

/** What an index shows beside keys: all, nothing, or the attributes named. */
type Shown = 'ALL' | 'KEYS_ONLY' | readonly string[];

const projection = (shown: Shown) =>
  typeof shown === 'string'
    ? { ProjectionType: shown }
    : { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...shown] };

const schema = (...indexes: [name: string, partition: string, sort: string, shown: Shown][]): Schema => {
  const attributes = new Set(['pk', 'sk', ...indexes.flatMap(([, partition, sort]) => [partition, sort])]);
  return {
    AttributeDefinitions: [...attributes].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: key('pk', 'sk'),
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: indexes.map(([IndexName, partition, sort, shown]) => ({
        IndexName,
        KeySchema: key(partition, sort),
        Projection: projection(shown),
      })),
    }),
  };
};

/** Keys and indexes of the tables. Written out, as reading them from a synthesized stack takes seconds; a test compares. */
export const schemas: Record<'facts' | 'state' | 'erasures', Schema> = {
  facts: schema(['facts-by-day', 'dayShard', 'daySort', 'KEYS_ONLY']),
  state: schema(
    ['listing', 'listPartition', 'listSort', 'ALL'],
    ['owner', 'ownerPartition', 'ownerSort', 'ALL'],
    ['place', 'placePartition', 'placeSort', 'ALL'],
    ['changes', 'changePartition', 'changedAt', 'ALL'],
    ['clock', 'clockPartition', 'clockSort', clockAttributes],
  ),
  erasures: schema(),
};

/** Another DynamoDB to run these tests on, such as Amazon's DynamoDB Local (`npm run conformance`). */
const elsewhere = process.env.DYNAMODB_ENDPOINT;

/**
 * Gives the tests of a file a DynamoDB, dynalite in memory unless the environment names another; each call gives fresh,
 * empty tables.
 */
export const tablesInMemory = (): (() => Promise<Tables>) => {
  const server = elsewhere ? undefined : dynalite({ createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });
  const run = randomUUID().slice(0, 8);
  let client: DynamoDBClient;
  let made = 0;

  const listen = async (): Promise<string> => {
    server?.listen(0, '127.0.0.1');
    if (server) await once(server, 'listening');
    return `http://127.0.0.1:${(server?.address() as AddressInfo | undefined)?.port}`;
  };
  beforeAll(async () => {
    client = new DynamoDBClient({
      endpoint: elsewhere ?? (await listen()),
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
  });
  afterAll(() => {
    client.destroy();
    server?.close();
  });

  const create = async (name: string, keys: Schema): Promise<DynamoTable> => {
    const TableName = `${name}-${run}-${made}`;
    await client.send(new CreateTableCommand({ TableName, BillingMode: 'PAY_PER_REQUEST', ...keys }));
    await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.01, maxDelay: 0.05 }, { TableName });
    return new DynamoTable(client, TableName);
  };

  return async () => {
    made++;
    const [facts, state, erasures] = await Promise.all([
      create('facts', schemas.facts),
      create('state', schemas.state),
      create('erasures', schemas.erasures),
    ]);
    return { client, facts, state, erasures };
  };
};
