import * as z from 'zod';
import { ActionKind, ActionLabel, ActionStatus } from '../../functions/domain/actions/action-words.ts';
import { isPersons } from '../../functions/domain/actions/clock-entry.ts';
import type { Person } from '../../functions/domain/actions/life.ts';
import { Priority } from '../../functions/domain/actions/priority.ts';
import type { Day, Instant } from '../../functions/domain/instant.ts';
import { named } from '../command-line/names.ts';
import { flag, parsed, text, wholeNumber } from '../command-line/options.ts';
import { POINT_IN_TIME, pointInTime } from '../command-line/point-in-time.ts';

/** What each does, in a line. */
export const subcommands = {
  list: 'what is to be done, the most urgent first',
  show: 'all that is known of one action, and what became of it',
  ack: 'take it up',
  resolve: 'say that it is done, and what was done',
  dismiss: 'say why nothing is to be done',
  reassign: 'hand it on to another team',
  reopen: 'begin again what was over',
  label: 'say that it should not be: not-a-complaint, wrong-gap',
  week: 'the last seven days in five lines',
  precision: 'how often people found right what was found',
} as const;

export type Subcommand = keyof typeof subcommands;

const exits = '0 all done, 1 not or not all done, 2 wrong usage.';

const where = {
  folder: text('DIR', 'of a local run (default: .local/state, which npm start keeps)', undefined),
  outputs: text('FILE', 'of a deployed stack: what `cdk deploy --outputs-file FILE` wrote', undefined),
  stack: text('NAME', 'which stack of that file, where it has several', undefined),
};

const reach = `A deployed stack is reached with your own AWS credentials, which need dynamodb:GetItem, BatchGetItem, Query, PutItem and
UpdateItem on the table of the output StateTableName and on its indexes, and events:PutEvents on the bus EventBusName.
Local means the run that \`npm start\` keeps; \`npm run triage\` leaves none running, its actions are in actions.json.`;

export const overview = {
  usage: [
    'npm run actions -- list [options]',
    'npm run actions -- show ID [options]',
    'npm run actions -- ack|resolve|dismiss|reassign|reopen ID... [options]',
    'npm run actions -- label ID... not-a-complaint|wrong-gap [options]',
    'npm run actions -- week|precision [options]',
  ],
  about: `Works off actions: what is to be done, by whom, until when, and what became of it (docs/actions.md).

${Object.entries(subcommands)
  .map(([name, does]) => `  ${name.padEnd(10)}${does}`)
  .join('\n')}

\`npm run actions -- list --help\` and so on tell the options of each.

${reach}`,
  options: {},
  operands: 'SUBCOMMAND',
  exits,
} as const;

const ANY_STATUS = 'all';

export const listing = (now: Instant) =>
  ({
    usage: ['npm run actions -- list [options]'],
    about: `Lists actions, the most urgent first, and counts them. What several options say must all hold. Any beginning of an ID
that is its alone will do for the other commands.`,
    options: {
      status: named('NAME,...', 'these, or all (default: what is not over)', {
        known: [...ActionStatus.options, ANY_STATUS],
        what: 'a status',
      }),
      team: text('NAME', 'its owner', undefined),
      priority: named('P1,...', 'only these', { known: Priority.options, what: 'a priority' }),
      kind: named('KIND,...', 'recover, fix or ask', { known: ActionKind.options, what: 'a kind of action' }),
      touchpoint: text('NAME', 'step of the journey', undefined),
      location: text('NAME', 'branch, route or region', undefined),
      customer: text('ID', 'as upstream calls the customer', undefined),
      overdue: flag('past the deadline; what waits for room is not'),
      since: parsed<Instant, undefined>('TIME', 'raised or changed since: 2026-03-30T00:00:00Z, or 90m, 12h, 3d ago', {
        wanted: POINT_IN_TIME,
        read: (given) => pointInTime(given, now),
        fallback: undefined,
      }),
      limit: wholeNumber('N', 'at most so many (default: 100)', { least: 1, most: 100_000, fallback: 100 }),
      json: flag('one JSON object a line, as in actions.json'),
      ...where,
    },
    exits,
  }) as const;

