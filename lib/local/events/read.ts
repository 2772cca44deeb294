import * as z from 'zod';
import type { BusDefinition, RuleDefinition } from '../definitions.ts';

/** What a reader is given of a resource: its names at a place, and its resolved properties. */
interface Reading {
  logicalId: string;
  name: string;
  arn: string;
  properties: unknown;
}

/** What a bus could do besides, and does not do here. */
const Bus = z.object({ EventSourceName: z.undefined('buses of partners are not served here').optional() });

const values = z.array(z.string('only plain texts are compared here')).min(1);

/** Exact values of two fields; every other field or comparison of a pattern is one that nobody here would evaluate. */
const Pattern = z.strictObject({ source: values.optional(), 'detail-type': values.optional() });

const Target = z.object({
  Arn: z.string().regex(/^arn:aws:sqs:/, 'only SQS queues are targets of rules here'),
  DeadLetterConfig: z.object({ Arn: z.string() }).optional(),
  RoleArn: z.undefined('a queue lets a rule in by its own policy').optional(),
  Input: z.undefined('events are passed on as they are').optional(),
  InputPath: z.undefined('events are passed on as they are').optional(),
  InputTransformer: z.undefined('events are passed on as they are').optional(),
  SqsParameters: z.undefined('there are standard queues only').optional(),
});

const Rule = z.object({
  EventBusName: z.string().default('default'),
  EventPattern: Pattern,
  ScheduleExpression: z.undefined('schedules are read of AWS::Scheduler::Schedule').optional(),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Targets: z.array(Target).default([]),
});

export const readBus = ({ logicalId, name, arn, properties }: Reading): BusDefinition => {
  Bus.parse(properties);
  return { logicalId, name, arn };
};

/** Throws where a rule asks for more than exact values, or has a target that is no queue. */
export const readRule = ({ logicalId, name, arn, properties }: Reading): RuleDefinition => {
  const rule = Rule.parse(properties);
  const { source: sources, 'detail-type': detailTypes } = rule.EventPattern;
  return {
    logicalId,
    name,
    arn,
    // A name or an ARN, which ends in it.
    busName: rule.EventBusName.split('/').at(-1) ?? rule.EventBusName,
    enabled: rule.State === 'ENABLED',
    ...(sources ? { sources } : {}),
    ...(detailTypes ? { detailTypes } : {}),
    targets: rule.Targets.map(({ Arn, DeadLetterConfig }) => ({
      queueArn: Arn,
      ...(DeadLetterConfig ? { deadLetterArn: DeadLetterConfig.Arn } : {}),
    })),
  };
};
