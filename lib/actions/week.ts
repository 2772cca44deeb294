import { localDay } from '../../functions/domain/actions/business-calendar.ts';
import type { ClockEntry } from '../../functions/domain/actions/clock-entry.ts';
import { sevenDaysBefore } from '../../functions/domain/actions/local-week.ts';
import type { Owners } from '../../functions/domain/actions/owners.ts';
import type { Judged, Precision } from '../../functions/domain/actions/precision.ts';
import { JUDGED_DAYS, weekOf } from '../../functions/domain/actions/week.ts';
import type { WeekTold } from '../../functions/domain/events/event.ts';
import { DAY, type Day, type Instant, plus } from '../../functions/domain/instant.ts';
import { type ChangedActions, readPrecision, readWeek } from '../../functions/runtime/week-facts.ts';
import { table } from '../command-line/table.ts';

/** Where the actions are read: `Actions` on the state table. */
export interface WeekPort extends ChangedActions {
  underTheClock(): Promise<ClockEntry[]>;
}

/** What a person asks of the last days. */
export interface Asked {
  owners: Owners;
  now: Instant;
}

/**
 * The summary of the seven local days before a day, as of now.
 *
 * @param to the day after the last; left out, today by the answering calendar
 * @throws RangeError where `owners` was never checked
 */
export const weekTold = async (
  actions: WeekPort,
  { owners, now, to }: Asked & { to?: Day | undefined },
): Promise<WeekTold> => {
  const calendar = owners.calendars[owners.answering];
  if (!calendar) throw new RangeError(`owners.json: no calendar "${owners.answering}"`);
  const span = sevenDaysBefore(to ?? localDay(now, calendar), calendar);
  const [entries, read] = await Promise.all([actions.underTheClock(), readWeek(actions, span, now, () => true)]);
  if (!read) throw new Error('a reading that may take its time was cut short');
  return { ...span, lines: weekOf({ ...read, entries, owners, at: now }, span) };
};

/** A summary as text: the five lines, or one line of JSON. */
export const weekText = ({ from, to, lines }: WeekTold, json: boolean): string =>
  json ? JSON.stringify({ from, to, lines }) : lines.join('\n');

/** How often people found right what was found, by what they said in the last quarter. */
export const precisionSince = (actions: ChangedActions, now: Instant): Promise<Precision> =>
  readPrecision(actions, plus(now, -JUDGED_DAYS * DAY));

const percent = (share: number): string => (100 * share).toFixed(0);

const rowOf = (name: string, { judged, wrong, precision }: Judged): string[] => [
  name,
  String(judged),
  String(wrong),
  precision
    ? `${percent(precision.value)} % (${percent(precision.low)} to ${percent(precision.high)} %)`
    : 'nobody judged any',
];

const CAVEAT = `By what people said in the last ${JUDGED_DAYS / 7} weeks: wrong where they labelled an action, right where they resolved it without.
In brackets the 90 % interval. The judged are no random sample of what was found: \`npm run calibrate\` draws one.`;

/** Precision by kind of gap as a table, or as one line of JSON. */
export const precisionTable = ({ actions, kinds, complaints }: Precision, json: boolean): string => {
  if (json) return JSON.stringify({ actions, kinds, complaints });
  const columns = [
    { head: '' },
    { head: 'judged', numbers: true },
    { head: 'wrong', numbers: true },
    { head: 'right' },
  ];
  const rows = [
    rowOf('all actions', actions),
    ...Object.entries(kinds).map(([kind, judged]) => rowOf(kind, judged)),
    rowOf('complaint decision', complaints),
  ];
  return `${table(columns, rows)}\n\n${CAVEAT}`;
};
