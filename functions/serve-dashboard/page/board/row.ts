import { startsFrom } from '../../../domain/actions/steps.ts';
import { type Entry, isOverdue, mayChange } from '../actions/entry.ts';
import { press } from '../actions/press.ts';
import { deadline, priorityBadge, statusBadge } from '../actions/standing.ts';
import { linkTo } from '../address.ts';
import { type Child, h } from '../dom.ts';
import { placeName } from '../place.ts';
import type { App } from '../screen.ts';
import { words } from '../words.ts';

export interface RowSays {
  /** Came while somebody looked. */
  isNew: boolean;
  /** What a change came to. */
  note?: Child;
}

const where = ({ touchpoint, location }: Entry): string | undefined =>
  touchpoint === undefined ? undefined : placeName({ touchpoint, location });

/** One action of the board, with the one thing that can be done right there. */
export const actionRow = (
  app: App,
  entry: Entry,
  { isNew, note }: RowSays,
  acknowledge: () => Promise<void>,
): HTMLElement => {
  const { row } = words.board;
  const link = linkTo(['action', entry.id]);
  // Many actions have the same title: by their customers they are told apart, by who sees and who listens.
  const whose = entry.customerId === undefined ? '' : words.fleet.urgent.customer(entry.customerId);
  const canAcknowledge = mayChange(entry, app.me) && startsFrom.acknowledge.includes(entry.status);
  const more = [words.action.kind[entry.kind], row.owner(entry.owner.team), where(entry)].filter(Boolean).join(' · ');
  const button = h(
    'button',
    {
      class: 'button',
      type: 'button',
      id: `ack-${entry.id}`,
      'aria-label': row.acknowledgeIt(`${entry.title}${whose}`),
      click: () => void press(button, row.sending, acknowledge),
    },
    row.acknowledge,
  );
  return h(
    'li',
    { class: `todo${isOverdue(entry, app.now()) ? ' late' : ''}` },
    h('div', { class: 'todo-rank' }, priorityBadge(entry)),
    h(
      'div',
      { class: 'todo-what' },
      h(
        'p',
        { class: 'todo-title' },
        h('a', { id: `to-${entry.id}`, href: link }, entry.title, whose && h('span', { class: 'soft' }, whose)),
        isNew && [' ', h('span', { class: 'badge dark' }, row.isNew)],
      ),
      h('p', { class: 'row-more' }, entry.status !== 'open' && [statusBadge(entry), ' '], more),
      h('div', { class: 'todo-note', role: 'status' }, note),
    ),
    h('div', { class: 'todo-due' }, deadline(entry, app.now())),
    h('div', { class: 'todo-do' }, canAcknowledge && button),
  );
};
