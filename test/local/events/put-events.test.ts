import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RuleDefinition } from '../../../lib/local/definitions.ts';
import { deliverTo } from '../../../lib/local/events/delivery.ts';
import { EventsStandIn } from '../../../lib/local/events/stand-in.ts';
import type { Gate } from '../../../lib/local/iam/gate.ts';
import { QueueService } from '../../../lib/local/sqs/queues.ts';
import { aRule, arn } from '../definitions.ts';
import { makeEndpoint, type RunningEndpoint } from '../running-endpoint.ts';

const entry: PutEventsRequestEntry = {
  EventBusName: 'Told',
  Source: 'shop',
  DetailType: 'order.packed',
  Detail: '{"order":7}',
};

let endpoint: RunningEndpoint | undefined;
let refused: string[];
let log: string[];
let sqs: QueueService;
beforeEach(() => {
  [refused, log] = [[], []];
  sqs = new QueueService({ now: Date.now });
  for (const name of ['Queue', 'Dead']) sqs.createQueue(name);
});
afterEach(() => endpoint?.close());

/** A bus with rules behind the endpoint, as an SDK sees it. Queues named in `refused` let nobody in. */
const open = async (rules: RuleDefinition[] = [aRule('All')], mostUnread?: number) => {
  const events = new EventsStandIn({
    now: () => Date.parse('2026-03-05T10:00:00.789Z'),
    region: 'us-east-1',
    accountId: '000000000000',
    onEvent: (event) => log.push(event),
  });
  const gate: Pick<Gate, 'asRule'> = {
    asRule: ({ logicalId }, { action, resource }) =>
      refused.some((name) => resource.endsWith(`:${name}`))
        ? { caller: { kind: 'rule', name: logicalId }, action, resource, reason: 'no-grant', message: 'no entry' }
        : undefined,
  };
  const buses = [{ logicalId: 'Told', name: 'Told', arn: arn('events', 'event-bus/Told') }];
  events.open(buses, rules, deliverTo(sqs, gate, mostUnread));
  endpoint = await makeEndpoint({ events });
  const client = new EventBridgeClient(endpoint.clientConfig);
  return {
    put: (...given: Partial<PutEventsRequestEntry>[]) =>
      client.send(new PutEventsCommand({ Entries: given.map((one) => ({ ...entry, ...one })) })),
  };
};

const bodiesIn = async (queue: string) => (await sqs.receiveUpTo(queue, 100)).map(({ body }) => body);

describe('an event that is put with the SDK', () => {
  it('lands in the queue of its rule in the envelope of EventBridge, and is logged so', async () => {
    const { put } = await open();
    const Time = new Date('2026-03-04T19:40:11.250Z');
    const { Entries, FailedEntryCount } = await put({ Time, Resources: ['order-7'] });
    const [body = ''] = await bodiesIn('Queue');
    expect(JSON.parse(body)).toEqual({
      version: '0',
      id: Entries?.[0]?.EventId,
      'detail-type': 'order.packed',
      source: 'shop',
      account: '000000000000',
      time: '2026-03-04T19:40:11Z',
      region: 'us-east-1',
      resources: ['order-7'],
      detail: { order: 7 },
    });
    expect(FailedEntryCount).toBe(0);
    expect(log).toEqual([body]);
  });

  it('has the time of the call where it brings none', async () => {
    const { put } = await open();
    await put({});
    expect(JSON.parse((await bodiesIn('Queue'))[0] ?? '')).toMatchObject({ time: '2026-03-05T10:00:00Z' });
  });

  it('goes where a rule wants it, and is logged though none does', async () => {
    const packed = aRule('Packed', { detailTypes: ['order.packed', 'order.sent'] });
    const { put } = await open([packed, aRule('Off', { enabled: false })]);
    await put({}, { Source: 'other' }, { DetailType: 'order.lost' }, { DetailType: 'order.sent' });
    expect((await bodiesIn('Queue')).map((body) => JSON.parse(body)['detail-type'])).toEqual([
      'order.packed',
      'order.sent',
    ]);
    expect(log).toHaveLength(4);
  });

  it('is taken or not by itself', async () => {
    const { put } = await open();
    const { Entries = [], FailedEntryCount } = await put(
      { Detail: 'packed' },
      { Detail: '[]' },
      { Source: undefined },
      { DetailType: '' },
      { Source: 'aws.ec2' },
      { EventBusName: 'Nowhere' },
      {},
    );
    expect(Entries.map(({ ErrorCode }) => ErrorCode)).toEqual([
      'MalformedDetail',
      'MalformedDetail',
      'InvalidArgument',
      'InvalidArgument',
      'NotAuthorizedForSourceException',
      'InvalidArgument',
      undefined,
    ]);
    expect(FailedEntryCount).toBe(6);
    expect(await bodiesIn('Queue')).toHaveLength(1);
  });
});

