import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AttributeValue,
  BatchWriteItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ComprehendStandIn } from '../../../lib/local/comprehend/stand-in.ts';
import type { QueueDefinition, TableDefinition } from '../../../lib/local/definitions.ts';
import { createQueues, createTables } from '../../../lib/local/deploy.ts';
import { makeDynamo } from '../../../lib/local/dynamo.ts';
import { startEndpoint } from '../../../lib/local/endpoint.ts';
import { KmsStandIn } from '../../../lib/local/kms/stand-in.ts';
import { makeS3 } from '../../../lib/local/s3/stand-in.ts';
import { LOCAL_ACCOUNT, QueueService } from '../../../lib/local/sqs/queues.ts';
import { openStateFolder } from '../../../lib/local/state/folder.ts';
import { keepQueues } from '../../../lib/local/state/kept-queues.ts';
import { keepTables } from '../../../lib/local/state/kept-tables.ts';
import { checkSameStack } from '../../../lib/local/state/same-stack.ts';
import { noBuses } from '../running-endpoint.ts';

const table: TableDefinition = {
  logicalId: 'Facts',
  name: 'Facts',
  attributes: ['pk', 'sk', 'day'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  key: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  globalIndexes: [
    {
      IndexName: 'by-day',
      KeySchema: [{ AttributeName: 'day', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
  localIndexes: [],
};

const queue = (name: string, redrive?: QueueDefinition['redrive']): QueueDefinition => ({
  logicalId: name,
  name,
  url: `http://127.0.0.1/${LOCAL_ACCOUNT}/${name}`,
  arn: `arn:aws:sqs:us-east-1:${LOCAL_ACCOUNT}:${name}`,
  visibilityTimeoutSeconds: 30,
  delaySeconds: 0,
  retentionSeconds: 345_600,
  ...(redrive && { redrive }),
});
const dead = queue('Dead');
const texts = queue('Texts', { deadLetterArn: dead.arn, maxReceiveCount: 2 });
const stack = { tables: [table], queues: [texts, dead] };

let path: string;
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'restart-'));
});
afterEach(() => rmSync(path, { recursive: true }));

/** DynamoDB and SQS on the folder, as the local cloud wires them. */
const start = async (of: typeof stack = stack) => {
  const folder = openStateFolder(path);
  const sqs = new QueueService({ now: Date.now });
  const dynamo = makeDynamo();
  const endpoint = await startEndpoint({
    port: 0,
    sqs,
    dynamo,
    s3: makeS3(),
    comprehend: new ComprehendStandIn(),
    kms: new KmsStandIn(),
    events: noBuses(),
  });
  const end = async (): Promise<void> => {
    client.destroy();
    await endpoint.close();
    await dynamo.settled();
    folder.close();
  };
  const client = new DynamoDBClient({
    endpoint: endpoint.url,
    region: 'local',
    credentials: { accessKeyId: 'operator', secretAccessKey: 'local' },
  });
  try {
    checkSameStack(folder, of);
    createQueues(sqs, of.queues);
    keepQueues(folder, sqs, of.queues);
    const place = { endpoint: endpoint.url, accountId: LOCAL_ACCOUNT, region: 'us-east-1', stackName: 'Test' };
    await createTables(place, of.tables);
    await keepTables(folder, dynamo, of.tables);
  } catch (error) {
    await end();
    throw error;
  }
  return { sqs, client, end };
};
type Started = Awaited<ReturnType<typeof start>>;

const everything = async ({ client, sqs }: Started) => {
  const { Items: items = [] } = await client.send(new ScanCommand({ TableName: 'Facts' }));
  const { Items: indexed = [] } = await client.send(new ScanCommand({ TableName: 'Facts', IndexName: 'by-day' }));
  const sorted = (rows: Record<string, AttributeValue>[]) => rows.map((row) => JSON.stringify(row)).sort();
  return { items: sorted(items), indexed: sorted(indexed), queues: sqs.depths() };
};

const key = fc.record({ pk: fc.constantFrom('a', 'b'), sk: fc.constantFrom('1', '2', '3') });
const value = fc.oneof(fc.string(), fc.integer());

type Step = (stack: Started) => Promise<unknown>;
const attribute = (given: string | number): AttributeValue =>
  typeof given === 'number' ? { N: String(given) } : { S: given };
const item = (at: { pk: string; sk: string }, given: string | number) => ({
  pk: { S: at.pk },
  sk: { S: at.sk },
  ...(typeof given === 'number' ? { day: { S: `day-${given % 3}` } } : {}),
  value: attribute(given),
});
const keyOnly = ({ pk, sk }: { pk: string; sk: string }) => ({ pk: { S: pk }, sk: { S: sk } });

/** What a stack may be asked, refusals among it: a condition that fails writes nothing. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(key, value).map(
    ([at, given]): Step =>
      ({ client }) =>
        client.send(new PutItemCommand({ TableName: 'Facts', Item: item(at, given) })),
  ),
  fc.tuple(key, value).map(
    ([at, given]): Step =>
      ({ client }) =>
        client
          .send(
            new PutItemCommand({
              TableName: 'Facts',
              Item: item(at, given),
              ConditionExpression: 'attribute_not_exists(pk)',
            }),
          )
          .catch((error) => expect(error.name).toBe('ConditionalCheckFailedException')),
  ),
  key.map(
    (at): Step =>
      ({ client }) =>
        client.send(
          new UpdateItemCommand({
            TableName: 'Facts',
            Key: keyOnly(at),
            UpdateExpression: 'ADD seen :one',
            ExpressionAttributeValues: { ':one': { N: '1' } },
          }),
        ),
  ),
  key.map(
    (at): Step =>
      ({ client }) =>
        client.send(new DeleteItemCommand({ TableName: 'Facts', Key: keyOnly(at) })),
  ),
  fc.tuple(fc.uniqueArray(key, { selector: JSON.stringify, minLength: 1 }), value).map(
    ([all, given]): Step =>
      ({ client }) =>
        client.send(
          new BatchWriteItemCommand({
            RequestItems: {
              Facts: all.map((at, i) =>
                i % 2 === 0 ? { PutRequest: { Item: item(at, given) } } : { DeleteRequest: { Key: keyOnly(at) } },
              ),
            },
          }),
        ),
  ),
  fc.constant<Step>(async ({ sqs }) => sqs.sendMessage('Texts', { body: 'a complaint' })),
  fc.constant<Step>(async ({ sqs }) => sqs.receive('Texts', { max: 2, visibilityTimeout: 0 })),
  fc.constant<Step>(async ({ sqs }) => {
    for (const { receiptHandle } of await sqs.receive('Texts')) sqs.deleteMessage('Texts', receiptHandle);
  }),
);

describe('a stack that is started again on its folder', () => {
  it('has the items, the index entries and the messages that it had, whatever was asked of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        rmSync(path, { recursive: true });
        const first = await start();
        for (const take of steps) await take(first);
        const before = await everything(first);
        await first.end();
        const second = await start();
        expect(await everything(second)).toEqual(before);
        await second.end();
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  it('shows a message again that was in hand, with its attributes, and without a receipt that nobody ended', async () => {
    const first = await start();
    first.sqs.sendMessage('Texts', {
      body: 'a complaint',
      attributes: { backfill: { dataType: 'String', stringValue: 'true' } },
      senderId: 'upstream',
    });
    const [received] = await first.sqs.receive('Texts');
    await first.end();
    for (const _ of ['once', 'twice', 'more often than the redrive policy allows']) {
      const next = await start();
      const [again] = await next.sqs.receive('Texts');
      expect(again).toMatchObject({
        messageId: received?.messageId,
        body: 'a complaint',
        messageAttributes: received?.messageAttributes,
        attributes: { SenderId: 'upstream', SentTimestamp: received?.attributes.SentTimestamp },
      });
      await next.end();
    }
  });

  it('lets a delayed message wait out its delay', async () => {
    const first = await start();
    first.sqs.sendMessage('Texts', { body: 'later', delaySeconds: 900 });
    await first.end();
    const second = await start();
    expect(second.sqs.depths().Texts).toEqual({ visible: 0, delayed: 1, inFlight: 0 });
    await second.end();
  });

  it('answers a write only when it is kept, and reads what was answered in order', async () => {
    const first = await start();
    const writes = Array.from({ length: 40 }, (_, i) =>
      first.client.send(new PutItemCommand({ TableName: 'Facts', Item: item({ pk: 'a', sk: String(i % 4) }, i) })),
    );
    await Promise.all(writes);
    const query = new QueryCommand({
      TableName: 'Facts',
      KeyConditionExpression: 'pk = :a',
      ExpressionAttributeValues: { ':a': { S: 'a' } },
    });
    const { Items: before } = await first.client.send(query);
    await first.end();
    const second = await start();
    expect((await second.client.send(query)).Items).toEqual(before);
    await second.end();
  });
});

describe('a folder of another version of the stack', () => {
  const withItem = async () => {
    const first = await start();
    await first.client.send(new PutItemCommand({ TableName: 'Facts', Item: item({ pk: 'a', sk: '1' }, 1) }));
    first.sqs.sendMessage('Texts', { body: 'a complaint' });
    await first.end();
  };

  it('is told where an item or a message has no place any more, with the way on', async () => {
    await withItem();
    const otherKey = {
      ...table,
      key: table.key.slice(0, 1),
      attributes: table.attributes.filter((a) => a.AttributeName !== 'sk'),
    };
    await expect(start({ ...stack, tables: [otherKey] })).rejects.toThrow(
      /made by another version of the stack \(table Facts\): begin anew with --fresh/,
    );
    await expect(start({ ...stack, queues: [dead] })).rejects.toThrow(/\(queue Texts\)/);
  });

  it('goes on where only an index has gone or a queue has come', async () => {
    await withItem();
    const more = await start({
      tables: [{ ...table, attributes: table.attributes.slice(0, 2), globalIndexes: [] }],
      queues: [...stack.queues, queue('Looks')],
    });
    expect((await more.client.send(new ScanCommand({ TableName: 'Facts' }))).Count).toBe(1);
    await more.end();
  });
});
