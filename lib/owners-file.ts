import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseOwners } from '../functions/domain/actions/owners.ts';

/**
 * Checks the owners file at synth, so that no deployment can meet an action without an owner.
 *
 * @param path as the settings name it, relative to where the command runs
 * @returns the absolute path of a file that holds valid owners
 * @throws Error naming each fault's place in the file, the rule it breaks and the fix; or that there is no such file
 */
export const checkedOwnersFile = (path: string): string => {
  const file = resolve(path);
  const owners = parseOwners(jsonOf(file));
  if (owners.kind === 'ok') return file;
  const problems = owners.problems.map(({ path, problem, fix }) => `  at ${path || '/'}: ${problem}\n    fix: ${fix}`);
  throw new Error([`${file} does not give every action one owner:`, ...problems].join('\n'));
};

const jsonOf = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const problem = cause instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    const fix = 'Every action needs an owner: name a JSON file of owner rules with -c ownersFile=path/to/owners.json';
    throw new Error(`${file} ${problem}. ${fix}.`, { cause });
  }
};
