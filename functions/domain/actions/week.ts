import { gapKinds, kindOfGap } from '../gaps/gap.ts';
import type { Instant } from '../instant.ts';
import type { Action, ActionChange } from './action.ts';
import { type ClockEntry, endOf, isOver, isPersons } from './clock-entry.ts';
import type { Span } from './local-week.ts';
import type { Owners } from './owners.ts';
import { ownersLine } from './owners-of-the-week.ts';
import type { Judged, Precision } from './precision.ts';
import { about } from './titles.ts';

/** Characters of a line, as code points: what a phone shows without scrolling sideways for long. */
export const LONGEST_LINE = 200;

/** Of a title in a line that may have to name several. */
const TITLE_SHOWN = 60;

/** Days of labels and resolved actions that people's judgement is told over: a quarter, as few judge every week. */
export const JUDGED_DAYS = 91;

/** What a week is told from. */
export interface WeekFacts {
  /** All that changed since its beginning, each as it is stored now. */
  changed: readonly Action[];
  /** What is under the clock now. */
  entries: readonly ClockEntry[];
  /** By what people said in the last `JUDGED_DAYS`. */
  precision: Precision;
  owners: Owners;
  /** What "now" is. */
  at: Instant;
}

const cut = (text: string, most: number): string => {
  const points = [...text];
  return points.length > most ? `${points.slice(0, most - 1).join('')}…` : text;
};

/** A line that tells as much of the rest as there is room for. */
const line = (first: string, rest: readonly string[]): string => {
  let told = cut(first, LONGEST_LINE);
  for (const more of rest) if ([...told].length + [...more].length < LONGEST_LINE) told = `${told} ${more}`;
  return told;
};

const actionsOf = (count: number): string => `${count} ${count === 1 ? 'action' : 'actions'}`;

/** An action as it stood at the end of the week; nothing where it was not yet raised. */
const asOf = (action: Action, { to }: Span): Action | undefined => {
  const history = action.history.filter(({ at }) => at < to);
  const last = history.at(-1);
  return last && { ...action, history, status: last.status };
};

const within = ({ from, to }: Span, at: Instant | undefined): boolean => at !== undefined && from <= at && at < to;

const isRaised = ({ history }: Action, span: Span): boolean => within(span, history[0]?.at);

/** The change from which on an action has been over. */
const closingOf = ({ history }: Action): ActionChange | undefined =>
  history[history.findLastIndex((change) => !isOver(change)) + 1];

const countsLine = (known: readonly Action[], { entries, at }: WeekFacts, span: Span): string => {
  const raised = known.filter((action) => isRaised(action, span)).length;
  const closed = known.filter((action) => within(span, closingOf(action)?.at)).length;
  // What waits for room is told with its owner.
  const open = entries.filter((entry) => !isOver(entry) && entry.status !== 'queued');
  const overdue = open.filter(({ dueAt }) => dueAt < at);
  const urgent = overdue
    .filter(({ priority }) => priority === 'P1')
    .sort((a, b) => (a.dueAt + a.id < b.dueAt + b.id ? -1 : 1))
    .map(({ title }, i) => `${i === 0 ? 'Most urgent of these: ' : ''}${cut(title, TITLE_SHOWN)};`);
  return line(
    `${actionsOf(raised)} raised, ${closed} closed; ${open.length} open now, ${overdue.length} of them overdue, ${urgent.length} of those P1.`,
    urgent,
  )
    .replace(/;$/, '.')
    .replace(/…\.$/, '…');
};

/** All kinds but a score that contradicts its own words tell of a complaint that was brushed off (BRUSHED-1). */
const brushedOffKinds: readonly string[] = gapKinds.filter((kind) => kind !== 'contradiction');

const isBrushedOff = ({ gapIds }: Action): boolean =>
  gapIds.some((id) => brushedOffKinds.includes(kindOfGap(id) ?? ''));

/**
 * Reopened by what came up after a person had said that it was done, or evidence had shown so: neither what triage itself
 * had ended, nor what a person opened again, had failed.
 */
