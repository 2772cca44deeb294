import { countBar } from '../charts/share-bar.ts';
import { type Child, figured, h } from '../dom.ts';
import { percent, whole } from '../figures.ts';
import { words } from '../words.ts';
import type { Detail } from './detail.ts';
import { quotes } from './why-part.ts';

const { coverage: told } = words.touchpoint;

type Coverage = NonNullable<Detail['coverage']>;
type Group = Coverage['byLanguage'][number];

/** Of nobody asked there is no rate, of a few none that means anything. */
const rateTold = (invited: number, rate: number | null): Child => {
  if (rate !== null) return percent(rate);
  return invited === 0 ? '–' : h('small', {}, told.few);
};

const groupRow = (
  { name, invited, answers, responseRate, worded, unscored }: Group,
  most: number,
  hasUnscored: boolean,
) =>
  h(
    'tr',
    {},
    h('th', { scope: 'row' }, name),
    h('td', { class: 'barred' }, countBar(answers, invited, most)),
    h('td', { class: 'num' }, invited === 0 ? '–' : words.score.answered(whole(answers), whole(invited))),
    h('td', { class: 'num' }, rateTold(invited, responseRate)),
    h('td', { class: 'num' }, whole(worded)),
    hasUnscored && h('td', { class: 'num' }, whole(unscored)),
  );

const groupTable = (title: string, groups: readonly Group[]): Child => {
  if (groups.length === 0) return undefined;
  const most = Math.max(...groups.map(({ invited }) => invited));
  const hasUnscored = groups.some(({ unscored }) => unscored > 0);
  const columns = [told.answered, told.rate, told.wrote, ...(hasUnscored ? [told.noSentiment] : [])];
  return h(
    'div',
    {},
    h('h3', {}, title),
    h(
      'table',
      { class: 'table shares' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, h('span', { class: 'unseen' }, told.group)),
          h('th', { scope: 'col', class: 'barred' }, h('span', { class: 'unseen' }, told.answered)),
          columns.map((name) => h('th', { scope: 'col', class: 'num' }, name)),
        ),
      ),
      h(
        'tbody',
        {},
        groups.map((group) => groupRow(group, most, hasUnscored)),
      ),
    ),
  );
};

const summary = ({ answers, invited, responseRate, brushedOff, unscored, worded }: Coverage): string =>
  (invited === 0
    ? ''
    : told.told(whole(answers), whole(invited), responseRate === null ? told.few : percent(responseRate))) +
  (brushedOff.invited > 0 ? told.brushedOff(whole(brushedOff.answers), whole(brushedOff.invited)) : '') +
  (unscored > 0 ? told.unscored(whole(unscored), whole(worded)) : told.scored);

/** Who was asked and did not answer, whose words could not be read, and what staff say beside it. */
export const coveragePart = ({ coverage }: Detail): Child =>
  h(
    'section',
    { class: 'part' },
    h('h2', {}, told.title),
    coverage
      ? [
          h('p', {}, figured(summary(coverage))),
          h('p', { class: 'small soft' }, told.caption),
          h(
            'div',
            { class: 'triple' },
            (['byLanguage', 'byChannel', 'bySegment'] as const).map((by) => groupTable(told.by[by], coverage[by])),
          ),
          coverage.staffNotes.n > 0 && quotes(told.notes(whole(coverage.staffNotes.n)), coverage.staffNotes.quotes),
        ]
      : h('p', { class: 'empty' }, told.none),
  );
