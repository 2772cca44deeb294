import * as z from 'zod';
import type { ScheduleDefinition } from '../definitions.ts';
import type { Reading } from '../reading.ts';

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

export const readSchedule = ({ logicalId, name, arn, properties }: Reading): ScheduleDefinition => {
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
