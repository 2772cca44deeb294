import type { Context } from 'aws-lambda';
import type { Instant } from '../domain/instant.ts';
import { FollowUpRun } from '../domain/scheduled-run.ts';
import type { Look } from '../domain/story/look.ts';
import { log } from '../runtime/log.ts';
import { type ActionClockDeps, makeActionClock, type Ticked } from './action-clock.ts';

interface DueMark {
  story: string;
  at: Instant;
}

/** What following up reads and leaves, one port a store. */
export interface Deps extends ActionClockDeps {
  due: {
    until(at: Instant, most: number): Promise<DueMark[]>;
    clear(marks: readonly DueMark[]): Promise<void>;
  };
  looks: { send(looks: readonly Look[]): Promise<void> };
}

/** Marks read at once of each shard: a few calls' worth of looks to send. */
const PAGE = 500;
/** Nothing new begins with less time left; the marks wait for the next run. */
const RESERVE_MS = 20_000;

/**
 * FOLLOW-UP-1: what has fallen due by the run's time is looked at again as of that time. A mark goes only after its look was
 * sent, so a run that breaks off is taken up by the next.
 */
export const makeHandler = (deps: Deps) => {
  const tick = makeActionClock(deps);

  return async (
    event: unknown,
    context: Pick<Context, 'getRemainingTimeInMillis'>,
  ): Promise<{ stories: number; actions?: Ticked }> => {
    const { at, actions } = FollowUpRun.parse(event);
    const hasTime = (): boolean => context.getRemainingTimeInMillis() > RESERVE_MS;
    const seen = new Set<string>();
    while (hasTime()) {
      const marks = await deps.due.until(at, PAGE);
      if (marks.length === 0) break;
      // A story seen before is looked at anew: its mark may have been set since, after it was folded.
      const stories = [...new Set(marks.map(({ story }) => story))];
      await deps.looks.send(stories.map((story) => ({ story, asOf: at })));
      for (const story of stories) seen.add(story);
      await deps.due.clear(marks);
    }
    log.info('marks.followed', { stories: seen.size });
    if (!actions) return { stories: seen.size };
    return { stories: seen.size, actions: await tick(at, hasTime) };
  };
};
