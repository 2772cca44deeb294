import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { contractFiles } from '../lib/contract/contract-files.ts';
import { outdatedFiles, publish } from '../lib/contract/published-files.ts';

const help = `Usage: npm run contract [-- --check]

Writes docs/contract/ from the code that checks messages: schemas, examples, rejections, and the page for posting systems.

  --check  writes nothing; exits 1 and names the files that are out of date
  --help   shows this text`;

const folder = join(import.meta.dirname, '..', 'docs', 'contract');
const named = (paths: readonly string[]): string =>
  paths.map((path) => `  ${relative(process.cwd(), join(folder, path))}`).join('\n');

const options = { check: { type: 'boolean' }, help: { type: 'boolean' } } as const;

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

const chosen = () => {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${help}`);
    process.exit(2);
  }
};

const values = chosen();
if (values.help) console.log(help);
else if (values.check) check();
else write();
