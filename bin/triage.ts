import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DeniedError } from '../lib/local/iam/denial.ts';
import { readFeed } from '../lib/local/run/feed.ts';
import { terminalProgress } from '../lib/local/run/progress.ts';
import { instantOf, triage } from '../lib/local/run/triage.ts';
import { sampleFeed } from '../lib/local/sample/fennel-and-rye.ts';

const help = `npm run triage -- FEED.jsonl... [options]
npm run triage -- --sample [options]

Sends feeds (one message a line) through the stack on this machine and writes what came of them.
Sentiment is scored by a local stand-in, not by Amazon Comprehend.

  --sample             four weeks of an invented company, up to --as-of (default: now)
  --out DIR            where to write (default: triage-out): summary.json, facts.jsonl, gaps.json,
                       touchpoints.json, actions.json, functions.log
  --as-of ISO          fold what occurred up to this instant (default: the newest occurredAt)
  --window-days N|all  days that touchpoints are told over (default: 28)
  --help

Exit codes: 0 done, 1 some messages could not be processed or the stack lacks a grant, 2 wrong usage, 130 interrupted.`;

const usage = (problem: string): never => {
  console.error(`${problem}\n\n${help}`);
  process.exit(2);
};

const options = (() => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        sample: { type: 'boolean', default: false },
        out: { type: 'string', default: 'triage-out' },
        'as-of': { type: 'string' },
        'window-days': { type: 'string', default: '28' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return usage(error instanceof Error ? error.message : String(error));
  }
})();
const { values, positionals: feeds } = options;
if (values.help) {
  console.log(help);
  process.exit(0);
}
if (values.sample === feeds.length > 0) usage('Name at least one feed, or --sample.');
for (const feed of feeds) {
  try {
    accessSync(feed, constants.R_OK);
  } catch {
    usage(`${feed}: cannot be read. Is there such a file?`);
  }
  if (statSync(feed).isDirectory()) usage(`${feed}: is a directory; name the files in it.`);
}
if (existsSync(values.out) && !statSync(values.out).isDirectory())
  usage(`--out ${values.out}: is a file; name a directory.`);
const asOf = values['as-of'] === undefined ? undefined : instantOf(values['as-of']);
if (values['as-of'] !== undefined && !asOf) usage('--as-of wants an instant such as 2026-03-30T00:00:00Z.');
const days = values['window-days'];
if (days !== 'all' && !/^[1-9]\d{0,4}$/.test(days))
  usage('--window-days wants a whole number of days from 1, or "all".');

const sampleLines = (end: Date): string[] => sampleFeed(end).map((message) => JSON.stringify(message));

/** Reasons why words have no sentiment, as a person reads them. */
const told: Record<string, string> = {
  throttled: 'the scorer had too much to do',
  outage: 'the scorer was out',
  ceiling: "they cost more than a day's units (setting unitsPerDay)",
  'no-time': 'the time was up',
  'unsupported-language': 'the scorer lacks their language, or nobody can tell it',
  refused: 'the scorer refused them',
};

const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort());
process.once('SIGTERM', () => interrupt.abort());
const progress = terminalProgress();
try {
  const { summary, deadLetters, unaccounted, steps } = await triage({
    feed: values.sample ? sampleLines(asOf ? new Date(asOf) : new Date()) : readFeed(feeds),
    out: values.out,
    ...(asOf ? { asOf } : {}),
    windowDays: days === 'all' ? 'all' : Number(days),
    progress: progress.show,
    signal: interrupt.signal,
  });
  progress.done();
  console.log(JSON.stringify(summary));
  console.error(`${values.out}: ${summary.accepted} facts in ${steps} steps of event time.`);
  if (summary.lines > 0 && summary.rejected === summary.lines) {
    console.error('Every line was rejected. Is the feed JSON, one message a line, and not compressed?');
  }
  for (const [reason, texts] of Object.entries(summary.parked ?? {})) {
    console.error(`${texts} texts have no sentiment: ${told[reason] ?? reason}.`);
  }
  if (unaccounted !== 0) {
    console.error(`${unaccounted} lines are neither accepted nor duplicates nor rejected.`);
    process.exitCode = 1;
  }
  if (deadLetters > 0) {
    console.error(`${deadLetters} messages could not be processed; ${values.out}/functions.log says why.`);
    process.exitCode = 1;
  }
} catch (error) {
  progress.done();
  if (interrupt.signal.aborted) {
    console.error('Interrupted; no results were written.');
    process.exit(130);
  }
  // A call that the stack does not allow is told in one sentence; where it came from says nothing more.
  console.error(error instanceof DeniedError ? error.message : error);
  process.exit(1);
}