export const showing = {
  usage: ['npm run actions -- show ID [options]'],
  about: `Tells all that is known of an action but the customer's words: owner, deadline, why it is as urgent as it is, evidence,
gaps, and who did what, when and why.`,
  options: { json: flag('as JSON'), ...where },
  operands: 'ID',
  exits,
} as const;

const ownersFile = {
  owners: text('FILE', 'the owners, the same as are deployed (default: owners.json)', 'owners.json'),
};

export const weekly = {
  usage: ['npm run actions -- week [options]'],
  about: `Sums up seven days in five lines, as the summary that is told each week: what was raised and closed, who was won back,
which fixes held, which owner has too much, and what people said of the actions.`,
  options: {
    to: parsed<Day, undefined>('DAY', 'the day after the last (default: today, by the calendar of answering)', {
      wanted: 'a day such as 2026-03-30',
      read: (given) => (z.iso.date().safeParse(given).success ? given : undefined),
      fallback: undefined,
    }),
    json: flag('as JSON'),
    ...ownersFile,
    ...where,
  },
  exits,
} as const;

export const judging = {
  usage: ['npm run actions -- precision [options]'],
  about:
    'Tells by kind of gap how often people found right what was found: what they labelled against what they resolved.',
  options: { json: flag('as JSON'), ...where },
  exits,
} as const;

const NAME = /^[^\p{C}]{1,64}$/u;

const changing = {
  as: parsed<string, undefined>('NAME', 'who you are (default: the name you are logged in by)', {
    wanted: 'a name of 1 to 64 characters that is not `triage` or `clock`',
    read: (given) => (NAME.test(given) && isPersons({ by: given }) ? given : undefined),
    fallback: undefined,
  }),
  role: parsed<Person['role'], Person['role']>('ROLE', 'lead, owner or reader (default: lead)', {
    wanted: '"lead", "owner" or "reader"',
    read: (given) => (['lead', 'owner', 'reader'] as const).find((role) => role === given),
    fallback: 'lead',
  }),
  team: text('NAME', 'whose owner you are, with --role owner', undefined),
  version: parsed<number, undefined>('N', 'the version you decided by (default: as it is now)', {
    wanted: 'a whole number from 1 on',
    read: (given) => (/^[1-9]\d{0,8}$/.test(given) ? Number(given) : undefined),
    fallback: undefined,
  }),
  json: flag('one JSON object a line: what became of each'),
  ...where,
};

const reason = text('TEXT', 'why; is kept with your name', undefined);

const trust = `Whoever holds credentials for the table is trusted to be who they say: --as is kept and --role held to the rules, but
neither is proven. A change that somebody else has overtaken is not made: what came between is told, and the action as
it is now. With --version the same command can be given again safely: it is then told as done before.`;

const change = <Name extends Subcommand, Own extends object>(name: Name, operands: string, does: string, own: Own) => ({
  usage: [`npm run actions -- ${name} ${operands} [options]`],
  about: `${does}\n\n${trust}`,
  options: { ...own, ...changing },
  operands,
  exits,
});

export const changes = {
  ack: change('ack', 'ID...', 'Takes up actions: they wait for no room, and the chain is not told for a working day.', {
    note: text('TEXT', 'a word on it, kept with your name', undefined),
  }),
  resolve: change(
    'resolve',
    'ID... --note TEXT',
    'Says that actions are done. Whether it helped, what the customer does and says next has to show.',
    { note: text('TEXT', 'what was done; is kept with your name', undefined) },
  ),
  dismiss: change('dismiss', 'ID... --reason TEXT', 'Ends actions of which nothing is to be done.', { reason }),
  reassign: change(
    'reassign',
    'ID... --to TEAM --reason TEXT',
    'Hands actions on to a team of the owners file; the deadline stays.',
    { to: text('TEAM', 'the team that is to answer for it', undefined), reason, ...ownersFile },
  ),
  reopen: change(
    'reopen',
    'ID... --reason TEXT',
    'Opens again what was over, with a new deadline by the calendar of its owner in the owners file.',
    { reason, ...ownersFile },
  ),
  label: change(
    'label',
    `ID... ${ActionLabel.options.join('|')}`,
    'Says that an action should not be, which ends it and is learned from. What is over can be labelled as well.',
    { reason },
  ),
} as const;
