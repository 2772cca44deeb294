import {
  ChangeMessageVisibilityBatchCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  PurgeQueueCommand,
  QueueDoesNotExist,
  ReceiptHandleIsInvalid,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
  TooManyEntriesInBatchRequest,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeEndpoint, type RunningEndpoint } from './running-endpoint.ts';

let running: RunningEndpoint;
let client: SQSClient;
let QueueUrl: string;

beforeAll(async () => {
  running = await makeEndpoint();
  client = new SQSClient(running.clientConfig);
});
afterAll(async () => {
  client.destroy();
  await running.close();
});
beforeEach(async () => {
  const { QueueUrl: url } = await client.send(new CreateQueueCommand({ QueueName: 'feedback' }));
  QueueUrl = url ?? '';
  await client.send(new PurgeQueueCommand({ QueueUrl }));
});

describe('the AWS SDK against the local SQS', () => {
  it('finds a queue at the endpoint, in the account of zeros', async () => {
    expect(QueueUrl).toBe(`${running.url}/000000000000/feedback`);
    expect((await client.send(new GetQueueUrlCommand({ QueueName: 'feedback' }))).QueueUrl).toBe(QueueUrl);
    expect((await client.send(new ListQueuesCommand({ QueueNamePrefix: 'feed' }))).QueueUrls).toEqual([QueueUrl]);
  });

  it('gets its message back with attributes of every kind, and agrees on both digests', async () => {
    // The SDK itself compares the digests and throws where they differ.
    const sent = await client.send(
      new SendMessageCommand({
        QueueUrl,
        MessageBody: 'zu spät\r\n<b>&amp;"😀"',
        MessageAttributes: {
          lang: { DataType: 'String', StringValue: 'de' },
          score: { DataType: 'Number.nps', StringValue: '3' },
          proof: { DataType: 'Binary', BinaryValue: Uint8Array.of(0, 1, 254, 255) },
        },
      }),
    );
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({ QueueUrl, MessageAttributeNames: ['All'], MessageSystemAttributeNames: ['All'] }),
    );
    expect(Messages[0]).toMatchObject({
      MessageId: sent.MessageId,
      Body: 'zu spät\r\n<b>&amp;"😀"',
      MD5OfBody: sent.MD5OfMessageBody,
      MD5OfMessageAttributes: sent.MD5OfMessageAttributes,
      MessageAttributes: { score: { DataType: 'Number.nps', StringValue: '3' } },
      Attributes: { ApproximateReceiveCount: '1', SenderId: 'AKIDLOCAL' },
    });
    expect(Messages[0]?.MessageAttributes?.proof?.BinaryValue).toEqual(Uint8Array.of(0, 1, 254, 255));
  });

  it('gets the digest of just the attributes it asked for', async () => {
    const attribute = (StringValue: string) => ({ DataType: 'String', StringValue });
    await client.send(
      new SendMessageCommand({
        QueueUrl,
        MessageBody: 'x',
        MessageAttributes: { 'till.id': attribute('4'), 'till.row': attribute('2'), lang: attribute('de') },
      }),
    );
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MessageAttributeNames: ['till.*'],
        MessageSystemAttributeNames: ['SentTimestamp'],
      }),
    );
    expect(Object.keys(Messages[0]?.MessageAttributes ?? {})).toEqual(['till.id', 'till.row']);
    expect(Object.keys(Messages[0]?.Attributes ?? {})).toEqual(['SentTimestamp']);
  });

  it('sends, postpones and deletes in batches', async () => {
    const sent = await client.send(
      new SendMessageBatchCommand({
        QueueUrl,
        Entries: [
          { Id: 'a', MessageBody: 'one' },
          { Id: 'b', MessageBody: 'two', MessageAttributes: { k: { DataType: 'String', StringValue: 'v' } } },
          { Id: 'c', MessageBody: '\u0000' },
        ],
      }),
    );
    expect(sent.Successful?.map((entry) => entry.Id)).toEqual(['a', 'b']);
    expect(sent.Failed).toMatchObject([{ Id: 'c', Code: 'InvalidMessageContents', SenderFault: true }]);
    const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    const entries = Messages.map(({ ReceiptHandle = '' }, at) => ({ Id: `${at}`, ReceiptHandle }));
    const postponed = await client.send(
      new ChangeMessageVisibilityBatchCommand({
        QueueUrl,
        Entries: entries.map((entry) => ({ ...entry, VisibilityTimeout: 600 })),
      }),
    );
    expect(postponed.Successful).toHaveLength(2);
    const deleted = await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries: entries }));
    expect(deleted.Successful).toHaveLength(2);
  });

  it('reads counts and settings of a queue', async () => {
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x', DelaySeconds: 60 }));
    const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
    expect(Attributes).toMatchObject({
      QueueArn: 'arn:aws:sqs:us-east-1:000000000000:feedback',
      VisibilityTimeout: '30',
      ApproximateNumberOfMessages: '0',
      ApproximateNumberOfMessagesDelayed: '1',
      ApproximateNumberOfMessagesNotVisible: '0',
    });
  });

  it('gets nothing, and no list, from an empty queue', async () => {
    expect((await client.send(new ReceiveMessageCommand({ QueueUrl }))).Messages).toBeUndefined();
  });

  it('is woken from a long poll by a send', async () => {
    const poll = client.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'wake up' }));
    expect((await poll).Messages?.[0]?.Body).toBe('wake up');
  });

  it('takes nothing along when it hangs up in a long poll', async () => {
    const hangUp = new AbortController();
    const poll = client.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }), {
      abortSignal: hangUp.signal,
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    hangUp.abort();
    await expect(poll).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'still here' }));
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({ QueueUrl, MessageSystemAttributeNames: ['All'] }),
    );
    expect(Messages[0]?.Attributes?.ApproximateReceiveCount).toBe('1');
  });

  it('meets AWS errors by their own classes and names', async () => {
    const none = `${running.url}/000000000000/none`;
    await expect(client.send(new SendMessageCommand({ QueueUrl: none, MessageBody: 'x' }))).rejects.toThrow(
      QueueDoesNotExist,
    );
    await expect(client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: 'nonsense' }))).rejects.toThrow(
      ReceiptHandleIsInvalid,
    );
    const Entries = [...'abcdefghijk'].map((Id) => ({ Id, MessageBody: 'x' }));
    await expect(client.send(new SendMessageBatchCommand({ QueueUrl, Entries }))).rejects.toThrow(
      TooManyEntriesInBatchRequest,
    );
    await expect(client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 11 }))).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: expect.stringContaining('MaxNumberOfMessages'),
    });
    await expect(client.send(new SendMessageCommand({ QueueUrl, MessageBody: '' }))).rejects.toThrow(
      'must contain the parameter MessageBody',
    );
  });
});

