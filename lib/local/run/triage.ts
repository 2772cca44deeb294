import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DAY, dayOf, type Instant, instantAt } from '../../../functions/domain/instant.ts';
import type { Summary } from '../../../functions/domain/outputs/summary.ts';
import { type LocalCloud, startLocalCloud } from '../cloud.ts';
import { STAND_IN } from '../comprehend/label.ts';
import type { ComprehendStandIn } from '../comprehend/stand-in.ts';
import { connect, type Deployment } from './deployment.ts';
import { postFeed } from './feed.ts';
import { eventLog, functionLog } from './function-log.ts';
import { scoreParked } from './parked.ts';
import { writeResults } from './results.ts';
import { stepThrough } from './steps.ts';
import { type Context, synthesizedAssembly } from './synthesis.ts';

export interface TriageOptions {
  /** Messages, one a line. */
  feed: AsyncIterable<string> | Iterable<string>;
  out: string;
  /** Left out: the newest `occurredAt` of the feed. */
  asOf?: Instant;
  windowDays: number | 'all';
  /** Settings of the stack other than its defaults. */
  settings?: Context;
  /** What stands in for Comprehend; left out, one without faults. */
  comprehend?: ComprehendStandIn;
  /** Told what is going on, in few words. */
  progress(what: string): void;
  signal: AbortSignal;
}

/** A run that ended, with what the person must know of it. */
export interface TriageRun {
  summary: Summary;
  /** Lines that are neither accepted, duplicate nor rejected: lost, unless this is 0. */
  unaccounted: number;
  /** Messages that ended in dead letter queues. */
  deadLetters: number;
  /** Steps of event time taken. */
  steps: number;
}

/** Long enough for any feed: a century. */
const ALL_DAYS = 36_525;

const rejectsSince = async (deployment: Deployment, start: number): Promise<number> => {
  let rejected = 0;
  for (let t = start; dayOf(instantAt(t)) <= dayOf(instantAt(Date.now())); t += DAY) {
    rejected += (await deployment.rejects.ofDay(dayOf(instantAt(t)))).length;
  }
  return rejected;
};

const run = async (cloud: LocalCloud, options: TriageOptions): Promise<TriageRun> => {
  const { progress, signal } = options;
  const started = Date.now();
  const deployment = connect(cloud);
  const posted = await postFeed(deployment, options.feed, {
    backfill: true,
    progress: (lines) => {
      signal.throwIfAborted();
      progress(`posted ${lines} lines`);
    },
  });
  progress(`posted ${posted.lines} lines, taking them in`);
  await cloud.drain();
  signal.throwIfAborted();
  await scoreParked(cloud, started, (left) => {
    signal.throwIfAborted();
    progress(`scoring ${left} texts that could not be scored at first`);
  });
  const asOf = options.asOf ?? posted.newest ?? instantAt(started);
  const steps = await stepThrough(cloud, deployment, {
    asOf,
    windowDays: options.windowDays === 'all' ? ALL_DAYS : options.windowDays,
    progress: (at) => {
      signal.throwIfAborted();
      progress(`folded up to ${dayOf(at)}`);
    },
  });
  progress('writing results');
  const summary = await writeResults(options.out, deployment, {
    lines: posted.lines,
    duplicates: posted.valid - posted.facts.size,
    rejected: posted.refused + (await rejectsSince(deployment, started)),
    days: [...posted.days].sort(),
    asOf,
    windowDays: options.windowDays,
    scorer: STAND_IN,
  });
  const { lines, accepted, duplicates, rejected } = summary;
  return {
    summary,
    unaccounted: lines - accepted - duplicates - rejected,
    deadLetters: cloud.deadLetters().reduce((sum, { messages }) => sum + messages, 0),
    steps,
  };
};

/** Sends a feed through the synthesized stack on this machine and writes what came of it. */
export const triage = async (options: TriageOptions): Promise<TriageRun> => {
  options.progress('synthesizing the stack');
  const assembly = await synthesizedAssembly(options.signal, options.settings);
  mkdirSync(options.out, { recursive: true });
  const logs = functionLog(join(options.out, 'functions.log'));
  const events = eventLog(join(options.out, 'events.jsonl'));
  const cloud = await startLocalCloud({
    assembly,
    log: logs.write,
    onEvent: events.write,
    ...(options.comprehend && { comprehend: options.comprehend }),
  });
  options.signal.addEventListener('abort', () => void cloud.stop());
  try {
    return await run(cloud, options);
  } finally {
    await cloud.stop();
    logs.end();
    events.end();
  }
};

/** An instant told by a person; `undefined` where it is none. */
export const instantOf = (text: string): Instant | undefined => {
  const ms = /T.*(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isFinite(ms) ? instantAt(ms) : undefined;
};
