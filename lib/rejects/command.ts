import { parseArgs } from 'node:util';
import type { Instant } from '../../functions/domain/instant.ts';
import { isRejectionCode, type RejectionCode } from '../../functions/domain/message/rejection-codes.ts';
import { nearest } from '../../functions/domain/nearest.ts';
import { pointInTime } from '../command-line/point-in-time.ts';
import { type Where, whereOf as whereGiven } from '../deployment/where.ts';
import { isQueueLabel, type QueueLabel, queueLabels } from './deployment.ts';
import { help, type Subcommand, subcommands } from './help.ts';

/** Which rejects are meant; what is left out does not limit. */
export interface Filter {
  queue?: QueueLabel;
  code?: RejectionCode;
  source?: string;
  since?: Instant;
}

/** Rejects by the beginning of their ids, or all open ones that a filter lets pass. */
export type Choice = { kind: 'named'; ids: string[] } | { kind: 'all'; filter: Filter };

export type Command =
  | { kind: 'help'; text: string }
  | { kind: 'list'; where: Where; filter: Filter; handledToo: boolean; json: boolean }
  | { kind: 'show'; where: Where; id: string; body: boolean; json: boolean }
  | { kind: 'redrive'; where: Where; choice: Choice; mended?: string; unchecked: boolean }
  | { kind: 'drop'; where: Where; choice: Choice; yes: boolean };

/** The person asked for something that is not to be had; the message says what instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const where = { folder: text, outputs: text, stack: text, help: { ...flag, short: 'h' } } as const;
const filter = { queue: text, code: text, source: text, since: text } as const;

const options = {
  list: { ...where, ...filter, all: flag, json: flag },
  show: { ...where, body: flag, json: flag },
  redrive: { ...where, ...filter, all: flag, body: text, unchecked: flag },
  drop: { ...where, ...filter, all: flag, yes: flag },
} as const;

type Values = Partial<Record<'folder' | 'outputs' | 'stack' | 'queue' | 'code' | 'source' | 'since', string>>;

const sinceOf = (told: string, now: Instant): Instant => {
  const since = pointInTime(told, now);
  if (since !== undefined) return since;
  throw new UsageError('--since wants an instant such as 2026-03-30T00:00:00Z, or a time ago such as 90m, 12h or 3d.');
};

const whereOf = (values: Values): Where => {
  const where = whereGiven(values);
  if (where.kind === 'wrong') throw new UsageError(where.problem);
  return where;
};

const filterOf = ({ queue, code, source, since }: Values, now: Instant): Filter => {
  if (queue !== undefined && !isQueueLabel(queue))
    throw new UsageError(`--queue wants one of ${queueLabels.join(', ')}.`);
  if (code !== undefined && !isRejectionCode(code))
    throw new UsageError('--code wants a code of docs/contract/rejections.md, such as not_json.');
  return {
    ...(queue !== undefined && { queue }),
    ...(code !== undefined && { code }),
    ...(source !== undefined && { source }),
    ...(since !== undefined && { since: sinceOf(since, now) }),
  };
};

const PREFIX = /^[0-9a-f]{4,32}$/;

const idsOf = (told: readonly string[]): string[] => {
  for (const id of told) {
    if (!PREFIX.test(id)) throw new UsageError('An ID has 4 to 32 of the characters 0-9 and a-f; `list` shows them.');
  }
  return [...new Set(told)];
};

const choiceOf = (values: Values & { all: boolean }, told: readonly string[], now: Instant): Choice => {
  const limits = filterOf(values, now);
  if (values.all) {
    if (told.length > 0) throw new UsageError('Give IDs or --all, not both.');
    return { kind: 'all', filter: limits };
  }
  if (Object.keys(limits).length > 0) throw new UsageError('--queue, --code, --source and --since go with --all.');
  if (told.length === 0) throw new UsageError('Name at least one ID, or --all.');
  return { kind: 'named', ids: idsOf(told) };
};

const parsed = <S extends Subcommand>(subcommand: S, args: string[]) => {
  try {
    return parseArgs({ args, options: options[subcommand], allowPositionals: true });
  } catch (error) {
    // Node's message goes on about positionals; its first sentence is the one that helps.
    const [first = ''] = error instanceof Error ? error.message.split(/(?<=\.) /) : [];
    const [, unknown] = /^Unknown option '--([^']+)'/.exec(first) ?? [];
    const meant = unknown && nearest(unknown, Object.keys(options[subcommand]));
    throw new UsageError(meant ? `${first} Did you mean --${meant}?` : first);
  }
};

const isSubcommand = (word: string): word is Subcommand => Object.hasOwn(subcommands, word);

const noIds = (told: readonly string[]): void => {
  if (told.length > 0) throw new UsageError('list takes no IDs; `show ID` shows one.');
};

const readers: { [S in Subcommand]: (args: string[], now: Instant) => Command } = {
  list: (args, now) => {
    const { values, positionals } = parsed('list', args);
    if (values.help) return { kind: 'help', text: help('list') };
    noIds(positionals);
    const { all: handledToo, json } = values;
    return { kind: 'list', where: whereOf(values), filter: filterOf(values, now), handledToo, json };
  },
  show: (args) => {
    const { values, positionals } = parsed('show', args);
    if (values.help) return { kind: 'help', text: help('show') };
    const [id, ...others] = idsOf(positionals);
    if (id === undefined || others.length > 0) throw new UsageError('show wants one ID.');
    return { kind: 'show', where: whereOf(values), id, body: values.body, json: values.json };
  },
  redrive: (args, now) => {
    const { values, positionals } = parsed('redrive', args);
    if (values.help) return { kind: 'help', text: help('redrive') };
    const choice = choiceOf(values, positionals, now);
    const { body: mended, unchecked } = values;
    if (mended !== undefined && (choice.kind === 'all' || choice.ids.length > 1))
      throw new UsageError('--body mends one message: give one ID with it.');
    return { kind: 'redrive', where: whereOf(values), choice, unchecked, ...(mended !== undefined && { mended }) };
  },
  drop: (args, now) => {
    const { values, positionals } = parsed('drop', args);
    if (values.help) return { kind: 'help', text: help('drop') };
    return { kind: 'drop', where: whereOf(values), choice: choiceOf(values, positionals, now), yes: values.yes };
  },
};

/**
 * What the person wants, of the words after `npm run rejects --`.
 *
 * @throws UsageError saying what is wrong and what is wanted instead
 */
export const commandOf = ([word, ...args]: readonly string[], now: Instant): Command => {
  if (word === '--help' || word === '-h') return { kind: 'help', text: help() };
  if (word === undefined) throw new UsageError('Say what to do: list, show, redrive or drop.');
  if (!isSubcommand(word)) {
    const meant = nearest(word, Object.keys(subcommands));
    const hint = meant ? ` Did you mean ${meant}?` : '';
    throw new UsageError(`There is no ${JSON.stringify(word)}: list, show, redrive or drop.${hint}`);
  }
  return readers[word](args, now);
};
