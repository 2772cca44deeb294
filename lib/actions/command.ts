import { ActionLabel, ActionStatus } from '../../functions/domain/actions/action-words.ts';
import { isOver } from '../../functions/domain/actions/clock-entry.ts';
import type { Person as Actor, Command as Change } from '../../functions/domain/actions/life.ts';
import type { Day, Instant } from '../../functions/domain/instant.ts';
import { nearest } from '../../functions/domain/nearest.ts';
import { askedOf } from '../command-line/command.ts';
import { type GivenWhere, type Where, whereOf } from '../deployment/where.ts';
import type { Filter } from './choosing.ts';
import { changes, judging, listing, overview, type Subcommand, showing, subcommands, weekly } from './usage.ts';

/** A change of one action or several. */
export interface Changing {
  kind: 'change';
  where: Where;
  /** Beginnings of ids. */
  ids: string[];
  change: Change;
  /** Who changes; without an id whoever is logged in. */
  actor: Pick<Actor, 'role' | 'team'> & { id?: string };
  /** The version that was decided by; left out, as it is when it is read. */
  version?: number;
  /** The file of owners, where the change depends on them. */
  ownersFile?: string;
  json: boolean;
}

export type Command =
  | { kind: 'help'; text: string }
  | { kind: 'wrong'; problem: string }
  | { kind: 'list'; where: Where; filter: Filter; limit: number; json: boolean }
  | { kind: 'show'; where: Where; id: string; json: boolean }
  | { kind: 'week'; where: Where; to?: Day; ownersFile: string; json: boolean }
  | { kind: 'precision'; where: Where; json: boolean }
  | Changing;

const wrong = (problem: string) => ({ kind: 'wrong', problem }) as const;

/** As `list` shows them: at least four characters after the kind. */
const BEGINNING = /^(?:recover|fix|ask)-[\w-]{4,22}$/;

const idsOf = (given: readonly string[]): { kind: 'ids'; ids: string[] } | { kind: 'wrong'; problem: string } => {
  if (given.length === 0) return wrong('Name at least one ID; `list` shows them.');
  return given.every((id) => BEGINNING.test(id))
    ? { kind: 'ids', ids: [...new Set(given)] }
    : wrong('An ID is recover-, fix- or ask- with at least four characters after it; `list` shows them.');
};

const listOf = (words: readonly string[], now: Instant): Command => {
  const asked = askedOf(listing(now), words);
  if (asked.kind !== 'run') return asked;
  const where = whereOf(asked.values);
  if (where.kind === 'wrong') return where;
  const { status, team, priority, kind, touchpoint, location, customer, overdue, since, limit, json } = asked.values;
  const isMeant = (one: ActionStatus) => (status ? status.includes(one) : !isOver({ status: one }));
  const filter: Filter = {
    statuses: status?.includes('all') ? ActionStatus.options : ActionStatus.options.filter(isMeant),
    overdue,
    ...(team !== undefined && { team }),
    ...(priority && { priorities: priority }),
    ...(kind && { kinds: kind }),
    ...(touchpoint !== undefined && { touchpoint }),
    ...(location !== undefined && { location }),
    ...(customer !== undefined && { customer }),
    ...(since !== undefined && { since }),
  };
  return { kind: 'list', where, filter, limit, json };
};

const showOf = (words: readonly string[]): Command => {
  const asked = askedOf(showing, words);
  if (asked.kind !== 'run') return asked;
  const where = whereOf(asked.values);
  if (where.kind === 'wrong') return where;
  const named = idsOf(asked.operands);
  if (named.kind === 'wrong') return named;
  const [id = '', ...others] = named.ids;
  return others.length > 0 ? wrong('show wants one ID.') : { kind: 'show', where, id, json: asked.values.json };
};

const weekOf = (words: readonly string[]): Command => {
  const asked = askedOf(weekly, words);
  if (asked.kind !== 'run') return asked;
  const where = whereOf(asked.values);
  if (where.kind === 'wrong') return where;
  const { to, owners: ownersFile, json } = asked.values;
  return { kind: 'week', where, ...(to !== undefined && { to }), ownersFile, json };
};

const precisionOf = (words: readonly string[]): Command => {
  const asked = askedOf(judging, words);
  if (asked.kind !== 'run') return asked;
  const where = whereOf(asked.values);
  return where.kind === 'wrong' ? where : { kind: 'precision', where, json: asked.values.json };
};

