import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ScheduleDefinition } from '../../lib/local/definitions.ts';
import { startClock } from '../../lib/local/schedule/clock.ts';
import { nextRun } from '../../lib/local/schedule/expression.ts';
import { findSchedule, scheduledEvent } from '../../lib/local/schedule/run.ts';
import { aSchedule } from './definitions.ts';

const hourly = aSchedule('AnalysisHourly1A2B3C4D');

const next = (expression: string, after: string, timeZone = 'UTC'): string | undefined => {
  const at = nextRun(expression, timeZone, Date.parse(after));
  return at === undefined ? undefined : new Date(at).toISOString();
};

describe('the next run of a schedule', () => {
  test.each([
    ['a rate counts from the last', 'rate(5 minutes)', '2026-03-05T10:02:00Z', '2026-03-05T10:07:00.000Z'],
    ['each hour', 'cron(0 * * * ? *)', '2026-03-05T10:00:00Z', '2026-03-05T11:00:00.000Z'],
    ['each quarter of an hour', 'cron(0/15 * * * ? *)', '2026-03-05T10:31:00Z', '2026-03-05T10:45:00.000Z'],
    ['on workdays', 'cron(30 9 ? * MON-FRI *)', '2026-03-06T10:00:00Z', '2026-03-09T09:30:00.000Z'],
    ['on Sundays, the first day', 'cron(0 0 ? * 1 *)', '2026-03-05T10:00:00Z', '2026-03-08T00:00:00.000Z'],
    ['on leap days', 'cron(0 0 29 FEB ? *)', '2026-03-05T10:00:00Z', '2028-02-29T00:00:00.000Z'],
  ])('%s', (_what, expression, after, expected) => {
    expect(next(expression, after)).toBe(expected);
  });

  test('follows the clocks of its time zone through the change to summer time', () => {
    const daily = 'cron(0 6 * * ? *)';
    expect(next(daily, '2026-03-28T00:00:00Z', 'Europe/Berlin')).toBe('2026-03-28T05:00:00.000Z');
    expect(next(daily, '2026-03-28T12:00:00Z', 'Europe/Berlin')).toBe('2026-03-29T04:00:00.000Z');
  });

  test('never comes for a year that is over', () => {
    expect(next('cron(0 0 1 1 ? 2020)', '2026-03-05T10:00:00Z')).toBeUndefined();
  });

  test.each(['cron(0 0 L * ? *)', 'cron(0 0 ? * 6#3 *)', 'cron(0 0 * *)', 'at(2026-03-05T10:00:00)'])(
    'of %s is refused',
    (expression) => {
      expect(() => next(expression, '2026-03-05T10:00:00Z')).toThrow();
    },
  );
});

describe('the event of a scheduled run', () => {
  const at = new Date('2026-03-05T10:00:00Z');

  test('tells the time of the run, in whole seconds as AWS does', () => {
    expect(JSON.parse(scheduledEvent(hourly, at))).toEqual({ at: '2026-03-05T10:00:00Z', windowDays: 28 });
  });

  test('takes what is laid over it', () => {
    expect(JSON.parse(scheduledEvent(hourly, at, { windowDays: 7 }))).toMatchObject({ windowDays: 7 });
  });

  test('is refused an overlay where it is no object', () => {
    expect(() => scheduledEvent({ ...hourly, input: '"now"' }, at, { windowDays: 7 })).toThrow(hourly.logicalId);
  });
});

describe('a schedule is found', () => {
  const daily = { ...hourly, logicalId: 'AnalysisDaily5E6F7A8B', name: 'daily' };

  test('by its logical id, its name, or the beginning of its logical id', () => {
    for (const wanted of [daily.logicalId, 'daily', 'AnalysisD']) {
      expect(findSchedule([hourly, daily], wanted)).toBe(daily);
    }
  });

  test('by nothing that fits two, or none', () => {
    expect(() => findSchedule([hourly, daily], 'Analysis')).toThrow(/2 schedules fit "Analysis"/);
    expect(() => findSchedule([hourly], 'Weekly')).toThrow(hourly.logicalId);
  });
});

describe('the clock', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2026-03-05T10:00:00Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const runsIn = (hours: number, schedule: ScheduleDefinition): string[] => {
    const runs: string[] = [];
    const stop = startClock([schedule], (_schedule, at) => runs.push(at.toISOString()));
    vi.advanceTimersByTime(hours * 3_600_000);
    stop();
    expect(vi.getTimerCount()).toBe(0);
    return runs;
  };

  test('runs a schedule again and again until it is stopped', () => {
    expect(runsIn(2.5, hourly)).toEqual(['2026-03-05T11:00:00.000Z', '2026-03-05T12:00:00.000Z']);
  });

  test('waits longer than a timer of Node can', () => {
    expect(runsIn(31 * 24, { ...hourly, expression: 'rate(30 days)' })).toEqual(['2026-04-04T10:00:00.000Z']);
  });

  test('leaves out a schedule that is disabled', () => {
    expect(runsIn(2, { ...hourly, enabled: false })).toEqual([]);
  });
});
