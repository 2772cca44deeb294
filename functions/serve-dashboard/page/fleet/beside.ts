import { linkTo } from '../address.ts';
import type { AnswerOf } from '../api.ts';
import { type Child, h } from '../dom.ts';
import { range, roughly, whole } from '../figures.ts';
import { gapName, placeLink } from '../place.ts';
import type { Gap } from '../scores.ts';
import { fromNow } from '../time.ts';
import { words } from '../words.ts';

type Action = AnswerOf<'actions'>['actions'][number];

/** What stands beside the dumbbells. */
export interface Beside {
  surges: readonly Gap[];
  darkCorners: readonly Gap[];
  urgent: readonly Action[];
  week: AnswerOf<'week'>;
  now: string;
}

const { surges: surging, urgent: pressing, week: weekly, rolledUp } = words.fleet;

const part = (title: string, ...children: Child[]): HTMLElement =>
  h('section', { class: 'part' }, h('h2', {}, title), children);

const surge = (gap: Gap): HTMLElement => {
  const { customers = 0, days = 0, expected = 0 } = gap.surge ?? {};
  return h(
    'li',
    {},
    h(
      'a',
      { id: `surge-${gap.id}`, href: placeLink(gap.anchor ?? gap) },
      h('span', { class: 'row-title' }, gapName(gap)),
      gap.surge && h('span', { class: 'row-more' }, surging.told(whole(customers), days, roughly(expected))),
    ),
  );
};

const action = ({ id, title, priority, owner, dueAt, customerId }: Action, now: string): HTMLElement => {
  const when = fromNow(dueAt, now);
  return h(
    'li',
    {},
    h(
      'a',
      { id: `action-${id}`, href: linkTo(['action', id]) },
      h('span', { class: 'row-title' }, h('b', {}, priority), ' ', title),
      h(
        'span',
        { class: 'row-more' },
        pressing.due(owner.team, when),
        customerId && pressing.customer(customerId),
        dueAt < now && [' ', h('span', { class: 'badge alarm' }, pressing.overdue)],
      ),
    ),
  );
};

const wide = (gap: Gap): HTMLElement => {
  const { size = 0, low = 0, high = 0 } = gap;
  return h(
    'li',
    {},
    h(
      'a',
      { href: placeLink(gap.anchor ?? gap) },
      h('span', { class: 'row-title' }, gapName(gap)),
      h('span', { class: 'row-more' }, rolledUp.told(words.score.points(whole(size)), range(low, high))),
    ),
  );
};

/** Surges, what is most urgent and the week. */
export const beside = ({ surges, darkCorners, urgent, week, now }: Beside): Child => {
  const across = darkCorners.filter(({ scope }) => scope !== 'cell');
  return [
    across.length > 0 && part(rolledUp.title, h('ul', { class: 'rows' }, across.map(wide))),
    part(
      pressing.title,
      urgent.length === 0
        ? h('p', { class: 'soft' }, pressing.none)
        : h(
            'ul',
            { class: 'rows' },
            urgent.map((one) => action(one, now)),
          ),
      h('p', {}, h('a', { id: 'all-actions', href: linkTo(['actions']) }, pressing.all)),
    ),
    part(
      surging.title,
      surges.length === 0 ? h('p', { class: 'soft' }, surging.none) : h('ul', { class: 'rows' }, surges.map(surge)),
    ),
    week.lines.length > 0 &&
      part(
        weekly.title,
        h(
          'ul',
          { class: 'week plain' },
          week.lines.map((line) => h('li', {}, line)),
        ),
      ),
  ];
};
