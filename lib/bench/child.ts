import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { ClockMeasured } from './clock-run.ts';
import type { Following } from './deployed-month.ts';
import type { LatencyMeasured } from './latency/run.ts';
import type { Traffic } from './metered-table.ts';

/** Runs a file of this folder in a process of its own, and answers with what it prints as JSON. */
const measured = async <T>(file: string, megabytes: number, args: readonly (number | string)[]): Promise<T> => {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const node = [`--max-old-space-size=${megabytes}`, path, ...args.map(String)];
  const { stdout } = await promisify(execFile)(process.execPath, node);
  return JSON.parse(stdout) as T;
};

/** What `fleet-process.ts` prints. */
export interface FleetTold {
  cells: number;
  cellDays: number;
  rows: number;
  seconds: Record<'addUpDays' | 'summarise' | 'compareFleet' | 'compareSurges', number>;
  bytes: { cellDay: number; summary: number; comparison: number };
  heapMegabytes: number;
  residentMegabytes: number;
}

/** What `month-process.ts` prints. */
export interface MonthTold {
  messages: number;
  cells: number;
  all: Traffic;
  byFunction: Record<string, Traffic>;
  /** Of holds, whoever read or wrote them; their places in indexes among them. */
  holds: Traffic;
  /** Of putting things before the clock. */
  clockIndexWrites: Traffic;
  /** By type. */
  events: Record<string, number>;
  billedEvents: number;
}

export const fleet = (cells: number): Promise<FleetTold> => measured('fleet-process.ts', 512, [cells]);

export const month = (
  messages: number,
  cells: number,
  following: Following = 'actions-and-events',
): Promise<MonthTold> => measured('month-process.ts', 4096, [messages, cells, following]);

export const clock = (actions: number): Promise<ClockMeasured> => measured('clock-process.ts', 4096, [actions]);

/** @param where tables of a million actions, in the memory of that process, or DynamoDB's stand-in, which is asked over HTTP */
export const latency = (
  where: 'memory' | 'http',
  { few, many, requests }: { few: number; many: number; requests: number },
): Promise<LatencyMeasured> => measured('latency/process.ts', 12_288, [where, few, many, requests]);
