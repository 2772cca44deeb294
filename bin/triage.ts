import { existsSync, statSync } from 'node:fs';
import { requireReadable } from '../lib/command-line/files.ts';
import { flag, parsed, text, utcDay } from '../lib/command-line/options.ts';
import { allowClosedPipe, asked, wrongUsage } from '../lib/command-line/terminal.ts';
import { DeniedError } from '../lib/local/iam/denial.ts';
import { readFeed } from '../lib/local/run/feed.ts';
import { terminalProgress } from '../lib/local/run/progress.ts';
import { instantOf, triage } from '../lib/local/run/triage.ts';
import { sampleFeed } from '../lib/local/sample/fennel-and-rye.ts';

allowClosedPipe();
const { values, operands: feeds } = asked({
  usage: ['npm run triage -- FEED.jsonl... [options]', 'npm run triage -- --sample [options]'],
  about: `Sends feeds (one message a line) through the stack on this machine and writes what came of them.
Sentiment is scored by a local stand-in, not by Amazon Comprehend.`,
  operands: 'FEED.jsonl...',
  options: {
    sample: flag('four weeks of an invented company, up to --as-of (default: now)'),
    out: text(
      'DIR',
      `where to write (default: triage-out): summary.json, facts.jsonl, gaps.json,
touchpoints.json, actions.json and report.html, a page to look at; summary.json
comes last; beside them functions.log, and events.jsonl: what was told on a local
stand-in for Amazon EventBridge`,
      'triage-out',
    ),
    'as-of': parsed('ISO', 'fold what occurred up to this instant (default: the newest occurredAt)', {
      wanted: 'an instant such as 2026-03-30T00:00:00Z',
      read: instantOf,
      fallback: undefined,
    }),
    'window-days': parsed('N|all', 'days that touchpoints are told over (default: 28)', {
      wanted: 'a whole number of days from 1 to 99999, or "all"',
      read: (given): number | 'all' | undefined =>
        given === 'all' ? 'all' : /^[1-9]\d{0,4}$/.test(given) ? Number(given) : undefined,
      fallback: 28,
    }),
    'raise-from': utcDay('DAY', 'raise nothing before this UTC day (setting raiseFrom, docs/history.md)'),
  },
  exits: '0 done, 1 some messages could not be processed or the stack lacks a grant, 2 wrong usage, 130 interrupted.',
});
if (values.sample === feeds.length > 0) wrongUsage('Name at least one feed, or --sample: one of the two.');
requireReadable(feeds);
if (existsSync(values.out) && !statSync(values.out).isDirectory())
  wrongUsage(`--out ${values.out}: is a file; name a directory.`);
const asOf = values['as-of'];

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
    windowDays: values['window-days'],
    ...(values['raise-from'] && { settings: { raiseFrom: values['raise-from'] } }),
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
