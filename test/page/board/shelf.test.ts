import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, Status } from '../../../functions/serve-dashboard/page/actions/entry.ts';
import {
  emptyShelf,
  hasMore,
  nextToRead,
  type Shelf,
  shownOf,
  shownOrder,
  together,
  withEntry,
  withNews,
  withPage,
} from '../../../functions/serve-dashboard/page/board/shelf.ts';
import { keyOf, type Order } from '../../../functions/serve-dashboard/page/board/view.ts';
import { march } from '../../builders.ts';
import { listedAction } from './listed-action.ts';

const statuses = ['open', 'reopened'] as const;
const PAGE = 3;

/** Answers as the API does: the actions of a status in the order of the index, a page at a time. */
const pageOf = (stored: readonly Entry[], status: Status, order: Order, shelf: Shelf) => {
  const all = stored
    .filter((entry) => entry.status === status)
    .sort((a, b) => (keyOf(order, a) < keyOf(order, b) ? -1 : 1));
  const from = Number(shelf.read.get(status)?.next ?? 0);
  const to = from + PAGE;
  return { actions: all.slice(from, to), next: to < all.length ? String(to) : undefined };
};

const readFirst = (stored: readonly Entry[], order: Order): Shelf =>
  statuses.reduce((shelf, status) => withPage(shelf, status, pageOf(stored, status, order, shelf)), emptyShelf);

const anyStore = fc
  .array(
    fc.record({
      status: fc.constantFrom<Status>(...statuses),
      priority: fc.constantFrom('P1', 'P2', 'P3', 'P4'),
      dueAt: fc.integer({ min: 1, max: 28 }).map(march),
      openedAt: fc.integer({ min: 1, max: 28 }).map(march),
    }),
    { maxLength: 20 },
  )
  .map((found) => found.map((fields, i) => listedAction({ id: `recover-${i}`, ...fields })));

const anyOrder = fc.constantFrom<Order>('urgency', 'due', 'opened');
const all = () => true;
const ids = (entries: readonly Entry[]): string[] => entries.map(({ id }) => id);

describe('actions read page by page from several statuses', () => {
  it('are shown as they would stand if all were read: what comes later comes below', () => {
    fc.assert(
      fc.property(anyStore, anyOrder, (stored, order) => {
        const whole = stored.toSorted((a, b) => (keyOf(order, a) < keyOf(order, b) ? -1 : 1));
        let shelf = readFirst(stored, order);
        for (;;) {
          if (!hasMore(shelf, statuses)) break;
          const shown = shownOf(shelf, statuses, order, all);
          expect(ids(shown)).toEqual(ids(whole.slice(0, shown.length)));
          const status = nextToRead(shelf, statuses, order) as Status;
          shelf = withPage(shelf, status, pageOf(stored, status, order, shelf));
          expect(shownOf(shelf, statuses, order, all).length).toBeGreaterThanOrEqual(shown.length);
        }
        expect(shownOf(shelf, statuses, order, all)).toHaveLength(stored.length);
      }),
    );
  });

  it('show something as soon as a page of each was read', () => {
    fc.assert(
      fc.property(anyStore, anyOrder, (stored, order) => {
        fc.pre(stored.length > 0);
        expect(shownOf(readFirst(stored, order), statuses, order, all).length).toBeGreaterThan(0);
      }),
    );
  });

  it('stand by urgency once all are there, whatever the index', () => {
    const late = listedAction({ id: 'late', priority: 'P3', dueAt: march(1) });
    const grave = listedAction({ id: 'grave', priority: 'P1', dueAt: march(9) });
    const shelf = withPage(emptyShelf, 'open', { actions: [late, grave] });
    expect(shownOrder(shelf, ['open'], 'due')).toBe('urgency');
    expect(ids(shownOf(shelf, ['open'], 'due', all))).toEqual(['grave', 'late']);
    const more = withPage(emptyShelf, 'open', { actions: [late, grave], next: 'c' });
    expect(ids(shownOf(more, ['open'], 'due', all))).toEqual(['late', 'grave']);
  });

  it('come together with the newest of each', () => {
    const one = withPage(emptyShelf, 'open', { actions: [listedAction({ version: 2 })] });
    const other = withPage(emptyShelf, 'acknowledged', { actions: [listedAction({ version: 1 })] });
    const both = together(one, other);
    expect(both.entries.get('recover-1')?.version).toBe(2);
    expect([...both.read.keys()]).toEqual(['open', 'acknowledged']);
  });
});

describe('what changed elsewhere', () => {
  const shelf = withPage(emptyShelf, 'open', { actions: [listedAction({ version: 3 })] });

  it('is no news at the version that is there, however often it is told', () => {
    const found = withNews(shelf, [listedAction({ version: 3 }), listedAction({ version: 2 })], 'urgency', all);
    expect(found).toMatchObject({ came: [], changed: [] });
    expect(found.shelf.entries.get('recover-1')?.version).toBe(3);
  });

  it('is told apart from what came', () => {
    const changed = listedAction({ version: 4, status: 'acknowledged' });
    const found = withNews(shelf, [changed, listedAction({ id: 'recover-2' })], 'urgency', all);
    expect(found).toMatchObject({ came: ['recover-2'], changed: ['recover-1'] });
    expect(found.shelf.entries.get('recover-1')?.status).toBe('acknowledged');
  });

  it('is taken in once, and is no news the next time', () => {
    const told = [listedAction({ id: 'recover-2' })];
    const once = withNews(shelf, told, 'urgency', all);
    expect(withNews(once.shelf, told, 'urgency', all)).toMatchObject({ came: [], changed: [] });
  });

  it('is no news where somebody changed it here', () => {
    const mine = listedAction({ version: 4, status: 'acknowledged' });
    expect(withNews(withEntry(shelf, mine), [mine], 'urgency', all)).toMatchObject({ came: [], changed: [] });
  });

  it('leaves out what is not looked at, and what comes with a page still to be read', () => {
    const further = withPage(emptyShelf, 'open', { actions: [listedAction()], next: 'c' });
    const urgent = listedAction({ id: 'recover-2', priority: 'P1' });
    const minor = listedAction({ id: 'recover-3', priority: 'P4' });
    const elsewhere = listedAction({ id: 'recover-4', status: 'resolved' });
    expect(withNews(further, [urgent, minor, elsewhere], 'urgency', all).came).toEqual(['recover-2']);
    expect(withNews(further, [urgent], 'urgency', () => false).came).toEqual([]);
  });
});
