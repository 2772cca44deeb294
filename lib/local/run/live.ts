import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ActionEntry } from '../../../functions/domain/outputs/action-entry.ts';
import { type LocalCloud, startLocalCloud } from '../cloud.ts';
import { STAND_IN } from '../comprehend/label.ts';
import { type Denial, DeniedError, sentenceOf } from '../iam/denial.ts';
import { sampleFeed } from '../sample/fennel-and-rye.ts';
import { actionTable } from './action-table.ts';
import { connect, type Deployment } from './deployment.ts';
import { postFeed } from './feed.ts';
import { functionLog } from './function-log.ts';
import { invitation } from './invitation.ts';
import { allActions } from './results.ts';
import { synthesizedAssembly } from './synthesis.ts';

export interface LiveOptions {
  port: number;
  sample: boolean;
  /** Directory for the functions' log. */
  folder: string;
  say(text: string): void;
  progress(what: string): void;
  signal: AbortSignal;
}

const TOP = 10;
const LOOK_EVERY_MS = 500;

/** Feedback counts as processed when the functions have been still for so long; then cells are compared once. */
const STILL_MS = 3_000;

const handled = (cloud: LocalCloud): number =>
  Object.values(cloud.invocations).reduce((sum, { invocations }) => sum + invocations, 0);

/** Tells of actions that were not there before, or that changed. */
const watcher = (deployment: Deployment) => {
  const seen = new Map<string, number>();
  return async (): Promise<ActionEntry[]> => {
    const actions = await allActions(deployment);
    const fresh = actions.filter(({ id, version }) => (seen.get(id) ?? 0) < version);
    for (const { id, version } of actions) seen.set(id, version);
    return fresh;
  };
};

/** What somebody still has to do. */
const isToDo = ({ status }: ActionEntry): boolean => status === 'open' || status === 'reopened';

/** What the stack lacks a grant for was said when it was refused; the rest goes on. */
const goingOn = async (work: Promise<unknown>): Promise<void> => {
  await work.catch((error: unknown) => {
    if (!(error instanceof DeniedError)) throw error;
  });
};

const compareNow = (cloud: LocalCloud): Promise<void> => goingOn(cloud.runSchedule('AnalysisComparison', new Date()));

/** Posts the sample and shows what it came to, the first action as soon as there is one. */
const showSample = async (
  cloud: LocalCloud,
  deployment: Deployment,
  options: LiveOptions,
  news: () => Promise<ActionEntry[]>,
): Promise<void> => {
  const { say, progress, signal } = options;
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
  const lines = sampleFeed(new Date()).map((message) => JSON.stringify(message));
  await postFeed(deployment, lines, { backfill: false, progress: (n) => progress(`posted ${n} of ${lines.length}`) });
  say(`Posted ${lines.length} messages of Fennel & Rye, an invented company, to the queues.`);
  let drained = false;
  const draining = goingOn(cloud.drain()).finally(() => {
    drained = true;
  });
  draining.catch(() => undefined); // awaited below; a stop in between must not count as unhandled
  let first: ActionEntry | undefined;
  while (!drained || !first) {
    signal.throwIfAborted();
    [first] = first ? [first] : await news();
    if (first) {
      say(`First action after ${seconds()} s, from ${first.evidence.join(', ')}:\n\n${actionTable([first])}\n`);
      break;
    }
    if (drained) break;
    progress(`processing: ${handled(cloud)} batches, ${seconds()} s`);
    await pause(LOOK_EVERY_MS);
  }
  await draining;
  await compareNow(cloud);
  await news();
  const actions = (await allActions(deployment)).filter(isToDo);
  say(`${actions.length} open actions after ${seconds()} s, the ${Math.min(TOP, actions.length)} most urgent:\n`);
  say(`${actionTable(actions.slice(0, TOP))}\n`);
};

/** Shows new and changed actions until the person ends it. */
const watch = async (cloud: LocalCloud, options: LiveOptions, news: () => Promise<ActionEntry[]>): Promise<void> => {
  let compared = handled(cloud);
  let last = { count: compared, at: performance.now() };
  while (!options.signal.aborted) {
    await pause(LOOK_EVERY_MS, undefined, { signal: options.signal }).catch(() => undefined);
    if (options.signal.aborted) return;
    const count = handled(cloud);
    if (count === compared) continue;
    const fresh = await news();
    if (fresh.length > 0) options.say(`${actionTable(fresh)}\n`);
    if (count !== last.count) last = { count, at: performance.now() };
    else if (performance.now() - last.at >= STILL_MS) {
      await compareNow(cloud);
      const more = await news();
      if (more.length > 0) options.say(`${actionTable(more)}\n`);
      compared = handled(cloud);
      last = { count: compared, at: performance.now() };
    }
  }
};

/** Runs the stack on this machine until the signal: the sample first, then whatever is posted. */
export const runLive = async (options: LiveOptions): Promise<void> => {
  options.progress('synthesizing the stack');
  const assembly = await synthesizedAssembly(options.signal);
  const { port } = options;
  // Each port its own log: a second run must not empty the first one's.
  const logs = functionLog(join(options.folder, port === 0 ? `functions-${process.pid}.log` : `functions-${port}.log`));
  const onDenied = (denial: Denial) => options.say(sentenceOf(denial));
  const cloud = await startLocalCloud({ assembly, port, log: logs.write, onDenied });
  options.signal.addEventListener('abort', () => void cloud.stop());
  try {
    const deployment = connect(cloud);
    const news = watcher(deployment);
    options.say(`The stack runs on this machine at ${cloud.endpoint}. Sentiment comes from a ${STAND_IN}.`);
    if (options.sample) await showSample(cloud, deployment, options, news);
    cloud.startSchedules();
    options.say(`${invitation(cloud, Date.now())}\n`);
    options.say('Running. New actions appear here; Ctrl-C ends it, and what is in it is gone.\n');
    await watch(cloud, options, news);
  } finally {
    await cloud.stop();
    logs.end();
  }
};
