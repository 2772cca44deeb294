import { describe, expect, test } from 'vitest';
import type { TableDefinition } from '../../../lib/local/definitions.ts';
import { type Denial, sentenceOf } from '../../../lib/local/iam/denial.ts';
import { makeGate } from '../../../lib/local/iam/gate.ts';
import type { Policies } from '../../../lib/local/iam/policies.ts';
import { parseDocument } from '../../../lib/local/iam/statement.ts';
import { aFunction, aRule, arn, aSchedule, roleArn } from '../definitions.ts';

const place = { endpoint: 'http://127.0.0.1:4000', accountId: '000000000000', region: 'us-east-1', stackName: 'Tiny' };
const facts = arn('dynamodb', 'table/Facts');
const looks = arn('sqs', 'Looks');
const QueueUrl = 'http://127.0.0.1:4000/000000000000/Looks';
const compare = arn('lambda', 'function:Compare');

const document = (kind: 'identity' | 'resource' | 'trust', ...Statement: object[]) =>
  parseDocument({ Version: '2012-10-17', Statement }, kind, 'Policy');

const schedulerTrust = (group: string) =>
  document('trust', {
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Principal: { Service: 'scheduler.amazonaws.com' },
    Condition: {
      StringEquals: {
        'aws:SourceAccount': '000000000000',
        'aws:SourceArn': `arn:aws:scheduler:us-east-1:000000000000:schedule-group/${group}`,
      },
    },
  });

const role = (logicalId: string, statements: object[], trust = schedulerTrust('default')) => ({
  logicalId,
  arn: roleArn(logicalId),
  statements: document('identity', ...statements),
  trust,
});

const allow = (Action: string, Resource: string, rest: object = {}) => ({ Effect: 'Allow', Action, Resource, ...rest });

const policies = (...roles: ReturnType<typeof role>[]): Policies => ({
  roles: new Map(roles.map((one) => [one.logicalId, one])),
  managed: new Map(),
  resources: new Map([
    [
      looks,
      {
        kind: 'queue',
        statements: document('resource', { ...allow('sqs:PurgeQueue', looks), Effect: 'Deny', Principal: '*' }),
      },
    ],
  ]),
});

const ingest = aFunction('Ingest');

const table: TableDefinition = {
  logicalId: 'Facts',
  name: 'Facts',
  attributes: [],
  key: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  globalIndexes: [],
  localIndexes: [],
};

const schedule = aSchedule('Hourly');

const open = (inForce: Policies) => {
  const told: Denial[] = [];
  const gate = makeGate({
    policies: inForce,
    stack: { functions: [ingest], tables: [table] },
    place,
    onDenied: (denial) => told.push(denial),
  });
  const call = async (accessKeyId: string, service: 'dynamodb' | 'sqs' | 'events', action: string, request: object) =>
    (await gate.authorize({ accessKeyId, service, action, request: { ...request } }))?.denied ?? 'allowed';
  return { gate, told, call };
};

describe('the gate before the endpoint', () => {
  const putsFacts = policies(role('IngestRole', [allow('dynamodb:PutItem', facts)]));

  test("lets a function do what its role may, and nobody else's", async () => {
    const { call } = open(policies(role('IngestRole', []), role('Other', [allow('dynamodb:PutItem', facts)])));
    expect(await call('Other', 'dynamodb', 'PutItem', { TableName: 'Facts' })).toBe('allowed');
    expect(await call('Ingest', 'dynamodb', 'PutItem', { TableName: 'Facts' })).toMatch('not authorized');
  });

  test('refuses in the words of AWS, and tells each refusal once, with the remedy', async () => {
    const { call, told, gate } = open(putsFacts);
    for (let i = 0; i < 3; i++) {
      expect(await call('Ingest', 'sqs', 'SendMessageBatch', { QueueUrl })).toBe(
        `User: arn:aws:sts::000000000000:assumed-role/IngestRole/Ingest is not authorized to perform: sqs:SendMessage on resource: ${looks} because no identity-based policy allows the sqs:SendMessage action`,
      );
    }
    expect(told).toHaveLength(1);
    expect(gate.denials).toEqual(told);
    expect(told.map(sentenceOf)).toEqual([
      `The function Ingest may not call sqs:SendMessage on ${looks}: no grant allows it, so add sqs:SendMessage on that resource to the grants of IngestRole, where lib/ makes it.`,
    ]);
  });

  test('refuses a role what is not in the catalogue, even where it is granted everything', async () => {
    const { call, told } = open(policies(role('IngestRole', [allow('*', '*')])));
    for (let i = 0; i < 2; i++)
      expect(await call('Ingest', 'dynamodb', 'Scan', { TableName: 'Facts' })).toMatch('catalogue');
    expect(told.map(({ reason }) => reason)).toEqual(['unknown']);
  });

  test('takes any other key for an administrator, whom only the policy of a resource refuses anything', async () => {
    const { call } = open(putsFacts);
    expect(await call('operator', 'dynamodb', 'Scan', { TableName: 'Facts' })).toBe('allowed');
    expect(await call('deployment', 'dynamodb', 'CreateTable', { TableName: 'Facts' })).toBe('allowed');
    expect(await call('operator', 'sqs', 'PurgeQueue', { QueueUrl })).toBe(
      `User: arn:aws:iam::000000000000:user/operator is not authorized to perform: sqs:PurgeQueue on resource: ${looks} with an explicit deny in a resource-based policy`,
    );
  });

  test('asks for every table of a batch', async () => {
    const { call } = open(policies(role('IngestRole', [allow('dynamodb:BatchWriteItem', facts)])));
    expect(await call('Ingest', 'dynamodb', 'BatchWriteItem', { RequestItems: { Facts: [] } })).toBe('allowed');
    expect(await call('Ingest', 'dynamodb', 'BatchWriteItem', { RequestItems: { Facts: [], State: [] } })).toMatch(
      /table\/State because/,
    );
  });

  test('looks at each request anew where a condition depends on it', async () => {
    const Condition = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': 'due#*' } };
    const { call, told } = open(policies(role('IngestRole', [allow('dynamodb:GetItem', facts, { Condition })])));
    const get = (pk: string) => call('Ingest', 'dynamodb', 'GetItem', { TableName: 'Facts', Key: { pk: { S: pk } } });
    expect(await get('due#1')).toBe('allowed');
    expect(await get('story#1')).toMatch('not authorized');
    expect(await get('due#2')).toBe('allowed');
    expect(await get('story#2')).toMatch('not authorized');
    expect(told).toHaveLength(1);
  });

  test('remembers nothing once other policies are in force', async () => {
    const { call, gate } = open(putsFacts);
    expect(await call('Ingest', 'dynamodb', 'PutItem', { TableName: 'Facts' })).toBe('allowed');
    gate.exchange(policies(role('IngestRole', [])));
    expect(gate.calls()).toEqual([]);
    expect(await call('Ingest', 'dynamodb', 'PutItem', { TableName: 'Facts' })).toMatch('not authorized');
    expect(gate.calls()).toEqual([{ role: 'IngestRole', action: 'dynamodb:PutItem', resource: facts }]);
    gate.exchange(putsFacts);
    expect(gate.denials).toEqual([]);
    expect(await call('Ingest', 'dynamodb', 'PutItem', { TableName: 'Facts' })).toBe('allowed');
  });
});

