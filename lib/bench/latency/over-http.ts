import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import {
  CreateTableCommand,
  DynamoDBClient,
  type KeySchemaElement,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { DynamoTable } from '../../../functions/adapters/dynamo-table.ts';
import { tableIndexes } from '../table-indexes.ts';
import type { Place } from './stock.ts';

const keySchema = (partition: string, sort: string): KeySchemaElement[] => [
  { AttributeName: partition, KeyType: 'HASH' },
  { AttributeName: sort, KeyType: 'RANGE' },
];

const schemaOf = (kind: keyof typeof tableIndexes) => {
  const indexes = Object.entries(tableIndexes[kind]);
  const attributes = ['pk', 'sk', ...indexes.flatMap(([, { partition, sort }]) => [partition, sort])];
  return {
    AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
    KeySchema: keySchema('pk', 'sk'),
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: indexes.map(([IndexName, { partition, sort, shown }]) => ({
        IndexName,
        KeySchema: keySchema(partition, sort),
        Projection:
          shown === undefined
            ? { ProjectionType: 'ALL' as const }
            : shown.length === 0
              ? { ProjectionType: 'KEYS_ONLY' as const }
              : { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...shown] },
      })),
    }),
  };
};

/** Tables of DynamoDB's stand-in, asked by the SDK over HTTP. Nothing is counted. */
export const overHttp = async (): Promise<Place & { close(): void }> => {
  const server = dynalite({ createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  let made = 0;
  return {
    traffic: new Map(),
    table: async (kind) => {
      const TableName = `${kind}-${made++}`;
      await client.send(new CreateTableCommand({ TableName, BillingMode: 'PAY_PER_REQUEST', ...schemaOf(kind) }));
      await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.01, maxDelay: 0.05 }, { TableName });
      return new DynamoTable(client, TableName);
    },
    close: () => {
      client.destroy();
      server.close();
    },
  };
};
