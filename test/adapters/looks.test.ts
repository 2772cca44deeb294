import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { Looks } from '../../functions/adapters/looks.ts';
import { Look } from '../../functions/domain/story/look.ts';
import { DependencyError } from '../../functions/runtime/errors.ts';
import { march } from '../builders.ts';

const sqs = mockClient(SQSClient);
const looks = new Looks(new SQSClient({ region: 'us-east-1' }), 'https://queue.example/customers');
const some = (count: number): Look[] =>
  Array.from({ length: count }, (_, i) => ({ story: `customer#${i}`, asOf: march(2) }));

beforeEach(() => {
  sqs.reset();
});

describe('looks that are sent', () => {
  it('reach the queue ten at a time, readable by whoever takes them', async () => {
    sqs.on(SendMessageBatchCommand).resolves({});
    await looks.send(some(23));
    const inputs = sqs.commandCalls(SendMessageBatchCommand).map(({ args: [{ input }] }) => input);
    expect(inputs.map(({ QueueUrl, Entries }) => [QueueUrl, Entries?.length])).toEqual([
      ['https://queue.example/customers', 10],
      ['https://queue.example/customers', 10],
      ['https://queue.example/customers', 3],
    ]);
    for (const { Entries = [] } of inputs) expect(new Set(Entries.map(({ Id }) => Id)).size).toBe(Entries.length);
    const bodies = inputs.flatMap(({ Entries = [] }) => Entries.map(({ MessageBody }) => MessageBody ?? ''));
    expect(bodies.map((body) => Look.parse(JSON.parse(body)))).toEqual(some(23));
  });

  it('are none where there is nobody to look at', async () => {
    await looks.send([]);
    expect(sqs.calls()).toEqual([]);
  });

  it('fail together when the queue does not take one of them', async () => {
    sqs.on(SendMessageBatchCommand).resolves({
      Successful: [],
      Failed: [{ Id: '1', Code: 'InternalError', SenderFault: false, Message: 'customer#1' }],
    });
    const error = await looks.send(some(3)).catch((thrown: unknown) => thrown);
    expect(error).toEqual(new DependencyError('customers to look at: 1 of 3 not taken'));
  });

  it('fail with the cause, and without naming anybody, when the queue is out', async () => {
    const cause = Object.assign(new Error('customer#1'), { name: 'RequestThrottled' });
    sqs.on(SendMessageBatchCommand).rejects(cause);
    const error = await looks.send(some(3)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DependencyError);
    expect((error as Error).cause).toBe(cause);
    expect((error as Error).message).not.toContain('customer#');
  });
});
