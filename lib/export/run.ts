import { EXPORT_VERSION, type ExportKind } from '../../functions/domain/exports/exported.ts';
import type { Entries } from '../../functions/domain/exports/tables.ts';
import { type Table, tablesOf } from '../../functions/domain/exports/tables.ts';
import { type Instant, startOf } from '../../functions/domain/instant.ts';
import { csvLine, UTF8_MARK } from '../../functions/domain/outputs/csv.ts';
import type { Taxonomy } from '../../functions/domain/why/taxonomy.ts';
import { type Export, makeExport } from '../../functions/runtime/exported.ts';
import { checkedThemesFile } from '../checked-file.ts';
import { UnreachableError } from '../deployment/found.ts';
import { commandOf, type Exporting } from './command.ts';
import { type ReadDeployment, reach } from './deployment.ts';
import { ExportFolder, ForeignFileError } from './folder.ts';
import type { Manifest } from './manifest.ts';

/** Who asks: what was written goes to `out`, all else to `note`; `progress` is told now and then what is going on. */
export interface Person {
  out(text: string): void;
  note(text: string): void;
  progress(what: string): void;
  now(): Instant;
  signal: AbortSignal;
}

/** 0 done, 1 not done, 2 wrong usage. */
type ExitCode = 0 | 1 | 2;

/** Entries between two words of progress, and two looks at whether the person ends it. */
const ENTRIES_AT_ONCE = 500;

const factsOf = async function* ({ days }: Exporting, { facts }: Export, { signal }: Person) {
  for (const day of days) {
    signal.throwIfAborted();
    yield* facts(day);
  }
};

const sourcesOf = (
  command: Exporting,
  read: Export,
  person: Person,
): { [Kind in ExportKind]: () => AsyncIterable<Entries[Kind]> } => {
  const since = startOf(command.days[0] ?? '');
  return {
    facts: () => factsOf(command, read, person),
    gaps: () => read.gaps(since),
    touchpoints: () => read.touchpoints(),
    actions: () => read.actions(since),
  };
};

const writeKind = async <Entry>(
  kind: ExportKind,
  entries: AsyncIterable<Entry>,
  tables: readonly Table<Entry>[],
  { formats }: Exporting,
  folder: ExportFolder,
  { signal, progress }: Person,
): Promise<void> => {
  const lines = formats.includes('ndjson') ? folder.file(`${kind}.ndjson`, kind) : undefined;
  const sheets = (formats.includes('csv') ? tables : []).map((table) => {
    const file = folder.file(`${table.name}.csv`, kind);
    file.write(`${UTF8_MARK}${csvLine(table.head)}`, 0);
    return { table, file };
  });
  let count = 0;
  for await (const entry of entries) {
    lines?.write(`${JSON.stringify(entry)}\n`, 1);
    for (const { table, file } of sheets) {
      for (const record of table.recordsOf(entry)) file.write(csvLine(record), 1);
    }
    if (++count % ENTRIES_AT_ONCE === 0) {
      signal.throwIfAborted();
      progress(`${count} ${kind}`);
    }
  }
};

/** A file of themes that does not do; the message says why. */
class WrongThemesError extends Error {
  override readonly name = 'WrongThemesError';
}

const taxonomyIn = (file: string): Taxonomy => {
  try {
    return checkedThemesFile(file).content;
  } catch (error) {
    throw new WrongThemesError(error instanceof Error ? error.message : String(error));
  }
};

const write = async (command: Exporting, deployment: ReadDeployment, person: Person): Promise<Manifest> => {
  const { texts, days, what, out } = command;
  const taxonomy = taxonomyIn(command.themesFile);
  const asOf = person.now();
  const { scorer } = deployment;
  const sources = sourcesOf(command, makeExport(deployment, { taxonomy, asOf, scorer, texts }), person);
  const tables = tablesOf(texts);
  const folder = new ExportFolder(out);
  try {
    for (const kind of what) {
      person.signal.throwIfAborted();
      person.progress(kind);
      const written = <Kind extends ExportKind>(one: Kind) =>
        writeKind<Entries[Kind]>(one, sources[one](), tables[one], command, folder, person);
      await written(kind);
    }
    person.signal.throwIfAborted();
    const [from = '', to = ''] = [days[0], days.at(-1)];
    return folder.publish({ version: EXPORT_VERSION, asOf, from, to, scorer, texts });
  } catch (error) {
    folder.discard();
    throw error;
  }
};

const told = ({ files }: Manifest, { out, texts }: Exporting): string => {
  const lines = files.map(({ name, rows, bytes }) => `  ${name}: ${rows} rows, ${Math.ceil(bytes / 1024)} KB`);
  const care = texts ? '\nThese are words of customers: show them to nobody who need not see them.' : '';
  return `${out}:\n${lines.join('\n')}${care}`;
};

/** What a service refused is told with its own word for it, what the disk refused likewise; all else is a fault of ours. */
const problemOf = (error: unknown): string | undefined => {
  const isTold = [UnreachableError, ForeignFileError, WrongThemesError].some((kind) => error instanceof kind);
  if (!(error instanceof Error)) return undefined;
  if (isTold) return error.message;
  if (error.name === 'DependencyError') {
    const cause = error.cause instanceof Error ? error.cause.name : 'unknown';
    const rights = /AccessDenied|Credentials|Token/.test(cause)
      ? ' `npm run export -- --help` names the rights that your credentials need.'
      : '';
    return `${error.message}: ${cause}.${rights}`;
  }
  return 'code' in error && 'syscall' in error ? error.message : undefined;
};

/** Does what the words after `npm run export --` ask for. */
export const runExport = async (words: readonly string[], person: Person): Promise<ExitCode> => {
  const command = commandOf(words, person.now());
  if (command.kind === 'help') {
    person.out(command.text);
    return 0;
  }
  if (command.kind === 'wrong') {
    person.note(`${command.problem}\n\`npm run export -- --help\` tells more.`);
    return 2;
  }
  let deployment: ReadDeployment | undefined;
  try {
    deployment = reach(command.where);
    person.out(told(await write(command, deployment, person), command));
    return 0;
  } catch (error) {
    const problem = person.signal.aborted ? 'Stopped; nothing was written.' : problemOf(error);
    if (problem === undefined) throw error;
    person.note(problem);
    return error instanceof ForeignFileError || error instanceof WrongThemesError ? 2 : 1;
  } finally {
    deployment?.close();
  }
};
