import { describe, expect, test } from 'vitest';
import { readPolicies } from '../../../lib/local/iam/policies.ts';
import type { Place } from '../../../lib/local/resource-identity.ts';
import { Template } from '../../../lib/local/template.ts';

const place: Place = {
  endpoint: 'http://127.0.0.1:4000',
  accountId: '000000000000',
  region: 'us-east-1',
  stackName: 'Tiny',
};

const Version = '2012-10-17';
const trust = {
  Version,
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
};
const put = { Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: { 'Fn::GetAtt': ['Facts', 'Arn'] } };
const factsArn = 'arn:aws:dynamodb:us-east-1:000000000000:table/Facts';

/** A role with one statement in a policy of its own. */
const read = (statement: object = {}, others: object = {}, role: object = {}) =>
  readPolicies(
    Template.parse({
      Resources: {
        Ingest: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust, ...role } },
        Grants: {
          Type: 'AWS::IAM::Policy',
          Properties: {
            Roles: [{ Ref: 'Ingest' }],
            PolicyDocument: { Version, Statement: [{ ...put, ...statement }] },
          },
        },
        Facts: { Type: 'AWS::DynamoDB::Table', Properties: {} },
        Looks: { Type: 'AWS::SQS::Queue', Properties: {} },
        ...others,
      },
    }),
    place,
  );

const statementsOf = (role: object = {}) =>
  read({}, {}, role)
    .roles.get('Ingest')
    ?.statements.map(({ actions, resources }) => ({ actions, resources }));

describe('the policies of a template', () => {
  test('belong to the roles they name, with their references resolved', () => {
    expect(statementsOf()).toEqual([{ actions: ['dynamodb:PutItem'], resources: [factsArn] }]);
  });

  test('stand beside those inside the role', () => {
    const Policies = [
      { PolicyName: 'own', PolicyDocument: { Version, Statement: { ...put, Action: 'dynamodb:Query' } } },
    ];
    expect(statementsOf({ Policies })?.map(({ actions }) => actions)).toEqual([
      ['dynamodb:Query'],
      ['dynamodb:PutItem'],
    ]);
  });

  test('hang on queues and keys', () => {
    const everybody = { Effect: 'Deny', Action: 'sqs:*', Principal: '*', Resource: '*' };
    const account = { Effect: 'Allow', Action: 'kms:*', Principal: { AWS: '000000000000' }, Resource: '*' };
    const { resources } = read(
      {},
      {
        Guard: {
          Type: 'AWS::SQS::QueuePolicy',
          Properties: { Queues: [{ Ref: 'Looks' }], PolicyDocument: { Version, Statement: [everybody] } },
        },
        Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Version, Statement: [account] } } },
      },
    );
    expect([...resources].map(([arn, { kind, statements }]) => [arn, kind, statements.length])).toEqual([
      ['arn:aws:sqs:us-east-1:000000000000:Looks', 'queue', 1],
      ['arn:aws:kms:us-east-1:000000000000:key/Key', 'key', 1],
    ]);
  });

  test.each([
    ['a grant of a call that is not in use', { Action: 'dynamodb:Scan' }, /Grants: dynamodb:Scan is no call/],
    ['NotAction', { NotAction: 'dynamodb:Scan' }, /Grants.*NotAction/s],
    ['NotResource', { NotResource: '*' }, /Grants.*NotResource/s],
    ['a principal in what belongs to a role', { Principal: '*' }, /Grants\.Statement\.0\.Principal has no place/],
    ['a missing resource', { Resource: undefined }, /Grants\.Statement\.0\.Resource is missing/],
    [
      'an operator',
      { Condition: { StringNotEquals: { 'aws:SourceAccount': '1' } } },
      /Grants\.Statement\.0\.Condition\.StringNotEquals: the operator StringNotEquals is not evaluated/,
    ],
    ['an operator with IfExists', { Condition: { BoolIfExists: { 'aws:SecureTransport': 'true' } } }, /BoolIfExists/],
    ['a condition key', { Condition: { StringEquals: { 'aws:username': 'ada' } } }, /the condition key aws:username/],
    [
      'a key of many values without a quantifier',
      { Condition: { StringLike: { 'dynamodb:LeadingKeys': 'due#*' } } },
      /write ForAllValues:StringLike or ForAnyValue:StringLike/,
    ],
  ])('are refused for %s, naming its path', (_what, statement, message) => {
    expect(() => read(statement)).toThrow(message);
  });

  test('are refused where a role has grants that the template does not tell', () => {
    const ManagedPolicyArns = ['arn:aws:iam::aws:policy/AdministratorAccess'];
    expect(() => read({}, {}, { ManagedPolicyArns })).toThrow(/Ingest\.ManagedPolicyArns/);
    expect(() => read({}, { Shared: { Type: 'AWS::IAM::ManagedPolicy' } })).toThrow(/Shared/);
  });
});
