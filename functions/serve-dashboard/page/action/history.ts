import type { Detail } from '../actions/entry.ts';
import { byWhom } from '../actions/meanwhile.ts';
import { type Child, h } from '../dom.ts';
import { atTime } from '../time.ts';
import { words } from '../words.ts';

/** Every change with who, when and why, the newest first. */
export const historyPart = ({ history }: Detail): Child => {
  const { history: told } = words.action;
  return h(
    'section',
    { class: 'part' },
    h('h2', {}, told.title),
    h(
      'table',
      { class: 'table' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          [told.when, told.who, told.what].map((name) => h('th', { scope: 'col' }, name)),
        ),
      ),
      h(
        'tbody',
        {},
        history
          .toReversed()
          .map(({ at, by, change, reason, to }) =>
            h(
              'tr',
              {},
              h('td', {}, h('time', { datetime: at }, atTime(at))),
              h('td', {}, byWhom(by)),
              h(
                'td',
                {},
                change,
                reason && h('q', { class: 'reason', dir: 'auto' }, reason),
                to && to.length > 0 && h('small', { class: 'reason' }, told.told(to.join(', '))),
              ),
            ),
          ),
      ),
    ),
  );
};

/** What people said of it. */
export const labelsPart = ({ labels }: Detail): Child => {
  const { labels: told, steps } = words.action;
  if (labels.length === 0) return undefined;
  return h(
    'section',
    { class: 'part' },
    h('h2', {}, told.title),
    h(
      'ul',
      { class: 'plain' },
      labels.map(({ label, by, at }) => h('li', {}, told.told(steps.labels[label], by, atTime(at)))),
    ),
  );
};
