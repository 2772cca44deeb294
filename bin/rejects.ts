import { createInterface } from 'node:readline/promises';
import { instantAt } from '../functions/domain/instant.ts';
import { runRejects } from '../lib/rejects/run.ts';

const ask = async (question: string): Promise<boolean> => {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${question} [y/N] `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
};

const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort());
process.once('SIGTERM', () => interrupt.abort());

process.exitCode = await runRejects(process.argv.slice(2), {
  out: (text) => console.log(text),
  note: (text) => console.error(text),
  screen: process.stdout.isTTY,
  ...(process.stdin.isTTY && process.stderr.isTTY && { ask }),
  now: () => instantAt(Date.now()),
  signal: interrupt.signal,
});
