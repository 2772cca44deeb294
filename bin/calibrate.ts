import { instantAt } from '../functions/domain/instant.ts';
import { runCalibrate } from '../lib/calibration/run.ts';
import { allowClosedPipe } from '../lib/command-line/terminal.ts';

const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort());
process.once('SIGTERM', () => interrupt.abort());
allowClosedPipe();

process.exitCode = await runCalibrate(process.argv.slice(2), {
  out: (text) => console.log(text),
  note: (text) => console.error(text),
  now: () => instantAt(Date.now()),
  signal: interrupt.signal,
});
