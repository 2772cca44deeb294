import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

const publishedIn = (folder: string): string[] =>
  existsSync(folder) ? globSync('**/*.{md,json}', { cwd: folder }).map((path) => path.split(sep).join('/')) : [];

/** A checkout may turn line ends round; a file is not out of date for that. */
const textOf = (path: string): string | undefined =>
  existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : undefined;

/** The files of a folder that differ from what they should be, are missing, or should not be there; sorted. */
export const outdatedFiles = (folder: string, wanted: ReadonlyMap<string, string>): string[] => {
  const stale = [...wanted].filter(([path, text]) => textOf(join(folder, path)) !== text).map(([path]) => path);
  const left = publishedIn(folder).filter((path) => !wanted.has(path));
  return [...stale, ...left].sort();
};

/** Makes a folder's pages and JSON files what they should be; returns those that were not. */
export const publish = (folder: string, wanted: ReadonlyMap<string, string>): string[] => {
  const outdated = outdatedFiles(folder, wanted);
  for (const path of outdated) {
    const file = join(folder, path);
    const text = wanted.get(path);
    if (text === undefined) {
      rmSync(file);
    } else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  return outdated;
};
