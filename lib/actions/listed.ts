import type { Action } from '../../functions/domain/actions/action.ts';
import { isOver } from '../../functions/domain/actions/clock-entry.ts';
import type { Instant } from '../../functions/domain/instant.ts';
import { table } from '../command-line/table.ts';
import { plain } from '../rejects/printed.ts';
import { type Counts, tellingIds } from './choosing.ts';
import { age, left, minutes } from './span.ts';

interface Column {
  head: string;
  of(action: Action, now: Instant): string;
}

const columns = {
  priority: { head: 'P', of: ({ priority }) => priority },
  status: { head: 'status', of: ({ status }) => status },
  due: { head: 'due (UTC)', of: ({ dueAt }) => minutes(dueAt) },
  left: { head: 'left', of: (action, now) => (isOver(action) ? '' : left(action.dueAt, now)) },
  owner: { head: 'owner', of: ({ owner }) => owner.team },
  customer: { head: 'customer', of: ({ customerId }) => customerId ?? '' },
  title: { head: 'what is wrong', of: ({ title }) => title },
} satisfies Record<string, Column>;

/** What is shown as the screen gets narrower: the title tells the place, `show` the rest. */
const layouts: readonly (readonly (keyof typeof columns)[])[] = [
  ['priority', 'status', 'due', 'left', 'owner', 'customer', 'title'],
  ['priority', 'status', 'due', 'left', 'owner', 'title'],
  ['priority', 'status', 'left', 'title'],
];

/** Less of a title than this tells the kind of gap, and no more. */
const LEAST_TITLE = 36;
const GAP = 2;

/**
 * Actions as lines of text, a heading first, each with the beginning of its id that tells it from the others.
 *
 * @param width characters of a line; left out, nothing is cut
 */
export const listText = (actions: readonly Action[], now: Instant, width = Number.POSITIVE_INFINITY): string => {
  const ids = tellingIds(actions.map(({ id }) => id));
  const cellsOf = (layout: readonly (keyof typeof columns)[]): string[][] =>
    actions.map((action, i) => [ids[i] ?? '', ...layout.map((name) => plain(columns[name].of(action, now)))]);
  const headsOf = (layout: readonly (keyof typeof columns)[]): string[] => [
    'ID',
    ...layout.map((name) => columns[name].head),
  ];
  const isFitting = (layout: readonly (keyof typeof columns)[]): boolean => {
    const lines = [headsOf(layout), ...cellsOf(layout)];
    const widths = headsOf(layout).map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
    const title = Math.min(widths.pop() ?? 0, LEAST_TITLE);
    return widths.reduce((sum, one) => sum + one + GAP, title) <= width;
  };
  const layout = layouts.find(isFitting) ?? layouts.at(-1) ?? [];
  return table(
    headsOf(layout).map((head) => ({ head, numbers: head === columns.left.head })),
    cellsOf(layout),
    width,
  );
};

/** What a person asks first, in a line. */
export const countsText = ({ open, overdue, waiting, oldestWaiting, over }: Counts, now: Instant): string => {
  const oldest = oldestWaiting === undefined ? '' : `, the oldest ${age(oldestWaiting, now)} old`;
  return `${open} open, ${overdue} of them overdue; ${waiting} waiting for room${oldest}${over > 0 ? `; ${over} over` : ''}.`;
};