const failures = (action: Action, span: Span): ActionChange[] =>
  action.history.filter((change, i) => {
    if (change.type !== 'reopened' || isPersons(change) || !within(span, change.at)) return false;
    const history = action.history.slice(0, i);
    const status = history.at(-1)?.status ?? 'open';
    const end = endOf({ ...action, history, status });
    return end?.type === 'verified' || (end?.type === 'resolved' && isPersons(end));
  });

const lastTo = (action: Action, status: Action['status']): ActionChange | undefined =>
  action.status === status ? action.history.findLast((change) => change.type === status) : undefined;

const customersLine = (known: readonly Action[], span: Span): string => {
  const recoveries = known.filter(({ kind }) => kind === 'recover');
  const customers = (fits: (action: Action) => boolean): number =>
    new Set(recoveries.filter(fits).map(({ customerId, id }) => customerId ?? id)).size;
  const brushedOff = customers((action) => isRaised(action, span) && isBrushedOff(action));
  const again = customers((action) => failures(action, span).length > 0);
  const wonBack = customers((action) => within(span, lastTo(action, 'verified')?.at));
  const quiet = customers((action) => within(span, lastTo(action, 'unconfirmed')?.at));
  return `Customers: ${brushedOff} brushed off, ${again} let down again; ${wonBack} won back by their own word, ${quiet} not heard of since they were answered.`;
};

/** `verified: complaints fell by 45 %` without its first word, which the line says already. */
const figures = (change: string): string => change.replace(/^(?:verified|reopened|failed again): /, '');

const fixesLine = (known: readonly Action[], { entries }: WeekFacts, span: Span): string => {
  const fixes = known.filter(({ kind }) => kind === 'fix').sort((a, b) => (a.id < b.id ? -1 : 1));
  const told = (word: string, action: Action, change: ActionChange | undefined): string[] =>
    change && !isPersons(change) ? [`${word}: ${about(action)}, ${figures(change.change)}.`] : [];
  const verified = fixes.filter((action) => within(span, lastTo(action, 'verified')?.at));
  const failed = fixes.filter((action) => failures(action, span).length > 0);
  const waiting = entries.filter((one) => one.kind === 'fix' && one.status === 'resolved' && one.isWatched).length;
  return line(`Fixes: ${verified.length} verified, ${failed.length} failed, ${waiting} waiting to be judged.`, [
    ...failed.flatMap((action) => told('Failed', action, failures(action, span).at(-1))),
    ...verified.flatMap((action) => told('Verified', action, lastTo(action, 'verified'))),
  ]);
};

const percent = (share: number): string => (100 * share).toFixed(0);

const precisionLine = ({ actions, kinds }: Precision): string => {
  const weeks = JUDGED_DAYS / 7;
  if (!actions.precision)
    return `Nobody judged any action in the last ${weeks} weeks: a label, "not a complaint" or "wrong gap", tells how often they are right.`;
  const { value, low, high } = actions.precision;
  const wrongest = Object.entries<Judged>(kinds)
    .filter(([, { wrong }]) => wrong > 0)
    .sort(([, a], [, b]) => b.wrong / b.judged - a.wrong / a.judged || b.judged - a.judged)
    .map(([kind, { judged, wrong }]) => `Most often wrong: ${kind}, ${wrong} of ${judged}.`);
  return line(
    `Of ${actionsOf(actions.judged)} that people judged in the last ${weeks} weeks ${percent(value)} % were right (90 % interval ${percent(low)} to ${percent(high)} %).`,
    wrongest.slice(0, 1),
  );
};

/**
 * Five lines that tell a week to the head of a service: what was raised and closed, what became of customers and of fixes,
 * which owners have too much, and what people said of it all. None of it a customer's words; at most `LONGEST_LINE` each.
 *
 * WEEK-2: what happened in a week is told by the changes within it, whatever came after; what is open, overdue, waiting or
 * over a budget, as of now.
 */
export const weekOf = (facts: WeekFacts, span: Span): string[] => {
  const known = facts.changed.flatMap((action) => asOf(action, span) ?? []);
  return [
    countsLine(known, facts, span),
    customersLine(known, span),
    fixesLine(known, facts, span),
    line(...ownersLine(facts, span)),
    precisionLine(facts.precision),
  ];
};
