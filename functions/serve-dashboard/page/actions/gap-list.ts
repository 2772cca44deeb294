import { type Child, h } from '../dom.ts';
import { about, range, rate, roughly, whole } from '../figures.ts';
import { gapName, placeLink } from '../place.ts';
import type { Gap } from '../scores.ts';
import { onDay } from '../time.ts';
import { words } from '../words.ts';

const { size: told } = words.action;

/** How large a compared gap is, and how sure that is. */
const sizeOf = ({ surge, size, low, high, impact, qValue }: Gap): string[] => {
  const found: string[] = [];
  if (surge) {
    found.push(told.customers(whole(surge.customers), told.days(surge.days), roughly(surge.expected)));
  } else if (size !== undefined && low !== undefined && high !== undefined) {
    found.push(told.points(whole(size), range(low, high)));
  }
  if (impact) found.push(told.impact(about(impact.perMonth), about(impact.shown)));
  if (qValue !== undefined) found.push(told.q(rate(qValue)));
  return found;
};

const gapItem = (gap: Gap): HTMLElement => {
  const { kind, state, openedAt, touchpoint, location, anchor } = gap;
  // A gap over several places is looked at where its action is.
  const place = touchpoint === undefined || location === undefined ? anchor : { touchpoint, location };
  const isDark = kind === 'dark-corner' && state === 'open';
  return h(
    'li',
    { class: 'gap' },
    h(
      'p',
      {},
      h('span', { class: `badge ${isDark ? 'dark' : 'open'}` }, words.names.gapKind[kind]),
      ' ',
      words.action.gaps.found(words.names.gapState[state], onDay(openedAt)),
    ),
    sizeOf(gap).map((sentence) => h('p', { class: 'small' }, sentence)),
    (touchpoint ?? location) !== undefined &&
      h('p', { class: 'small' }, place ? h('a', { href: placeLink(place) }, gapName(gap)) : gapName(gap)),
  );
};

const states: readonly Gap['state'][] = ['open', 'suspected', 'cleared'];

/** Gaps, those that are open first. */
export const gapList = (gaps: readonly Gap[]): Child => {
  const rank = ({ state }: Gap): number => states.indexOf(state);
  const openFirst = (a: Gap, b: Gap): number => rank(a) - rank(b) || b.openedAt.localeCompare(a.openedAt);
  return h('ul', { class: 'plain gaps' }, gaps.toSorted(openFirst).map(gapItem));
};
