import type { ScheduleDefinition } from '../definitions.ts';
import { nextRun } from './expression.ts';

/** Longest wait that a timer of Node can keep: 2^31 - 1 milliseconds. */
const longestWait = 2 ** 31 - 1;

/**
 * Runs schedules by the clock of this machine until the returned function is called. A run that is still going when its
 * next is due does not hold it up, as in AWS.
 */
export const startClock = (
  schedules: readonly ScheduleDefinition[],
  run: (schedule: ScheduleDefinition, at: Date) => void,
): (() => void) => {
  const timers = new Map<string, NodeJS.Timeout>();
  const waitFor = (schedule: ScheduleDefinition, due: number): void => {
    const wait = due - Date.now();
    const then = () => {
      if (wait > longestWait) {
        waitFor(schedule, due);
        return;
      }
      plan(schedule, due);
      run(schedule, new Date(due));
    };
    timers.set(schedule.logicalId, setTimeout(then, Math.min(Math.max(wait, 0), longestWait)));
  };
  const plan = (schedule: ScheduleDefinition, after: number): void => {
    let due = nextRun(schedule.expression, schedule.timeZone, after);
    // Runs that a sleeping machine has missed stay missed, instead of coming all at once.
    while (due !== undefined && due < Date.now()) due = nextRun(schedule.expression, schedule.timeZone, due);
    if (due !== undefined) waitFor(schedule, due);
  };

  const now = Date.now();
  for (const schedule of schedules) if (schedule.enabled) plan(schedule, now);
  return () => {
    for (const timer of timers.values()) clearTimeout(timer);
  };
};