describe("a schedule's call", () => {
  const invoke = { action: 'lambda:InvokeFunction', resource: compare };
  const invoking = [allow('lambda:InvokeFunction', compare)];

  test("needs the grant of the schedule's role", () => {
    expect(open(policies(role('HourlyRole', invoking))).gate.asSchedule(schedule, invoke)).toBeUndefined();
    expect(open(policies(role('HourlyRole', []))).gate.asSchedule(schedule, invoke)).toMatchObject({
      caller: { kind: 'schedule', name: 'Hourly', role: 'HourlyRole' },
      action: 'lambda:InvokeFunction',
      reason: 'no-grant',
    });
  });

  test('needs the trust of that role, under its conditions', () => {
    const { gate, told } = open(policies(role('HourlyRole', invoking, schedulerTrust('others'))));
    for (let i = 0; i < 2; i++) {
      expect(gate.asSchedule(schedule, invoke)).toMatchObject({ action: 'sts:AssumeRole', reason: 'not-trusted' });
    }
    expect(told).toHaveLength(1);
  });
});

describe("a rule's call", () => {
  const told = arn('sqs', 'Told');
  const send = { action: 'sqs:SendMessage', resource: told };
  const letting = (statement: object): Policies => ({
    roles: new Map(),
    managed: new Map(),
    resources: new Map([[told, { kind: 'queue', statements: document('resource', statement) }]]),
  });
  const statement = {
    ...allow('sqs:SendMessage', told),
    Principal: { Service: 'events.amazonaws.com' },
    Condition: { ArnEquals: { 'aws:SourceArn': aRule('All').arn } },
  };

  test('needs the word of the queue, for that very rule', () => {
    const { gate } = open(letting(statement));
    expect(gate.asRule(aRule('All'), send)).toBeUndefined();
    expect(gate.asRule(aRule('Other'), send)).toMatchObject({ caller: { kind: 'rule', name: 'Other' } });
  });

  test.each([
    ['another service', { Principal: { Service: 'sns.amazonaws.com' } }],
    ['the account', { Principal: { AWS: '000000000000' } }],
    ['another action', { Action: 'sqs:ReceiveMessage' }],
  ])('is not allowed by a statement for %s', (_what, override) => {
    const { gate, told: denials } = open(letting({ ...statement, ...override }));
    for (let i = 0; i < 2; i++) expect(gate.asRule(aRule('All'), send)).toMatchObject({ reason: 'no-grant' });
    expect(denials.map(sentenceOf)).toEqual([
      `The rule All may not call sqs:SendMessage on ${told}: no statement of the queue's own policy lets it in, so name events.amazonaws.com there for that rule, where lib/ makes the queue.`,
    ]);
    expect(denials[0]?.message).toMatch(/^User: events\.amazonaws\.com is not authorized to perform: sqs:SendMessage/);
  });
});

describe('putting events', () => {
  test('needs the grant of the role, on each bus', async () => {
    const bus = (name: string) => arn('events', `event-bus/${name}`);
    const { call } = open(policies(role('IngestRole', [allow('events:PutEvents', bus('Told'))])));
    const put = (...names: string[]) =>
      call('Ingest', 'events', 'PutEvents', { Entries: names.map((EventBusName) => ({ EventBusName })) });
    expect(await put('Told', 'Told')).toBe('allowed');
    expect(await put('Told', 'Other')).toMatch(`perform: events:PutEvents on resource: ${bus('Other')}`);
  });
});
