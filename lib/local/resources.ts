import * as z from 'zod';
import type { Assembly } from './assembly.ts';
import type {
  BucketDefinition,
  BusDefinition,
  FunctionDefinition,
  IdleResource,
  KeyDefinition,
  MappingDefinition,
  QueueDefinition,
  RuleDefinition,
  ScheduleDefinition,
  TableDefinition,
} from './definitions.ts';
import { parsePattern } from './event-source/filter.ts';
import { readBus, readRule } from './events/read.ts';
import type { ApiDefinition } from './http-api/definition.ts';
import { type ApiResources, readApis } from './http-api/read.ts';
import { attributeOf, type NamedResource, type Place, physicalName, referenceTo } from './resource-identity.ts';
import { makeResolver, resolveOutputs } from './template.ts';

export interface StackResources {
  tables: TableDefinition[];
  queues: QueueDefinition[];
  functions: FunctionDefinition[];
  mappings: MappingDefinition[];
  schedules: ScheduleDefinition[];
  keys: KeyDefinition[];
  buckets: BucketDefinition[];
  buses: BusDefinition[];
  rules: RuleDefinition[];
  apis: ApiDefinition[];
  idle: IdleResource[];
  outputs: Record<string, string>;
}

const idleReasons: [prefix: string, reason: string][] = [
  ['AWS::IAM::', 'every call is held against it, by the endpoint'],
  ['AWS::Logs::', 'log lines go to the sink of the local cloud'],
  ['AWS::SQS::QueuePolicy', 'every call is held against it, by the endpoint'],
  ['AWS::S3::BucketPolicy', 'every call is held against it, by the endpoint'],
  ['AWS::SNS::', 'nobody is notified from one machine'],
  ['AWS::CloudWatch::', 'no metrics are kept on one machine'],
  ['AWS::KMS::Alias', 'keys are asked for by their ARN'],
  ['AWS::SecretsManager::', 'secrets are not kept on one machine'],
  ['AWS::Scheduler::ScheduleGroup', 'groups only name schedules'],
  ['AWS::CDK::Metadata', 'tells AWS which constructs were used'],
];

const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));

const Index = z.object({
  IndexName: z.string(),
  KeySchema,
  Projection: z.object({
    ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
});

const Table = z.object({
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  KeySchema,
  GlobalSecondaryIndexes: z.array(Index).default([]),
  LocalSecondaryIndexes: z.array(Index).default([]),
  TimeToLiveSpecification: z.object({ AttributeName: z.string().optional(), Enabled: z.boolean() }).optional(),
});

/** Defaults of the CreateQueue request: 30 seconds, no delay, four days. */
const Queue = z.object({
  FifoQueue: z.literal(false).optional(),
  VisibilityTimeout: z.number().default(30),
  DelaySeconds: z.number().default(0),
  MessageRetentionPeriod: z.number().default(345_600),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() }).optional(),
});

/** Defaults of the CreateFunction request: 3 seconds, 128 megabytes. */
const LambdaFunction = z.object({
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string(),
  Runtime: z.string().startsWith('nodejs'),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).optional(),
  Layers: z.array(z.string()).max(0).optional(),
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  LoggingConfig: z
    .object({ LogFormat: z.enum(['JSON', 'Text']).default('Text'), LogGroup: z.string().optional() })
    .optional(),
  ReservedConcurrentExecutions: z.number().optional(),
  Role: z.string(),
  DeadLetterConfig: z
    .object({ TargetArn: z.string().regex(/^arn:aws:sqs:/, 'only SQS queues take dead letters here') })
    .optional(),
});

/** Defaults of asynchronous invocation (Lambda developer guide): two retries, six hours. */
const EventInvokeConfig = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: z.number().default(2),
  MaximumEventAgeInSeconds: z.number().default(21_600),
  DestinationConfig: z.undefined('destinations are not served here: use DeadLetterConfig').optional(),
});
type EventInvokeConfig = z.infer<typeof EventInvokeConfig>;

/** Defaults of the CreateEventSourceMapping request for SQS: batches of 10, no waiting. */
const EventSourceMapping = z.object({
  EventSourceArn: z.string().regex(/^arn:aws:sqs:/, 'only SQS queues are event sources here'),
  FunctionName: z.string(),
  Enabled: z.boolean().default(true),
  BatchSize: z.number().default(10),
  MaximumBatchingWindowInSeconds: z.number().default(0),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  ScalingConfig: z.object({ MaximumConcurrency: z.number().optional() }).default({}),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })).default([]) }).optional(),
});

