import type { FunctionDefinition, RuleDefinition, ScheduleDefinition } from '../../lib/local/definitions.ts';

export const arn = (service: string, resource: string): string =>
  `arn:aws:${service}:us-east-1:000000000000:${resource}`;
export const roleArn = (name: string): string => `arn:aws:iam::000000000000:role/${name}`;

/** A function of the stack, told by its logical id; its role is named after it. */
export const aFunction = (logicalId: string, override: Partial<FunctionDefinition> = {}): FunctionDefinition => ({
  logicalId,
  name: logicalId,
  arn: arn('lambda', `function:${logicalId}`),
  codeDirectory: '/nowhere',
  handler: 'index.handler',
  environment: {},
  timeoutSeconds: 3,
  memoryMegabytes: 128,
  logsJson: false,
  roleArn: roleArn(`${logicalId}Role`),
  logGroup: `${logicalId}Log`,
  asynchronous: { retryAttempts: 2, maxAgeSeconds: 3600 },
  ...override,
});

/** A schedule that runs the function Compare each hour; its role is named after it. */
export const aSchedule = (logicalId: string, override: Partial<ScheduleDefinition> = {}): ScheduleDefinition => ({
  logicalId,
  name: logicalId,
  arn: arn('scheduler', `schedule/default/${logicalId}`),
  expression: 'rate(1 hour)',
  timeZone: 'UTC',
  enabled: true,
  functionArn: arn('lambda', 'function:Compare'),
  input: '{"at":"<aws.scheduler.scheduled-time>","windowDays":28}',
  group: 'default',
  roleArn: roleArn(`${logicalId}Role`),
  retry: { attempts: 3, maxAgeSeconds: 3600 },
  ...override,
});

/** A rule of the bus Told that takes all that a shop tells to the queue Queue. */
export const aRule = (logicalId: string, override: Partial<RuleDefinition> = {}): RuleDefinition => ({
  logicalId,
  name: logicalId,
  arn: arn('events', `rule/Told/${logicalId}`),
  busName: 'Told',
  enabled: true,
  sources: ['shop'],
  targets: [{ queueArn: arn('sqs', 'Queue'), deadLetterArn: arn('sqs', 'Dead') }],
  ...override,
});
