import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ActionEntry } from '../../../functions/domain/outputs/action-entry.ts';
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../cloud.ts';
import { STAND_IN } from '../comprehend/label.ts';
import { isPortTaken } from '../endpoint.ts';
import { type Denial, DeniedError, sentenceOf } from '../iam/denial.ts';
import { openStateFolder, runningIn, type StateFolder } from '../state/folder.ts';
import { actionTable } from './action-table.ts';
import { connect, type Deployment } from './deployment.ts';
import { eventLog, functionLog, keepPreviousLog } from './function-log.ts';
import { invitation } from './invitation.ts';
import { type OpenedPage, openPage } from './open-page.ts';
import { allActions } from './results.ts';
import { postSample, sampleIsPosted } from './sample-posting.ts';
import { type Context, synthesizedAssembly } from './synthesis.ts';

export const DEFAULT_PORT = 4599;
/** Where `npm start` keeps its state, and where other commands look for the run that goes on. */
export const DEFAULT_FOLDER = join('.local', 'state');

export interface LiveOptions {
  port: number;
  /** Of the page; 0 picks a free one, and so does one that is taken. */
  dashboardPort: number;
  sample: boolean;
  /** Where the state and the logs of functions and events are kept. */
  folder: string;
  /** Forgets what the folder has kept. */
  fresh: boolean;
  /** Settings of the stack other than its defaults. */
  settings?: Context;
  say(text: string): void;
  progress(what: string): void;
  /** Ends the process where the folder can no longer be written. */
  onBroken(error: Error): never;
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
const unlessDenied = async <T>(work: Promise<T>): Promise<T | undefined> =>
  work.catch((error: unknown) => {
    if (!(error instanceof DeniedError)) throw error;
    return undefined;
  });

/** Runs a schedule; the lease of a run that was killed at it holds that up for half a minute at most. */
const runNow = async (cloud: LocalCloud, schedule: string, signal: AbortSignal): Promise<void> => {
  for (;;) {
    const answer = await unlessDenied(cloud.runSchedule(schedule, new Date()));
    if (!Object(answer).skipped || signal.aborted) return;
    await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
};

/** Compares and explains, as the clock would later. */
const compareNow = async (cloud: LocalCloud, signal: AbortSignal): Promise<void> => {
  await runNow(cloud, 'AnalysisComparison', signal);
  await runNow(cloud, 'AnalysisExplanation', signal);
};

interface Settling {
  /** Told now and then while messages are processed. */
  onLook?(seconds: string): Promise<void>;
  beforeComparing?(): Promise<void>;
}

/** Lets everything that lies in the queues be processed, and shows what is to be done then. */
const settle = async (
  cloud: LocalCloud,
  deployment: Deployment,
  options: LiveOptions,
  { onLook, beforeComparing }: Settling = {},
): Promise<void> => {
  const { say, progress, signal } = options;
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
  let drained = false;
  const draining = unlessDenied(cloud.catchUp()).finally(() => {
    drained = true;
  });
  draining.catch(() => undefined); // awaited below; a stop in between must not count as unhandled
  while (!drained) {
    signal.throwIfAborted();
    await onLook?.(seconds());
    progress(`processing: ${handled(cloud)} batches, ${seconds()} s`);
    await Promise.race([draining, pause(LOOK_EVERY_MS)]);
  }
  await draining;
  await onLook?.(seconds());
  await beforeComparing?.();
  await compareNow(cloud, signal);
  const actions = (await allActions(deployment)).filter(isToDo);
  const shown = actions.slice(0, TOP);
  say(
    `${actions.length} open actions after ${seconds()} s${shown.length > 0 ? `, the ${shown.length} most urgent` : ''}:\n`,
  );
  if (shown.length > 0) say(`${actionTable(shown)}\n`);
};

/** Days of looks at the sample: it was posted at once, and a fleet that runs is looked at every day. */
const DAYS_LOOKED_BACK = 14;

/**
 * Looks at the fleet as of each of the last days: what stands out must do so for two days of three to be a dark corner, and
 * both scores have a past only where somebody looked.
 */
const lookBack = async (cloud: LocalCloud, { progress, signal }: LiveOptions): Promise<void> => {
  for (let days = DAYS_LOOKED_BACK; days > 0 && !signal.aborted; days--) {
    progress(`looking at the touchpoints as of ${days} days ago`);
    await unlessDenied(cloud.runSchedule('AnalysisComparison', new Date(Date.now() - days * 86_400_000)));
  }
};

/** Posts the sample and shows what it comes to, the first action as soon as there is one. */
const showSample = async (cloud: LocalCloud, deployment: Deployment, kept: StateFolder, options: LiveOptions) => {
  const news = watcher(deployment);
  await news();
  const lines = await postSample(deployment, kept, new Date(), options.progress);
  options.say(`Posted ${lines} messages of Fennel & Rye, an invented company, to the queues.`);
  let first: ActionEntry | undefined;
  const look = async (seconds: string): Promise<void> => {
    if (first) return;
    [first] = await news();
    if (!first) return;
    options.say(`First action after ${seconds} s, from ${first.evidence.join(', ')}:\n\n${actionTable([first])}\n`);
  };
  await settle(cloud, deployment, options, { onLook: look, beforeComparing: () => lookBack(cloud, options) });
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
      await compareNow(cloud, options.signal);
      const more = await news();
      if (more.length > 0) options.say(`${actionTable(more)}\n`);
      compared = handled(cloud);
      last = { count: compared, at: performance.now() };
    }
  }
};

