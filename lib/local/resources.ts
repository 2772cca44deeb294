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
import { readMapping } from './event-source/read.ts';
import { readBus, readRule } from './events/read.ts';
import type { ApiDefinition } from './http-api/definition.ts';
import { type ApiResources, readApis } from './http-api/read.ts';
import { configure, EventInvokeConfig, readFunction } from './lambda/read.ts';
import type { Reading } from './reading.ts';
import { attributeOf, type NamedResource, type Place, physicalName, referenceTo } from './resource-identity.ts';
import { readSchedule } from './schedule/read.ts';
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
