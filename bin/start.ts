import { parseArgs } from 'node:util';
import { runLive } from '../lib/local/run/live.ts';
import { terminalProgress } from '../lib/local/run/progress.ts';

const help = `npm start [-- options]

Runs the synthesized stack on this machine, feeds it four weeks of an invented company, and keeps running:
post messages of your own and see the actions they become. Needs no AWS account, Docker or network.

  --port N      of the endpoint for SQS and DynamoDB (default: 4599; 0 picks a free one)
  --no-sample   start empty
  --help

Ctrl-C ends it. Exit codes: 0 ended, 1 failed, 2 wrong usage.`;

const usage = (problem: string): never => {
  console.error(`${problem}\n\n${help}`);
  process.exit(2);
};

const values = (() => {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '4599' },
        'no-sample': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return usage(error instanceof Error ? error.message : String(error));
  }
})();
if (values.help) {
  console.log(help);
  process.exit(0);
}
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) usage('--port wants a number from 0 to 65535.');

const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort());
process.once('SIGTERM', () => interrupt.abort());
const progress = terminalProgress();
try {
  await runLive({
    port,
    sample: !values['no-sample'],
    folder: '.local',
    say: (text) => {
      progress.done();
      console.log(text);
    },
    progress: progress.show,
    signal: interrupt.signal,
  });
  console.log('Ended.');
} catch (error) {
  progress.done();
  if (interrupt.signal.aborted) console.log('Ended.');
  else {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
