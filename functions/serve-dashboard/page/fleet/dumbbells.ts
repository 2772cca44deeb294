import { linkTo } from '../address.ts';
import { netRow, netTicks } from '../charts/net-axis.ts';
import { type Child, h } from '../dom.ts';
import { net, percent, range, rate, whole } from '../figures.ts';
import { placeName, UNATTRIBUTED } from '../place.ts';
import { correctedOf, isByComplaints, neededOf, type Score, shownNet } from '../scores.ts';
import { words } from '../words.ts';
import type { Standing } from './standing.ts';

const { table } = words.fleet;

/** Whether it is known who was asked. */
const knowsInvited = (score: Score): boolean => !isByComplaints(score) && score.surveyed.invited > 0;

/** `30 of 95, 32 %`. */
const answeredTold = (score: Score): string => {
  const { n, invited, responseRate } = score.surveyed;
  if (!knowsInvited(score)) return words.score.answers(n, whole(n));
  const told = words.score.answered(whole(n), whole(invited));
  return responseRate === null ? told : `${told}, ${percent(responseRate)}`;
};

/** The same, where nothing says what is counted. */
const answeredWhole = (score: Score): string => {
  const { n, invited } = score.surveyed;
  return knowsInvited(score) ? words.score.answeredOf(whole(n), whole(invited)) : words.score.answers(n, whole(n));
};

const named = ({ entry, darkCorner }: Standing): Child => [
  h(
    'a',
    { id: `at-${entry.id}`, class: 'dumbbell-link', href: linkTo(['touchpoint', entry.id]) },
    entry.location === UNATTRIBUTED
      ? h('b', {}, placeName(entry))
      : [h('b', {}, entry.touchpoint), ' ', h('span', { class: 'dumbbell-at' }, entry.location)],
  ),
  darkCorner && h('span', { class: 'badge dark' }, table.darkCorner),
];

const cell = (kind: string, label: string, ...children: Child[]): HTMLElement =>
  h('td', { class: `dumbbell-figures ${kind}`, role: 'cell', 'data-label': label }, children);

const figure = (kind: string, told: string): HTMLElement => h('span', { class: `figure ${kind}` }, told);

const surveyedCell = (score: Score, surveyed: number): HTMLElement =>
  cell('', table.surveyed, figure('said-surveyed', net(surveyed)), h('small', {}, answeredTold(score)));

const hiddenCell = ({ entry, score, darkCorner }: Standing): HTMLElement => {
  const told = (size: number, low: number, high: number, more: Child): HTMLElement =>
    cell('', table.hidden, figure('', whole(size)), h('small', {}, range(low, high), more));
  const gap = score.gap ?? entry.gap;
  if (gap) {
    const q = darkCorner && entry.gap && ` · ${words.score.q(rate(entry.gap.qValue))}`;
    return told(gap.points, gap.low, gap.high, q);
  }
  const { size, low, high } = darkCorner ?? {};
  return size === undefined || low === undefined || high === undefined
    ? cell('', table.hidden)
    : told(size, low, high, [' ', table.wasHidden]);
};

/** What is known of the corrected score, in two cells, or in one that says what is missing. */
const correctedCells = (standing: Standing): Child => {
  const corrected = correctedOf(standing.score);
  if (!corrected) return h('td', { colspan: 2, role: 'cell' }, h('small', {}, missingTold(standing.score)));
  const { low, high } = corrected;
  return [
    cell('', table.corrected, figure('said-corrected', net(corrected.net)), h('small', {}, range(low, high))),
    hiddenCell(standing),
  ];
};

const missingTold = (score: Score): string => {
  const needed = neededOf(score);
  return needed === undefined ? words.score.notCorrected : words.score.tooFew(whole(needed));
};

/** A touchpoint of which no score can be told needs no picture of nothing: what is missing is said instead. */
const unscoredCell = (score: Score): HTMLElement =>
  h(
    'td',
    { class: 'dumbbell-missing', colspan: 4, role: 'cell' },
    table.noScore(answeredWhole(score), missingTold(score)),
  );

const row = (standing: Standing): HTMLElement => {
  const { score, darkCorner } = standing;
  const surveyed = shownNet(score);
  return h(
    'tr',
    { class: darkCorner ? 'dumbbell is-dark' : 'dumbbell', role: 'row' },
    h('th', { scope: 'row', role: 'rowheader', class: 'dumbbell-name' }, named(standing)),
    surveyed === undefined && !correctedOf(score)
      ? unscoredCell(score)
      : [
          h('td', { class: 'dumbbell-axis', role: 'cell' }, netRow(score, darkCorner !== undefined)),
          surveyed === undefined
            ? cell('', table.surveyed, h('small', {}, answeredTold(score)))
            : surveyedCell(score, surveyed),
          correctedCells(standing),
        ],
  );
};

/**
 * The dumbbells: a table whose rows hold a picture each. Roles are named because a narrow page lays rows out as blocks, and
 * browsers then no longer take them for a table.
 */
export const dumbbells = (standings: readonly Standing[]): HTMLElement =>
  h(
    'table',
    { class: 'dumbbells', role: 'table' },
    h('caption', { class: 'unseen' }, table.caption),
    h(
      'thead',
      { role: 'rowgroup' },
      h(
        'tr',
        { role: 'row' },
        h('th', { scope: 'col', role: 'columnheader' }, table.touchpoint),
        h(
          'th',
          { scope: 'col', role: 'columnheader', class: 'dumbbell-axis' },
          h('span', { class: 'unseen' }, table.axis),
          netTicks(),
        ),
        h('th', { scope: 'col', role: 'columnheader', class: 'said-surveyed' }, table.surveyed),
        h('th', { scope: 'col', role: 'columnheader', class: 'said-corrected' }, table.corrected),
        h('th', { scope: 'col', role: 'columnheader' }, table.hidden),
      ),
    ),
    h('tbody', { role: 'rowgroup' }, standings.map(row)),
  );
