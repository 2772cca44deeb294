import type { Instant } from '../../functions/domain/instant.ts';
import { nearest } from '../../functions/domain/nearest.ts';
import { askedOf, type Command as CommandLine } from '../command-line/command.ts';
import { flag, parsed, text } from '../command-line/options.ts';
import { pointInTime } from '../command-line/point-in-time.ts';
import { type Where, whereOf } from '../deployment/where.ts';

export type Command =
  | { kind: 'help'; text: string }
  | { kind: 'wrong'; problem: string }
  | { kind: 'check'; where: Where; customerIds: string[]; fromInput: boolean; json: boolean }
  | { kind: 'list'; where: Where; since: Instant | undefined; releasedToo: boolean; json: boolean };

const exits = '0 done, 1 not done, 2 wrong usage.';
const json = flag('one JSON object a line (docs/contract/holds.schema.json)');
const where = {
  folder: text('DIR', 'of a local run (default: .local/state, which npm start keeps)', undefined),
  outputs: text('FILE', 'of a deployed stack: what `cdk deploy --outputs-file FILE` wrote', undefined),
  stack: text('NAME', 'which stack of that file, where it has several', undefined),
} as const;

const overview = {
  usage: ['npm run holds -- check ID... [options]', 'npm run holds -- list [options]'],
  about: `Tells to whom no survey is to be sent, because a complaint of theirs is still open (docs/contract/holds.md).
\`check --help\` and \`list --help\` tell the options of each.`,
  options: {},
  operands: 'check|list',
  exits,
} as const;

const checking = {
  usage: ['npm run holds -- check ID... [options]', 'npm run holds -- check - [options] < IDS'],
  about: `Looks customers up by the ids that they are posted under; \`-\` reads ids from the input, one a line. Whoever is asked about
is answered, in the order asked, held or not. Ids that begin with a dash stand after two dashes of their own.
Needs dynamodb:BatchGetItem on the state table.`,
  options: { json, ...where },
  operands: 'ID...',
  exits,
} as const;

const listing = (now: Instant) =>
  ({
    usage: ['npm run holds -- list [options]'],
    about: `Lists who is held, in the order in which the holds last changed. To follow changes, ask with --all and --since, the time a few
minutes before the list before was begun: the index is a second or so late, and what comes twice has the same version.
Needs dynamodb:Query on the state table's index \`changes\`.`,
    options: {
      since: parsed<Instant, undefined>(
        'TIME',
        'changed since then: 2026-03-01, 2026-03-01T09:00:00Z, or 90m, 12h, 3d ago',
        {
          wanted: 'a day, an instant such as 2026-03-01T09:00:00Z, or a time ago such as 90m, 12h or 3d',
          read: (given) => pointInTime(given, now),
          fallback: undefined,
        },
      ),
      all: flag('released holds too, of the last 90 days'),
      json,
      ...where,
    },
    exits,
  }) as const;

const wrong = (problem: string): Command => ({ kind: 'wrong', problem });

const checkOf = (words: readonly string[]): Command => {
  const asked = askedOf(checking as CommandLine<typeof checking.options>, words);
  if (asked.kind !== 'run') return asked;
  const place = whereOf(asked.values);
  if (place.kind === 'wrong') return place;
  const fromInput = asked.operands.includes('-') && asked.operands.length === 1;
  const customerIds = fromInput ? [] : asked.operands;
  if (!fromInput && customerIds.length === 0)
    return wrong('check wants ids of customers, or - to read them from the input.');
  if (customerIds.includes('')) return wrong('An id is a text that is not empty.');
  return { kind: 'check', where: place, customerIds, fromInput, json: asked.values.json };
};

const listOf = (words: readonly string[], now: Instant): Command => {
  const line = listing(now);
  const asked = askedOf(line as CommandLine<typeof line.options>, words);
  if (asked.kind !== 'run') return asked;
  const { since, all: releasedToo, json } = asked.values;
  const place = whereOf(asked.values);
  return place.kind === 'wrong' ? place : { kind: 'list', where: place, since, releasedToo, json };
};

/** What the person wants, of the words after `npm run holds --`. */
export const commandOf = (words: readonly string[], now: Instant): Command => {
  const [word, ...rest] = words;
  if (word === 'check') return checkOf(rest);
  if (word === 'list') return listOf(rest, now);
  const asked = askedOf(overview, words);
  if (asked.kind !== 'run') return asked;
  const [given] = asked.operands;
  if (given === undefined) return wrong('Say what to do: check or list.');
  const meant = nearest(given, ['check', 'list']);
  return wrong(`There is no such thing to do: check or list.${meant ? ` Did you mean ${meant}?` : ''}`);
};
