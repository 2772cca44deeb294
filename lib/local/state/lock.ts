import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** A process, by its number and, where the system tells it, the moment of its start: numbers are given out again. */
const Holder = z.object({ pid: z.number(), started: z.string().optional() });
type Holder = z.infer<typeof Holder>;

/** Clock ticks since the machine's start: the 22nd field of /proc/PID/stat (proc(5)), 20th after the command's name. */
const startOf = (pid: number): string | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined; // another system, or no such process
  }
};

const runs = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

const holds = ({ pid, started }: Holder): boolean => runs(pid) && (started === undefined || started === startOf(pid));

const read = (file: string): Holder | undefined => {
  try {
    return Holder.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined; // gone meanwhile, or cut off by a loss of power
  }
};

/** Makes `file` a copy of `from` unless it is there; in one step, so that of two processes one wins. */
const place = (from: string, file: string): boolean => {
  try {
    linkSync(from, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
};

export type Locking = { kind: 'locked'; release(): void } | { kind: 'held'; pid: number };

/** Locks a folder for this process; a lock whose process has ended, however suddenly, is taken over. */
export const lockFolder = (folder: string): Locking => {
  const file = join(folder, 'lock');
  const own = `${file}.${process.pid}`;
  const aside = `${own}.old`;
  const started = startOf(process.pid);
  writeFileSync(own, JSON.stringify({ pid: process.pid, ...(started === undefined ? {} : { started }) }), {
    mode: 0o600,
  });
  try {
    for (;;) {
      if (place(own, file)) return { kind: 'locked', release: () => rmSync(file, { force: true }) };
      const holder = read(file);
      if (holder && holds(holder)) return { kind: 'held', pid: holder.pid };
      try {
        renameSync(file, aside);
      } catch {
        continue; // released, or taken over by another, meanwhile
      }
      // Between the look and the rename another may have taken over: then it is that one's lock that lies aside.
      const taken = read(aside);
      if (taken && holds(taken)) place(aside, file);
      rmSync(aside, { force: true });
    }
  } finally {
    rmSync(own, { force: true });
  }
};
