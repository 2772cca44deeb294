import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportKind } from '../../functions/domain/exports/exported.ts';
import { writeWhole } from '../command-line/whole-file.ts';
import { MANIFEST, Manifest } from './manifest.ts';

/** Characters that are gathered before they are written. */
const WRITTEN_AT_ONCE = 256 * 1024;

/** A file of an export while it is written. */
export interface RowFile {
  /** Text of any number of rows; the head counts none. */
  write(text: string, rows: number): void;
}

interface OpenFile {
  name: string;
  kind: ExportKind;
  descriptor: number;
  rows: number;
  bytes: number;
  waiting: string;
}

/** What was to be written is there, and no export of ours. */
export class ForeignFileError extends Error {
  override readonly name = 'ForeignFileError';
}

/**
 * A folder that an export is written to. Until `publish` there are only files whose names end in `.part`, and an earlier
 * export stays whole; `discard` takes them away.
 */
export class ExportFolder {
  readonly #path: string;
  readonly #earlier: readonly string[];
  readonly #open: OpenFile[] = [];

  constructor(path: string) {
    this.#path = path;
    mkdirSync(path, { recursive: true });
    this.#earlier = earlierIn(path);
  }

  /** @throws ForeignFileError where there is such a file, and no earlier export made it */
  file(name: string, kind: ExportKind): RowFile {
    if (existsSync(join(this.#path, name)) && !this.#earlier.includes(name)) {
      throw new ForeignFileError(
        `${join(this.#path, name)} is there, and is not of an export: name another folder with --out.`,
      );
    }
    // Customers are named there: nobody but the person reads it.
    const descriptor = openSync(this.#partOf(name), 'w', 0o600);
    const open: OpenFile = { name, kind, descriptor, rows: 0, bytes: 0, waiting: '' };
    this.#open.push(open);
    return {
      write: (text, rows) => {
        open.waiting += text;
        open.rows += rows;
        if (open.waiting.length >= WRITTEN_AT_ONCE) flush(open);
      },
    };
  }

  /** Puts all files in their places, and the manifest last. */
  publish(told: Omit<Manifest, 'files' | 'holds'>): Manifest {
    for (const open of this.#open) {
      flush(open);
      closeSync(open.descriptor);
    }
    const files = this.#open.map(({ name, kind, rows, bytes }) => ({ name, kind, rows, bytes }));
    rmSync(join(this.#path, MANIFEST), { force: true });
    for (const { name } of files) renameSync(this.#partOf(name), join(this.#path, name));
    for (const name of this.#earlier) {
      if (!files.some((file) => file.name === name)) rmSync(join(this.#path, name), { force: true });
    }
    const manifest: Manifest = { holds: 'export of Dark Corners', ...told, files };
    writeWhole(join(this.#path, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { secret: true });
    return manifest;
  }

  /** Takes away what is not in its place. */
  discard(): void {
    for (const { name } of this.#open) rmSync(this.#partOf(name), { force: true });
  }

  #partOf(name: string): string {
    return join(this.#path, `${name}.part`);
  }
}

const flush = (open: OpenFile): void => {
  const bytes = Buffer.from(open.waiting);
  for (let at = 0; at < bytes.length; ) at += writeSync(open.descriptor, bytes, at);
  open.bytes += bytes.length;
  open.waiting = '';
};

/** Files of an export that is there already. */
const earlierIn = (path: string): string[] => {
  const file = join(path, MANIFEST);
  if (!existsSync(file)) return [];
  const read = (() => {
    try {
      return Manifest.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return undefined; // told as what it is not
    }
  })();
  if (read?.success) return read.data.files.map(({ name }) => name);
  throw new ForeignFileError(`${file} is there, and is not of an export: name another folder with --out.`);
};
