import { linkTo } from '../address.ts';
import { type Child, h } from '../dom.ts';
import { range, roughly, whole } from '../figures.ts';
import { gapName } from '../place.ts';
import type { Gap } from '../scores.ts';
import { fromNow, onDay } from '../time.ts';
import { words } from '../words.ts';
import type { Detail } from './detail.ts';

const { open: told } = words.touchpoint;

const order = ['open', 'suspected', 'cleared'];

const sizeTold = ({ surge, size, low, high }: Gap): string | undefined => {
  if (surge) return told.surge(whole(surge.customers), roughly(surge.expected));
  if (size === undefined || low === undefined || high === undefined) return undefined;
  return told.size(whole(size), range(low, high));
};

const gapItem = (gap: Gap): HTMLElement => {
  const { kind, state, scope, openedAt } = gap;
  return h(
    'li',
    {},
    h(
      'span',
      { class: `badge ${kind === 'dark-corner' && state === 'open' ? 'dark' : 'open'}` },
      words.names.gapKind[kind],
    ),
    ' ',
    scope !== 'cell' && [gapName(gap), ': '],
    sizeTold(gap),
    ' ',
    h('small', {}, told.since(words.names.gapState[state], onDay(openedAt))),
  );
};

type Action = Detail['actions'][number];

const isUnfinished = ({ status }: Action): boolean => ['open', 'acknowledged', 'reopened', 'queued'].includes(status);

/** What still has to be done first, by its deadline; then the newest that was. */
const dueFirst = (a: Action, b: Action): number =>
  Number(isUnfinished(b)) - Number(isUnfinished(a)) ||
  (isUnfinished(a)
    ? a.priority.localeCompare(b.priority) || a.dueAt.localeCompare(b.dueAt)
    : b.dueAt.localeCompare(a.dueAt));

const actionItem = (action: Action, now: string): HTMLElement => {
  const { id, title, priority, status, owner, dueAt, customerId } = action;
  const state = words.names.status[status];
  return h(
    'li',
    {},
    h(
      'a',
      { href: linkTo(['action', id]) },
      h('span', { class: 'row-title' }, h('b', {}, priority), ' ', title),
      h(
        'span',
        { class: 'row-more' },
        isUnfinished(action) ? told.due(state, owner.team, fromNow(dueAt, now)) : told.closed(state, owner.team),
        customerId && words.fleet.urgent.customer(customerId),
        isUnfinished(action) && dueAt < now && [' ', h('span', { class: 'badge alarm' }, words.fleet.urgent.overdue)],
      ),
    ),
  );
};

const MOST_ACTIONS = 8;

const actionList = (actions: readonly Action[], now: string): Child =>
  h(
    'ul',
    { class: 'rows' },
    actions.map((action) => actionItem(action, now)),
  );

/** What was found at this touchpoint, and what is done about it. */
export const openPart = ({ gaps, actions }: Detail, now: string): Child => {
  const found = gaps.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const toDo = actions.toSorted(dueFirst);
  const rest = toDo.slice(MOST_ACTIONS);
  return h(
    'section',
    { class: 'part' },
    h('h2', {}, told.title),
    h(
      'div',
      { class: 'pair' },
      h(
        'div',
        {},
        h('h3', {}, told.actions),
        toDo.length === 0 ? h('p', { class: 'soft' }, told.noActions) : actionList(toDo.slice(0, MOST_ACTIONS), now),
        rest.length > 0 &&
          h('details', {}, h('summary', {}, words.touchpoint.why.more(whole(rest.length))), actionList(rest, now)),
      ),
      h(
        'div',
        {},
        h('h3', {}, told.gaps),
        found.length === 0
          ? h('p', { class: 'soft' }, told.noGaps)
          : h('ul', { class: 'gaps plain' }, found.map(gapItem)),
      ),
    ),
  );
};
