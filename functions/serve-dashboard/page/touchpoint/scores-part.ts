import { netPicture, netRow } from '../charts/net-axis.ts';
import { shareBar } from '../charts/share-bar.ts';
import { type Child, figured, h } from '../dom.ts';
import { about, net, percent, range, rate, whole } from '../figures.ts';
import { type Corrected, correctedOf, isByComplaints, neededOf, type Score, scoresOf, shownNet } from '../scores.ts';
import { onDay } from '../time.ts';
import { words } from '../words.ts';
import { type Detail, openCorner } from './detail.ts';

const { scores: told, strata: layers } = words.touchpoint;

const answered = ({ surveyed: { n, invited } }: Score): string =>
  invited > 0 ? words.score.answeredOf(whole(n), whole(invited)) : words.score.answers(n, whole(n));

const correctedTold = (score: Score, { net: corrected, low, high }: Corrected): string =>
  isByComplaints(score)
    ? told.byComplaints(net(corrected), range(low, high))
    : told.corrected(whole(score.surveyed.invited), net(corrected), range(low, high));

/** Both scores in a sentence, and what silence hides in another. */
export const lede = (detail: Detail): Child => {
  const surveyed = shownNet(detail);
  const corrected = correctedOf(detail);
  const needed = neededOf(detail);
  const first = surveyed === undefined ? told.tooFewToTell(answered(detail)) : told.surveyed(net(surveyed));
  const { gap, impact } = detail;
  const isDark = openCorner(detail) !== undefined;
  const q = gap && words.score.q(rate(gap.qValue));
  return [
    h('p', { class: 'lede' }, figured(first + (corrected ? correctedTold(detail, corrected) : ''))),
    needed !== undefined && h('p', {}, words.score.tooFew(whole(needed))),
    gap &&
      q &&
      h(
        'p',
        {},
        isDark && [h('span', { class: 'badge dark' }, words.fleet.table.darkCorner), ' '],
        told.hidden(whole(gap.points), range(gap.low, gap.high)),
        isDark ? told.dark(q) : told.plain(q),
        impact && impact.perMonth >= 1 && told.brushedOff(about(impact.perMonth), about(impact.shown)),
      ),
  ];
};

const fact = (name: string, key: Child, unit?: Child): HTMLElement =>
  h(
    'div',
    {},
    h('dt', {}, name),
    h('dd', {}, h('span', { class: 'key' }, key), ' ', h('span', { class: 'unit' }, unit)),
  );

const facts = (detail: Detail): HTMLElement => {
  const { surveyed, complaints, reviews, window } = detail;
  const { share, customers } = complaints;
  const unit = [told.facts.customers(customers), share !== null && `; ${told.facts.ofInvited(percent(share))}`];
  return h(
    'dl',
    { class: 'facts' },
    fact(told.facts.rate, surveyed.responseRate === null ? '–' : percent(surveyed.responseRate), answered(detail)),
    fact(told.facts.complaints, whole(customers), unit),
    fact(
      told.facts.reviews,
      reviews.net === null ? '–' : net(reviews.net),
      told.facts.reviewCount(reviews.n, whole(reviews.n)),
    ),
    h('div', {}, h('dt', {}, told.facts.window), h('dd', {}, told.facts.days(onDay(window.from), onDay(window.to)))),
  );
};

const bounds = (score: Score, { worst, middle, best, heardExactly }: Corrected): HTMLElement =>
  h(
    'div',
    {},
    h('h2', { class: 'minor' }, told.bounds),
    isByComplaints(score) && h('p', {}, told.unknownSilence),
    h(
      'table',
      { class: 'table bounds-table' },
      h(
        'tbody',
        {},
        [
          [told.worst, worst],
          [told.middle, middle],
          [told.best, best],
        ].map(([name, value]) =>
          h('tr', {}, h('th', { scope: 'row' }, name), h('td', { class: 'num' }, net(Number(value)))),
        ),
      ),
    ),
    heardExactly && h('p', { class: 'small soft' }, told.heardExactly(range(heardExactly.low, heardExactly.high))),
  );

type Strata = NonNullable<Corrected['strata']>;
const names = ['noComplaint', 'remedied', 'brushedOff'] as const;

