import { describe, expect, test } from 'vitest';
import type { Context } from '../../../lib/local/iam/condition.ts';
import type { ResourcePolicy } from '../../../lib/local/iam/policies.ts';
import { parseDocument, type Statement } from '../../../lib/local/iam/statement.ts';
import { bearingOn, decide, type Principal, trusts } from '../../../lib/local/iam/verdict.ts';

const account = '000000000000';
const root = `arn:aws:iam::${account}:root`;
const role = `arn:aws:iam::${account}:role/Ingest`;
const facts = `arn:aws:dynamodb:us-east-1:${account}:table/Facts`;
const key = `arn:aws:kms:us-east-1:${account}:key/Rejected`;

const identity = (...statements: object[]): Statement[] =>
  parseDocument({ Version: '2012-10-17', Statement: statements }, 'identity', 'Ingest');
const hanging = (kind: ResourcePolicy['kind'], ...statements: object[]): ResourcePolicy => ({
  kind,
  statements: parseDocument({ Version: '2012-10-17', Statement: statements }, 'resource', 'Hanging'),
});

const put = { Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: facts };

const contextOf =
  (values: Record<string, string[]>): Context =>
  (name) =>
    values[name];

/** `allowed`, or the reason why not. */
const asked = (
  statements: Statement[],
  {
    action = 'dynamodb:PutItem',
    resource = facts,
    context = {},
    policy = undefined as ResourcePolicy | undefined,
  } = {},
): string => {
  const principal: Principal = { kind: 'AWS', arn: role, accountId: account, statements };
  const verdict = decide(bearingOn({ principal, action, resource }, policy), action, contextOf(context));
  return verdict.kind === 'allowed' ? 'allowed' : verdict.reason;
};

describe('a call', () => {
  test('is allowed where a statement names its action and resource, and refused otherwise', () => {
    const statements = identity(put);
    expect(asked(statements)).toBe('allowed');
    expect(asked(statements, { action: 'dynamodb:DeleteItem' })).toBe('no-grant');
    expect(asked(statements, { resource: `${facts}Old` })).toBe('no-grant');
    expect(asked(statements, { resource: `${facts}/index/by-day` })).toBe('no-grant');
    expect(asked([])).toBe('no-grant');
  });

  test('is refused by a deny, however many statements allow it', () => {
    const statements = identity(put, { Effect: 'Deny', Action: 'dynamodb:*', Resource: '*' }, put);
    expect(asked(statements)).toBe('forbidden');
  });

  test.each([
    ['any action of a service', { Action: 'dynamodb:*' }, 'allowed'],
    ['actions that begin alike', { Action: 'dynamodb:Put*' }, 'allowed'],
    ['one character', { Action: 'dynamodb:PutIte?' }, 'allowed'],
    ['no more than one', { Action: 'dynamodb:PutIt?' }, 'no-grant'],
    ['another case of the action', { Action: 'DynamoDB:putitem' }, 'allowed'],
    ['another case of the resource', { Resource: facts.replace('Facts', 'facts') }, 'no-grant'],
    ['any resource', { Resource: '*' }, 'allowed'],
    ['any region', { Resource: facts.replace('us-east-1', '*') }, 'allowed'],
    ['a dot, which is no wildcard', { Resource: facts.replace('Facts', 'F.cts') }, 'no-grant'],
    ['one of several', { Action: ['sqs:SendMessage', 'dynamodb:PutItem'], Resource: ['*', facts] }, 'allowed'],
  ])('fits a pattern of %s', (_what, override, verdict) => {
    expect(asked(identity({ ...put, ...override }))).toBe(verdict);
  });
});

