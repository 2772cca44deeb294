import { type Entry, isOverdue } from '../actions/entry.ts';
import { changesAfter, meanwhile } from '../actions/meanwhile.ts';
import { ProblemError } from '../api.ts';
import { csvButton } from '../board/csv.ts';
import { filters } from '../board/filters.ts';
import { liveList } from '../board/list.ts';
import { newsOf } from '../board/news.ts';
import { changesSince, readFirst, readOn, readSome } from '../board/reading.ts';
import { actionRow, type RowSays, rowProblem } from '../board/row.ts';
import { hasMore, shownOf, shownOrder, together, withEntry, withNews } from '../board/shelf.ts';
import { endRow, tabRow } from '../board/tabs.ts';
import { atTab, fits, orderOf, statusesOf, tabNames, tabs, viewOf } from '../board/view.ts';
import { figured, h, redraw } from '../dom.ts';
import { whole } from '../figures.ts';
import type { App, OpenScreen } from '../screen.ts';
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
  const fail = (error: unknown): void => void (!app.signal.aborted && redraw(problem, rowProblem(error)));

  const sentence = (entries: readonly Entry[]): string => {
    const late = entries.filter((entry) => isOverdue(entry, app.now())).length;
    const order = board.order[shownOrder(shelf, statuses, orderOf(view))];
    return [board.about[view.tab], entries.length > 1 && order, late > 0 && board.overdue(whole(late))]
      .filter(Boolean)
      .join(' ');
  };

  const rowOf = (entry: Entry): HTMLElement =>
    actionRow(app, entry, says.get(entry.id) ?? { isNew: false }, () => void acknowledge(entry));

  const drawAround = (): void => {
    const entries = shown();
    const more = hasMore(shelf, statuses);
    redraw(tabsBox, tabRow(app, shelf, view), view.tab === 'over' && endRow(app, view));
    redraw(lede, figured(sentence(entries)));
    redraw(
      after,
      entries.length === 0 && h('p', { class: 'empty' }, more ? board.empty.further : board.empty[view.tab]),
      more && h('button', { class: 'button', type: 'button', id: 'more', click: () => void readMore() }, board.more),
      entries.length > 0 && csvButton(app, view, statuses, fail),
    );
  };

  const draw = (): void => {
    const entries = shown();
    for (const { id } of entries) kept.add(id);
    list.set(entries.map(rowOf));
    drawnAt = Date.parse(app.now());
    news.clear();
    drawAround();
  };
  const news = newsOf(() => list.release());

  const drawOne = (entry: Entry): void => {
    shelf = withEntry(shelf, entry);
    const focused = document.activeElement?.id;
    document.getElementById(`to-${entry.id}`)?.closest('li')?.replaceWith(rowOf(entry));
    const place =
      focused === `ack-${entry.id}` && (document.getElementById(focused) ?? document.getElementById(`to-${entry.id}`));
    if (place) place.focus();
    drawAround();
  };

  const acknowledge = async (entry: Entry): Promise<void> => {
    const button = document.getElementById(`ack-${entry.id}`);
    if (!button || button.hasAttribute('aria-disabled')) return;
    button.setAttribute('aria-disabled', 'true');
    button.textContent = board.row.sending;
    const path = { id: entry.id };
    try {
      const body = { kind: 'acknowledge', version: entry.version } as const;
      const done = await app.api.call('changeAction', { path, body, signal: app.signal });
      says.delete(entry.id);
      drawOne(done);
      app.announce(board.row.acknowledged(entry.title));
    } catch (error) {
      if (app.signal.aborted) return;
      if (!(error instanceof ProblemError && error.problem.code === 'conflict')) {
        says.set(entry.id, { isNew: false, note: rowProblem(error) });
        drawOne(entry);
        return;
      }
      const stored = await app.api.call('action', { path, signal: app.signal }).catch(() => undefined);
      const told = stored && meanwhile(changesAfter(stored, entry.version), app.now());
      says.set(entry.id, {
        isNew: false,
        note: told ? h('div', { class: 'note alarm' }, board.row.meanwhile, told) : rowProblem(error),
      });
      drawOne(stored ?? entry);
    }
  };

  const readMore = async (): Promise<void> => {
    const button = document.getElementById('more');
    if (!button || button.hasAttribute('aria-disabled')) return;
    button.setAttribute('aria-disabled', 'true');
    button.textContent = board.reading;
    const before = new Set(shown().map(({ id }) => id));
    try {
      shelf = together(shelf, await readOn(app, view, shelf, statuses));
    } catch (error) {
      fail(error);
    }
    if (app.signal.aborted) return;
    draw();
    const further = shown().filter(({ id }) => !before.has(id));
    app.announce(board.readMore(whole(further.length)));
    const first = further[0];
    if (first) document.getElementById(`to-${first.id}`)?.focus();
  };

  const look = async (): Promise<void> => {
    const found = withNews(shelf, await changes(), orderOf(view), (entry) =>
      fits(atTab(view, view.tab), entry, app.now()),
    );
    const isSeen = (id: string): boolean => {
      const entry = found.shelf.entries.get(id);
      return kept.has(id) || (entry !== undefined && isHere(entry));
    };
    shelf = found.shelf;
    const came = [...found.came, ...found.changed].filter((id) => isSeen(id) && !kept.has(id));
    const changed = found.changed.filter((id) => kept.has(id));
    for (const id of came) says.set(id, { isNew: true });
    for (const id of changed) says.delete(id);
    if (found.came.length + found.changed.length > 0) drawAround();
    const isStale = Date.parse(app.now()) - drawnAt >= MINUTE_MS;
    if (came.length + changed.length === 0 && !isStale && !news.waits()) return;
    news.add(came, changed);
    const told = news.told();
    if (came.length + changed.length > 0) app.announce(told);
    if (list.whenFree(draw) === 'waits') news.show();
  };

  const chosen = filters(app, view);
  const readRest = async (app: App): Promise<void> => {
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
    drawAround();
    await chosen.fill();
  };
  // Without them the tabs bear no counts and the form offers no places; the actions are there all the same.
  readRest(app).catch(() => {});

  draw();
  return {
    title: board.title,
    body: [tabsBox, chosen.element, lede, problem, news.element, list.element, after],
    look,
  };
};
