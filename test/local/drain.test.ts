import { describe, expect, test } from 'vitest';
import type { MappingDefinition } from '../../lib/local/definitions.ts';
import { type DeliveriesParts, startDeliveries } from '../../lib/local/event-source/deliveries.ts';
import type { FunctionPool } from '../../lib/local/lambda/function-pool.ts';
import type { Outcome } from '../../lib/local/lambda/instance.ts';
import type { StackResources } from '../../lib/local/resources.ts';
import { QueueService } from '../../lib/local/sqs/queues.ts';
import { aFunction } from './definitions.ts';

const ingest = aFunction('Ingest');

const mapping: MappingDefinition = {
  logicalId: 'SurveysToIngest',
  queueArn: 'arn:aws:sqs:us-east-1:000000000000:Surveys',
  functionName: 'Ingest',
  enabled: true,
  batchSize: 10,
  windowSeconds: 300,
  reportsBatchItemFailures: true,
  patterns: [],
};

const done: Outcome = { kind: 'returned', payload: 'null', milliseconds: 1 };
const failed: Outcome = { kind: 'failed', errorType: 'Error', errorMessage: 'no', milliseconds: 1 };

/** One queue that feeds one function, which answers as told. */
const deliver = (
  override: Partial<MappingDefinition>,
  invoke: FunctionPool['invoke'],
  mayCall: DeliveriesParts['mayCall'] = () => true,
) => {
  const sqs = new QueueService({ now: Date.now });
  sqs.createQueue('Surveys', { VisibilityTimeout: '365' });
  const queue = {
    logicalId: 'Surveys',
    name: 'Surveys',
    url: 'http://127.0.0.1:4000/000000000000/Surveys',
    arn: mapping.queueArn,
    visibilityTimeoutSeconds: 365,
    delaySeconds: 0,
    retentionSeconds: 345_600,
  };
  const pool: FunctionPool = {
    definition: ingest,
    counters: { invocations: 0, errors: 0, records: 0, milliseconds: 0 },
    invoke,
    renew: () => {},
    stop: async () => {},
  };
  const stack: StackResources = {
    tables: [],
    queues: [queue],
    functions: [ingest],
    mappings: [{ ...mapping, ...override }],
    schedules: [],
    keys: [],
    buckets: [],
    buses: [],
    rules: [],
    apis: [],
    idle: [],
    outputs: {},
  };
  const deliveries = startDeliveries({
    stack,
    sqs,
    pools: [pool],
    region: 'us-east-1',
    maxConcurrency: 2,
    log: () => {},
    mayCall,
  });
  return { sqs, deliveries };
};

describe('a drain', () => {
  test('sits out neither windows, nor delays, nor visibility timeouts', async () => {
    let attempts = 0;
    const { sqs, deliveries } = deliver({}, async () => {
      attempts += 1;
      return attempts < 4 ? failed : done;
    });
    sqs.sendMessage('Surveys', { body: 'late', delaySeconds: 900 });
    await deliveries.drain();
    expect(attempts).toBe(4);
    deliveries.stop();
  });

  test('that leaves what waits spends no retry before its time', async () => {
    let attempts = 0;
    const { sqs, deliveries } = deliver({}, async () => {
      attempts += 1;
      return failed;
    });
    sqs.sendMessage('Surveys', { body: 'fails' });
    sqs.sendMessage('Surveys', { body: 'late', delaySeconds: 900 });
    await deliveries.drain(undefined, true);
    expect(attempts).toBe(1);
    deliveries.stop();
  });

  test('waits for what a function posts while it runs, and for runs that no queue asked for', async () => {
    const order: string[] = [];
    const { sqs, deliveries } = deliver({}, async (event) => {
      order.push(JSON.parse(event).Records[0].body);
      return done;
    });
    void deliveries.counting(
      new Promise<void>((resolve) =>
        setTimeout(() => {
          sqs.sendMessage('Surveys', { body: 'posted by a scheduled run' });
          resolve();
        }, 20),
      ),
    );
    await deliveries.drain();
    expect(order).toEqual(['posted by a scheduled run']);
    deliveries.stop();
  });

  test('gives up on messages that fail for ever, for want of a dead letter queue', async () => {
    const { sqs, deliveries } = deliver({}, async () => failed);
    sqs.sendMessage('Surveys', { body: 'spoilt' });
    await expect(deliveries.drain()).rejects.toThrow(/1 messages in Surveys fail again and again/);
    deliveries.stop();
  });

  test('ends when deliveries stop, even while messages lie there', async () => {
    const { sqs, deliveries } = deliver({}, () => new Promise((resolve) => setTimeout(() => resolve(done), 30)));
    for (let i = 0; i < 50; i++) sqs.sendMessage('Surveys', { body: String(i) });
    const drained = deliveries.drain();
    setTimeout(() => deliveries.stop(), 10);
    await expect(drained).rejects.toThrow('stopped');
  });

  test('ends with the reason of whoever gives it up, at once', async () => {
    const { sqs, deliveries } = deliver({}, () => new Promise(() => {}));
    sqs.sendMessage('Surveys', { body: 'never done' });
    const givingUp = new AbortController();
    const drained = deliveries.drain(givingUp.signal);
    givingUp.abort(new Error('a grant lacks'));
    await expect(drained).rejects.toThrow('a grant lacks');
    deliveries.stop();
  });

  test.each(['sqs:ReceiveMessage', 'sqs:GetQueueAttributes'])(
    'takes nothing from a queue while %s is refused, and goes on when it no longer is',
    async (refused) => {
      let granted = false;
      const { sqs, deliveries } = deliver(
        {},
        async () => done,
        (_fn, action) => granted || action !== refused,
      );
      sqs.sendMessage('Surveys', { body: 'waits' });
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(sqs.depths().Surveys?.visible).toBe(1);
      granted = true;
      await deliveries.drain();
      expect(sqs.depths().Surveys?.visible).toBe(0);
      deliveries.stop();
    },
  );

  test('leaves a queue alone whose mapping is disabled', async () => {
    const { sqs, deliveries } = deliver({ enabled: false }, async () => done);
    sqs.sendMessage('Surveys', { body: 'kept' });
    await deliveries.drain();
    expect(sqs.depths().Surveys?.visible).toBe(1);
    deliveries.stop();
  });
});