/** What all changes take. */
interface Given extends GivenWhere {
  as: string | undefined;
  role: Actor['role'];
  team: string | undefined;
  version: number | undefined;
  json: boolean;
}

const changingOf = (
  given: Given,
  operands: readonly string[],
  change: Change,
  ownersFile?: string,
): Changing | { kind: 'wrong'; problem: string } => {
  const where = whereOf(given);
  if (where.kind === 'wrong') return where;
  const named = idsOf(operands);
  if (named.kind === 'wrong') return named;
  const { as: id, role, team, version, json } = given;
  if ((role === 'owner') !== (team !== undefined)) {
    return wrong('--role owner and --team go together: an owner changes the actions of one team.');
  }
  if (version !== undefined && named.ids.length > 1) return wrong('--version is of one action: give one ID with it.');
  return {
    kind: 'change',
    where,
    ids: named.ids,
    change,
    actor: { role, ...(id !== undefined && { id }), ...(team !== undefined && { team }) },
    ...(version !== undefined && { version }),
    ...(ownersFile !== undefined && { ownersFile }),
    json,
  };
};

const isLabel = (word: string | undefined): word is ActionLabel => ActionLabel.options.some((label) => label === word);

type Reader = (words: readonly string[], now: Instant) => Command;

/** Whether a reason is needed, and how long it may be, the rules of the life of actions say. */
const readers: Record<Subcommand, Reader> = {
  list: listOf,
  show: showOf,
  ack: (words) => {
    const asked = askedOf(changes.ack, words);
    if (asked.kind !== 'run') return asked;
    return changingOf(asked.values, asked.operands, { kind: 'acknowledge', reason: asked.values.note });
  },
  resolve: (words) => {
    const asked = askedOf(changes.resolve, words);
    if (asked.kind !== 'run') return asked;
    return changingOf(asked.values, asked.operands, { kind: 'resolve', reason: asked.values.note ?? '' });
  },
  dismiss: (words) => {
    const asked = askedOf(changes.dismiss, words);
    if (asked.kind !== 'run') return asked;
    return changingOf(asked.values, asked.operands, { kind: 'dismiss', reason: asked.values.reason ?? '' });
  },
  reassign: (words) => {
    const asked = askedOf(changes.reassign, words);
    if (asked.kind !== 'run') return asked;
    const { to: team, reason = '', owners } = asked.values;
    if (team === undefined) return wrong('reassign wants the team that is to answer for it: --to TEAM.');
    return changingOf(asked.values, asked.operands, { kind: 'reassign', team, reason }, owners);
  },
  reopen: (words) => {
    const asked = askedOf(changes.reopen, words);
    if (asked.kind !== 'run') return asked;
    const { reason = '', owners } = asked.values;
    return changingOf(asked.values, asked.operands, { kind: 'reopen', reason }, owners);
  },
  label: (words) => {
    const asked = askedOf(changes.label, words);
    if (asked.kind !== 'run') return asked;
    const [labels, ids] = [asked.operands.filter(isLabel), asked.operands.filter((word) => !isLabel(word))];
    const [label, ...others] = labels;
    if (label === undefined || others.length > 0) {
      return wrong(`label wants one of ${ActionLabel.options.join(' and ')} after the IDs.`);
    }
    return changingOf(asked.values, ids, { kind: 'label', label, reason: asked.values.reason });
  },
  week: weekOf,
  precision: precisionOf,
};

const names = Object.keys(subcommands);
const isSubcommand = (word: string | undefined): word is Subcommand => word !== undefined && names.includes(word);

/** What the person wants, of the words after `npm run actions --`. */
export const commandOf = (words: readonly string[], now: Instant): Command => {
  const [word, ...rest] = words;
  if (isSubcommand(word)) return readers[word](rest, now);
  const asked = askedOf(overview, words);
  if (asked.kind !== 'run') return asked;
  const [given] = asked.operands;
  if (given === undefined) return wrong(`Say what to do: ${names.join(', ')}.`);
  const meant = nearest(given, names);
  return wrong(`There is no such thing to do: ${names.join(', ')}.${meant ? ` Did you mean ${meant}?` : ''}`);
};
