import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clock, fleet, latency, month } from '../lib/bench/child.ts';
import { latencyTold } from '../lib/bench/latency/told.ts';
import {
  clockGrowthTold,
  clockTold,
  fleetTold,
  followingCosts,
  followingTold,
  growthTold,
  monthTold,
} from '../lib/bench/told.ts';
import { parsed, wholeNumber } from '../lib/command-line/options.ts';
import { allowClosedPipe, asked } from '../lib/command-line/terminal.ts';
import { copies } from '../lib/local/sample/copies.ts';
import manifest from '../package.json' with { type: 'json' };

/** Each in the order of its running, with what it prints. */
const partNames = ['fleet', 'month', 'clock', 'latency', 'stack'] as const;
type Part = (typeof partNames)[number];

allowClosedPipe();
const { values } = asked({
  usage: ['npm run bench [-- options]'],
  about: `Sends the sample, copied under other customers' names, through the stack on this machine: once N messages, once four
times as many. Prints messages a second, the peak memory of the run, and the time a message takes as a ratio of the
two runs: only that ratio is the same on other machines. Before that, compares a made-up fleet of touchpoints in a heap
of 512 MB, counts what each feedback of a month reads and writes in DynamoDB, at F feedbacks and at four times as many, and
what of it the clock of actions, events and survey holds cost, follows up 1,000 to A actions, and asks 1,000 and S stored
actions what analysts ask.`,
  options: {
    messages: wholeNumber('N', 'messages of the first run (default: 10000)', {
      least: 1_000,
      most: 1_000_000,
      fallback: 10_000,
    }),
    cells: wholeNumber('N', 'touchpoints of the made-up fleet (default: 10000)', {
      least: 100,
      most: 100_000,
      fallback: 10_000,
    }),
    feedbacks: wholeNumber('F', 'feedbacks of the smaller month (default: 10000)', {
      least: 1_000,
      most: 50_000,
      fallback: 10_000,
    }),
    actions: wholeNumber('A', 'most actions under the clock (default: 100000)', {
      least: 1_000,
      most: 1_000_000,
      fallback: 100_000,
    }),
    stored: wholeNumber('S', 'stored actions that analysts ask of; a million take 8 GB (default: 1000000)', {
      least: 1_000,
      most: 1_000_000,
      fallback: 1_000_000,
    }),
    only: parsed<Part, undefined>('PART', `only this: ${partNames.join(', ')}`, {
      wanted: `one of ${partNames.join(', ')}`,
      read: (given) => partNames.find((part) => part === given),
      fallback: undefined,
    }),
  },
  exits: '0 done, 1 failed, 2 wrong usage.',
});

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, '.local', `bench-${process.pid}`);
/** What `npm run triage` gives to Node. */
const [, ...triage] = manifest.scripts.triage.split(' ');
const LOOK_EVERY_MS = 200;

/** Peak resident memory of a process in megabytes, so far; `undefined` where this system does not tell. */
const peakMegabytes = (pid: number): number | undefined => {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
};

const write = async (file: string, messages: number): Promise<void> => {
  const stream = createWriteStream(file);
  for (const message of copies(messages)) {
    if (!stream.write(`${JSON.stringify(message)}\n`)) await once(stream, 'drain');
  }
  await new Promise<void>((resolve) => stream.end(resolve));
};

interface Measured {
  messages: number;
  seconds: number;
  megabytes: number | undefined;
}

const run = async (messages: number): Promise<Measured> => {
  const feed = join(folder, `${messages}.jsonl`);
  await write(feed, messages);
  const started = performance.now();
  const child = spawn(process.execPath, [...triage, feed, '--out', join(folder, 'out')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let megabytes: number | undefined;
  const look = setInterval(() => {
    megabytes = peakMegabytes(child.pid ?? 0) ?? megabytes;
  }, LOOK_EVERY_MS);
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('exit', resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`triage of ${messages} messages ended with exit code ${code}`);
  return { messages, seconds: (performance.now() - started) / 1000, megabytes };
};

const told = ({ messages, seconds, megabytes }: Measured): string =>
  `${messages} messages: ${seconds.toFixed(1)} s, ${Math.round(messages / seconds)} a second, peak memory ${megabytes === undefined ? 'not told by this system' : `${Math.round(megabytes)} MB`}`;

/** The same touchpoints in both months, so that what grows is the feedback alone. */
const CELLS_OF_MONTH = 40;
const LEAST_ACTIONS = 1_000;
/** Of those that lie in DynamoDB's stand-in: they are stored in half a minute. */
const STORED_OVER_HTTP = 30_000;

/** Each prints what it measures. */
const parts: Record<Part, () => Promise<void>> = {
  fleet: async () => console.log(fleetTold(await fleet(values.cells))),
  month: async () => {
    const small = await month(values.feedbacks, CELLS_OF_MONTH);
    console.log(monthTold(small));
    const large = await month(4 * values.feedbacks, CELLS_OF_MONTH);
    console.log(monthTold(large));
    console.log(growthTold(small, large));
    const stories = await month(values.feedbacks, CELLS_OF_MONTH, 'stories');
    const untold = await month(values.feedbacks, CELLS_OF_MONTH, 'actions');
    console.log(followingTold(followingCosts(stories, untold, small), small));
  },
  clock: async () => {
    const fewest = await clock(LEAST_ACTIONS);
    console.log(clockTold(fewest));
    for (let actions = 10 * LEAST_ACTIONS; actions <= values.actions; actions *= 10) {
      const more = await clock(actions);
      console.log(clockTold(more));
      console.log(clockGrowthTold(fewest, more));
    }
  },
  latency: async () => {
    const inMemory = await latency('memory', { few: LEAST_ACTIONS, many: values.stored, requests: 3_000 });
    console.log(latencyTold('in memory', inMemory));
    const many = Math.min(values.stored, STORED_OVER_HTTP);
    console.log(latencyTold('over HTTP', await latency('http', { few: LEAST_ACTIONS, many, requests: 400 })));
  },
  stack: async () => {
    // The first run would pay for the synthesis, or not: a small one pays before.
    await run(1_000);
    const few = await run(values.messages);
    console.log(told(few));
    const many = await run(4 * values.messages);
    console.log(told(many));
    const ratio = many.seconds / many.messages / (few.seconds / few.messages);
    console.log(`time a message, ${many.messages} to ${few.messages}: ${ratio.toFixed(2)}`);
  },
};

mkdirSync(folder, { recursive: true });
try {
  for (const part of values.only ? [values.only] : partNames) await parts[part]();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
