import { randomUUID } from 'node:crypto';
import type { FunctionDefinition, ScheduleDefinition } from '../definitions.ts';
import type { Outcome } from '../lambda/instance.ts';
import type { MessageAttributes } from '../sqs/message-attributes.ts';

/** Why a function could not be invoked: the code and message of the error that AWS would answer. */
export interface NotStarted {
  code: string;
  message: string;
}

/** Time for waits between attempts; a test passes one that takes none. */
export interface Waits {
  /** Milliseconds since 1970. */
  now(): number;
  pause(milliseconds: number): Promise<void>;
}

/** What a scheduled run does to the world. */
export interface RunParts extends Waits {
  /** Tries to get the function going; answers why it cannot be. */
  start(): NotStarted | undefined;
  invoke(event: string): Promise<Outcome>;
  /** Sends to a queue, by ARN, as the scheduler or the function. Answers false where that is not allowed. */
  bury(by: 'schedule' | 'function', queueArn: string, body: string, attributes: MessageAttributes): boolean;
}

/** How a scheduled run ended: done, kept in a queue by one of the two, or lost, for want of a queue or of a grant. */
export type RunEnd =
  | { kind: 'done'; payload: string; attempts: number }
  | { kind: 'dead-lettered'; by: 'schedule' | 'function'; attempts: number }
  | { kind: 'lost'; by: 'schedule' | 'function'; attempts: number };

const text = (stringValue: string) => ({ dataType: 'String', stringValue });

/** AWS tells the scheduler's waits only as "exponential backoff": here a minute, doubling. */
const startWait = (retry: number): number => 60_000 * 2 ** retry;

/** A minute before the second attempt, two before the third (Lambda developer guide, "Asynchronous invocation"). */
const failureWait = (retry: number): number => (retry === 0 ? 60_000 : 120_000);

type Exhausted = 'MaximumRetryAttempts' | 'MaximumEventAgeInSeconds';

/** Attempts with waits in between, until one succeeds or an allowance is used up. */
const attempting = async <Failure>(
  attempt: () => Promise<{ failure: Failure } | undefined>,
  allowance: { attempts: number; maxAgeSeconds: number },
  wait: (retry: number) => number,
  { now, pause }: Waits,
): Promise<{ retries: number; failure?: Failure; exhausted?: Exhausted }> => {
  const began = now();
  for (let retries = 0; ; retries++) {
    const failed = await attempt();
    if (!failed) return { retries };
    if (retries >= allowance.attempts) return { retries, failure: failed.failure, exhausted: 'MaximumRetryAttempts' };
    if (now() + wait(retries) - began > allowance.maxAgeSeconds * 1000) {
      return { retries, failure: failed.failure, exhausted: 'MaximumEventAgeInSeconds' };
    }
    await pause(wait(retries));
  }
};

/**
 * Runs a function for a schedule as AWS does: the scheduler tries to invoke it by its retry policy, and buries the input
 * where it cannot; Lambda takes the event, retries a run that fails, and buries the event where that does not help.
 */
export const runAsynchronously = async (
  schedule: ScheduleDefinition,
  fn: FunctionDefinition,
  event: string,
  at: Date,
  parts: RunParts,
): Promise<RunEnd> => {
  const buried = (
    by: 'schedule' | 'function',
    attempts: number,
    queueArn: string | undefined,
    why: MessageAttributes,
  ): RunEnd => {
    const kept = queueArn !== undefined && parts.bury(by, queueArn, event, why);
    return { kind: kept ? 'dead-lettered' : 'lost', by, attempts };
  };

  const starting = await attempting(
    async () => {
      const failure = parts.start();
      return failure && { failure };
    },
    schedule.retry,
    startWait,
    parts,
  );
  if (starting.failure) {
    // EventBridge Scheduler user guide, "Configuring a dead-letter queue": what a dead-letter event tells.
    return buried('schedule', starting.retries + 1, schedule.deadLetterArn, {
      ERROR_CODE: text(starting.failure.code),
      ERROR_MESSAGE: text(starting.failure.message),
      EXHAUSTED_RETRY_CONDITION: text(starting.exhausted ?? ''),
      RETRY_ATTEMPTS: text(String(starting.retries)),
      SCHEDULED_TIME: text(at.toISOString().replace('.000Z', 'Z')),
      SCHEDULE_ARN: text(schedule.arn),
      TARGET_ARN: text(fn.arn),
    });
  }

  let payload = 'null';
  const running = await attempting(
    async () => {
      const outcome = await parts.invoke(event);
      if (outcome.kind === 'failed') return { failure: outcome };
      payload = outcome.payload;
      return undefined;
    },
    { attempts: fn.asynchronous.retryAttempts, maxAgeSeconds: fn.asynchronous.maxAgeSeconds },
    failureWait,
    parts,
  );
  if (!running.failure) return { kind: 'done', payload, attempts: running.retries + 1 };
  // Lambda developer guide, "Dead-letter queues": the event as it was, with three attributes, of the message its first KB.
  return buried('function', running.retries + 1, fn.deadLetterArn, {
    RequestID: text(randomUUID()),
    ErrorCode: { dataType: 'Number', stringValue: '200' },
    ErrorMessage: text(
      Buffer.from(running.failure.errorMessage || running.failure.errorType).toString('utf8', 0, 1024),
    ),
  });
};
