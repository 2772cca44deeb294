import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

const repository = new URL('../../', import.meta.url);

const textOf = (path: string): string => readFileSync(new URL(path, repository), 'utf8');

/** Folders of the functions that can be deployed. */
export const functionFolders: string[] = readdirSync(new URL('functions/', repository), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => readdirSync(new URL(`functions/${name}/`, repository)).includes('main.ts'));

/** All files that a file runs with: what it imports, and what that imports, without what is imported for types alone. */
const reach = (path: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const [, imported = ''] of textOf(path).matchAll(/^import (?!type )[^']*?from '(\.[^']+\.ts)'/gm)) {
    reach(posix.join(posix.dirname(path), imported), seen);
  }
  return seen;
};

export interface LoggedLine {
  event: string;
  fields: string[];
}

/** The lines that a function may log, as its source has them: event, and the names of fields. */
export const linesOf = (folder: string): LoggedLine[] =>
  [...reach(`functions/${folder}/main.ts`)].flatMap((path) =>
    [...textOf(path).matchAll(/\blog\s*\.(?:info|warn)\(\s*'([\w.]+)'(?:,\s*\{(.*?)\}\s*\))?/gs)].map(
      ([, event = '', fields = '']) => ({
        event,
        fields: [...fields.matchAll(/(?:^|,)\s*(\w+)/g)].map(([, name = '']) => name),
      }),
    ),
  );
