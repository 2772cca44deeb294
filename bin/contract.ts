import { join, relative } from 'node:path';
import { flag } from '../lib/command-line/options.ts';
import { allowClosedPipe, asked } from '../lib/command-line/terminal.ts';
import { contractFiles } from '../lib/contract/contract-files.ts';
import { outdatedFiles, publish } from '../lib/contract/published-files.ts';

allowClosedPipe();
const { values } = asked({
  usage: ['npm run contract', 'npm run contract -- --check'],
  about:
    'Writes docs/contract/ from the code that checks messages: schemas, examples, rejections, and the page for posting\nsystems.',
  options: { check: flag('writes nothing; exits 1 and names the files that are out of date') },
  exits: '0 up to date, 1 out of date (--check), 2 wrong usage.',
});

const folder = join(import.meta.dirname, '..', 'docs', 'contract');
const named = (paths: readonly string[]): string =>
  paths.map((path) => `  ${relative(process.cwd(), join(folder, path))}`).join('\n');

const write = (): void => {
  const written = publish(folder, contractFiles());
  console.log(written.length > 0 ? `Brought up to date:\n${named(written)}` : 'docs/contract/ is up to date.');
};

const check = (): void => {
  const outdated = outdatedFiles(folder, contractFiles());
  if (outdated.length === 0) return;
  console.error(`Out of date:\n${named(outdated)}\nRun \`npm run contract\` and commit what it writes.`);
  process.exitCode = 1;
};

if (values.check) check();
else write();
