import type { Entry, Status } from '../actions/entry.ts';
import type { Api } from '../api.ts';
import { emptyShelf, hasMore, nextToRead, type Shelf, together, withPage } from './shelf.ts';
import { askedFor, fits, orderOf, type View } from './view.ts';

/** Who asks, of a screen no more than that takes. */
export interface Asking {
  api: Pick<Api, 'call'>;
  now(): string;
  signal: AbortSignal;
}

/** Entries of a page: as many as the API gives at once, so that counts are exact where it matters. */
const PAGE = 100;

/** Pages asked for in search of one that has something to show; after that somebody may ask on. */
const MOST_PAGES = 5;

/** An index is a second or so late, and clocks differ: changes are asked for from so long before. */
const OVERLAP_MS = 5 * 60_000;

export const readPage = async (app: Asking, view: View, shelf: Shelf, status: Status): Promise<Shelf> => {
  const cursor = shelf.read.get(status)?.next;
  const query = { ...askedFor(view, status, app.now()), limit: PAGE, ...(cursor && { cursor }) };
  return withPage(shelf, status, await app.api.call('actions', { query, signal: app.signal }));
};

/** Reads on until there is something more to show, or nothing more to read. */
export const readOn = async (app: Asking, view: View, from: Shelf, statuses: readonly Status[]): Promise<Shelf> => {
  const fitting = ({ entries }: Shelf): number =>
    [...entries.values()].filter((entry) => statuses.includes(entry.status) && fits(view, entry, app.now())).length;
  let shelf = from;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const status = nextToRead(shelf, statuses, orderOf(view));
    if (!status) break;
    shelf = await readPage(app, view, shelf, status);
    if (fitting(shelf) > fitting(from)) break;
  }
  return shelf;
};

/** Reads the first page of each status. */
export const readFirst = async (app: Asking, view: View, statuses: readonly Status[]): Promise<Shelf> =>
  (await Promise.all(statuses.map((status) => readPage(app, view, emptyShelf, status)))).reduce(together, emptyShelf);

/** The same, and on where what was read holds nothing to show. */
export const readSome = async (app: Asking, view: View, statuses: readonly Status[]): Promise<Shelf> => {
  const shelf = await readFirst(app, view, statuses);
  const found = [...shelf.entries.values()].some((entry) => fits(view, entry, app.now()));
  return found || !hasMore(shelf, statuses) ? shelf : readOn(app, view, shelf, statuses);
};

/**
 * What is asked for again and again is all that changed: whatever left a view is among it. Of more than some pages the rest
 * is read at the next look.
 */
export const changesSince = (app: Asking): (() => Promise<Entry[]>) => {
  const before = (now: string) => new Date(Date.parse(now) - OVERLAP_MS).toISOString();
  let since = before(app.now());
  let cursor: string | undefined;
  return async () => {
    const asked = before(app.now());
    const found: Entry[] = [];
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const query = { changedSince: since, limit: PAGE, ...(cursor && { cursor }) };
      const { actions, next } = await app.api.call('actions', { query, signal: app.signal });
      found.push(...actions);
      cursor = next;
      if (cursor === undefined) {
        since = asked;
        break;
      }
    }
    return found;
  };
};
