import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AwsError } from '../aws-error.ts';

/** An object as it was put last. */
export interface StoredObject {
  key: string;
  body: Buffer;
  /** Milliseconds since 1970. */
  modified: number;
}

/** The objects of one bucket. */
export interface Objects {
  put(key: string, body: Buffer): void;
  get(key: string): StoredObject | undefined;
  keys(): string[];
}

/** Gone with the process. */
export const objectsInMemory = (now: () => number = Date.now): Objects => {
  const held = new Map<string, StoredObject>();
  return {
    put: (key, body) => {
      held.set(key, { key, body, modified: now() });
    },
    get: (key) => held.get(key),
    keys: () => [...held.keys()],
  };
};

/** Names of files have 255 bytes at most, and a mark of ours at the end of one that is being written. */
const LONGEST_NAME = 240;
const PART = '.part!';

const nameOf = (key: string): string => {
  const name = encodeURIComponent(key);
  if (name.length > LONGEST_NAME) throw new AwsError('KeyTooLongError', 'The key is too long for this machine.');
  return name;
};

/** A file each, written whole or not at all. */
export const objectsInFolder = (path: string): Objects => {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return {
    put: (key, body) => {
      const file = join(path, nameOf(key));
      writeFileSync(`${file}${PART}`, body, { mode: 0o600 });
      renameSync(`${file}${PART}`, file);
    },
    get: (key) => {
      const file = join(path, nameOf(key));
      const modified = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
      return modified === undefined ? undefined : { key, body: readFileSync(file), modified };
    },
    keys: () =>
      readdirSync(path)
        .filter((name) => !name.endsWith(PART))
        .map(decodeURIComponent),
  };
};
