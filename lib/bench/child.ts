import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Runs a file of this folder in a process of its own, and answers with what it prints as JSON. */
const measured = async <T>(file: string, megabytes: number, args: readonly number[]): Promise<T> => {
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

type Units = Record<'reads' | 'readUnits' | 'writes' | 'writeUnits', number>;

/** What `month-process.ts` prints. */
export interface MonthTold {
  messages: number;
  cells: number;
  all: Units;
  byFunction: Record<string, Units>;
}

export const fleet = (cells: number): Promise<FleetTold> => measured('fleet-process.ts', 512, [cells]);

export const month = (messages: number, cells: number): Promise<MonthTold> =>
  measured('month-process.ts', 4096, [messages, cells]);

export const fleetTold = ({
  cells,
  cellDays,
  rows,
  seconds,
  bytes,
  heapMegabytes,
  residentMegabytes,
}: FleetTold): string =>
  [
    `${cells} cells, ${cellDays} cell-days of ${rows} rows, in seconds of processor:`,
    ...Object.entries(seconds).map(([part, spent]) => `  ${part} ${spent.toFixed(1)}`),
    `  most heap ${Math.round(heapMegabytes)} MB, resident ${Math.round(residentMegabytes)} MB`,
    `  bytes of a cell's items: day ${bytes.cellDay}, summary ${bytes.summary}, comparison ${bytes.comparison}`,
  ].join('\n');

const each = (units: Units, messages: number): string =>
  (['reads', 'readUnits', 'writes', 'writeUnits'] as const)
    .map((name) => `${name} ${(units[name] / messages).toFixed(2)}`)
    .join(', ');

export const monthTold = ({ messages, cells, all, byFunction }: MonthTold): string =>
  [
    `${messages} feedbacks in 28 days, ${cells} cells, one with 20 %; each: ${each(all, messages)}`,
    ...Object.entries(byFunction).map(([name, units]) => `  ${name}: ${each(units, messages)}`),
  ].join('\n');

/** How much more each feedback of the second month reads and writes than one of the first. */
export const growthTold = (few: MonthTold, many: MonthTold): string =>
  `each feedback, ${many.messages} to ${few.messages}: ${(['reads', 'readUnits', 'writes', 'writeUnits'] as const)
    .map((name) => `${name} ${(many.all[name] / many.messages / (few.all[name] / few.messages)).toFixed(2)}`)
    .join(', ')}`;
