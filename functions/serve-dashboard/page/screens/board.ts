import { type Entry, isOverdue } from '../actions/entry.ts';
import { press } from '../actions/press.ts';
import { acknowledge } from '../board/acknowledge.ts';
import { csvButton } from '../board/csv.ts';
import { filters } from '../board/filters.ts';
import { liveList } from '../board/list.ts';
import { newsOf } from '../board/news.ts';
import { changesSince, readFirst, readOn, readSome } from '../board/reading.ts';
import { actionRow, type RowSays } from '../board/row.ts';
import { hasMore, shownOf, shownOrder, together, withEntry, withNews } from '../board/shelf.ts';
import { endRow, tabRow } from '../board/tabs.ts';
import { atTab, fits, orderOf, statusesOf, tabNames, tabs, viewOf } from '../board/view.ts';
import { figured, h, redraw } from '../dom.ts';
import { whole } from '../figures.ts';
import { problemNote } from '../frame/states.ts';
import type { OpenScreen } from '../screen.ts';
import { words } from '../words.ts';

/** After so long the time that is left is told anew. */
const MINUTE_MS = 60_000;

/** What is to be done, the most urgent first. */
export const openBoard: OpenScreen = async (app, _path, query) => {
  const { board } = words;
  const view = viewOf(query, app.me);
  const statuses = statusesOf(view);
  const changes = changesSince(app);
  let shelf = await readSome(app, view, statuses);

  /** What was shown once stays, whatever becomes of it, until somebody asks anew. */
  const kept = new Set<string>();
  const says = new Map<string, RowSays>();
  let drawnAt = 0;

  const isHere = (entry: Entry): boolean => statuses.includes(entry.status) && fits(view, entry, app.now());
  const shown = (): Entry[] => shownOf(shelf, statuses, orderOf(view), (entry) => kept.has(entry.id) || isHere(entry));

  const tabsBox = h('nav', { 'aria-label': board.tabs });
  const lede = h('p', { class: 'lede' });
  const list = liveList(board.title);
  const after = h('div', { class: 'after unprinted' });
  const problem = h('div', { role: 'alert' });
  const fail = (error: unknown): void => void (!app.signal.aborted && redraw(problem, problemNote(error)));

  const sentence = (entries: readonly Entry[]): string => {
    const late = entries.filter((entry) => isOverdue(entry, app.now())).length;
    const order = shownOrder(shelf, statuses, orderOf(view));
    const isTold = entries.length > 1 && (view.tab !== 'over' || order !== 'urgency');
    return [board.about[view.tab], isTold && board.order[order], late > 0 && board.overdue(whole(late))]
      .filter(Boolean)
      .join(' ');
  };

  const drawTabs = (): void => redraw(tabsBox, tabRow(app, shelf, view), view.tab === 'over' && endRow(app, view));

  const drawAround = (): void => {
    const entries = shown();
    const more = hasMore(shelf, statuses);
    drawTabs();
    redraw(lede, figured(sentence(entries)));
    lede.hidden = entries.length === 0;
    redraw(
      after,
      entries.length === 0 && h('p', { class: 'empty' }, more ? board.empty.further : board.empty[view.tab]),
      more && moreButton,
      entries.length > 0 && csvButton(app, view, statuses, fail),
    );
  };

  const moreButton = h(
    'button',
    { class: 'button', type: 'button', id: 'more', click: () => void press(moreButton, board.reading, readMore) },
    board.more,
  );

  const draw = (): void => {
    const entries = shown();
    for (const { id } of entries) kept.add(id);
    list.set(entries.map(rowOf));
    drawnAt = Date.parse(app.now());
    news.clear();
    drawAround();
  };
  const news = newsOf(() => list.release());

  /** Draws a row in its place; whoever was at its button stays there, or goes to its title where the button is gone. */
  const drawOne = (id: string): void => {
    const entry = shelf.entries.get(id);
    const link = document.getElementById(`to-${id}`);
    if (!entry || !link) return;
    const wasAtButton = document.activeElement?.id === `ack-${id}`;
    link.closest('li')?.replaceWith(rowOf(entry));
    if (wasAtButton) (document.getElementById(`ack-${id}`) ?? document.getElementById(`to-${id}`))?.focus();
    drawTabs();
  };

  const rowOf = (entry: Entry): HTMLElement =>
    actionRow(app, entry, says.get(entry.id) ?? { isNew: false }, async () => {
      const { entry: now, note } = await acknowledge(app, entry);
      shelf = withEntry(shelf, now);
      says.set(entry.id, { isNew: false, note });
      drawOne(entry.id);
      // Whoever has gone on to another screen hears of it there.
      if (!note || app.signal.aborted) app.announce(note?.textContent ?? board.row.acknowledged(entry.title));
    });

  const readMore = async (): Promise<void> => {
    const before = new Set(shown().map(({ id }) => id));
    try {
      const further = await readOn(app, view, shelf, statuses);
      shelf = together(shelf, further);
    } catch (error) {
      fail(error);
    }
    if (app.signal.aborted) return;
    draw();
    const further = shown().filter(({ id }) => !before.has(id));
    app.announce(board.readMore(whole(further.length)));
    if (further[0]) document.getElementById(`to-${further[0].id}`)?.focus();
  };

  const look = async (): Promise<void> => {
    const found = withNews(shelf, await changes(), orderOf(view), (entry) => fits(view, entry, app.now()));
    shelf = found.shelf;
    const isNowHere = (id: string): boolean => {
      const entry = shelf.entries.get(id);
      return entry !== undefined && !kept.has(id) && isHere(entry);
    };
    const came = [...found.came, ...found.changed].filter(isNowHere);
    const changed = found.changed.filter((id) => kept.has(id));
    for (const id of came) says.set(id, { isNew: true });
    for (const id of changed) says.delete(id);
    // What stands above the list may wrap into another line: it waits with the list.
    if (found.came.length + found.changed.length > 0) drawTabs();
    news.add(came, changed);
    if (came.length + changed.length > 0) app.announce(news.told());
    const isStale = Date.parse(app.now()) - drawnAt >= MINUTE_MS;
    if ((news.waits() || isStale) && list.whenFree(draw) === 'waits') news.show();
  };

  const chosen = filters(app, view);
  const readRest = async (): Promise<void> => {
    const others = tabNames.filter((tab) => tab !== view.tab || view.end !== undefined);
    for (const tab of others) {
      shelf = together(
        await readFirst(
          app,
          atTab(view, tab),
          tabs[tab].filter((status) => !shelf.read.has(status)),
        ),
        shelf,
      );
    }
    drawTabs();
    await chosen.fill();
  };
  // Without them the tabs bear no counts and the form offers no places; the actions are there all the same.
  readRest().catch(() => {});

  draw();
  return {
    title: board.title,
    body: [tabsBox, chosen.element, lede, problem, news.element, list.element, after],
    look,
  };
};
