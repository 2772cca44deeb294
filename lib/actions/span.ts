import { DAY, HOUR, type Instant, millis } from '../../functions/domain/instant.ts';

const MINUTE = 60_000;

/** Up to two days are told in hours: what is due tomorrow afternoon is not due "in one day". */
const lengthOf = (ms: number): string => {
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  return ms < 2 * DAY ? `${Math.floor(ms / HOUR)} h` : `${Math.floor(ms / DAY)} d`;
};

/** How long ago something was, as `26 h`. */
export const age = (at: Instant, now: Instant): string => lengthOf(Math.max(0, millis(now) - millis(at)));

/** Time that is left until a deadline: `5 h`, and `-3 d` of one that has passed. */
export const left = (dueAt: Instant, now: Instant): string =>
  dueAt < now ? `-${age(dueAt, now)}` : lengthOf(millis(dueAt) - millis(now));

/** To the minute, in UTC. */
export const minutes = (at: Instant): string => at.slice(0, 16).replace('T', ' ');
