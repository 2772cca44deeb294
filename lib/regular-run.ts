import type { Duration } from 'aws-cdk-lib';
import { Aws, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { ContextAttribute, Schedule, type ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { allow } from './node-function.ts';

export interface Rhythm {
  at: ScheduleExpression;
  /** The time between two runs: a run that could not be started until the next is due is not started at all. */
  interval: Duration;
}

export interface RegularRunProps {
  of: IFunction;
  rhythm: Rhythm;
  /** Told to the function beside `at`, the time the run was meant for: handlers have no clock of their own. */
  input: Record<string, string | number>;
  deadLetters: IQueue;
  description: string;
}

/** Runs a function in a rhythm, under a role that may do only that. */
export class RegularRun extends Construct {
  readonly scheduleName: string;
  /** The time between two runs. */
  readonly interval: Duration;

  constructor(scope: Construct, id: string, props: RegularRunProps) {
    super(scope, id);
    this.interval = props.rhythm.interval;
    const schedule = new Schedule(this, 'Schedule', {
      description: props.description,
      schedule: props.rhythm.at,
      target: new LambdaInvoke(props.of, {
        input: ScheduleTargetInput.fromObject({ at: ContextAttribute.scheduledTime, ...props.input }),
        role: this.#role(props),
        deadLetterQueue: props.deadLetters,
        maxEventAge: props.rhythm.interval,
        retryAttempts: 3,
      }),
    });
    this.scheduleName = schedule.scheduleName;
  }

  /** The target would also grant every version and alias of the function (`:*`); closed, the role keeps to these two. */
  #role({ of, deadLetters }: RegularRunProps) {
    const role = new Role(this, 'Role', {
      // Only schedules of this account's default group, so that nobody else's schedule can borrow the role.
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: {
            'aws:SourceAccount': Aws.ACCOUNT_ID,
            'aws:SourceArn': Stack.of(this).formatArn({
              service: 'scheduler',
              resource: 'schedule-group',
              resourceName: 'default',
            }),
          },
        },
      }),
    });
    role.addToPolicy(allow(of.functionArn, 'lambda:InvokeFunction'));
    role.addToPolicy(allow(deadLetters.queueArn, 'sqs:SendMessage'));
    return role.withoutPolicyUpdates();
  }
}
