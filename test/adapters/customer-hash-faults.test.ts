import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { CustomerHash } from '../../functions/adapters/customer-hash.ts';
import { DynamoTable } from '../../functions/adapters/dynamo-table.ts';
import { DependencyError } from '../../functions/runtime/errors.ts';

const documents = mockClient(DynamoDBClient);
const erasures = new DynamoTable(new DynamoDBClient({ region: 'us-east-1' }), 'erasures');

beforeEach(() => {
  documents.reset();
  documents.on(PutItemCommand).resolves({});
});

describe('a table that does not give the key of the customer hash', () => {
  it('is asked again: one failure does not last as long as the process', async () => {
    documents
      .on(GetItemCommand)
      .rejectsOnce(new Error('out'))
      .resolves({ Item: marshall({ pk: 'hash-key', sk: 'v1', secret: 's' }) });
    const customers = new CustomerHash(erasures);
    await expect(customers.hash('ada')).rejects.toThrow(DependencyError);
    expect(await customers.hash('ada')).toMatch(/^[\w-]{12}$/);
  });

  it('is asked once for many customers', async () => {
    documents.on(GetItemCommand).resolves({ Item: marshall({ pk: 'hash-key', sk: 'v1', secret: 's' }) });
    const customers = new CustomerHash(erasures);
    await Promise.all(['ada', 'bo', 'cy'].map((customer) => customers.hash(customer)));
    await customers.hash('di');
    expect(documents.commandCalls(GetItemCommand)).toHaveLength(1);
  });

  it('never leads to a hash without a key', async () => {
    documents.on(GetItemCommand).resolves({});
    await expect(new CustomerHash(erasures).hash('ada')).rejects.toThrow(DependencyError);
  });
});
