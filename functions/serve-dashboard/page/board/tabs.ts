import { counted } from '../actions/standing.ts';
import { h } from '../dom.ts';
import type { App } from '../screen.ts';
import { words } from '../words.ts';
import { hasMore, type Shelf } from './shelf.ts';
import { atTab, fits, linkToView, type Tab, tabNames, tabs, type View } from './view.ts';

const countOf = (app: App, shelf: Shelf, view: View, tab: Tab): string | undefined => {
  const statuses = tabs[tab];
  if (!statuses.every((status) => shelf.read.has(status))) return undefined;
  const isHere = ({ status }: { status: string }) => statuses.some((one) => one === status);
  const asked = atTab(view, tab);
  const here = [...shelf.entries.values()].filter((entry) => isHere(entry) && fits(asked, entry, app.now()));
  return counted(here.length, hasMore(shelf, statuses));
};

/** The ways to look at the board, with how many actions are there; links, as each has an address. */
export const tabRow = (app: App, shelf: Shelf, view: View): HTMLElement =>
  h(
    'ul',
    { class: 'tabs' },
    tabNames.map((tab) => {
      const count = countOf(app, shelf, view, tab);
      const link = linkToView(atTab(view, tab), app.me);
      return h(
        'li',
        {},
        h(
          'a',
          { id: `tab-${tab}`, href: link, 'aria-current': view.tab === tab && 'page' },
          words.board.tab[tab],
          count !== undefined && [' ', h('span', { class: 'count' }, count)],
        ),
      );
    }),
  );

/** Of what is over, how it ended. */
export const endRow = (app: App, view: View): HTMLElement =>
  h(
    'ul',
    { class: 'ends', 'aria-label': words.board.ended.name },
    [undefined, ...tabs.over].map((end) =>
      h(
        'li',
        {},
        h(
          'a',
          {
            id: `end-${end ?? 'all'}`,
            href: linkToView({ ...view, end }, app.me),
            'aria-current': view.end === end && 'true',
          },
          end ? words.names.status[end] : words.board.ended.all,
        ),
      ),
    ),
  );
