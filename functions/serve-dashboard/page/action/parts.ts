import { weights } from '../../../domain/actions/priority-weights.ts';
import type { Entry } from '../actions/entry.ts';
import { pointsOf } from '../actions/standing.ts';
import { type Child, h, svg } from '../dom.ts';
import { whole } from '../figures.ts';
import { words } from '../words.ts';

type Part = keyof typeof weights;

const names = Object.keys(weights) as Part[];

/** All by the same measure: the part that may weigh most is as wide as the box. */
const UTMOST = Math.max(...Object.values(weights));

const bar = (points: number, most: number): SVGElement => {
  const width = (n: number) => (100 * n) / UTMOST;
  return svg(
    'svg',
    { class: 'bar', viewBox: '0 0 100 6', preserveAspectRatio: 'none', height: 6, 'aria-hidden': 'true' },
    svg('rect', { class: 'bar-track', width: width(most), height: 6 }),
    svg('rect', { class: 'bar-here', width: width(points), height: 6 }),
  );
};

/** What the priority is made of, part by part. */
export const partsPart = (action: Entry): Child => {
  const { parts } = words.action;
  return h(
    'section',
    { class: 'part' },
    h('h2', {}, parts.title),
    h('p', {}, parts.sum(action.priority, whole(pointsOf(action)))),
    h(
      'ul',
      { class: 'plain weighed' },
      names.map((name) => {
        const [title, about] = parts[name];
        const points = action.parts[name];
        return h(
          'li',
          { class: points === 0 && 'none' },
          h('p', {}, h('span', {}, title), h('span', { class: 'num' }, parts.of(whole(points), whole(weights[name])))),
          bar(points, weights[name]),
          h('p', { class: 'small soft' }, about),
        );
      }),
    ),
  );
};
