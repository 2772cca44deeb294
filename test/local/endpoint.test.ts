import { ComprehendClient, DetectSentimentCommand } from '@aws-sdk/client-comprehend';
import {
  type AttributeValue,
  BatchWriteItemCommand,
  CreateTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import { CreateQueueCommand, ListQueuesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, describe, expect, it } from 'vitest';
import { ComprehendStandIn } from '../../lib/local/comprehend/stand-in.ts';
import { makeDynamo } from '../../lib/local/dynamo.ts';
import { type GuardedCall, startEndpoint } from '../../lib/local/endpoint.ts';
import { KmsStandIn } from '../../lib/local/kms/stand-in.ts';
import { makeS3 } from '../../lib/local/s3/stand-in.ts';
import { QueueService } from '../../lib/local/sqs/queues.ts';
import { makeEndpoint, noBuses, type RunningEndpoint } from './running-endpoint.ts';

const running: RunningEndpoint[] = [];
const started = async (...options: Parameters<typeof makeEndpoint>): Promise<RunningEndpoint> => {
  const endpoint = await makeEndpoint(...options);
  running.push(endpoint);
  return endpoint;
};
afterEach(async () => {
  for (const endpoint of running.splice(0)) await endpoint.close();
});

describe('one endpoint', () => {
  it('serves DynamoDB, SQS and Comprehend at the same address', async () => {
    const { clientConfig } = await started();
    const dynamo = new DynamoDBClient(clientConfig);
    await dynamo.send(
      new CreateTableCommand({
        TableName: 'facts',
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      }),
    );
    await dynamo.send(new PutItemCommand({ TableName: 'facts', Item: { pk: { S: 'a' }, words: { S: 'zu spät' } } }));
    const { Item } = await dynamo.send(new GetItemCommand({ TableName: 'facts', Key: { pk: { S: 'a' } } }));
    expect(Item?.words?.S).toBe('zu spät');
    await expect(dynamo.send(new GetItemCommand({ TableName: 'none', Key: { pk: { S: 'a' } } }))).rejects.toThrow(
      ResourceNotFoundException,
    );

    const sqs = new SQSClient(clientConfig);
    await sqs.send(new CreateQueueCommand({ QueueName: 'feedback' }));
    expect((await sqs.send(new ListQueuesCommand())).QueueUrls).toHaveLength(1);

    const comprehend = new ComprehendClient(clientConfig);
    const { Sentiment } = await comprehend.send(new DetectSentimentCommand({ Text: 'Great!', LanguageCode: 'en' }));
    expect(Sentiment).toBe('POSITIVE');
  });

  it('names the target that nobody serves', async () => {
    const { url } = await started();
    const response = await fetch(url, { method: 'POST', headers: { 'x-amz-target': 'Kinesis_20131202.PutRecord' } });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      __type: 'com.amazon.coral.service#UnknownOperationException',
      message: expect.stringContaining('Kinesis_20131202.PutRecord'),
    });
    expect(await (await fetch(url)).text()).toContain('A request without X-Amz-Target is not served here');
  });

  it('refuses a body that is no JSON in the words of the service', async () => {
    const { url } = await started();
    const headers = { 'x-amz-target': 'AmazonSQS.SendMessage', 'content-type': 'application/x-amz-json-1.0' };
    const response = await fetch(url, { method: 'POST', headers, body: '{' });
    expect(await response.json()).toMatchObject({ __type: 'com.amazon.coral.service#SerializationException' });
  });

  it('closes at once, though a long poll is waiting', async () => {
    const endpoint = await makeEndpoint();
    const sqs = new SQSClient(endpoint.clientConfig);
    const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'feedback' }));
    const poll = sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }));
    const ended = expect(poll).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await endpoint.close();
    await ended;
  });

  it('says which port is taken and how to go on', async () => {
    const { url } = await started();
    const port = Number(new URL(url).port);
    await expect(
      startEndpoint({
        port,
        sqs: new QueueService({ now: () => 0 }),
        comprehend: new ComprehendStandIn(),
        kms: new KmsStandIn(),
        events: noBuses(),
        dynamo: makeDynamo(),
        s3: makeS3(),
      }),
    ).rejects.toThrow(`Port ${port} is taken by another program. End that one, or choose another port: --port 0`);
  });
});