describe('a request', () => {
  it('has one to ten entries', async () => {
    const { put } = await open();
    await put(...Array.from({ length: 10 }, () => ({})));
    const eleven = Array.from({ length: 11 }, () => ({}));
    for (const entries of [[], eleven]) await expect(put(...entries)).rejects.toThrow('between 1 and 10');
    expect(await bodiesIn('Queue')).toHaveLength(10);
  });

  it('has 256 KB at most, as the user guide counts them', async () => {
    const { put } = await open();
    const rest = 'shop'.length + 'order.packed'.length + '{"order":""}'.length + 14;
    const filled = (bytes: number) => ({ Time: new Date(), Detail: `{"order":"${'ü'.repeat((bytes - rest) / 2)}"}` });
    await put(filled(131_072), filled(131_072));
    await expect(put(filled(131_072), filled(131_074))).rejects.toThrow('Total size of the entries');
    expect(await bodiesIn('Queue')).toHaveLength(2);
  });

  it('for anything else than putting events is refused', async () => {
    endpoint = await makeEndpoint();
    const response = await fetch(endpoint.url, {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSEvents.PutRule' },
      body: '{}',
    });
    expect(await response.json()).toMatchObject({ __type: 'UnknownOperationException' });
  });
});

describe('a queue that does not let its rule in', () => {
  it('loses the event to the dead letters, which tell why', async () => {
    const { put } = await open();
    refused = ['Queue'];
    await put({});
    const [dead] = await sqs.receive('Dead');
    expect(dead?.body).toBe(log[0]);
    expect(Object.entries(dead?.messageAttributes ?? {}).map(([name, { stringValue }]) => [name, stringValue])).toEqual(
      [
        ['RULE_ARN', arn('events', 'rule/Told/All')],
        ['TARGET_ARN', arn('sqs', 'Queue')],
        ['ERROR_CODE', 'NO_PERMISSIONS'],
        ['ERROR_MESSAGE', 'no entry'],
      ],
    );
  });

  it('loses it for good where the dead letters do not either, or are none', async () => {
    const { put } = await open([aRule('All'), aRule('Careless', { targets: [{ queueArn: arn('sqs', 'Queue') }] })]);
    refused = ['Queue', 'Dead'];
    expect((await put({})).FailedEntryCount).toBe(0);
    refused = [];
    expect(await bodiesIn('Dead')).toEqual([]);
  });
});

describe('a queue of events that nobody reads', () => {
  it('keeps the newest, and who keeps its messages learns which have gone', async () => {
    const gone: string[] = [];
    const nothing = () => {};
    sqs.keepIn({
      sent: nothing,
      received: nothing,
      moved: nothing,
      purged: nothing,
      deleted: (_, id) => gone.push(id),
    });
    const { put } = await open([aRule('All')], 3);
    await put({ Detail: '{"order":0}' });
    const [held] = await sqs.receive('Queue');
    for (let order = 1; order < 8; order++) await put({ Detail: JSON.stringify({ order }) });
    expect((await bodiesIn('Queue')).map((body) => JSON.parse(body).detail.order)).toEqual([5, 6, 7]);
    expect(gone).toHaveLength(4);
    // What somebody has in hand is theirs.
    expect(gone).not.toContain(held?.messageId);
  });
});
