import { shareBar } from '../charts/share-bar.ts';
import { type Child, h } from '../dom.ts';
import { net, percent, range, whole } from '../figures.ts';
import { words } from '../words.ts';
import { type Detail, themeName } from './detail.ts';

const { why: told } = words.touchpoint;

type Why = NonNullable<Detail['why']>;

/** More of them nobody reads at once. */
const MOST_ROWS = 8;
const MOST_PHRASES = 8;

interface Row {
  name: Child;
  complaints: number;
  share: number;
  elsewhere: number | null;
  effect?: Child;
}

const row = ({ name, complaints, share, elsewhere, effect }: Row, all: number): HTMLElement =>
  h(
    'tr',
    {},
    h('th', { scope: 'row' }, name),
    h('td', { class: 'barred' }, shareBar(share, elsewhere)),
    h('td', { class: 'num' }, percent(share), h('small', {}, told.of(whole(complaints), whole(all)))),
    h('td', { class: 'num' }, elsewhere === null ? '–' : percent(elsewhere)),
    effect !== undefined && h('td', { class: 'num' }, effect),
  );

const shareTable = (title: string, column: string, rows: readonly Row[], all: number): Child => {
  if (rows.length === 0) return undefined;
  const hasEffect = rows.some(({ effect }) => effect !== undefined);
  const head = h(
    'thead',
    {},
    h(
      'tr',
      {},
      h('th', { scope: 'col' }, column),
      h('th', { scope: 'col', class: 'barred' }, h('span', { class: 'unseen' }, told.share)),
      h('th', { scope: 'col', class: 'num' }, told.here),
      h('th', { scope: 'col', class: 'num' }, told.elsewhere),
      hasEffect && h('th', { scope: 'col', class: 'num' }, told.effect),
    ),
  );
  const table = (some: readonly Row[], isFirst: boolean): HTMLElement =>
    h(
      'table',
      { class: hasEffect ? 'table shares has-effect' : 'table shares' },
      isFirst && h('caption', {}, told.caption),
      head.cloneNode(true),
      h(
        'tbody',
        {},
        some.map((one) => row(one, all)),
      ),
    );
  const rest = rows.slice(MOST_ROWS);
  return h(
    'div',
    {},
    h('h3', {}, title),
    table(rows.slice(0, MOST_ROWS), true),
    rest.length > 0 && h('details', {}, h('summary', {}, told.more(whole(rest.length))), table(rest, false)),
  );
};

const themeRows = ({ byTheme }: Why): Row[] =>
  byTheme.map(({ theme, effect, ...shared }) => ({
    ...shared,
    name: themeName(theme),
    effect: effect ? told.effectTold(net(effect.points), range(effect.low, effect.high)) : h('small', {}, told.tooFew),
  }));

const causeRows = ({ byCause }: Why): Row[] =>
  byCause.map(({ cause, ...shared }) => ({
    ...shared,
    name: [words.names.cause[cause], h('small', { class: 'told' }, told.causesTold[cause])],
  }));

const phrases = ({ distinctive }: Why): Child =>
  distinctive.length > 0 && [
    h('h3', {}, told.phrases),
    h(
      'ul',
      { class: 'phrases plain' },
      distinctive
        .slice(0, MOST_PHRASES)
        .map(({ phrase, customers, share, elsewhere }) =>
          h(
            'li',
            {},
            h('q', { dir: 'auto' }, phrase.replaceAll('#', told.number)),
            ' ',
            h('small', {}, told.phrase(whole(customers), percent(share), percent(elsewhere))),
          ),
        ),
    ),
  ];

/** What somebody wrote, as they wrote it. */
export const quotes = (title: string, found: readonly { text: string }[]): Child =>
  found.length > 0 &&
  h(
    'div',
    {},
    h('h3', {}, title),
    found.map(({ text }) => h('blockquote', { class: 'quote' }, h('p', { dir: 'auto' }, text))),
  );

/** What complaints here are about and what lies behind them, in shares and in customers' own words. */
export const whyPart = ({ why }: Detail): Child =>
  h(
    'section',
    { class: 'part' },
    h('h2', {}, told.title),
    why
      ? [
          h('p', { class: 'soft' }, told.rests(whole(why.complaints), whole(why.read))),
          h(
            'div',
            { class: 'pair' },
            quotes(told.quotes, why.quotes) || h('p', { class: 'soft' }, told.noQuotes),
            quotes(told.counterExamples, why.counterExamples),
          ),
          h(
            'div',
            { class: 'pair' },
            shareTable(told.themes, told.theme, themeRows(why), why.complaints),
            shareTable(told.causes, told.cause, causeRows(why), why.complaints),
          ),
          phrases(why),
          why.byTheme.some(({ effect }) => effect) && h('p', { class: 'note small' }, told.association),
        ]
      : h('p', { class: 'empty' }, told.none),
  );
