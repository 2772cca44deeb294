import type { ActionEntry } from '../../../functions/domain/outputs/action-entry.ts';
import { plain } from '../../rejects/printed.ts';

interface Column {
  head: string;
  width: number;
  of(action: ActionEntry): string;
}

const evidenceOf = ([first = '', ...more]: readonly string[]): string =>
  more.length > 0 ? `${first} +${more.length}` : first;

const priority: Column = { head: '', width: 2, of: (action) => action.priority };
const title: Column = { head: 'what is wrong', width: 56, of: (action) => action.title };
const customer: Column = { head: 'customer', width: 16, of: ({ customerId }) => customerId ?? '(nobody named)' };
const owner: Column = { head: 'owner', width: 18, of: (action) => action.owner.team };
const due: Column = { head: 'due (UTC)', width: 16, of: ({ dueAt }) => dueAt.slice(0, 16).replace('T', ' ') };
const evidence: Column = { head: 'evidence', width: 40, of: (action) => evidenceOf(action.evidence) };

const GAP = 2;
const LEAST_TITLE = 20;

const widthOf = (columns: readonly Column[]): number => columns.reduce((sum, { width }) => sum + width + GAP, 0);

/** What fits a line: evidence goes first, then the owner; the title takes what is left. */
const columnsFor = (width: number): Column[] => {
  const layouts = [
    [priority, title, customer, owner, due, evidence],
    [priority, title, customer, owner, due],
    [priority, title, customer, due],
  ];
  const fits = layouts.find((layout) => widthOf(layout) <= width);
  if (fits) return fits;
  const others = [priority, customer, due];
  return [priority, { ...title, width: Math.max(LEAST_TITLE, width - widthOf(others) - GAP) }, customer, due];
};

const cell = (given: string, width: number): string => {
  const text = plain(given);
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
};

/** Actions as lines of text, a heading first, each line at most `width` characters where that is at least 60. */
export const actionTable = (actions: readonly ActionEntry[], width: number = process.stdout.columns ?? 200): string => {
  const columns = columnsFor(width);
  const line = (texts: readonly string[]) =>
    columns
      .map((column, i) => ' '.repeat(GAP) + cell(texts[i] ?? '', column.width))
      .join('')
      .trimEnd();
  return [
    line(columns.map(({ head }) => head)),
    ...actions.map((action) => line(columns.map(({ of }) => of(action)))),
  ].join('\n');
};
