import type { Entry, Status } from '../actions/entry.ts';
import { keyOf, type Order } from './view.ts';

/** How far a status was read. */
interface Reach {
  /** Cursor of what comes next; absent where all is read. */
  next?: string | undefined;
  /** Where the last page ended, whether or not that entry is of the view. */
  last?: Entry | undefined;
}

/** The actions that were read so far, of each status a page after another. */
export interface Shelf {
  entries: ReadonlyMap<string, Entry>;
  read: ReadonlyMap<Status, Reach>;
}

export const emptyShelf: Shelf = { entries: new Map(), read: new Map() };

const newest = (shelf: Shelf, found: readonly Entry[]): Shelf['entries'] => {
  const entries = new Map(shelf.entries);
  for (const entry of found) {
    if (entry.version >= (entries.get(entry.id)?.version ?? 0)) entries.set(entry.id, entry);
  }
  return entries;
};

/** With a page more of a status. */
export const withPage = (
  shelf: Shelf,
  status: Status,
  { actions, next }: { actions: Entry[]; next?: string | undefined },
): Shelf => ({
  entries: newest(shelf, actions),
  read: new Map(shelf.read).set(status, { next, last: actions.at(-1) ?? shelf.read.get(status)?.last }),
});

/** Two shelves as one, where no status was read for both. */
export const together = (one: Shelf, other: Shelf): Shelf => ({
  entries: newest(one, [...other.entries.values()]),
  read: new Map([...one.read, ...other.read]),
});

/** With what somebody changed here. */
export const withEntry = (shelf: Shelf, entry: Entry): Shelf => ({ ...shelf, entries: newest(shelf, [entry]) });

/** Whether there is more of some statuses than was read. */
export const hasMore = ({ read }: Shelf, statuses: readonly Status[]): boolean =>
  statuses.some((status) => read.get(status)?.next !== undefined);

/** In what order the actions of some statuses are shown: once all are read, by urgency. */
export const shownOrder = (shelf: Shelf, statuses: readonly Status[], asRead: Order): Order =>
  hasMore(shelf, statuses) ? asRead : 'urgency';

const ends = ({ read }: Shelf, statuses: readonly Status[], order: Order): string[] =>
  statuses.flatMap((status) => {
    const { next, last } = read.get(status) ?? {};
    return next !== undefined && last ? [keyOf(order, last)] : [];
  });

/** The status whose next page belongs before all that others have still to bring. */
export const nextToRead = (shelf: Shelf, statuses: readonly Status[], order: Order): Status | undefined =>
  statuses
    .filter((status) => hasMore(shelf, [status]))
    .map((status) => ({ status, end: ends(shelf, [status], order)[0] ?? '' }))
    .sort((a, b) => (a.end < b.end ? -1 : 1))[0]?.status;

/**
 * The actions to show, in order: only those that nothing still to be read could come before, so that what is there stays
 * where it is when more is read.
 *
 * @param isShown whether an action is of the view; whatever status it has by now
 */
export const shownOf = (
  shelf: Shelf,
  statuses: readonly Status[],
  asRead: Order,
  isShown: (entry: Entry) => boolean,
): Entry[] => {
  const order = shownOrder(shelf, statuses, asRead);
  const end = ends(shelf, statuses, order).sort()[0];
  return [...shelf.entries.values()]
    .filter((entry) => isShown(entry) && (end === undefined || keyOf(order, entry) <= end))
    .sort((a, b) => (keyOf(order, a) < keyOf(order, b) ? -1 : 1));
};

/** What became of actions elsewhere. */
export interface News {
  shelf: Shelf;
  /** Ids of those that were not there. */
  came: string[];
  /** Ids of those that were. */
  changed: string[];
}

/**
 * Takes in what changed elsewhere. What was never read is new only where its status was read as far as it stands; further on
 * it comes with its page.
 *
 * @param fits whether an action is of the view
 */
export const withNews = (
  shelf: Shelf,
  found: readonly Entry[],
  asRead: Order,
  fits: (entry: Entry) => boolean,
): News => {
  const isNews = ({ id, version }: Entry): boolean => version > (shelf.entries.get(id)?.version ?? 0);
  const isWithin = (entry: Entry): boolean => {
    const reach = shelf.read.get(entry.status);
    if (!reach) return false;
    return reach.next === undefined || (reach.last !== undefined && keyOf(asRead, entry) <= keyOf(asRead, reach.last));
  };
  const news = found.filter(
    (entry) => isNews(entry) && (shelf.entries.has(entry.id) || (fits(entry) && isWithin(entry))),
  );
  const [changed, came] = [true, false].map((known) => news.filter(({ id }) => shelf.entries.has(id) === known));
  return {
    shelf: { ...shelf, entries: newest(shelf, news) },
    came: (came ?? []).map(({ id }) => id),
    changed: (changed ?? []).map(({ id }) => id),
  };
};
