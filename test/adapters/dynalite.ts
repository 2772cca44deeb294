import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { App, type CfnElement, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import dynalite from 'dynalite';
import { afterAll, beforeAll } from 'vitest';
import { DynamoTable } from '../../functions/adapters/dynamo-table.ts';
import { Store } from '../../lib/store.ts';

export interface Tables {
  client: DynamoDBClient;
  facts: DynamoTable;
  state: DynamoTable;
  erasures: DynamoTable;
}

type Schema = Pick<CreateTableCommandInput, 'AttributeDefinitions' | 'KeySchema' | 'GlobalSecondaryIndexes'>;

/** Keys and indexes as they would be deployed, by the table's name in the store. */
const schemas = (): [name: string, schema: Schema][] => {
  const stack = new Stack(new App(), 'Tables');
  const store = new Store(stack, 'Store');
  const template = Template.fromStack(stack).findResources('AWS::DynamoDB::GlobalTable');
  return (['facts', 'state', 'erasures'] as const).map((name) => {
    const { Properties: table } = template[stack.getLogicalId(store[name].node.defaultChild as CfnElement)] ?? {};
    const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes } = table;
    return [name, { AttributeDefinitions, KeySchema, ...(GlobalSecondaryIndexes && { GlobalSecondaryIndexes }) }];
  });
};

/** Runs a DynamoDB in memory for the tests of a file; each call gives fresh, empty tables. */
export const tablesInMemory = (): (() => Promise<Tables>) => {
  const server = dynalite({ createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });
  const known = schemas();
  let client: DynamoDBClient;
  let made = 0;

  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    client = new DynamoDBClient({
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
  });
  afterAll(() => {
    client.destroy();
    server.close();
  });

  const create = async (name: string, schema: Schema): Promise<DynamoTable> => {
    const TableName = `${name}-${made}`;
    await client.send(new CreateTableCommand({ TableName, BillingMode: 'PAY_PER_REQUEST', ...schema }));
    await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.01, maxDelay: 0.05 }, { TableName });
    return new DynamoTable(client, TableName);
  };

  return async () => {
    made++;
    const tables = await Promise.all(known.map(async ([name, schema]) => [name, await create(name, schema)] as const));
    return { client, ...(Object.fromEntries(tables) as Omit<Tables, 'client'>) };
  };
};
