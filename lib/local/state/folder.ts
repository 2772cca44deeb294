import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { OBJECTS } from '../s3/buckets.ts';
import { type Journal, openJournal, readJournal, replaceJournal } from './journal.ts';
import { JournalEntry, KeptState } from './kept-state.ts';
import { lockFolder } from './lock.ts';

/** The folder cannot be used, and the message says why and what to do. */
export class StateFolderError extends Error {
  override name = 'StateFolderError';
}

/** A local run as others on this machine find it: `running.json`. */
export const Running = z.object({ pid: z.number(), endpoint: z.string(), outputs: z.record(z.string(), z.string()) });
export type Running = z.infer<typeof Running>;

/** A folder that a local run keeps its state in, held by this process until `close`. */
export interface StateFolder {
  readonly path: string;
  /** What it held when it was opened, without what was noted; its reader empties it, to save the memory. */
  readonly kept: KeptState;
  /** Bytes of a last entry cut off because a crash had left it half written. */
  readonly torn: number;
  /** Keeps an entry for good before it returns. */
  append(entry: JournalEntry): void;
  /** What this run and those before noted under a name. */
  noted(name: string): unknown;
  note(name: string, value: unknown): void;
  /** 32 random bytes, the same in every run on this folder, for a stand-in that must know its own work again. */
  secret(name: string): Buffer;
  /** Tells others on this machine where the run answers, until `close`. */
  announce(running: Running): void;
  close(): void;
}

export interface StateFolderOptions {
  /** Begins anew: what a run has kept there goes. */
  fresh?: boolean;
  /** Bytes from which the journal is compacted while it grows; left out, 64 MiB. */
  compactFrom?: number;
  /** Told when nothing can be kept any more, a full disk say, and must end the run: what was acknowledged is safe. */
  onBroken?(error: StateFolderError): never;
}

const MARK = { holds: 'state of a local run of Dark Corners', format: 2 } as const;
const Mark = z.object({ holds: z.literal(MARK.holds), format: z.number() });

const COMPACT_FROM = 64 * 1024 * 1024;
/** Only a journal that is mostly past is worth writing anew. */
const WORTH_COMPACTING = 4;
const SECRET_BYTES = 32;

const write = (file: string, text: string | Buffer): void => {
  const beside = `${file}.part`;
  writeFileSync(beside, text, { mode: 0o600 });
  renameSync(beside, file);
};

/** Names that a folder may hold before it bears the mark: a run was killed in its first moment. */
const isOfItsFirstMoment = (name: string): boolean => name.startsWith('lock') || name === 'meta.json.part';

/** Makes the folder, or makes sure that it is one of ours; it is private, as it holds what was posted. */
const ownFolder = (path: string): void => {
  if (existsSync(path) && !statSync(path).isDirectory()) {
    throw new StateFolderError(`${path} is a file: name a folder with --folder.`);
  }
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const file = join(path, 'meta.json');
  if (!existsSync(file)) {
    if (readdirSync(path).every(isOfItsFirstMoment)) return;
    throw new StateFolderError(
      `${path} holds other things than the state of a local run: name an empty folder, or a new one, with --folder.`,
    );
  }
  const mark = Mark.safeParse(parsed(file));
  if (!mark.success) {
    throw new StateFolderError(`${file} is none that a local run writes: name another folder with --folder.`);
  }
};

const parsed = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // judged as what it is not
  }
};

const held = (path: string, pid: number): StateFolderError => {
  const endpoint = runningIn(path)?.endpoint;
  return new StateFolderError(
    `${path} is in use by a run (process ${pid}${endpoint ? ` at ${endpoint}` : ''}). End that one with Ctrl-C or \`kill ${pid}\`, or keep the state of this one elsewhere: --folder DIR${endpoint ? ' --port 0' : ''}.`,
  );
};

/** The run that goes on in a folder, if one does. A killed run may have left its note: its process is then gone. */
export const runningIn = (path: string): Running | undefined => {
  const read = Running.safeParse(parsed(join(path, 'running.json')));
  return read.success ? read.data : undefined;
};

const fold = (file: string): { state: KeptState; torn: number } => {
  const state = new KeptState();
  if (!existsSync(file)) return { state, torn: 0 };
  const { torn } = readJournal(file, (entry) => state.apply(JournalEntry.parse(entry)));
  return { state, torn };
};

/**
 * Opens a folder and holds it for this process. What a killed run left is all there: its journal is folded, and written
 * anew without what is past.
 *
 * @throws StateFolderError where another run holds it, where it holds other things, or where another version wrote it
 */
export const openStateFolder = (path: string, options: StateFolderOptions = {}): StateFolder => {
  const {
    fresh = false,
    compactFrom = COMPACT_FROM,
    onBroken = (error) => {
      throw error;
    },
  } = options;
  ownFolder(path);
  const locking = lockFolder(path);
  if (locking.kind === 'held') throw held(path, locking.pid);
  try {
    return open(path, { fresh, compactFrom, onBroken, release: locking.release });
  } catch (error) {
    locking.release();
    throw error;
  }
};

const open = (path: string, options: Required<StateFolderOptions> & { release(): void }): StateFolder => {
  const { compactFrom, onBroken, release } = options;
  const inside = (name: string): string => join(path, name);
  const file = inside('journal');
  chmodSync(path, 0o700);
  if (options.fresh) {
    // The journal first: killed in between, the run has begun anew all the same. The mark stays: the folder is ours.
    for (const name of ['journal', 'secrets', OBJECTS]) rmSync(inside(name), { recursive: true, force: true });
  }
  rmSync(inside('running.json'), { force: true });
  const mark = Mark.safeParse(parsed(inside('meta.json')));
  if (!options.fresh && mark.success && mark.data.format !== MARK.format) {
    throw new StateFolderError(
      `${path} was written by another version: begin anew with --fresh, or name another folder.`,
    );
  }
  write(inside('meta.json'), `${JSON.stringify(MARK)}\n`);

  const { state, torn } = fold(file);
  state.endRun();
  let compacted = replaceJournal(file, state.snapshot());
  let journal: Journal = openJournal(file, compacted);
  const notes = new Map(state.notes);

  const compact = (): void => {
    compacted = replaceJournal(file, fold(file).state.snapshot());
    journal.close();
    journal = openJournal(file, compacted);
  };
  const append = (entry: JournalEntry): void => {
    try {
      journal.append(entry);
      if (journal.size > Math.max(compactFrom, WORTH_COMPACTING * compacted)) compact();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      onBroken(
        new StateFolderError(
          `${path} can no longer be written (${reason}). What was acknowledged until now is kept; make room and start again.`,
        ),
      );
    }
  };

  return {
    path,
    kept: state,
    torn,
    append,
    noted: (name) => notes.get(name),
    note: (name, value) => {
      append({ kind: 'noted', name, value });
      notes.set(name, value);
    },
    secret: (name) => {
      const secrets = inside('secrets');
      mkdirSync(secrets, { recursive: true, mode: 0o700 });
      const secret = join(secrets, name);
      if (!existsSync(secret)) write(secret, randomBytes(SECRET_BYTES));
      return readFileSync(secret);
    },
    announce: (running) => write(inside('running.json'), `${JSON.stringify(running, null, 2)}\n`),
    close: () => {
      rmSync(inside('running.json'), { force: true });
      journal.close();
      release();
    },
  };
};
