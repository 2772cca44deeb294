import { userInfo } from 'node:os';
import { instantAt } from '../functions/domain/instant.ts';
import { runActions } from '../lib/actions/run.ts';
import { allowClosedPipe } from '../lib/command-line/terminal.ts';

allowClosedPipe();

process.exitCode = await runActions(process.argv.slice(2), {
  out: (text) => console.log(text),
  note: (text) => console.error(text),
  width: process.stdout.columns,
  user: () => userInfo().username,
  now: () => instantAt(Date.now()),
});
