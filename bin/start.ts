import { flag, text, utcDay, wholeNumber } from '../lib/command-line/options.ts';
import { allowClosedPipe, asked } from '../lib/command-line/terminal.ts';
import { DEFAULT_DASHBOARD_PORT } from '../lib/dashboard/command.ts';
import { DEFAULT_FOLDER, DEFAULT_PORT, runLive } from '../lib/local/run/live.ts';
import { terminalProgress } from '../lib/local/run/progress.ts';

const { values } = asked({
  usage: ['npm start', 'npm start -- [options]'],
  about: `Runs the synthesized stack on this machine, feeds it four weeks of an invented company, and keeps running:
post messages of your own and see the actions they become. Needs no AWS account, Docker or network.
What is in its tables and queues is kept, however it ends: started again, it goes on where it was.`,
  options: {
    port: wholeNumber('N', `of the endpoint for SQS and DynamoDB (default: ${DEFAULT_PORT}; 0 picks a free one)`, {
      least: 0,
      most: 65_535,
      fallback: DEFAULT_PORT,
    }),
    'dashboard-port': wholeNumber('N', `of the page (default: ${DEFAULT_DASHBOARD_PORT}; 0 picks a free one)`, {
      least: 0,
      most: 65_535,
      fallback: DEFAULT_DASHBOARD_PORT,
    }),
    folder: text('DIR', `where the state is kept (default: ${DEFAULT_FOLDER})`, DEFAULT_FOLDER),
    fresh: flag('forgets what was kept and begins anew'),
    'no-sample': flag('posts no sample'),
    'raise-from': utcDay('DAY', 'raises nothing before this UTC day (setting raiseFrom, docs/history.md)'),
  },
  exits: '0 ended, 1 failed, 2 wrong usage.',
});

const interrupt = new AbortController();
const end = (): void => interrupt.abort();
process.once('SIGINT', end);
process.once('SIGTERM', end);
allowClosedPipe(end);
const progress = terminalProgress();
const again = values.folder === DEFAULT_FOLDER ? '' : ` --folder ${values.folder}`;
try {
  await runLive({
    port: values.port,
    dashboardPort: values['dashboard-port'],
    sample: !values['no-sample'],
    folder: values.folder,
    fresh: values.fresh,
    ...(values['raise-from'] && { settings: { raiseFrom: values['raise-from'] } }),
    say: (line) => {
      progress.done();
      console.log(line);
    },
    progress: progress.show,
    onBroken: (error) => {
      progress.done();
      console.error(error.message);
      process.exit(1);
    },
    signal: interrupt.signal,
  });
  progress.done();
  console.log(
    `Ended. The state is kept in ${values.folder}: npm start${again ? ` --${again}` : ''} goes on with it, npm start --${again} --fresh begins anew.`,
  );
} catch (error) {
  progress.done();
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
