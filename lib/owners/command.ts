import { Temporal } from 'temporal-polyfill';
import { Priority } from '../../functions/domain/actions/priority.ts';
import { gapKinds } from '../../functions/domain/gaps/gap.ts';
import { type Instant, instantAt } from '../../functions/domain/instant.ts';
import { nearest } from '../../functions/domain/nearest.ts';
import { type RootCause, rootCauses } from '../../functions/domain/why/root-cause.ts';
import { askedOf, type Command as CommandLine } from '../command-line/command.ts';
import { named } from '../command-line/names.ts';
import { flag, type Option, parsed, text } from '../command-line/options.ts';
import type { Question } from './explained.ts';

/** The files that are looked at. */
export interface Files {
  file: string;
  themes: string;
}

export type Command =
  | { kind: 'help'; text: string }
  | { kind: 'wrong'; problem: string }
  | ({ kind: 'explain'; question: Question; json: boolean } & Files)
  | ({ kind: 'check' } & Files)
  | ({ kind: 'list'; json: boolean } & Files);

const exits = '0 done, 1 a file is at fault, 2 wrong usage.';

const overview = {
  usage: [
    'npm run owners -- explain --touchpoint NAME [options]',
    'npm run owners -- check [options]',
    'npm run owners -- list [options]',
  ],
  about: `Looks at owners.json as a deployment would: who answers for what, and why, by when, and who is told when it is late
(docs/owners.md). \`explain --help\` and so on tell the options of each.`,
  options: {},
  operands: 'explain|check|list',
  exits,
} satisfies CommandLine<Record<string, Option>>;

const instantOf = (given: string): Instant | undefined => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(given)) return undefined;
  try {
    return instantAt(Temporal.Instant.from(given).epochMilliseconds);
  } catch {
    return undefined; // no such day, or no offset: the option says what is wanted
  }
};

const files = {
  file: text('FILE', 'the owners (default: owners.json)', 'owners.json'),
  themes: text('FILE', 'the themes that rules may name (default: themes.json)', 'themes.json'),
};
const json = flag('as JSON');

const explaining = {
  usage: ['npm run owners -- explain --touchpoint NAME [options]'],
  about: `Tells which rule takes an action of which this is known, and of each rule before it why it does not; who its owner is; and
when it would be due, its owner reminded and others told, if it were raised now.`,
  options: {
    touchpoint: text('NAME', 'step of the journey', undefined),
    location: text('NAME', 'branch, route or region', undefined),
    theme: text('ID,...', 'what the complaint is about', undefined),
    cause: named<RootCause>('NAME,...', 'root causes', { known: rootCauses, what: 'a root cause' }),
    kind: named('KIND', 'kind of the gap', { known: gapKinds, what: 'a kind of gap' }),
    priority: named('P1,...', 'only these priorities', { known: Priority.options, what: 'a priority' }),
    at: parsed<Instant, undefined>('TIME', 'when it is raised, 2026-03-06T16:00Z (default: now)', {
      wanted: 'an instant with its offset, such as 2026-03-06T16:00Z or 2026-03-06T17:00+01:00',
      read: instantOf,
      fallback: undefined,
    }),
    ...files,
    json,
  },
  exits,
} as const;

const checking = {
  usage: ['npm run owners -- check [options]'],
  about: 'Tells what is wrong with the owners, as the synth of a deployment does, and what should not stay as it is.',
  options: files,
  exits,
} as const;

const listing = {
  usage: ['npm run owners -- list [options]'],
  about: 'Lists the rules in their order, and the teams with their budgets, calendars and hours.',
  options: { ...files, json },
  exits,
} as const;

const wrong = (problem: string): Command => ({ kind: 'wrong', problem });

const explainOf = (words: readonly string[], now: Instant): Command => {
  const asked = askedOf(explaining, words);
  if (asked.kind !== 'run') return asked;
  const { touchpoint, location, theme, cause, kind, priority, at = now, ...rest } = asked.values;
  const [gap, ...others] = kind ?? [];
  if (others.length > 0) return wrong('--kind wants one kind: an action has one when its owner is chosen.');
  const facts = {
    ...(gap && { kind: gap }),
    ...(touchpoint !== undefined && { touchpoint }),
    ...(location !== undefined && { location }),
    ...(theme !== undefined && { theme: theme.split(',').map((one) => one.trim()) }),
    ...(cause && { cause }),
  };
  if (Object.keys(facts).length === 0) {
    return wrong(
      'explain wants to know something of the action: --touchpoint, --location, --theme, --cause or --kind.',
    );
  }
  return { kind: 'explain', question: { facts, at, priorities: priority ?? Priority.options }, ...rest };
};

const checkOf = (words: readonly string[]): Command => {
  const asked = askedOf(checking, words);
  return asked.kind === 'run' ? { kind: 'check', ...asked.values } : asked;
};

const listOf = (words: readonly string[]): Command => {
  const asked = askedOf(listing, words);
  return asked.kind === 'run' ? { kind: 'list', ...asked.values } : asked;
};

/** What the person wants, of the words after `npm run owners --`. */
export const commandOf = (words: readonly string[], now: Instant): Command => {
  const [word, ...rest] = words;
  if (word === 'explain') return explainOf(rest, now);
  if (word === 'check') return checkOf(rest);
  if (word === 'list') return listOf(rest);
  const asked = askedOf(overview, words);
  if (asked.kind !== 'run') return asked;
  const [given] = asked.operands;
  if (given === undefined) return wrong('Say what to do: explain, check or list.');
  const meant = nearest(given, ['explain', 'check', 'list']);
  return wrong(`There is no such thing to do: explain, check or list.${meant ? ` Did you mean ${meant}?` : ''}`);
};
