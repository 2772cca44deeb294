import * as z from 'zod';
import type { FunctionDefinition } from '../definitions.ts';
import type { Reading } from '../reading.ts';

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
export const EventInvokeConfig = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: z.number().default(2),
  MaximumEventAgeInSeconds: z.number().default(21_600),
  DestinationConfig: z.undefined('destinations are not served here: use DeadLetterConfig').optional(),
});
export type EventInvokeConfig = z.infer<typeof EventInvokeConfig>;

export const readFunction = ({ logicalId, name, arn, properties, codeDirectory }: Reading): FunctionDefinition => {
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

/** Lays what the stack says of asynchronous invocations over the defaults of its functions. */
export const configure = (functions: FunctionDefinition[], configs: readonly EventInvokeConfig[]): void => {
  for (const { FunctionName, MaximumRetryAttempts, MaximumEventAgeInSeconds } of configs) {
    const fn = functions.find(({ name }) => name === FunctionName);
    if (!fn) throw new Error(`EventInvokeConfig: the stack has no function ${FunctionName}.`);
    fn.asynchronous = { retryAttempts: MaximumRetryAttempts, maxAgeSeconds: MaximumEventAgeInSeconds };
  }
};