/** What is told of a folder that a run goes on with, once it is known which queue is no work; nothing where it holds nothing. */
const goingOn = ({ path, kept, torn }: StateFolder): ((cloud: LocalCloud) => string) | undefined => {
  if (kept.tables.size === 0 && kept.queues.size === 0) return undefined;
  const sizes = [...kept.queues].map(([name, { size }]) => ({ name, size }));
  const cutOff =
    torn > 0 ? ' A last entry that a crash left half written was never acknowledged, and is left out.' : '';
  return ({ outputs }) => {
    // Events lie there for others to read.
    const work = sizes.filter(({ name }) => !outputs.EventsQueueUrl?.endsWith(`/${name}`));
    const waiting = work.reduce((sum, { size }) => sum + size, 0);
    return `Goes on with the state kept in ${path}: ${waiting} ${waiting === 1 ? 'message' : 'messages'} in its queues.${cutOff} (--fresh begins anew.)`;
  };
};

type Logs = Pick<LocalCloudOptions, 'log' | 'onEvent'>;

/** Starts the stack; where its port is taken by a run of ours, the message says by which. */
const startCloud = async (options: LiveOptions, assembly: string, folder: StateFolder, logs: Logs) => {
  const { port } = options;
  try {
    const onDenied = (denial: Denial) => options.say(sentenceOf(denial));
    return await startLocalCloud({ assembly, port, folder, ...logs, onDenied });
  } catch (error) {
    const other = runningIn(DEFAULT_FOLDER);
    if (!isPortTaken(error) || other === undefined || new URL(other.endpoint).port !== String(port)) throw error;
    throw new Error(
      `Port ${port} is taken by another local run (process ${other.pid}). End that one with Ctrl-C or \`kill ${other.pid}\`, or choose another port: npm start -- --port 0 picks a free one.`,
      { cause: error },
    );
  }
};

const runOn = async (folder: StateFolder, options: LiveOptions): Promise<void> => {
  const { say, signal } = options;
  options.progress('synthesizing the stack');
  const assembly = await synthesizedAssembly(signal, options.settings);
  const [logFile, eventFile] = ['functions.log', 'events.jsonl'].map((name) => join(folder.path, name)) as [
    string,
    string,
  ];
  for (const file of [logFile, eventFile]) keepPreviousLog(file);
  const [log, events] = [functionLog(logFile), eventLog(eventFile)];
  const resumed = goingOn(folder);
  const cloud = await startCloud(options, assembly, folder, { log: log.write, onEvent: events.write });
  signal.addEventListener('abort', () => void cloud.stop());
  let page: OpenedPage | undefined;
  try {
    folder.announce({ pid: process.pid, endpoint: cloud.endpoint, outputs: { ...cloud.outputs } });
    const deployment = connect(cloud);
    say(`The stack runs on this machine at ${cloud.endpoint}. Sentiment comes from a ${STAND_IN}.`);
    page = await openPage(cloud, options);
    if (resumed) say(resumed(cloud));
    if (options.sample && !sampleIsPosted(folder)) await showSample(cloud, deployment, folder, options);
    else if (resumed) await settle(cloud, deployment, options);
    await page.wake();
    const news = watcher(deployment);
    await news();
    cloud.startSchedules();
    say(`${invitation(cloud, Date.now())}\n`);
    say('Running. New actions appear here; Ctrl-C ends it, and what is in it is kept.\n');
    await watch(cloud, options, news);
  } finally {
    await page?.close();
    await cloud.stop();
    log.end();
    events.end();
  }
};

/**
 * Runs the stack on this machine until the signal: the sample first, then whatever is posted. What is in its tables and
 * queues is kept in the folder, and a run goes on where the one before ended, however it ended.
 */
export const runLive = async (options: LiveOptions): Promise<void> => {
  const folder = openStateFolder(options.folder, { fresh: options.fresh, onBroken: options.onBroken });
  try {
    await runOn(folder, options);
  } catch (error) {
    // Whatever an interruption broke off is no failure.
    if (!options.signal.aborted) throw error;
  } finally {
    folder.close();
  }
};
