import { allowClosedPipe } from '../lib/command-line/terminal.ts';
import { runDashboard } from '../lib/dashboard/run.ts';

const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort());
process.once('SIGTERM', () => interrupt.abort());
allowClosedPipe(() => interrupt.abort());

process.exitCode = await runDashboard(process.argv.slice(2), {
  out: (line) => console.log(line),
  note: (line) => console.error(line),
  signal: interrupt.signal,
});