describe('an item in the local DynamoDB', () => {
  const facts = async () => {
    const dynamo = new DynamoDBClient((await started()).clientConfig);
    await dynamo.send(
      new CreateTableCommand({
        TableName: 'facts',
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      }),
    );
    const put = (Item: Record<string, AttributeValue>) => dynamo.send(new PutItemCommand({ TableName: 'facts', Item }));
    const putTogether = (...items: Record<string, AttributeValue>[]) =>
      dynamo.send(
        new BatchWriteItemCommand({ RequestItems: { facts: items.map((Item) => ({ PutRequest: { Item } })) } }),
      );
    return { put, putTogether };
  };
  const tooLarge = { name: 'ValidationException', message: 'Item size has exceeded the maximum allowed size' };
  /** 3 bytes for the name and value of the key, so many of the words and their name. */
  const withWords = (bytes: number, character = 'é') => ({
    pk: { S: 'a' },
    words: { S: character.repeat((bytes - 3 - 5) / Buffer.byteLength(character)) },
  });

  it('holds 409,600 bytes of UTF-8 with its names, and no more', async () => {
    const { put, putTogether } = await facts();
    await put(withWords(409_600));
    await putTogether(withWords(409_600));
    await expect(put(withWords(409_602))).rejects.toMatchObject(tooLarge);
    await expect(putTogether({ pk: { S: 'b' } }, withWords(409_602))).rejects.toMatchObject(tooLarge);
  });

  it('is measured with the names and bytes in its lists, maps and sets, and without the escapes of JSON', async () => {
    const { put } = await facts();
    const list = (count: number) => ({
      pk: { S: 'a' },
      words: { L: Array.from({ length: count }, () => ({ M: { ü: { S: 'ß\n' }, n: { N: '-10.50' } } })) },
    });
    // An entry: 1 in the list, 3 and 2 of the map, names of 2 and 1, text of 3, a number of 4.
    const entries = Math.floor((409_600 - 3 - 5 - 3) / 16);
    await put(list(entries));
    await expect(put(list(entries + 1))).rejects.toMatchObject(tooLarge);
    const bytes = (length: number) => ({ pk: { S: 'a' }, sets: { BS: [new Uint8Array(length - 3 - 4)] } });
    await put(bytes(409_600));
    await expect(put(bytes(409_601))).rejects.toMatchObject(tooLarge);
  });

  it('may come with others in a request that is larger than any of them', async () => {
    const { putTogether } = await facts();
    await putTogether(...['a', 'b', 'c', 'd'].map((key) => ({ ...withWords(300_000), pk: { S: key } })));
  });
});

describe('a guard at the endpoint', () => {
  it('sees who calls which action on what, before anything happens', async () => {
    const seen: GuardedCall[] = [];
    const { clientConfig } = await started({
      authorize: async (call) => {
        seen.push(call);
        return undefined;
      },
    });
    await new SQSClient(clientConfig).send(new CreateQueueCommand({ QueueName: 'feedback' }));
    await new ComprehendClient(clientConfig).send(new DetectSentimentCommand({ Text: 'x', LanguageCode: 'en' }));
    await new DynamoDBClient(clientConfig)
      .send(new GetItemCommand({ TableName: 'none', Key: { pk: { S: 'a' } } }))
      .catch(() => undefined);
    expect(seen).toEqual([
      { accessKeyId: 'AKIDLOCAL', service: 'sqs', action: 'CreateQueue', request: { QueueName: 'feedback' } },
      {
        accessKeyId: 'AKIDLOCAL',
        service: 'comprehend',
        action: 'DetectSentiment',
        request: { Text: 'x', LanguageCode: 'en' },
      },
      {
        accessKeyId: 'AKIDLOCAL',
        service: 'dynamodb',
        action: 'GetItem',
        request: { TableName: 'none', Key: { pk: { S: 'a' } } },
      },
    ]);
  });

  it('turns a denied call away in every protocol, and the action is not performed', async () => {
    let denying = true;
    const { clientConfig, url } = await started({
      authorize: async ({ action }) => (denying ? { denied: `no grant for ${action}` } : undefined),
    });
    const sqs = new SQSClient(clientConfig);
    const denied = (action: string, name = 'AccessDeniedException') => ({ name, message: `no grant for ${action}` });
    await expect(sqs.send(new CreateQueueCommand({ QueueName: 'feedback' }))).rejects.toMatchObject(
      // For errors that its model lacks, the SDK's SQS client shows the older code, as it does on AWS.
      denied('CreateQueue', 'AccessDenied'),
    );
    await expect(
      new DynamoDBClient(clientConfig).send(new GetItemCommand({ TableName: 'none', Key: { pk: { S: 'a' } } })),
    ).rejects.toMatchObject(denied('GetItem'));
    await expect(
      new ComprehendClient(clientConfig).send(new DetectSentimentCommand({ Text: 'x', LanguageCode: 'en' })),
    ).rejects.toMatchObject(denied('DetectSentiment'));
    const form = new URLSearchParams({ Action: 'ListQueues' });
    expect(await (await fetch(url, { method: 'POST', body: form })).text()).toContain('<Code>AccessDenied</Code>');
    denying = false;
    expect((await sqs.send(new ListQueuesCommand())).QueueUrls ?? []).toEqual([]);
  });
});
