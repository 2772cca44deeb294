import { text } from 'node:stream/consumers';
import { instantAt } from '../functions/domain/instant.ts';
import { allowClosedPipe } from '../lib/command-line/terminal.ts';
import { runHolds } from '../lib/holds/run.ts';

const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort());
process.once('SIGTERM', () => interrupt.abort());
allowClosedPipe();

process.exitCode = await runHolds(process.argv.slice(2), {
  out: (line) => console.log(line),
  note: (line) => console.error(line),
  input: () => text(process.stdin),
  now: () => instantAt(Date.now()),
  signal: interrupt.signal,
});