describe('the Query protocol, which older clients speak', () => {
  const post = async (form: Record<string, string>) => {
    const response = await fetch(running.url, { method: 'POST', body: new URLSearchParams(form) });
    return { status: response.status, xml: await response.text() };
  };

  it('sends with attributes and receives as XML, a carriage return unharmed', async () => {
    const sent = await post({
      Action: 'SendMessage',
      Version: '2012-11-05',
      QueueUrl,
      MessageBody: 'late\r\n& <cold>',
      'MessageAttribute.1.Name': 'lang',
      'MessageAttribute.1.Value.DataType': 'String',
      'MessageAttribute.1.Value.StringValue': 'en',
    });
    expect(sent.xml).toContain('<SendMessageResponse xmlns="http://queue.amazonaws.com/doc/2012-11-05/">');
    const received = await post({
      Action: 'ReceiveMessage',
      QueueUrl,
      MaxNumberOfMessages: '10',
      'AttributeName.1': 'All',
      'MessageAttributeName.1': 'All',
    });
    expect(received.xml).toContain('<Body>late&#xD;\n&amp; &lt;cold&gt;</Body>');
    expect(received.xml).toContain('<Attribute><Name>ApproximateReceiveCount</Name><Value>1</Value></Attribute>');
    expect(received.xml).toContain(
      '<MessageAttribute><Name>lang</Name><Value><DataType>String</DataType><StringValue>en</StringValue></Value></MessageAttribute>',
    );
  });

  it('sends a batch of more than nine entries in their order', async () => {
    const entries = Object.fromEntries(
      [...'abcdefghij'].flatMap((id, at) => [
        [`SendMessageBatchRequestEntry.${at + 1}.Id`, id],
        [`SendMessageBatchRequestEntry.${at + 1}.MessageBody`, id],
      ]),
    );
    const { xml } = await post({ Action: 'SendMessageBatch', QueueUrl, ...entries });
    expect([...xml.matchAll(/<Id>(.)<\/Id>/g)].map(([, id]) => id).join('')).toBe('abcdefghij');
  });

  it('bears the element of the result where there is nothing in it', async () => {
    const empty = async (form: { Action: string } & Record<string, string>) =>
      (await post(form)).xml.includes(`<${form.Action}Result></${form.Action}Result><ResponseMetadata>`);
    expect(await empty({ Action: 'ReceiveMessage', QueueUrl })).toBe(true);
    expect(await empty({ Action: 'ListQueues', QueueNamePrefix: 'none' })).toBe(true);
    expect(await empty({ Action: 'ListDeadLetterSourceQueues', QueueUrl })).toBe(true);
    expect(await empty({ Action: 'GetQueueAttributes', QueueUrl })).toBe(true);
  });

  it('bears the element of the result where only some of it is empty', async () => {
    const { xml } = await post({
      Action: 'DeleteMessageBatch',
      QueueUrl,
      'DeleteMessageBatchRequestEntry.1.Id': 'a',
      'DeleteMessageBatchRequestEntry.1.ReceiptHandle': 'nonsense',
    });
    expect(xml).toContain('<DeleteMessageBatchResult><BatchResultErrorEntry>');
  });

  it.each(['PurgeQueue', 'SetQueueAttributes', 'DeleteQueue'])(
    'bears none for %s, which has no result',
    async (Action) => {
      const { xml } = await post({ Action, QueueUrl });
      expect(xml).toContain(`<${Action}Response xmlns="http://queue.amazonaws.com/doc/2012-11-05/"><ResponseMetadata>`);
    },
  );

  it('names errors by their older codes', async () => {
    const { status, xml } = await post({ Action: 'GetQueueUrl', QueueName: 'none' });
    expect(status).toBe(400);
    expect(xml).toContain('<Type>Sender</Type><Code>AWS.SimpleQueueService.NonExistentQueue</Code>');
    expect((await post({ Action: 'Dance' })).xml).toContain('<Code>InvalidAction</Code>');
  });
});