describe('a condition', () => {
  const due = { Action: 'dynamodb:Query', Effect: 'Allow', Resource: facts };
  const leading = (quantifier: string) =>
    identity({ ...due, Condition: { [`${quantifier}:StringLike`]: { 'dynamodb:LeadingKeys': ['due#*', 'open#1'] } } });
  const queried = (statements: Statement[], ...partitions: string[]) =>
    asked(statements, {
      action: 'dynamodb:Query',
      context: partitions.length > 0 ? { 'dynamodb:leadingkeys': partitions } : {},
    });

  test('on all values holds where each fits one that is wanted, and where there are none', () => {
    expect(queried(leading('ForAllValues'), 'due#1', 'open#1')).toBe('allowed');
    expect(queried(leading('ForAllValues'), 'due#1', 'open#2')).toBe('no-grant');
    expect(queried(leading('ForAllValues'))).toBe('allowed');
  });

  test('on any value holds where one fits, and not where there are none', () => {
    expect(queried(leading('ForAnyValue'), 'due#1', 'open#2')).toBe('allowed');
    expect(queried(leading('ForAnyValue'), 'open#2')).toBe('no-grant');
    expect(queried(leading('ForAnyValue'))).toBe('no-grant');
  });

  const rule = 'arn:aws:scheduler:us-east-1:000000000000:schedule/default/Hourly';
  test.each([
    ['Bool', 'aws:SecureTransport', 'true', 'TRUE', 'allowed'],
    ['Bool', 'aws:SecureTransport', 'true', 'false', 'no-grant'],
    ['StringEquals', 'aws:SourceAccount', account, account, 'allowed'],
    ['StringEquals', 'aws:SourceAccount', account, '0000000000*', 'no-grant'],
    ['StringLike', 'aws:SourceAccount', account, '0000000000*', 'allowed'],
    ['ArnLike', 'aws:SourceArn', rule, rule.replace('default/Hourly', '*'), 'allowed'],
    ['ArnEquals', 'aws:SourceArn', rule, rule.replace('us-east-1', '*'), 'allowed'],
    ['ArnLike', 'aws:SourceArn', rule, 'arn:aws:scheduler:*', 'no-grant'],
  ])('%s %s', (operator, name, given, wanted, verdict) => {
    const statements = identity({ ...put, Condition: { [operator]: { [name]: wanted } } });
    expect(asked(statements, { context: { [name.toLowerCase()]: [given] } })).toBe(verdict);
    expect(asked(statements), 'without the key').toBe('no-grant');
  });

  test('must hold with all others of its statement', () => {
    const Condition = { Bool: { 'aws:SecureTransport': 'true' }, StringEquals: { 'aws:SourceAccount': account } };
    const context = { 'aws:securetransport': ['true'] };
    expect(asked(identity({ ...put, Condition }), { context })).toBe('no-grant');
    expect(asked(identity({ ...put, Condition }), { context: { ...context, 'aws:sourceaccount': [account] } })).toBe(
      'allowed',
    );
  });
});

describe("a queue's policy", () => {
  const queue = `arn:aws:sqs:us-east-1:${account}:Looks`;
  const send = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: queue };
  const sent = (statements: Statement[], policy: ResourcePolicy, secure = 'true') =>
    asked(statements, {
      action: 'sqs:SendMessage',
      resource: queue,
      policy,
      context: { 'aws:securetransport': [secure] },
    });

  test('refuses everybody what it denies, under its condition', () => {
    const insecure = { Bool: { 'aws:SecureTransport': 'false' } };
    const policy = hanging('queue', {
      ...send,
      Effect: 'Deny',
      Action: 'sqs:*',
      Principal: { AWS: '*' },
      Condition: insecure,
    });
    expect(sent(identity(send), policy)).toBe('allowed');
    expect(sent(identity(send), policy, 'false')).toBe('forbidden');
  });

  test('allows by itself whom it names, but leaves it to the identity where it names the account', () => {
    expect(sent([], hanging('queue', { ...send, Principal: { AWS: role } }))).toBe('allowed');
    expect(sent([], hanging('queue', { ...send, Principal: { AWS: root } }))).toBe('no-grant');
    expect(sent([], hanging('queue', { ...send, Principal: { Service: 'events.amazonaws.com' } }))).toBe('no-grant');
    expect(sent(identity(send), hanging('queue', { ...send, Principal: { AWS: root } }))).toBe('allowed');
  });
});

describe("a key's policy", () => {
  const decrypt = { Effect: 'Allow', Action: 'kms:Decrypt', Resource: key };
  const all = { Effect: 'Allow', Action: 'kms:*', Resource: '*' };
  const decrypted = (statements: Statement[], policy: ResourcePolicy) =>
    asked(statements, { action: 'kms:Decrypt', resource: key, policy });

  test('decides alone, unless it leaves that to the account', () => {
    const another = `arn:aws:iam::${account}:role/Redrive`;
    expect(decrypted(identity(decrypt), hanging('key', { ...all, Principal: { AWS: another } }))).toBe('key-policy');
    expect(decrypted([], hanging('key', { ...all, Principal: { AWS: role } }))).toBe('allowed');
    expect(decrypted(identity(decrypt), hanging('key', { ...all, Principal: { AWS: root } }))).toBe('allowed');
    expect(decrypted([], hanging('key', { ...all, Principal: { AWS: root } }))).toBe('no-grant');
  });
});

describe("a role's trust", () => {
  const trust = parseDocument(
    {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { Service: 'scheduler.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': account } },
      },
    },
    'trust',
    'Role',
  );
  const service = (arn: string): Principal => ({ kind: 'Service', arn, accountId: account, statements: [] });

  test('lets in the service it names, under its conditions', () => {
    const ours = contextOf({ 'aws:sourceaccount': [account] });
    expect(trusts(trust, service('scheduler.amazonaws.com'), ours)).toBe(true);
    expect(trusts(trust, service('lambda.amazonaws.com'), ours)).toBe(false);
    expect(trusts(trust, service('scheduler.amazonaws.com'), contextOf({ 'aws:sourceaccount': ['1'] }))).toBe(false);
    expect(trusts([], service('scheduler.amazonaws.com'), ours)).toBe(false);
  });
});
