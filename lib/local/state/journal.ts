import { closeSync, fsyncSync, ftruncateSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';

/** A file to which entries are appended, one JSON value a line. What `append` has returned from outlives this process. */
export interface Journal {
  append(entry: unknown): void;
  /** Bytes written so far. */
  readonly size: number;
  close(): void;
}

/** What reading a journal came to. */
export interface JournalRead {
  /** Bytes of whole entries, from the start. */
  bytes: number;
  /** Bytes of a last entry that was not written to its end, as a loss of power leaves it. */
  torn: number;
}

/** The journal cannot be used, and the message says why and what to do. */
export class JournalError extends Error {
  override name = 'JournalError';
}

/** `5d41402a {"kind":...}` and a line feed: CRC-32 of the JSON in hexadecimal, so that a torn line is known by itself. */
const SUM_LENGTH = 8;
const LINE_FEED = 0x0a;
const CHUNK_BYTES = 1024 * 1024;

const sumOf = (json: Buffer | string): string => crc32(json).toString(16).padStart(SUM_LENGTH, '0');

const lineOf = (entry: unknown): Buffer => {
  const json = JSON.stringify(entry);
  return Buffer.from(`${sumOf(json)} ${json}\n`);
};

/** The JSON of a line without its line feed; `undefined` where the line is not what was written. */
const jsonOf = (line: Buffer): string | undefined => {
  const json = line.subarray(SUM_LENGTH + 1);
  return line.toString('latin1', 0, SUM_LENGTH) === sumOf(json) ? json.toString() : undefined;
};

/** Lines with their line feed, and at the end what has none. Reads in chunks: a journal may be longer than a string. */
const linesOf = function* (file: string): Generator<Buffer> {
  const handle = openSync(file, 'r');
  try {
    let begun = Buffer.alloc(0);
    const chunk = Buffer.alloc(CHUNK_BYTES);
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) {
      let from = 0;
      for (let end = chunk.indexOf(LINE_FEED); end >= 0 && end < read; end = chunk.indexOf(LINE_FEED, from)) {
        yield Buffer.concat([begun, chunk.subarray(from, end + 1)]);
        begun = Buffer.alloc(0);
        from = end + 1;
      }
      begun = Buffer.concat([begun, chunk.subarray(from, read)]);
    }
    if (begun.length > 0) yield begun;
  } finally {
    closeSync(handle);
  }
};

/**
 * Hands over the entries of a journal, oldest first, up to a torn one at its end.
 *
 * @throws JournalError where whole entries follow a damaged one: no crash does that, and nobody may guess what is missing
 */
export const readJournal = (file: string, take: (entry: unknown) => void): JournalRead => {
  let bytes = 0;
  let torn = 0;
  for (const line of linesOf(file)) {
    const whole = line.at(-1) === LINE_FEED;
    const json = whole ? jsonOf(line.subarray(0, -1)) : undefined;
    if (json === undefined) {
      torn += line.length;
    } else if (torn > 0) {
      throw new JournalError(`${file} is damaged at byte ${bytes}, and not at its end: begin anew with --fresh.`);
    } else {
      take(JSON.parse(json));
      bytes += line.length;
    }
  }
  return { bytes, torn };
};

/** Writes to the end or throws: a short write is no success. */
const writeWhole = (handle: number, bytes: Buffer): void => {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
};

/** Makes a rename last through a loss of power; Windows knows no such call, and does without. */
const syncDirectory = (directory: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(directory, 'r');
  fsyncSync(handle);
  closeSync(handle);
};

/**
 * Puts a journal of these entries in the place of `file`: written beside it and renamed, so that at every moment there is
 * the old one or the new one, whole. Answers its size in bytes.
 */
export const replaceJournal = (file: string, entries: Iterable<unknown>): number => {
  const beside = `${file}.part`;
  const handle = openSync(beside, 'w', 0o600);
  let size = 0;
  try {
    for (const entry of entries) {
      const line = lineOf(entry);
      writeWhole(handle, line);
      size += line.length;
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(beside, file);
  syncDirectory(dirname(file));
  return size;
};

/**
 * Opens a journal to append after its first `bytes`; what comes after them is cut off. An entry is in the system's hands
 * when `append` returns: the end of this process, however sudden, loses nothing, a loss of power the last seconds.
 */
export const openJournal = (file: string, bytes: number): Journal => {
  // Never 'w': a journal is not emptied by opening it.
  const handle = openSync(file, 'a', 0o600);
  ftruncateSync(handle, bytes);
  let size = bytes;
  return {
    append: (entry) => {
      const line = lineOf(entry);
      writeWhole(handle, line);
      size += line.length;
    },
    get size() {
      return size;
    },
    close: () => closeSync(handle),
  };
};
