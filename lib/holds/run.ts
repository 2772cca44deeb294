import { type Holds, MOST_CHECKED } from '../../functions/adapters/holds.ts';
import { type Instant, instantAt } from '../../functions/domain/instant.ts';
import { type HoldEntry, holdEntry } from '../../functions/domain/outputs/hold-entry.ts';
import { chunked } from '../../functions/runtime/concurrency.ts';
import { table } from '../command-line/table.ts';
import { UnreachableError } from '../deployment/found.ts';
import { plain } from '../rejects/printed.ts';
import { type Command, commandOf } from './command.ts';
import { reach } from './deployment.ts';

/** Who asks: answers go to `out`, all else to `note`. */
export interface Person {
  out(text: string): void;
  note(text: string): void;
  /** What is piped in, whole. */
  input(): Promise<string>;
  now(): Instant;
  signal: AbortSignal;
}

type ExitCode = 0 | 1 | 2;

/** Before all holds: a key of the index cannot be an empty text. */
const EVER = instantAt(0);
/** Each page is four queries of so many holds at most. */
const LISTED_AT_ONCE = 500;

const minutes = (at: Instant | undefined): string => at?.slice(0, 16).replace('T', ' ') ?? '-';

const holdTable = (entries: readonly HoldEntry[]): string =>
  table(
    [{ head: 'customer' }, { head: 'held' }, { head: 'since (UTC)' }, { head: 'until (UTC)' }],
    entries.map(({ customerId, held, since, until }) => [
      plain(customerId),
      held ? 'yes' : 'no',
      minutes(since),
      minutes(until),
    ]),
  );

/** What a CSV export leaves around an id; an id that is asked for with it belongs to nobody, and would be answered as not held. */
const isWrapped = (line: string): boolean => line !== line.trim() || /^["']|["']$/.test(line);

const linesOf = (input: string): { customerIds: string[]; wrapped: string[] } => {
  const lines = input.split(/\r?\n/).filter((line) => line !== '');
  return { customerIds: lines.filter((line) => !isWrapped(line)), wrapped: lines.filter(isWrapped) };
};

const check = async function* (
  customerIds: readonly string[],
  holds: Holds,
  person: Person,
): AsyncGenerator<HoldEntry[]> {
  for (const some of chunked([...new Set(customerIds)], MOST_CHECKED)) {
    const now = person.now();
    const found = await holds.check(some, now);
    yield [...found].map(([customerId, hold]) => holdEntry(customerId, hold, now));
  }
};

const list = async function* (
  { since = EVER, releasedToo }: Command & { kind: 'list' },
  holds: Holds,
  person: Person,
): AsyncGenerator<HoldEntry[]> {
  for (let after: string | undefined; ; ) {
    const page = await holds.changedSince(since, { after, most: LISTED_AT_ONCE });
    const entries = page.holds.map((hold) => holdEntry(hold.customerId, hold, person.now()));
    yield entries.filter(({ held }) => held || releasedToo);
    after = page.next;
    if (after === undefined) return;
  }
};

const perform = async (command: Command & { kind: 'check' | 'list' }, person: Person): Promise<ExitCode> => {
  const { holds, close } = reach(command.where);
  try {
    const isPiped = command.kind === 'check' && command.fromInput;
    const { customerIds, wrapped } = isPiped ? linesOf(await person.input()) : { customerIds: [], wrapped: [] };
    for (const id of wrapped) {
      person.note(
        `Not asked: ${plain(JSON.stringify(id))} has a blank or a quotation mark at an end. Give the bare id.`,
      );
    }
    const asked = command.kind === 'check' && !isPiped ? command.customerIds : customerIds;
    const pages = command.kind === 'check' ? check(asked, holds, person) : list(command, holds, person);
    // A table wants all its rows to know its widths; lines of JSON go out as they come.
    const rows: HoldEntry[] = [];
    for await (const page of pages) {
      person.signal.throwIfAborted();
      if (command.json) for (const entry of page) person.out(JSON.stringify(entry));
      else rows.push(...page);
    }
    if (rows.length > 0) person.out(holdTable(rows));
    else if (!command.json) person.note('No holds.');
    return wrapped.length > 0 ? 1 : 0;
  } finally {
    close();
  }
};

/** What a service refused is told with its own word for it; all else is a fault of ours. */
const problemOf = (error: unknown, { signal }: Person): string | undefined => {
  if (signal.aborted) return 'Stopped.';
  if (error instanceof UnreachableError) return error.message;
  if (!(error instanceof Error) || error.name !== 'DependencyError') return undefined;
  const cause = error.cause instanceof Error ? error.cause.name : 'unknown';
  const rights = /AccessDenied|Credentials|Token/.test(cause)
    ? ' Use credentials that may read the state table; --help tells which call.'
    : '';
  return `${error.message}: ${cause}.${rights}`;
};

/** Does what the words after `npm run holds --` ask for. */
export const runHolds = async (words: readonly string[], person: Person): Promise<ExitCode> => {
  const command = commandOf(words, person.now());
  if (command.kind === 'help') {
    person.out(command.text);
    return 0;
  }
  if (command.kind === 'wrong') {
    person.note(`${command.problem}\n\`npm run holds -- --help\` tells more.`);
    return 2;
  }
  try {
    return await perform(command, person);
  } catch (error) {
    const problem = problemOf(error, person);
    if (problem === undefined) throw error;
    person.note(problem);
    return 1;
  }
};
