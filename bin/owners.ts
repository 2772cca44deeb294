import { instantAt } from '../functions/domain/instant.ts';
import { allowClosedPipe } from '../lib/command-line/terminal.ts';
import { runOwners } from '../lib/owners/run.ts';

allowClosedPipe();

process.exitCode = runOwners(process.argv.slice(2), {
  out: (text) => console.log(text),
  note: (text) => console.error(text),
  width: process.stdout.columns,
  now: () => instantAt(Date.now()),
});
