import { describe, expect, it, vi } from 'vitest';
import { type Asking, changesSince, readSome } from '../../../functions/serve-dashboard/page/board/reading.ts';
import { shownOf } from '../../../functions/serve-dashboard/page/board/shelf.ts';
import type { View } from '../../../functions/serve-dashboard/page/board/view.ts';
import { march } from '../../builders.ts';
import { listedAction } from './listed-action.ts';

type Asked = { status?: string; changedSince?: string; cursor?: string };
type Answer = { actions: ReturnType<typeof listedAction>[]; next?: string };

/** A page that asks an API of one route, at ten o'clock and later. */
const asking = (answer: (asked: Asked) => Answer) => {
  const clock = { now: march(8) };
  const call = vi.fn(async (_name: string, { query }: { query: Asked }) => answer(query));
  const app = { api: { call }, now: () => clock.now, signal: new AbortController().signal } as unknown as Asking;
  return { app, clock, asked: () => call.mock.calls.map(([, { query }]) => query) };
};

describe('what changed, asked for again and again', () => {
  it('is asked for from five minutes before the look before', async () => {
    const { app, clock, asked } = asking(() => ({ actions: [] }));
    const changes = changesSince(app);
    clock.now = march(8, '10:01');
    await changes();
    await changes();
    expect(asked().map(({ changedSince }) => changedSince)).toEqual([march(8, '09:55'), march(8, '09:56')]);
  });

  it('is asked for from the same time after a look that failed', async () => {
    let isDown = true;
    const { app, clock, asked } = asking(() => {
      if (isDown) throw new Error('503');
      return { actions: [] };
    });
    const changes = changesSince(app);
    await expect(changes()).rejects.toThrow('503');
    isDown = false;
    clock.now = march(8, '11:00');
    await changes();
    expect(asked().map(({ changedSince }) => changedSince)).toEqual([march(8, '09:55'), march(8, '09:55')]);
  });

  it('misses nothing where a great deal changed at once: the next look goes on with its list', async () => {
    const PAGES = 12;
    const { app } = asking(({ cursor = '0' }) => {
      const page = Number(cursor);
      const actions = [listedAction({ id: `recover-${page}` })];
      return page + 1 < PAGES ? { actions, next: String(page + 1) } : { actions };
    });
    const changes = changesSince(app);
    const found = [...(await changes()), ...(await changes()), ...(await changes())];
    expect(found.map(({ id }) => id)).toEqual(Array.from({ length: PAGES }, (_, page) => `recover-${page}`));
  });
});

describe('a view that the API cannot filter by', () => {
  const view: View = { tab: 'open', overdue: true };

  it('is read on until there is something to show', async () => {
    const { app, asked } = asking(({ cursor }) =>
      cursor
        ? { actions: [listedAction({ id: 'late', priority: 'P3', dueAt: march(7) })] }
        : { actions: [listedAction({ id: 'early', dueAt: march(9) })], next: 'c' },
    );
    const shelf = await readSome(app, view, ['open']);
    expect(shownOf(shelf, ['open'], 'urgency', ({ id }) => id === 'late')).toHaveLength(1);
    expect(asked()).toHaveLength(2);
  });

  it('is not read on for ever', async () => {
    const { app, asked } = asking(() => ({ actions: [listedAction({ dueAt: march(9) })], next: 'c' }));
    await readSome(app, view, ['open']);
    expect(asked().length).toBeLessThan(10);
  });
});
