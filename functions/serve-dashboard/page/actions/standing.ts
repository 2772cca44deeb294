import { h, svg } from '../dom.ts';
import { whole } from '../figures.ts';
import { atTime, fromNow } from '../time.ts';
import { themeName } from '../touchpoint/detail.ts';
import { words } from '../words.ts';
import { type Entry, isOver, isOverdue } from './entry.ts';

/** An upright mark before what is late, so that it is not told by colour alone. */
const lateMark = (): SVGElement =>
  svg(
    'svg',
    { class: 'late-mark', viewBox: '0 0 10 10', 'aria-hidden': 'true' },
    svg('path', { d: 'M5 0 10 10H0z' }),
    svg('path', { class: 'late-hole', d: 'M4.4 4h1.2l-.2 2.8h-.8zM4.4 7.6h1.2v1.2H4.4z' }),
  );

/** How long there is left, or how late it is; of what is over, when it was due. */
export const deadline = (entry: Entry, now: string): HTMLElement => {
  const { dueAt, status } = entry;
  const time = h('time', { datetime: dueAt }, atTime(dueAt));
  if (isOver(status)) return h('span', { class: 'deadline soft' }, words.action.dueOn(''), time);
  const apart = fromNow(dueAt, now);
  if (!isOverdue(entry, now)) {
    return h('span', { class: 'deadline' }, h('b', {}, words.action.due(apart)), h('small', {}, time));
  }
  return h(
    'span',
    { class: 'deadline late' },
    h('b', {}, lateMark(), words.action.overdue),
    h('small', {}, `${words.action.wasDue(apart)}, `, time),
  );
};

/** What has been done about it, in a word. */
export const statusBadge = ({ status }: Pick<Entry, 'status'>): HTMLElement =>
  h('span', { class: `badge ${status === 'verified' ? 'good' : 'open'}` }, words.names.status[status]);

/** How urgent it is: the most urgent stands out by its outline as well. */
export const priorityBadge = ({ priority }: Pick<Entry, 'priority'>): HTMLElement =>
  h('span', { class: `badge${priority === 'P1' ? ' alarm' : ''}` }, priority);

export const pointsOf = ({ parts }: Entry): number => Object.values(parts).reduce((sum, points) => sum + points, 0);

export const themeNames = (themes: readonly string[]): string => themes.map(themeName).join(', ');

export const causeNames = (causes: readonly (keyof typeof words.names.cause)[]): string =>
  causes.map((cause) => words.names.cause[cause]).join(', ');

/** Counted from none to all. */
export const counted = (n: number, more: boolean): string => (more ? words.board.atLeast(whole(n)) : whole(n));
