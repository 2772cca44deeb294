import { describe, expect, test } from 'vitest';
import type { TableDefinition } from '../../../lib/local/definitions.ts';
import { makeCatalogue } from '../../../lib/local/iam/catalogue.ts';

const facts: TableDefinition = {
  logicalId: 'Facts',
  name: 'Facts',
  attributes: [],
  key: [
    { AttributeName: 'sk', KeyType: 'RANGE' },
    { AttributeName: 'pk', KeyType: 'HASH' },
  ],
  globalIndexes: [
    {
      IndexName: 'by-day',
      KeySchema: [{ AttributeName: 'day', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
  localIndexes: [],
};
const keyArn = 'arn:aws:kms:us-east-1:000000000000:key/Rejected';

const needs = makeCatalogue({ region: 'us-east-1', accountId: '000000000000' }, { tables: [facts], keys: [keyArn] });

const accesses = (service: string, action: string, request: Record<string, unknown>) =>
  needs(service, { action, request }).accesses.map((access) => `${access.action} ${access.resource}`);

const partitions = (action: string, request: Record<string, unknown>) =>
  needs('dynamodb', { action, request }).accesses[0]?.context?.('dynamodb:leadingkeys');

const table = 'arn:aws:dynamodb:us-east-1:000000000000:table/Facts';
const looks = 'arn:aws:sqs:us-east-1:000000000000:Looks';
const bus = 'arn:aws:events:us-east-1:000000000000:event-bus';
const QueueUrl = 'http://127.0.0.1:4000/000000000000/Looks';
const pk = { pk: { S: 'due#1' }, sk: { S: '1' } };

describe('what a call needs', () => {
  test.each([
    ['dynamodb', 'PutItem', { TableName: 'Facts' }, [`dynamodb:PutItem ${table}`]],
    ['dynamodb', 'GetItem', { TableName: table }, [`dynamodb:GetItem ${table}`]],
    ['dynamodb', 'Query', { TableName: 'Facts', IndexName: 'by-day' }, [`dynamodb:Query ${table}/index/by-day`]],
    [
      'dynamodb',
      'BatchWriteItem',
      { RequestItems: { Facts: [], Other: [] } },
      [`dynamodb:BatchWriteItem ${table}`, `dynamodb:BatchWriteItem ${table.replace('Facts', 'Other')}`],
    ],
    ['sqs', 'SendMessageBatch', { QueueUrl }, [`sqs:SendMessage ${looks}`]],
    ['sqs', 'DeleteMessageBatch', { QueueUrl }, [`sqs:DeleteMessage ${looks}`]],
    ['sqs', 'GetQueueUrl', { QueueName: 'Looks' }, [`sqs:GetQueueUrl ${looks}`]],
    ['comprehend', 'BatchDetectSentiment', {}, ['comprehend:BatchDetectSentiment *']],
    [
      'events',
      'PutEvents',
      { Entries: [{ EventBusName: 'Told' }, { EventBusName: 'Told' }, {}] },
      [`events:PutEvents ${bus}/Told`, `events:PutEvents ${bus}/default`],
    ],
    ['events', 'PutEvents', { Entries: [{ EventBusName: `${bus}/Told` }] }, [`events:PutEvents ${bus}/Told`]],
    ['kms', 'GenerateDataKey', { KeyId: 'Rejected' }, [`kms:GenerateDataKey ${keyArn}`]],
    ['kms', 'Decrypt', {}, [`kms:Decrypt ${keyArn}`]],
  ])('%s %s', (service, action, request, expected) => {
    expect(needs(service, { action, request }).known).toBe(true);
    expect(accesses(service, action, request)).toEqual(expected);
  });

  test('is not known of a call that nobody makes', () => {
    expect(needs('dynamodb', { action: 'Scan', request: { TableName: 'Facts' } })).toMatchObject({
      known: false,
      accesses: [{ action: 'dynamodb:Scan', resource: table }],
    });
  });
});

describe('the partitions a call touches', () => {
  test.each([
    ['GetItem', { Key: pk }, ['due#1']],
    ['PutItem', { Item: { ...pk, day: { S: 'x' } } }, ['due#1']],
    [
      'Query',
      { KeyConditionExpression: 'sk <= :a AND pk = :p', ExpressionAttributeValues: { ':p': { S: 'p' } } },
      ['p'],
    ],
    [
      'Query',
      {
        KeyConditionExpression: '#k=:p',
        ExpressionAttributeNames: { '#k': 'day' },
        ExpressionAttributeValues: { ':p': { S: 'today' } },
        IndexName: 'by-day',
      },
      ['today'],
    ],
  ])('%s', (action, request, expected) => {
    expect(partitions(action, { TableName: 'Facts', ...request })).toEqual(expected);
  });

  test('are those of every item of a batch', () => {
    const other = { pk: { S: 'due#2' }, sk: { S: '1' } };
    const writes = [{ PutRequest: { Item: pk } }, { DeleteRequest: { Key: other } }, { PutRequest: { Item: pk } }];
    expect(partitions('BatchWriteItem', { RequestItems: { Facts: writes } })).toEqual(['due#1', 'due#2']);
    expect(partitions('BatchGetItem', { RequestItems: { Facts: { Keys: [pk, other] } } })).toEqual(['due#1', 'due#2']);
  });

  test('cannot be told of a query whose partition does not show, and nothing is allowed on a guess', () => {
    expect(() => partitions('Query', { TableName: 'Facts', KeyConditionExpression: '#unknown = :p' })).toThrow(
      /cannot be read/,
    );
  });

  test('of an encryption context are its entries', () => {
    const [access] = needs('kms', { action: 'Decrypt', request: { EncryptionContext: { Queue: 'surveys' } } }).accesses;
    expect(access?.context?.('kms:encryptioncontext:queue')).toEqual(['surveys']);
    expect(access?.context?.('kms:encryptioncontext:other')).toBeUndefined();
  });
});
