import { complainingChart, scoresChart } from '../charts/trend.ts';
import { type Child, h } from '../dom.ts';
import { net, range, roughly, whole } from '../figures.ts';
import { onDay } from '../time.ts';
import { words } from '../words.ts';
import { type Complaining, complainingOf, dayBefore } from './days.ts';
import type { Detail } from './detail.ts';

const { trend: told } = words.touchpoint;

const looksTable = ({ scores }: Detail): HTMLElement =>
  h(
    'table',
    { class: 'table' },
    h('caption', {}, told.lookCaption),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, told.day),
        [told.surveyed, told.corrected, told.hidden].map((name) => h('th', { scope: 'col', class: 'num' }, name)),
      ),
    ),
    h(
      'tbody',
      {},
      scores
        .toReversed()
        .map(({ day, surveyed, adjusted, points }) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row', class: 'nowrap' }, onDay(day)),
            h('td', { class: 'num' }, surveyed === null ? '–' : net(surveyed)),
            h('td', { class: 'num' }, adjusted ? `${net(adjusted.net)} (${range(adjusted.low, adjusted.high)})` : '–'),
            h('td', { class: 'num' }, points === undefined ? '–' : whole(points)),
          ),
        ),
    ),
  );

const daysTable = ({ trend }: Detail, complaining: readonly Complaining[]): HTMLElement => {
  const expected = new Map(complaining.map((one) => [one.day, one.expected]));
  return h(
    'table',
    { class: 'table' },
    h('caption', {}, told.dayCaption),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, told.day),
        [told.customers, told.expected, told.invited, told.answers].map((name) =>
          h('th', { scope: 'col', class: 'num' }, name),
        ),
      ),
    ),
    h(
      'tbody',
      {},
      trend.toReversed().map(({ day, complaining: customers, invited, top, middle, bottom }) => {
        const usual = expected.get(day);
        return h(
          'tr',
          {},
          h('th', { scope: 'row', class: 'nowrap' }, onDay(day)),
          h('td', { class: 'num' }, whole(customers)),
          h('td', { class: 'num' }, usual === undefined ? '–' : roughly(usual)),
          h('td', { class: 'num' }, whole(invited)),
          h('td', { class: 'num' }, whole(top + middle + bottom)),
        );
      }),
    ),
  );
};

const figure = (title: string, key: string, chart: HTMLElement): HTMLElement =>
  h('figure', { class: 'figure-of' }, h('figcaption', {}, title, ' ', h('small', {}, key)), chart);

/** As many days as the API tells one by one; looks before them stand in the table. */
const DAYS = 63;

/** Both scores by look and complaining customers by day, over the same days, with what people noted. */
export const trendPart = (detail: Detail, signal: AbortSignal): Child => {
  const to = detail.asOf.slice(0, 10);
  const from = dayBefore(to, DAYS - 1);
  const around = { from, to, marks: detail.annotations, signal };
  const looks = detail.scores.filter(({ day }) => day >= from && day <= to);
  const complaining = complainingOf(detail, from, to);
  return h(
    'section',
    { class: 'part' },
    h('h2', {}, told.title),
    h(
      'div',
      { class: 'pair' },
      looks.length > 0
        ? figure(told.scores, told.scoresKey, scoresChart(looks, { ...around, label: told.scores }))
        : h('p', { class: 'empty' }, told.none),
      figure(
        told.complaining,
        told.complainingKey,
        complainingChart(complaining, { ...around, label: told.complaining }),
      ),
    ),
    h(
      'details',
      { class: 'figures-of' },
      h('summary', {}, told.table),
      h('div', { class: 'pair' }, looksTable(detail), daysTable(detail, complaining)),
    ),
  );
};
