import { instantAt } from '../functions/domain/instant.ts';
import { allowClosedPipe } from '../lib/command-line/terminal.ts';
import { runExport } from '../lib/export/run.ts';
import { terminalProgress } from '../lib/local/run/progress.ts';

const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort());
process.once('SIGTERM', () => interrupt.abort());
allowClosedPipe();

const progress = terminalProgress();
process.exitCode = await runExport(process.argv.slice(2), {
  out: (text) => {
    progress.done();
    console.log(text);
  },
  note: (text) => {
    progress.done();
    console.error(text);
  },
  progress: progress.show,
  now: () => instantAt(Date.now()),
  signal: interrupt.signal,
});