/** Defaults of the CreateSchedule request: 185 retries in a day. */
const Schedule = z.object({
  GroupName: z.string().default('default'),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: z.object({
    Arn: z.string().regex(/^arn:aws:lambda:/, 'only functions are targets of schedules here'),
    Input: z.string().default('{}'),
    RoleArn: z.string(),
    RetryPolicy: z
      .object({
        MaximumRetryAttempts: z.number().default(185),
        MaximumEventAgeInSeconds: z.number().default(86_400),
      })
      .prefault({}),
    DeadLetterConfig: z.object({ Arn: z.string() }).optional(),
  }),
});

/** What a reader turns into a definition: the resolved properties, and the names the resource has at its place. */
interface Reading {
  logicalId: string;
  name: string;
  reference: string;
  arn: string;
  properties: unknown;
  codeDirectory: Assembly['codeDirectory'];
}

const readTable = ({ logicalId, name, properties }: Reading): TableDefinition => {
  const table = Table.parse(properties);
  const timeToLive = table.TimeToLiveSpecification;
  return {
    logicalId,
    name,
    attributes: table.AttributeDefinitions,
    key: table.KeySchema,
    globalIndexes: table.GlobalSecondaryIndexes,
    localIndexes: table.LocalSecondaryIndexes,
    ...(timeToLive?.Enabled && timeToLive.AttributeName ? { timeToLiveAttribute: timeToLive.AttributeName } : {}),
  };
};

const readQueue = ({ logicalId, name, reference, arn, properties }: Reading): QueueDefinition => {
  const queue = Queue.parse(properties);
  const redrive = queue.RedrivePolicy;
  return {
    logicalId,
    name,
    url: reference,
    arn,
    visibilityTimeoutSeconds: queue.VisibilityTimeout,
    delaySeconds: queue.DelaySeconds,
    retentionSeconds: queue.MessageRetentionPeriod,
    ...(redrive
      ? { redrive: { deadLetterArn: redrive.deadLetterTargetArn, maxReceiveCount: redrive.maxReceiveCount } }
      : {}),
  };
};

const readFunction = ({ logicalId, name, arn, properties, codeDirectory }: Reading): FunctionDefinition => {
  const fn = LambdaFunction.parse(properties);
  const reserved = fn.ReservedConcurrentExecutions;
  return {
    logicalId,
    name,
    arn,
    codeDirectory: codeDirectory(fn.Code.S3Key),
    handler: fn.Handler,
    environment: fn.Environment?.Variables ?? {},
    timeoutSeconds: fn.Timeout,
    memoryMegabytes: fn.MemorySize,
    logsJson: fn.LoggingConfig?.LogFormat === 'JSON',
    ...(reserved === undefined ? {} : { reservedConcurrency: reserved }),
    roleArn: fn.Role,
    logGroup: fn.LoggingConfig?.LogGroup ?? `/aws/lambda/${name}`,
    asynchronous: { retryAttempts: 2, maxAgeSeconds: 21_600 },
    ...(fn.DeadLetterConfig ? { deadLetterArn: fn.DeadLetterConfig.TargetArn } : {}),
  };
};

const readMapping = ({ logicalId, properties }: Reading): MappingDefinition => {
  const mapping = EventSourceMapping.parse(properties);
  const maximumConcurrency = mapping.ScalingConfig.MaximumConcurrency;
  return {
    logicalId,
    queueArn: mapping.EventSourceArn,
    // A name or an ARN, with or without a qualifier: the name is what follows `function:`.
    functionName: mapping.FunctionName.split(':function:').at(-1)?.split(':')[0] ?? mapping.FunctionName,
    enabled: mapping.Enabled,
    batchSize: mapping.BatchSize,
    windowSeconds: mapping.MaximumBatchingWindowInSeconds,
    ...(maximumConcurrency === undefined ? {} : { maximumConcurrency }),
    reportsBatchItemFailures: mapping.FunctionResponseTypes.length > 0,
    patterns: (mapping.FilterCriteria?.Filters ?? []).map(({ Pattern }) => parsePattern(Pattern)),
  };
};

const readSchedule = ({ logicalId, name, arn, properties }: Reading): ScheduleDefinition => {
  const schedule = Schedule.parse(properties);
  return {
    logicalId,
    name,
    arn,
    expression: schedule.ScheduleExpression,
    timeZone: schedule.ScheduleExpressionTimezone,
    enabled: schedule.State === 'ENABLED',
    functionArn: schedule.Target.Arn,
    input: schedule.Target.Input,
    group: schedule.GroupName,
    roleArn: schedule.Target.RoleArn,
    retry: {
      attempts: schedule.Target.RetryPolicy.MaximumRetryAttempts,
      maxAgeSeconds: schedule.Target.RetryPolicy.MaximumEventAgeInSeconds,
    },
    ...(schedule.Target.DeadLetterConfig ? { deadLetterArn: schedule.Target.DeadLetterConfig.Arn } : {}),
  };
};

