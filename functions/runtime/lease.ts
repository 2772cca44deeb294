import type { Context } from 'aws-lambda';
import { type Instant, plus } from '../domain/instant.ts';
import { errorKind } from './errors.ts';
import { log } from './log.ts';

/** A lease runs out so long after it was taken or renewed: how long a run that died holds up the next. */
const LEASE_MS = 30_000;
/** A third of it: two renewals may fail before the lease is lost. */
const RENEW_EVERY_MS = 10_000;

/** What keeping a lease needs of the world. */
export interface LeaseEffects {
  leases: {
    take(run: string, holder: string, now: Instant, until: Instant): Promise<boolean>;
    renew(run: string, holder: string, until: Instant): Promise<boolean>;
    release(run: string, holder: string): Promise<void>;
  };
  now(): Instant;
  /** A name for one run of the function, never the same twice. */
  holder(): string;
  /** Does something again and again until the answered function is called. */
  every(ms: number, work: () => Promise<void>): () => void;
}

type TimeLeft = Pick<Context, 'getRemainingTimeInMillis'>;
type Run<Answer> = (event: unknown, context: TimeLeft) => Promise<Answer>;

/** What a run answers that found another at work. */
export interface Skipped {
  skipped: true;
}

/** By the clock of this process. */
export const every: LeaseEffects['every'] = (ms, work) => {
  const timer = setInterval(() => void work(), ms);
  return () => clearInterval(timer);
};

/**
 * Lets only one run of a name work at a time. One that finds another at work ends at once and answers so: what it would have
 * done is done by that one or by the next. One that loses its lease, because it stood still or could not renew it, has no
 * time left from then on, so that it begins nothing more.
 */
export const underLease =
  <Answer>(run: string, effects: LeaseEffects, work: Run<Answer>): Run<Answer | Skipped> =>
  async (event, context) => {
    const { leases, now } = effects;
    const holder = effects.holder();
    let until = plus(now(), LEASE_MS);
    if (!(await leases.take(run, holder, now(), until))) {
      log.info('run.skipped', { run });
      return { skipped: true };
    }
    let taken = false;
    const stop = effects.every(RENEW_EVERY_MS, async () => {
      const next = plus(now(), LEASE_MS);
      try {
        if (await leases.renew(run, holder, next)) until = next;
        else taken = true;
      } catch (error) {
        // The next renewal tries again; without one in time the lease runs out, and the run ends.
        log.warn('lease.unrenewed', { run, error: errorKind(error) });
      }
    });
    const isHeld = (): boolean => !taken && now() < until;
    try {
      return await work(event, {
        getRemainingTimeInMillis: () => (isHeld() ? context.getRemainingTimeInMillis() : 0),
      });
    } finally {
      stop();
      try {
        await leases.release(run, holder);
      } catch (error) {
        // The work is done or has failed for reasons of its own; what is not given back runs out.
        log.warn('lease.unreleased', { run, error: errorKind(error) });
      }
    }
  };
