import type { Instant } from '../instant.ts';
import { redact } from '../message/redaction.ts';
import { type Action, type ActionChange, changed, unwarned } from './action.ts';
import type { ActionLabel } from './action-words.ts';
import { isOver, isPersons } from './clock-entry.ts';
import type { Owners } from './owners.ts';
import { dueAt } from './priority.ts';
import { LONGEST_REASON, needsReason, startsFrom } from './steps.ts';

/** A person, as those who let them in know them. */
export interface Person {
  id: string;
  /** A reader changes nothing, an owner the actions of one team, a lead all. */
  role: 'reader' | 'owner' | 'lead';
  /** Of an owner. */
  team?: string | undefined;
}

/** What a person can do with an action. */
export type Command =
  | { kind: 'acknowledge'; reason?: string | undefined }
  | { kind: 'resolve'; reason: string }
  | { kind: 'dismiss'; reason: string }
  | { kind: 'reassign'; team: string; reason: string }
  | { kind: 'reopen'; reason: string }
  | { kind: 'label'; label: ActionLabel; reason?: string | undefined };

/** Why a command changes nothing, as a code for programs and in words for people. */
export interface Refusal {
  kind: 'refused';
  code:
    | 'conflict'
    | 'not-allowed'
    | 'not-from-here'
    | 'reason-missing'
    | 'reason-too-long'
    | 'unknown-team'
    | 'same-team';
  problem: string;
  fix: string;
}

/** What became of a command. */
export type Done =
  | { kind: 'changed'; action: Action }
  /** It had been done before, by the same person and with the same words: a retry. */
  | { kind: 'unchanged'; action: Action }
  | Refusal;

const refused = (code: Refusal['code'], problem: string, fix: string): Refusal => ({
  kind: 'refused',
  code,
  problem,
  fix,
});

/** LIFE-3: readers change nothing, owners what is their team's, leads everything. */
const notAllowed = ({ owner }: Action, { id, role, team }: Person): Refusal | undefined => {
  if (!isPersons({ by: id.trim().toLowerCase() }) || id.trim() === '') {
    return refused('not-allowed', `${JSON.stringify(id)} is no person's name here`, 'use your own');
  }
  if (role === 'lead' || (role === 'owner' && team === owner.team)) return undefined;
  const problem = role === 'reader' ? 'readers change no actions' : `the action is ${owner.team}'s`;
  return refused('not-allowed', problem, `ask ${owner.team} (${owner.contact}) or a lead`);
};

const typeOf: Record<Command['kind'], ActionChange['type']> = {
  acknowledge: 'acknowledged',
  resolve: 'resolved',
  dismiss: 'dismissed',
  reassign: 'reassigned',
  reopen: 'reopened',
  label: 'labelled',
};

const wordsOf = (command: Command): string => {
  switch (command.kind) {
    case 'reassign':
      return `reassigned to ${command.team}`;
    case 'label':
      return `labelled ${command.label}`;
    default:
      return typeOf[command.kind];
  }
};

/** LIFE-4: a change names the version it saw; the very same one sent again by the same person has been done already. */
const isRetry = (action: Action, command: Command, person: Person, version: number, reason: string): boolean => {
  const next = action.history.find((entry) => entry.version === version + 1);
  return next?.by === person.id && next.change === wordsOf(command) && (next.reason ?? '') === reason;
};

const conflict = (action: Action, version: number): Refusal | undefined => {
  if (version === action.version) return undefined;
  const since = action.history.filter((entry) => entry.version > version);
  const told = since.map(({ change, by }) => `${change} by ${by}`).join(', ');
  return refused(
    'conflict',
    `version ${version} was seen, ${action.version} is stored${told ? `: ${told}` : ''}`,
    'look at the action as it is now, and decide anew',
  );
};

const unfit = (action: Action, command: Command, reason: string, owners: Owners): Refusal | undefined => {
  const from = startsFrom[command.kind];
  if (!from.includes(action.status)) {
    const last = action.history.findLast(({ status }) => status === action.status);
    const by = last ? ` since ${last.at}, by ${last.by}` : '';
    const fix = isOver(action) ? 'reopen it first, with the reason' : `it can be done when it is ${from.join(' or ')}`;
    return refused('not-from-here', `the action is ${action.status}${by}`, fix);
  }
  const need = needsReason[command.kind];
  if (need !== undefined && reason === '') return refused('reason-missing', 'a reason is needed', need);
  if ([...reason].length > LONGEST_REASON) {
    return refused('reason-too-long', `a reason has at most ${LONGEST_REASON} characters`, 'shorten it');
  }
  if (command.kind !== 'reassign') return undefined;
  if (!Object.hasOwn(owners.teams, command.team)) {
    const fix = `name one of: ${Object.keys(owners.teams).sort().join(', ')}`;
    return refused('unknown-team', `owners.json has no team ${JSON.stringify(command.team)}`, fix);
  }
  return command.team === action.owner.team
    ? refused('same-team', `the action is ${action.owner.team}'s already`, 'name another team')
    : undefined;
};

/** The deadline of an action that begins again, by its owner's calendar, else by that of answering customers. */
export const newDeadline = ({ owner, priority }: Action, owners: Owners, at: Instant): Instant => {
  const calendar = owners.calendars[owners.teams[owner.team]?.calendar ?? owners.answering];
  if (!calendar) throw new RangeError(`owners.json: ${owner.team} has a calendar that is not there`);
  return dueAt(at, priority, calendar);
};

/**
 * What a person's command makes of an action; pure, so that a retry comes to the same.
 *
 * LIFE-5: one click is enough: a label ends an action that is not over, as dismissed, and is kept whatever becomes of it.
 *
 * @param version the version that the person saw
 * @param at when they decided
 * @throws RangeError where `owners` was never checked
 */
export const perform = (
  action: Action,
  command: Command,
  person: Person,
  { version, at, owners }: { version: number; at: Instant; owners: Owners },
): Done => {
  const reason = redact((command.reason ?? '').trim());
  // First: who handed an action on may not change it any more, but did what is asked.
  if (isRetry(action, command, person, version, reason)) return { kind: 'unchanged', action };
  const refusal = notAllowed(action, person) ?? conflict(action, version) ?? unfit(action, command, reason, owners);
  if (refusal) return refusal;
  const change = {
    at,
    by: person.id,
    type: typeOf[command.kind],
    change: wordsOf(command),
    ...(reason ? { reason } : {}),
    ...(command.kind === 'resolve' || command.kind === 'label' ? { gapIds: action.gapIds } : {}),
  };
  const done = (from: Action, patch: Partial<Action>): Done => ({
    kind: 'changed',
    action: changed(from, patch, change),
  });
  switch (command.kind) {
    case 'acknowledge':
      return done(action, { status: 'acknowledged' });
    case 'resolve':
      return done(action, { status: 'resolved' });
    case 'dismiss':
      return done(action, { status: 'dismissed' });
    case 'reassign': {
      const { contact } = owners.teams[command.team] as { contact: string };
      // The deadline stays: the customer waits no less for being handed on.
      return done(unwarned(action), { status: 'open', owner: { team: command.team, contact } });
    }
    case 'reopen':
      return done(unwarned(action), { status: 'reopened', dueAt: newDeadline(action, owners, at) });
    case 'label': {
      const labels = [...(action.labels ?? []), { label: command.label, at, by: person.id }];
      return done(action, { labels, ...(isOver(action) ? {} : { status: 'dismissed' }) });
    }
  }
};
