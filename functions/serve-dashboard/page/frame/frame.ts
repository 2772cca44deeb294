import { linkTo } from '../address.ts';
import { type Child, h, redraw, svg } from '../dom.ts';
import { words } from '../words.ts';

/** How long something that was said stays to be seen. */
const SAID_MS = 6000;

interface Visitor {
  id: string;
  roles: readonly string[];
}

/** What stands around every screen. */
export interface Frame {
  /** The heading; focus goes there when somebody moves. */
  heading: HTMLElement;
  show(title: string, body: Child): void;
  /** Names who is here, and what they may go to; of nobody, nothing. */
  greet(visitor: Visitor | undefined, signOut?: () => void): void;
  /** Which part of the navigation the place shown belongs to. */
  mark(part: string): void;
  announce(text: string): void;
  /** Says over the content that it is not what is stored now; nothing takes that back. */
  warn(text: string | undefined): void;
  /** Says when what is shown was read. */
  stamp(time: string): void;
}

const brand = (): HTMLElement =>
  h(
    'a',
    { class: 'brand', href: linkTo([]) },
    svg(
      'svg',
      { viewBox: '0 0 16 16', 'aria-hidden': 'true' },
      svg('path', { class: 'frame-line', d: 'M1 1h14v14H1z' }),
      svg('path', { class: 'corner', d: 'M4 15 15 4v11z' }),
    ),
    words.product,
  );

/** The places that everybody may go to, and that of those who look after privacy. */
const placesOf = ({ roles }: Visitor) => [
  { part: '', name: words.frame.fleet },
  { part: 'actions', name: words.frame.actions },
  ...(roles.includes('privacy') ? [{ part: 'customer', name: words.frame.customer }] : []),
];

/** Builds the frame into an empty page. */
export const makeFrame = (page: HTMLElement): Frame => {
  const heading = h('h1', { tabindex: -1 });
  const body = h('div');
  const main = h('main', { id: 'content', class: 'page', tabindex: -1 }, heading, body);
  const places = h('ul');
  const visitor = h('p', { class: 'who' });
  const status = h('p', { class: 'toast', role: 'status' });
  const warning = h('p', { class: 'banner unprinted', role: 'status', hidden: true });
  const stamp = h('p');
  const skip = (event: Event): void => {
    event.preventDefault();
    main.focus();
  };
  page.append(
    h('a', { class: 'skip', href: '#content', click: skip }, words.frame.skip),
    h(
      'header',
      { class: 'masthead' },
      h('div', { class: 'page' }, brand(), h('nav', { 'aria-label': words.frame.places }, places), visitor),
    ),
    warning,
    main,
    h(
      'footer',
      { class: 'foot' },
      h('div', { class: 'page' }, stamp, h('a', { href: '/openapi.json' }, words.frame.openApi)),
    ),
    status,
  );
  let silence: ReturnType<typeof setTimeout> | undefined;
  return {
    heading,
    show: (title, content) => {
      document.title = title ? `${title} · ${words.product}` : words.product;
      heading.textContent = title;
      heading.hidden = title === '';
      redraw(body, content);
    },
    greet: (who, signOut) => {
      visitor.replaceChildren();
      places.replaceChildren();
      if (!who) return;
      places.replaceChildren(
        ...placesOf(who).map(({ part, name }) => {
          const link = linkTo(part ? [part] : []);
          return h('li', {}, h('a', { href: link, 'data-part': part }, name));
        }),
      );
      visitor.replaceChildren(words.frame.signedIn(who.id, who.roles.join(', ')));
      if (signOut) {
        visitor.append(h('button', { class: 'button bare', type: 'button', click: signOut }, words.frame.signOut));
      }
    },
    mark: (part) => {
      for (const link of places.querySelectorAll('a')) {
        if (link.dataset.part === part) link.setAttribute('aria-current', 'page');
        else link.removeAttribute('aria-current');
      }
    },
    announce: (text) => {
      clearTimeout(silence);
      status.textContent = text;
      silence = setTimeout(() => status.replaceChildren(), SAID_MS);
    },
    warn: (text) => {
      if (warning.textContent === (text ?? '')) return;
      warning.textContent = text ?? '';
      warning.hidden = text === undefined;
    },
    stamp: (time) => {
      stamp.textContent = words.frame.updated(time);
    },
  };
};
