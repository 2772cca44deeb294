import { nextCron } from './cron.ts';

const unitMilliseconds: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * The first run of a schedule after an instant; both in milliseconds since 1970, `undefined` where none comes. A rate
 * counts from that instant. Throws where the expression is neither `rate(...)` nor a `cron(...)` that can be told here.
 */
export const nextRun = (expression: string, timeZone: string, after: number): number | undefined => {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate) return after + Number(rate[1]) * (unitMilliseconds[rate[2] ?? ''] ?? 0);
  const cron = /^cron\((.+)\)$/.exec(expression);
  if (cron?.[1]) return nextCron(cron[1], timeZone, after);
  throw new Error(`${expression} is not run by the clock of this machine: only rate(...) and cron(...) are.`);
};
