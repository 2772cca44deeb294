import type { Context } from 'aws-lambda';
import { EXPORT_VERSION } from '../domain/exports/exported.ts';
import {
  advanced,
  begun,
  overSince,
  type Progress,
  prefixOf,
  type Unit,
  unitsLeft,
  type Written,
} from '../domain/exports/plan.ts';
import { dayOf, type Instant } from '../domain/instant.ts';
import { ScheduledRun } from '../domain/scheduled-run.ts';
import type { Taxonomy } from '../domain/why/taxonomy.ts';
import { type Export, type ExportDeps, makeExport } from '../runtime/exported.ts';
import { log } from '../runtime/log.ts';
import { Parts, type Put } from './parts.ts';

/** What exporting reads and leaves, one port a store. */
export interface Deps extends ExportDeps {
  taxonomy: Taxonomy;
  /** Who scored the words. */
  scorer: string;
  /** Whether words of customers are exported. */
  texts: boolean;
  bucket: { put: Put };
  progress: {
    read(): Promise<Progress | undefined>;
    write(progress: Progress): Promise<void>;
  };
}

/** What a run came to. */
export interface Exported {
  /** Units written by this run. */
  written: number;
  /** Those that the next has to write. */
  left: number;
}

/** Nothing new is read with less time left: a page of stories, and a part to put. */
const RESERVE_MS = 60_000;

const entriesOf = (unit: Unit, read: Export, asOf: Instant): AsyncIterable<object> => {
  switch (unit.kind) {
    case 'facts':
      return read.facts(unit.day);
    case 'gaps':
      return read.gaps(overSince('gaps', asOf));
    case 'touchpoints':
      return read.touchpoints();
    case 'actions':
      return read.actions(overSince('actions', asOf));
  }
};

/**
 * Exports what a UTC day has to export, a unit after the other. Each run of the day goes on where the one before was out of
 * time, and notes a unit once all of it is written: one that breaks off is written anew, under the same names. When all is
 * done, the day's manifest says so.
 */
export const makeHandler =
  (deps: Deps) =>
  async (event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<Exported> => {
    const { at } = ScheduledRun.parse(event);
    const { taxonomy, scorer, texts, bucket } = deps;
    const hasTime = (): boolean => context.getRemainingTimeInMillis() > RESERVE_MS;
    const read = makeExport(deps, { taxonomy, asOf: at, scorer, texts });

    const write = async (unit: Unit, prefix: string, before: Written | undefined): Promise<Written | undefined> => {
      const parts = new Parts(prefix, bucket.put);
      let rows = 0;
      for await (const entry of entriesOf(unit, read, at)) {
        if (!hasTime()) return undefined;
        await parts.add(JSON.stringify(entry));
        rows++;
      }
      return { parts: await parts.end(before?.parts ?? 0), rows };
    };

    const tell = async (progress: Progress): Promise<void> => {
      const { day } = progress;
      const objects = Object.entries(progress.written).map(([prefix, told]) => ({ prefix, ...told }));
      const manifest = { version: EXPORT_VERSION, day, asOf: at, scorer, texts, objects };
      await bucket.put(`manifests/day=${day}.json`, `${JSON.stringify(manifest)}\n`);
      await deps.progress.write({ ...progress, told: true });
    };

    const before = await deps.progress.read();
    // A run that comes late, of a day that is over, has nothing to add to what the next day's wrote.
    if (before && before.day > dayOf(at)) return { written: 0, left: 0 };
    let progress = begun(dayOf(at), before);
    let written = 0;
    for (const unit of unitsLeft(progress)) {
      if (!hasTime()) break;
      const prefix = prefixOf(unit, progress.day);
      const unitWritten = await write(unit, prefix, progress.written[prefix]);
      if (!unitWritten) {
        if (written === 0) throw new Error(`${prefix} does not fit into one run`);
        break;
      }
      progress = advanced(progress, prefix, unitWritten);
      await deps.progress.write(progress);
      written++;
    }
    const left = unitsLeft(progress).length;
    if (left === 0 && !progress.told) await tell(progress);
    log.info('findings.exported', { written, left });
    return { written, left };
  };
