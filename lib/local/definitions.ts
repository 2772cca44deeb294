import type { Pattern } from './event-source/filter.ts';

/** A resource of the stack, by its logical id and by the name that requests give it. */
interface Named {
  logicalId: string;
  name: string;
}

export interface KeyElement {
  AttributeName: string;
  KeyType: 'HASH' | 'RANGE';
}

export interface Index {
  IndexName: string;
  KeySchema: KeyElement[];
  Projection: { ProjectionType: 'ALL' | 'KEYS_ONLY' | 'INCLUDE'; NonKeyAttributes?: string[] | undefined };
}

/** A DynamoDB table in the words of the CreateTable request. */
export interface TableDefinition extends Named {
  attributes: { AttributeName: string; AttributeType: 'S' | 'N' | 'B' }[];
  key: KeyElement[];
  globalIndexes: Index[];
  localIndexes: Index[];
  /** Remembered, not acted on: nothing here deletes an item whose time to live has passed. */
  timeToLiveAttribute?: string;
}

export interface QueueDefinition extends Named {
  url: string;
  arn: string;
  visibilityTimeoutSeconds: number;
  delaySeconds: number;
  retentionSeconds: number;
  redrive?: { deadLetterArn: string; maxReceiveCount: number };
}

export interface FunctionDefinition extends Named {
  arn: string;
  codeDirectory: string;
  handler: string;
  environment: Record<string, string>;
  timeoutSeconds: number;
  memoryMegabytes: number;
  /** Whether what it prints becomes one JSON object a line. */
  logsJson: boolean;
  reservedConcurrency?: number;
  /** Of the role it works under. */
  roleArn: string;
  logGroup: string;
  /** What becomes of an event that no caller waits for, when it fails. */
  asynchronous: { retryAttempts: number; maxAgeSeconds: number };
  /** ARN of the queue for such events when nothing helped. */
  deadLetterArn?: string;
}

/** An event source mapping from an SQS queue to a function. */
export interface MappingDefinition {
  logicalId: string;
  queueArn: string;
  functionName: string;
  enabled: boolean;
  batchSize: number;
  windowSeconds: number;
  maximumConcurrency?: number;
  reportsBatchItemFailures: boolean;
  /** A message must fit one of them; with none, every message fits. */
  patterns: Pattern[];
}

export interface ScheduleDefinition extends Named {
  arn: string;
  expression: string;
  timeZone: string;
  enabled: boolean;
  functionArn: string;
  /** JSON text, in which `<aws.scheduler.scheduled-time>` stands for the time of the run. */
  input: string;
  /** Of the schedules that this one belongs to. */
  group: string;
  /** Of the role that its function is invoked under. */
  roleArn: string;
  /** How often, and how long, it is tried to invoke the function. */
  retry: { attempts: number; maxAgeSeconds: number };
  /** ARN of the queue for inputs with which the function could not be invoked. */
  deadLetterArn?: string;
}

/** An event bus of EventBridge. */
export interface BusDefinition extends Named {
  arn: string;
}

/** Which events of a bus go to which queues. */
export interface RuleDefinition extends Named {
  arn: string;
  busName: string;
  enabled: boolean;
  /** Values of `source` and `detail-type`, one of which an event must have; left out, it may have any. */
  sources?: string[];
  detailTypes?: string[];
  targets: {
    queueArn: string;
    /** ARN of the queue for what the target did not take. */
    deadLetterArn?: string;
  }[];
}

/** A bucket of S3. */
export interface BucketDefinition extends Named {
  arn: string;
}

/** A symmetric key of KMS. */
export interface KeyDefinition extends Named {
  arn: string;
}

/** A resource of the stack that has no effect on one machine. */
export interface IdleResource {
  logicalId: string;
  type: string;
  reason: string;
}
