import { describe, expect, test } from 'vitest';
import type { Assembly } from '../../lib/local/assembly.ts';
import type { Place } from '../../lib/local/resource-identity.ts';
import { readResources } from '../../lib/local/resources.ts';
import { makeResolver, Template } from '../../lib/local/template.ts';

const place: Place = {
  endpoint: 'http://127.0.0.1:4000',
  accountId: '000000000000',
  region: 'eu-central-1',
  stackName: 'Tiny',
};

const queue = { Type: 'AWS::SQS::Queue', Properties: {} };
const table = { Type: 'AWS::DynamoDB::GlobalTable', Properties: {} };

const resolveIn = (resources: object, value: unknown, parameters: object = {}): unknown =>
  makeResolver(Template.parse({ Resources: resources, Parameters: parameters }), place)(value, 'Here');

const assemblyOf = (resources: object, outputs: object = {}): Assembly => ({
  stackName: 'Tiny',
  region: place.region,
  template: Template.parse({ Resources: resources, Outputs: outputs }),
  codeDirectory: (s3Key) => `/bundles/${s3Key}`,
});

const read = (resources: object, outputs?: object) => readResources(assemblyOf(resources, outputs), place);

describe('a template resolved for this machine', () => {
  test('a reference to a queue is its URL, to anything else its name', () => {
    expect(resolveIn({ Surveys: queue }, { Ref: 'Surveys' })).toBe('http://127.0.0.1:4000/000000000000/Surveys');
    expect(resolveIn({ Facts: table }, { Ref: 'Facts' })).toBe('Facts');
    expect(resolveIn({ Facts: { ...table, Properties: { TableName: 'facts' } } }, { Ref: 'Facts' })).toBe('facts');
  });

  test('an ARN names service, region and account', () => {
    const queueArn = 'arn:aws:sqs:eu-central-1:000000000000:Surveys';
    expect(resolveIn({ Surveys: queue }, { 'Fn::GetAtt': ['Surveys', 'Arn'] })).toBe(queueArn);
    expect(resolveIn({ Surveys: queue }, { 'Fn::GetAtt': 'Surveys.Arn' })).toBe(queueArn);
    expect(resolveIn({ Facts: table }, { 'Fn::GetAtt': ['Facts', 'Arn'] })).toBe(
      'arn:aws:dynamodb:eu-central-1:000000000000:table/Facts',
    );
  });

  test('intrinsic functions nest', () => {
    const arn = { 'Fn::GetAtt': ['Surveys', 'Arn'] };
    expect(resolveIn({ Surveys: queue }, { 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }]] })).toBe('a-eu-central-1');
    expect(resolveIn({ Surveys: queue }, { 'Fn::Select': ['5', { 'Fn::Split': [':', arn] }] })).toBe('Surveys');
  });

  test('a substitution takes resources, attributes, variables and literals', () => {
    const resources = { Surveys: queue };
    const pattern = `\${AWS::AccountId} \${Surveys.QueueName} \${Given} \${!Kept}`;
    expect(resolveIn(resources, { 'Fn::Sub': [pattern, { Given: { Ref: 'AWS::Partition' } }] })).toBe(
      `000000000000 Surveys aws \${Kept}`,
    );
    expect(resolveIn(resources, { 'Fn::Sub': `\${AWS::StackName}` })).toBe('Tiny');
  });

  test('a parameter has its default, and an entry without value is left out', () => {
    expect(resolveIn({}, { Ref: 'Days' }, { Days: { Type: 'Number', Default: 28 } })).toBe(28);
    expect(resolveIn({}, { a: { Ref: 'AWS::NoValue' }, b: [1, { Ref: 'AWS::NoValue' }] })).toEqual({ b: [1] });
  });

  test.each([
    ['a parameter without default', { Ref: 'Days' }, 'Here: parameter Days has no default.'],
    ['a resource that is not there', { Ref: 'Nobody' }, 'Here: the template has no resource Nobody.'],
    ['an import', { 'Fn::ImportValue': 'x' }, 'Here: Fn::ImportValue is not supported here.'],
    ['a condition', { 'Fn::If': ['c', 1, 2] }, 'Here: Fn::If is not supported here.'],
    ['an unknown attribute', { 'Fn::GetAtt': ['Facts', 'StreamArn'] }, 'attribute StreamArn of Facts'],
  ])('%s is refused', (_what, value, message) => {
    expect(() => resolveIn({ Facts: table }, value, { Days: {} })).toThrow(message);
  });
});