/** The mechanism: how differently the answers and the invited are made up. */
const strata = ({ strata: found }: Corrected): Child => {
  if (!found) return undefined;
  const sum = (of: (layer: Strata['remedied']) => number): number =>
    names.reduce((total, name) => total + of(found[name]), 0);
  const [invited, answers] = [sum((layer) => layer.invited), sum((layer) => layer.answers)];
  const share = (some: number, all: number): number => (all > 0 ? some / all : 0);
  const { brushedOff } = found;
  const [ofInvited, ofAnswers] = [share(brushedOff.invited, invited), share(brushedOff.answers, answers)];
  const mechanism = ofAnswers < ofInvited ? layers.mechanism : layers.same;
  return h(
    'div',
    {},
    h('h2', { class: 'minor' }, layers.title),
    h('p', {}, figured(mechanism(percent(ofInvited), percent(ofAnswers)))),
    h(
      'table',
      { class: 'table' },
      h('caption', {}, layers.caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, layers.before),
          h('th', { scope: 'col', class: 'barred' }, h('span', { class: 'unseen' }, layers.share)),
          h('th', { scope: 'col', class: 'num' }, layers.invited),
          h('th', { scope: 'col', class: 'num' }, layers.answers),
          h('th', { scope: 'col', class: 'num' }, layers.net),
        ),
      ),
      h(
        'tbody',
        {},
        names.map((name) => {
          const layer = found[name];
          const [asked, answering] = [share(layer.invited, invited), share(layer.answers, answers)];
          return h(
            'tr',
            {},
            h('th', { scope: 'row' }, layers.names[name]),
            h('td', { class: 'barred' }, shareBar(asked, answering)),
            h('td', { class: 'num' }, percent(asked)),
            h('td', { class: 'num' }, percent(answering)),
            h('td', { class: 'num' }, net(layer.net)),
          );
        }),
      ),
    ),
  );
};

const otherRow = (score: Score): HTMLElement => {
  const { metric } = score.surveyed;
  const [surveyed, corrected, needed] = [shownNet(score), correctedOf(score), neededOf(score)];
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, metric ? words.score.metrics[metric] : '–'),
    h('td', { class: 'other-axis' }, netRow(score, false)),
    h('td', { class: 'num said-surveyed' }, surveyed === undefined ? '–' : net(surveyed)),
    h(
      'td',
      { class: 'num said-corrected' },
      corrected ? `${net(corrected.net)} (${range(corrected.low, corrected.high)})` : '–',
    ),
    h('td', {}, h('small', {}, answered(score), needed !== undefined && `; ${words.score.tooFew(whole(needed))}`)),
  );
};

const others = (detail: Detail): Child => {
  const [, ...further] = scoresOf(detail);
  return (
    further.length > 0 && [
      h('h2', { class: 'minor' }, told.others),
      h(
        'div',
        { class: 'wide' },
        h(
          'table',
          { class: 'table others' },
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              h('th', { scope: 'col' }, words.fleet.filter.metric),
              h('th', { scope: 'col' }, h('span', { class: 'unseen' }, words.fleet.table.axis)),
              h('th', { scope: 'col', class: 'num' }, words.fleet.table.surveyed),
              h('th', { scope: 'col', class: 'num' }, words.fleet.table.corrected),
              h('th', { scope: 'col' }, told.facts.rate),
            ),
          ),
          h('tbody', {}, further.map(otherRow)),
        ),
      ),
    ]
  );
};

/** Both scores, what bounds them, and how the correction comes about. */
export const scoresPart = (detail: Detail): Child => {
  const corrected = correctedOf(detail);
  const surveyed = shownNet(detail);
  const atMarks = {
    surveyed: surveyed === undefined ? '' : told.atRing(net(surveyed)),
    corrected: corrected ? told.atDiamond(net(corrected.net)) : '',
  };
  const isDark = openCorner(detail) !== undefined;
  return [
    (corrected || surveyed !== undefined) && h('div', { class: 'lone' }, netPicture(detail, isDark, atMarks)),
    facts(detail),
    corrected && h('div', { class: 'pair' }, strata(corrected), bounds(detail, corrected)),
    others(detail),
    corrected &&
      h(
        'div',
        { class: 'note blind' },
        h('h2', { class: 'minor' }, words.fleet.blind.title),
        h('p', {}, words.fleet.blind.text),
      ),
  ];
};