/** Key material made by AWS, of the default kind: others are not stood in for. */
const Key = z.object({
  KeySpec: z.literal('SYMMETRIC_DEFAULT').optional(),
  KeyUsage: z.literal('ENCRYPT_DECRYPT').optional(),
  Origin: z.literal('AWS_KMS').optional(),
  Enabled: z.literal(true).optional(),
});

const readKey = ({ logicalId, name, arn, properties }: Reading): KeyDefinition => {
  Key.parse(properties);
  return { logicalId, name, arn };
};

/** Lays what the stack says of asynchronous invocations over the defaults of its functions. */
const configure = (functions: FunctionDefinition[], configs: readonly EventInvokeConfig[]): void => {
  for (const { FunctionName, MaximumRetryAttempts, MaximumEventAgeInSeconds } of configs) {
    const fn = functions.find(({ name }) => name === FunctionName);
    if (!fn) throw new Error(`EventInvokeConfig: the stack has no function ${FunctionName}.`);
    fn.asynchronous = { retryAttempts: MaximumRetryAttempts, maxAgeSeconds: MaximumEventAgeInSeconds };
  }
};

/** Reads what a stack deploys, at a place. Throws on the first resource that could not be run as AWS would run it. */
export const readResources = ({ template, codeDirectory }: Assembly, place: Place): StackResources => {
  const resolve = makeResolver(template, place);
  const found: StackResources = {
    tables: [],
    queues: [],
    functions: [],
    mappings: [],
    schedules: [],
    keys: [],
    buckets: [],
    buses: [],
    rules: [],
    apis: [],
    idle: [],
    outputs: resolveOutputs(template, resolve),
  };
  const invokeConfigs: EventInvokeConfig[] = [];
  const api: ApiResources = { apis: [], stages: [], routes: [], integrations: [], authorizers: [], permissions: [] };
  const readers: Record<string, (reading: Reading) => void> = {
    'AWS::DynamoDB::GlobalTable': (reading) => found.tables.push(readTable(reading)),
    'AWS::DynamoDB::Table': (reading) => found.tables.push(readTable(reading)),
    'AWS::SQS::Queue': (reading) => found.queues.push(readQueue(reading)),
    'AWS::Lambda::Function': (reading) => found.functions.push(readFunction(reading)),
    'AWS::Lambda::EventSourceMapping': (reading) => found.mappings.push(readMapping(reading)),
    'AWS::KMS::Key': (reading) => found.keys.push(readKey(reading)),
    'AWS::S3::Bucket': ({ logicalId, reference: name, arn }) => found.buckets.push({ logicalId, name, arn }),
    'AWS::Events::EventBus': (reading) => found.buses.push(readBus(reading)),
    'AWS::Events::Rule': (reading) => found.rules.push(readRule(reading)),
    'AWS::Scheduler::Schedule': (reading) => found.schedules.push(readSchedule(reading)),
    'AWS::ApiGatewayV2::Api': (reading) => api.apis.push(reading),
    'AWS::ApiGatewayV2::Stage': (reading) => api.stages.push(reading),
    'AWS::ApiGatewayV2::Route': (reading) => api.routes.push(reading),
    'AWS::ApiGatewayV2::Integration': (reading) => api.integrations.push(reading),
    'AWS::ApiGatewayV2::Authorizer': (reading) => api.authorizers.push(reading),
    'AWS::Lambda::Permission': (reading) => api.permissions.push(reading),
    'AWS::Lambda::EventInvokeConfig': ({ properties }) => invokeConfigs.push(EventInvokeConfig.parse(properties)),
  };

  for (const [logicalId, { Type: type, Properties, Condition }] of Object.entries(template.Resources)) {
    const reason = idleReasons.find(([prefix]) => type.startsWith(prefix))?.[1];
    if (reason !== undefined) {
      found.idle.push({ logicalId, type, reason });
      continue;
    }
    const read = readers[type];
    if (read === undefined) throw new Error(`${logicalId}: the local cloud does not know the resource type ${type}.`);
    if (Condition !== undefined) throw new Error(`${logicalId} (${type}): conditions are not evaluated here.`);
    const resource: NamedResource = {
      id: logicalId,
      type,
      property: (name) => resolve(Properties[name], `${logicalId}.${name}`),
    };
    try {
      read({
        logicalId,
        name: physicalName(resource),
        reference: referenceTo(resource, place),
        arn: attributeOf(resource, 'Arn', place) ?? '',
        properties: resolve(Properties, logicalId),
        codeDirectory,
      });
    } catch (error) {
      const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
      throw new Error(`${logicalId} (${type}) cannot be run here: ${reason}`, { cause: error });
    }
  }
  configure(found.functions, invokeConfigs);
  found.apis = readApis(api, place);
  return found;
};
