import type { Action, ActionChange, Label } from '../../functions/domain/actions/action.ts';
import { isOver } from '../../functions/domain/actions/clock-entry.ts';
import { PriorityParts, pointsOf } from '../../functions/domain/actions/priority.ts';
import type { Gap } from '../../functions/domain/gaps/gap.ts';
import type { Instant } from '../../functions/domain/instant.ts';
import { type ActionEntry, actionEntry } from '../../functions/domain/outputs/action-entry.ts';
import { type GapEntry, gapEntry } from '../../functions/domain/outputs/gap-entry.ts';
import { joinedWhy } from '../../functions/domain/why/why.ts';
import { table } from '../command-line/table.ts';
import { plain } from '../rejects/printed.ts';
import { age, left, minutes } from './span.ts';

const whyOf = (gaps: readonly Gap[]) => joinedWhy(gaps.flatMap(({ why }) => why ?? []));

/** An action as `show --json` tells it: the entry of `actions.json`, and what became of it. */
export interface Shown extends ActionEntry {
  labels: Label[];
  outcome?: string;
  gaps: GapEntry[];
  history: ActionChange[];
}

export const shown = (action: Action, gaps: readonly Gap[]): Shown => ({
  ...actionEntry(action, whyOf(gaps)),
  labels: action.labels ?? [],
  ...(action.outcome !== undefined && { outcome: action.outcome }),
  gaps: gaps.map(gapEntry),
  history: action.history,
});

const line = (name: string, text: string): string => `${name.padEnd(10)}${text}`;

/** A line for each of several, the first under the name. */
const lines = (name: string, texts: readonly string[]): string[] =>
  texts.map((text, i) => line(i === 0 ? name : '', text));

const sinceOf = ({ history, status }: Action): string => {
  const begin = history.findLastIndex((change) => change.status !== status) + 1;
  const change = history[begin];
  return change ? ` since ${minutes(change.at)} UTC, by ${plain(change.by)}` : '';
};

const dueOf = (action: Action, now: Instant): string => {
  const { dueAt } = action;
  if (isOver(action)) return `${minutes(dueAt)} UTC`;
  return `${minutes(dueAt)} UTC, ${dueAt < now ? `overdue for ${age(dueAt, now)}` : `${left(dueAt, now)} left`}`;
};

/** Each part with its points, the utmost, and what they are given for. */
const partLines = ({ parts }: Action): string[] =>
  Object.entries(PriorityParts.shape).map(([name, schema]) => {
    const points = String(parts[name as keyof PriorityParts]).padStart(2);
    return line('', `${points} of ${schema.maxValue}  ${schema.description}`);
  });

const placeOf = ({ touchpoint, location }: Action): string[] => [
  ...(touchpoint === undefined ? [] : [touchpoint]),
  ...(location === undefined ? [] : [`at ${location}`]),
];

const labelOf = ({ label, by, at }: Label): string => `${label}, ${minutes(at)} UTC, by ${plain(by)}`;

const impactOf = ({ impact }: Action): string[] =>
  impact
    ? [
        `about ${Math.round(impact.perMonth)} customers a month brushed off, ${Math.round(impact.shown)} of them show in surveys`,
      ]
    : [];

const gapOf = ({ id, kind, state, history }: Gap): string => {
  const since = history.at(-1)?.at;
  return `${kind}, ${state}${since === undefined ? '' : ` since ${minutes(since)} UTC`}  (${id})`;
};

const whyLines = (gaps: readonly Gap[]): string[] => {
  const why = whyOf(gaps);
  return [
    ...(why && why.themes.length > 0 ? [`about ${why.themes.join(', ')}`] : []),
    ...(why && why.causes.length > 0 ? [`caused by ${why.causes.join(', ')}`] : []),
  ].map(plain);
};

const changeOf = ({ change, reason, to }: ActionChange): string =>
  plain(`${change}${reason === undefined ? '' : `: “${reason}”`}${to ? ` -> ${to.join(', ')}` : ''}`);

/** What became of an action, change by change. */
export const timeline = (history: readonly ActionChange[]): string =>
  table(
    [{ head: '', numbers: true }, { head: 'when (UTC)' }, { head: 'who' }, { head: 'what' }],
    history.map((change) => [String(change.version), minutes(change.at), plain(change.by), changeOf(change)]),
  );

/** All that is known of an action but the customer's words, as lines of text. */
export const shownText = (action: Action, gaps: readonly Gap[], now: Instant): string => {
  const { id, title, status, priority, parts, owner, openedAt, raisedAt, customerId, matterId, outcome } = action;
  return [
    plain(title),
    '',
    line('ID', id),
    line('status', `${status}${sinceOf(action)}; version ${action.version}`),
    line('owner', plain(`${owner.team}, ${owner.contact}`)),
    line('due', dueOf(action, now)),
    line('priority', `${priority}, ${pointsOf(parts)} of 100 points`),
    ...partLines(action),
    line('opened', `${minutes(openedAt)} UTC, raised ${minutes(raisedAt)} UTC`),
    ...(customerId === undefined ? [] : [line('customer', plain(customerId))]),
    ...lines('place', [placeOf(action).join(' ')].filter(Boolean).map(plain)),
    ...(matterId === undefined ? [] : [line('matter', plain(matterId))]),
    ...lines('impact', impactOf(action)),
    ...lines('why', whyLines(gaps)),
    ...lines('gaps', gaps.map(gapOf)),
    ...lines('evidence', action.evidence.map(plain)),
    ...(outcome === undefined ? [] : [line('outcome', plain(outcome))]),
    ...lines('labels', (action.labels ?? []).map(labelOf)),
    '',
    timeline(action.history),
  ].join('\n');
};
