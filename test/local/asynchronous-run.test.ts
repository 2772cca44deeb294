import { describe, expect, test } from 'vitest';
import type { FunctionDefinition, ScheduleDefinition } from '../../lib/local/definitions.ts';
import { type RunParts, runAsynchronously } from '../../lib/local/schedule/asynchronous-run.ts';
import type { MessageAttributes } from '../../lib/local/sqs/message-attributes.ts';
import { aFunction, arn, aSchedule } from './definitions.ts';

const missedRuns = arn('sqs', 'MissedRuns');
const compare = aFunction('Compare');
const hourly = aSchedule('Hourly', { deadLetterArn: missedRuns });

interface Played {
  schedule?: Partial<ScheduleDefinition>;
  fn?: Partial<FunctionDefinition>;
  /** Attempts to start, and runs, that fail before one succeeds. */
  refusals?: number;
  failures?: number;
  /** Whether the function has a queue for dead letters, and may send there. */
  hasQueue?: boolean;
  mayBury?: boolean;
}

/** Plays a run on a clock that only waits move on; tells the waits in minutes and what was buried. */
const played = async ({
  schedule = {},
  fn = {},
  refusals = 0,
  failures = 0,
  hasQueue = true,
  mayBury = true,
}: Played) => {
  const waits: number[] = [];
  const buried: { by: string; body: string; attributes: MessageAttributes }[] = [];
  let now = 0;
  let starts = 0;
  let runs = 0;
  const parts: RunParts = {
    now: () => now,
    pause: async (milliseconds) => {
      waits.push(milliseconds / 60_000);
      now += milliseconds;
    },
    start: () => (starts++ < refusals ? { code: 'TooManyRequestsException', message: 'Rate Exceeded.' } : undefined),
    invoke: async () =>
      runs++ < failures
        ? { kind: 'failed', errorType: 'DependencyError', errorMessage: 'state: Query failed', milliseconds: 1 }
        : { kind: 'returned', payload: '{"cells":3}', milliseconds: 1 },
    bury: (by, _queueArn, body, attributes) => {
      buried.push({ by, body, attributes });
      return mayBury;
    },
  };
  const at = new Date('2026-03-05T10:00:00Z');
  const end = await runAsynchronously(
    { ...hourly, ...schedule },
    { ...compare, ...(hasQueue && { deadLetterArn: missedRuns }), ...fn },
    '{"at":1}',
    at,
    parts,
  );
  const [first, ...more] = buried;
  expect(more).toEqual([]);
  const attributes = Object.entries(first?.attributes ?? {}).map(([name, { stringValue }]) => [name, stringValue]);
  return { end, waits, runs, ...(first && { buried: { ...first, attributes: Object.fromEntries(attributes) } }) };
};

describe('a scheduled run', () => {
  test('that succeeds is done, and buries nothing', async () => {
    const { end, waits, buried } = await played({});
    expect({ end, waits, buried }).toEqual({ end: { kind: 'done', payload: '{"cells":3}', attempts: 1 }, waits: [] });
  });

  test('that fails is tried twice more, after a minute and after two', async () => {
    const { end, waits } = await played({ failures: 2 });
    expect({ end, waits }).toMatchObject({ end: { kind: 'done', attempts: 3 }, waits: [1, 2] });
  });

  test('that fails to the end leaves its event in the queue of the function, with the reason', async () => {
    const { end, buried, runs } = await played({ failures: 9 });
    expect(runs).toBe(3);
    expect(end).toEqual({ kind: 'dead-lettered', by: 'function', attempts: 3 });
    expect(buried).toEqual({
      by: 'function',
      body: '{"at":1}',
      attributes: { RequestID: expect.any(String), ErrorCode: '200', ErrorMessage: 'state: Query failed' },
    });
  });

  test('is given up before its event would be too old', async () => {
    const { end, waits } = await played({
      failures: 9,
      fn: { asynchronous: { retryAttempts: 2, maxAgeSeconds: 150 } },
    });
    expect({ end, waits }).toEqual({ end: { kind: 'dead-lettered', by: 'function', attempts: 2 }, waits: [1] });
  });

  test('that cannot start is tried by the policy of the schedule, and then runs as if nothing had been', async () => {
    const { end, waits } = await played({ refusals: 3, failures: 1 });
    expect({ end, waits }).toMatchObject({ end: { kind: 'done', attempts: 2 }, waits: [1, 2, 4, 1] });
  });

  test('that cannot start to the end leaves its input in the queue of the schedule, with the reason', async () => {
    const { end, buried, runs } = await played({ refusals: 9 });
    expect(runs).toBe(0);
    expect(end).toEqual({ kind: 'dead-lettered', by: 'schedule', attempts: 4 });
    expect(buried).toEqual({
      by: 'schedule',
      body: '{"at":1}',
      attributes: {
        ERROR_CODE: 'TooManyRequestsException',
        ERROR_MESSAGE: 'Rate Exceeded.',
        EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts',
        RETRY_ATTEMPTS: '3',
        SCHEDULED_TIME: '2026-03-05T10:00:00Z',
        SCHEDULE_ARN: hourly.arn,
        TARGET_ARN: compare.arn,
      },
    });
  });

  test('that cannot start in time says so', async () => {
    const { buried } = await played({ refusals: 9, schedule: { retry: { attempts: 9, maxAgeSeconds: 120 } } });
    expect(buried?.attributes).toMatchObject({
      EXHAUSTED_RETRY_CONDITION: 'MaximumEventAgeInSeconds',
      RETRY_ATTEMPTS: '1',
    });
  });

  test('is lost where no queue takes it, or where it may not be sent there', async () => {
    expect((await played({ failures: 9, hasQueue: false })).end.kind).toBe('lost');
    expect((await played({ failures: 9, mayBury: false })).end.kind).toBe('lost');
  });
});