describe('the resources of a stack', () => {
  const bundle = {
    Code: { S3Key: 'abc.zip' },
    Handler: 'index.handler',
    Runtime: 'nodejs24.x',
    Role: 'arn:aws:iam::000000000000:role/Any',
  };

  test('a queue keeps its redrive policy, and the rest has the defaults of AWS', () => {
    const { queues } = read({
      Dead: queue,
      Surveys: {
        ...queue,
        Properties: {
          VisibilityTimeout: 365,
          RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 5 },
        },
      },
    });
    expect(queues[0]).toMatchObject({ visibilityTimeoutSeconds: 30, delaySeconds: 0, retentionSeconds: 345_600 });
    expect(queues[1]).toMatchObject({
      visibilityTimeoutSeconds: 365,
      redrive: { deadLetterArn: 'arn:aws:sqs:eu-central-1:000000000000:Dead', maxReceiveCount: 5 },
    });
  });

  test('a function has its bundle and its variables as text', () => {
    const { functions } = read({
      Ingest: {
        Type: 'AWS::Lambda::Function',
        Properties: { ...bundle, Environment: { Variables: { QUEUE_URL: { Ref: 'Surveys' }, DAYS: 28 } } },
      },
      Surveys: queue,
    });
    expect(functions[0]).toMatchObject({
      codeDirectory: '/bundles/abc.zip',
      environment: { QUEUE_URL: 'http://127.0.0.1:4000/000000000000/Surveys', DAYS: '28' },
      timeoutSeconds: 3,
    });
  });

  test('a function is retried as its configuration says, by default twice in six hours', () => {
    const fn = { Type: 'AWS::Lambda::Function', Properties: bundle };
    const config = {
      Type: 'AWS::Lambda::EventInvokeConfig',
      Properties: { FunctionName: { Ref: 'Compare' }, MaximumRetryAttempts: 1, MaximumEventAgeInSeconds: 900 },
    };
    const { functions } = read({ Ingest: fn, Compare: fn, Retries: config });
    expect(functions.map(({ asynchronous }) => asynchronous)).toEqual([
      { retryAttempts: 2, maxAgeSeconds: 21_600 },
      { retryAttempts: 1, maxAgeSeconds: 900 },
    ]);
  });

  test('outputs are resolved', () => {
    expect(read({ Surveys: queue }, { Url: { Value: { Ref: 'Surveys' } } }).outputs).toEqual({
      Url: 'http://127.0.0.1:4000/000000000000/Surveys',
    });
  });

  test('what has no effect on one machine is listed with the reason', () => {
    expect(read({ Role: { Type: 'AWS::IAM::Role', Properties: {} } }).idle).toEqual([
      { logicalId: 'Role', type: 'AWS::IAM::Role', reason: expect.any(String) },
    ]);
  });

  test.each([
    [
      'an unknown type',
      { Cache: { Type: 'AWS::ElastiCache::CacheCluster' } },
      /Cache: .*AWS::ElastiCache::CacheCluster/,
    ],
    ['a condition', { Surveys: { ...queue, Condition: 'Big' } }, /Surveys \(AWS::SQS::Queue\)/],
    ['a FIFO queue', { Surveys: { ...queue, Properties: { FifoQueue: true } } }, /Surveys .* cannot be run here/],
    [
      'a filter that is more than equality',
      {
        Ingest: { Type: 'AWS::Lambda::Function', Properties: bundle },
        Mapping: {
          Type: 'AWS::Lambda::EventSourceMapping',
          Properties: {
            EventSourceArn: 'arn:aws:sqs:eu-central-1:000000000000:Surveys',
            FunctionName: { Ref: 'Ingest' },
            FilterCriteria: { Filters: [{ Pattern: '{"body":{"v":[{"prefix":"a"}]}}' }] },
          },
        },
      },
      /Mapping .*body\.v/,
    ],
  ])('%s is an error that names the resource', (_what, resources, message) => {
    expect(() => read(resources)).toThrow(message);
  });
});
