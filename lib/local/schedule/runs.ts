import { setTimeout as pause } from 'node:timers/promises';
import type { FunctionDefinition, ScheduleDefinition } from '../definitions.ts';
import { DeniedError } from '../iam/denial.ts';
import type { Gate } from '../iam/gate.ts';
import type { FunctionPool } from '../lambda/function-pool.ts';
import type { QueueService } from '../sqs/queues.ts';
import { type NotStarted, type RunEnd, runAsynchronously, type Waits } from './asynchronous-run.ts';
import { scheduledEvent } from './run.ts';

export interface RunsParts {
  pools: readonly FunctionPool[];
  gate: Gate;
  sqs: QueueService;
  /** Lets a drain wait for what is under way, but not for a wait between two attempts. */
  counting<T>(run: Promise<T>): Promise<T>;
  /** A fault that a test orders: why a schedule cannot invoke its function just now. */
  refuse?: ((schedule: ScheduleDefinition) => NotStarted | undefined) | undefined;
  /** Left out: this machine's clock, on which retries take minutes. */
  waits?: Waits | undefined;
}

/** The runs that schedules ask for. */
export interface Runs {
  /** One attempt, as if it were `at`, with `override` laid over the input. Throws where it fails. */
  once(schedule: ScheduleDefinition, at: Date, override?: object): Promise<unknown>;
  /** As the scheduler does it: with its retries, Lambda's, and the dead letter queues of both. */
  asScheduled(schedule: ScheduleDefinition, at: Date, override?: object): Promise<RunEnd>;
  /** Ends the waits between attempts; runs that are in one stay where they are. */
  stop(): void;
}

export const makeRuns = ({ pools, gate, sqs, counting, refuse, waits }: RunsParts): Runs => {
  const stopping = new AbortController();
  const { now, pause: sitOut }: Waits = waits ?? {
    now: Date.now,
    pause: (milliseconds) => pause(milliseconds, undefined, { signal: stopping.signal }),
  };

  const poolOf = ({ logicalId, functionArn }: ScheduleDefinition): FunctionPool => {
    const pool = pools.find(({ definition }) => definition.arn === functionArn);
    if (pool) return pool;
    throw new Error(`${logicalId}: the stack has no function ${functionArn}.`);
  };

  const denied = (schedule: ScheduleDefinition, fn: FunctionDefinition) =>
    gate.asSchedule(schedule, { action: 'lambda:InvokeFunction', resource: fn.arn });

  return {
    once: async (schedule, at, override) => {
      const pool = poolOf(schedule);
      const denial = denied(schedule, pool.definition);
      if (denial) throw new DeniedError(denial);
      const outcome = await counting(pool.invoke(scheduledEvent(schedule, at, override)));
      if (outcome.kind === 'returned') return JSON.parse(outcome.payload);
      const refused = gate.denials.find(({ caller }) => caller.name === pool.definition.logicalId);
      if (refused) throw new DeniedError(refused);
      throw new Error(`${schedule.logicalId}: ${outcome.errorType}: ${outcome.errorMessage}`);
    },
    asScheduled: (schedule, at, override) => {
      const pool = poolOf(schedule);
      const fn = pool.definition;
      return runAsynchronously(schedule, fn, scheduledEvent(schedule, at, override), at, {
        now,
        pause: sitOut,
        start: () => {
          const denial = denied(schedule, fn);
          return denial ? { code: 'AccessDeniedException', message: denial.message } : refuse?.(schedule);
        },
        invoke: (event) => counting(pool.invoke(event)),
        bury: (by, queueArn, body, attributes) => {
          const access = { action: 'sqs:SendMessage', resource: queueArn };
          const denial = by === 'schedule' ? gate.asSchedule(schedule, access) : gate.asFunction(fn, access);
          if (denial) return false;
          sqs.sendMessage(queueArn.split(':').at(-1) ?? '', { body, attributes });
          return true;
        },
      });
    },
    stop: () => stopping.abort(),
  };
};
