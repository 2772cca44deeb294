import type { Detail } from '../actions/entry.ts';
import { causeNames, deadline, pointsOf, priorityBadge, statusBadge, themeNames } from '../actions/standing.ts';
import { linkTo } from '../address.ts';
import { type Child, h } from '../dom.ts';
import { whole } from '../figures.ts';
import { placeLink, placeName } from '../place.ts';
import type { App } from '../screen.ts';
import { atTime } from '../time.ts';
import { words } from '../words.ts';

const fact = (name: string, ...told: Child[]): HTMLElement => h('div', {}, h('dt', {}, name), h('dd', {}, told));

/** Contacts are as owners.json has them: mostly an address to write to. */
const contact = (text: string): Child => (text.includes('@') ? h('a', { href: `mailto:${text}` }, text) : text);

const customer = ({ customerId }: Detail, { me }: App): Child => {
  if (customerId === undefined) return undefined;
  const told = me.roles.includes('privacy')
    ? h('a', { href: linkTo(['customer'], { id: customerId }) }, customerId)
    : customerId;
  return fact(words.action.facts.customer, told);
};

/** What must be found at once: whose it is, until when, how urgent, where and why. */
export const head = (app: App, action: Detail): Child => {
  const { facts, kind } = words.action;
  const { owner, why, outcome, escalatedTo, touchpoint, location } = action;
  return [
    h(
      'p',
      { class: 'standing' },
      statusBadge(action),
      ' ',
      priorityBadge(action),
      ' ',
      h('span', { class: 'soft' }, kind[action.kind]),
    ),
    h(
      'dl',
      { class: 'facts key-facts' },
      fact(facts.owner, h('b', {}, owner.team), h('small', {}, contact(owner.contact))),
      fact(
        facts.deadline,
        deadline(action, app.now()),
        escalatedTo !== undefined && h('small', {}, facts.escalated(whole(escalatedTo))),
      ),
      fact(facts.priority, h('b', {}, action.priority), h('small', {}, facts.points(whole(pointsOf(action))))),
      touchpoint !== undefined &&
        fact(facts.place, h('a', { href: placeLink({ touchpoint, location }) }, placeName({ touchpoint, location }))),
      customer(action, app),
      fact(facts.since, atTime(action.openedAt)),
    ),
    h(
      'dl',
      { class: 'facts' },
      why && why.themes.length > 0 && fact(facts.themes, themeNames(why.themes)),
      why && why.causes.length > 0 && fact(facts.causes, causeNames(why.causes)),
      why &&
        why.phrases.length > 0 &&
        fact(
          facts.phrases,
          h(
            'ul',
            { class: 'phrases' },
            why.phrases.map((phrase) => h('li', {}, h('q', { dir: 'auto' }, phrase))),
          ),
        ),
      outcome !== undefined && fact(facts.outcome, outcome),
    ),
  ];
};
