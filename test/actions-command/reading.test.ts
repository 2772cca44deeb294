import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../functions/domain/actions/action.ts';
import { ActionKind, ActionStatus } from '../../functions/domain/actions/action-words.ts';
import { Priority } from '../../functions/domain/actions/priority.ts';
import { countsOf, type Filter, passes, readingOf, tellingIds } from '../../lib/actions/choosing.ts';
import { idsMeant, listed } from '../../lib/actions/reading.ts';
import { march } from '../builders.ts';
import { openAction } from '../domain/actions/working.ts';
import { storedIn } from './stored.ts';

const now = march(10);
const everything: Filter = { statuses: ActionStatus.options, overdue: false };

const one = fc.constantFrom;
const changed = (at: string): Action['history'] => openAction().history.map((change) => ({ ...change, at }));

const anyAction: fc.Arbitrary<Action> = fc
  .record({
    digest: fc.string({ unit: one('a', 'b', '-'), minLength: 10, maxLength: 10 }),
    kind: one(...ActionKind.options),
    status: one(...ActionStatus.options),
    priority: one(...Priority.options),
    team: one('Delivery', 'Care'),
    touchpoint: one('delivery', 'billing', undefined),
    location: one('Millfield', undefined),
    customerId: one('ada', undefined),
    dueAt: one(march(9), march(10), march(11)),
    at: one(march(3), march(8)),
  })
  .map(({ digest, team, touchpoint, location, customerId, at, ...rest }) => {
    const { touchpoint: _, customerId: __, ...action } = openAction();
    return {
      ...action,
      ...rest,
      id: `${rest.kind}-${digest}`,
      owner: { team, contact: `#${team}` },
      ...(touchpoint && { touchpoint }),
      ...(location && { location }),
      ...(customerId && { customerId }),
      history: changed(at),
    };
  });
const anyActions = fc.uniqueArray(anyAction, { selector: ({ id }) => id, maxLength: 20 });

const anyFilter: fc.Arbitrary<Filter> = fc.record(
  {
    statuses: fc.subarray(ActionStatus.options),
    overdue: fc.boolean(),
    team: one('Delivery', 'Care'),
    priorities: fc.subarray(Priority.options),
    kinds: fc.subarray(ActionKind.options),
    touchpoint: one('delivery', 'billing'),
    location: one('Millfield'),
    customer: one('ada'),
    since: one(march(5)),
  },
  { requiredKeys: ['statuses', 'overdue'] },
);

describe('listing actions', () => {
  it('finds in the index it chooses all that the filter lets pass', async () => {
    await fc.assert(
      fc.asyncProperty(anyActions, anyFilter, async (actions, filter) => {
        const found = await listed(storedIn(actions), filter, now);
        const wanted = actions.filter((action) => passes(filter, action, now));
        expect(found.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort());
      }),
    );
  });

  it('comes out the same in whatever order an index has them, the most urgent first', async () => {
    await fc.assert(
      fc.asyncProperty(anyActions, async (actions) => {
        const found = await listed(storedIn(actions), everything, now);
        expect(await listed(storedIn([...actions].reverse()), everything, now)).toEqual(found);
        const priorities = found.map(({ priority }) => priority);
        expect(priorities).toEqual([...priorities].sort());
      }),
    );
  });

  it('asks a place before a team, a team before what changed, and statuses where nothing is narrower', () => {
    const place = { touchpoint: 'delivery', location: 'Millfield' };
    const since = march(5);
    expect(readingOf({ ...everything, ...place, team: 'Care', since })).toEqual({ kind: 'place', ...place });
    expect(readingOf({ ...everything, touchpoint: 'delivery', team: 'Care', since })).toMatchObject({ kind: 'team' });
    expect(readingOf({ ...everything, location: 'Millfield', since })).toEqual({ kind: 'changes', since });
    expect(readingOf({ ...everything, statuses: ['open'] })).toEqual({ kind: 'statuses', statuses: ['open'] });
  });

  it('tells once what changed its status between two queries', async () => {
    const stored = storedIn([openAction()]);
    const both = { ...stored, listActions: async () => [openAction()] };
    expect(await listed(both, { ...everything, statuses: ['open', 'acknowledged'] }, now)).toHaveLength(1);
  });
});

describe('what a filter lets pass', () => {
  it('is overdue past the deadline, unless it waits for room or is over', () => {
    const overdue = (status: ActionStatus, dueAt = march(9)) =>
      passes({ ...everything, overdue: true }, openAction({ status, dueAt }), now);
    expect(ActionStatus.options.filter((status) => overdue(status))).toEqual(['open', 'acknowledged', 'reopened']);
    expect(overdue('open', now)).toBe(false);
  });

  it('is counted: open, overdue of these, waiting with the oldest, over', () => {
    const actions = [
      openAction({ dueAt: march(9) }),
      openAction({ dueAt: march(12), status: 'acknowledged' }),
      openAction({ status: 'queued', openedAt: march(4) }),
      openAction({ status: 'queued', openedAt: march(2), dueAt: march(9) }),
      openAction({ status: 'verified' }),
    ];
    const counts = { open: 2, overdue: 1, waiting: 2, oldestWaiting: march(2), over: 1 };
    expect(countsOf(actions, now)).toEqual(counts);
    expect(countsOf([], now)).toEqual({ open: 0, overdue: 0, waiting: 0, over: 0 });
  });
});

describe('the beginning of an id', () => {
  const watched = openAction({ id: 'recover-abcdefgh-1' });
  const other = openAction({ id: 'recover-abcdefgh-2' });
  const over = openAction({ id: 'recover-abcdxxxx-3', status: 'dismissed' });
  const whole = openAction({ id: `fix-${'z'.repeat(22)}`, status: 'verified' });
  const stored = storedIn([watched, other, over, whole]);

  it('means the one action that begins so; of what is over, where nothing else does', async () => {
    expect(await idsMeant(stored, ['recover-abcdefgh-1', 'recover-abcdefgh-1'])).toEqual({
      kind: 'named',
      ids: [watched.id],
    });
    expect(await idsMeant(stored, ['recover-abcdx', whole.id])).toEqual({ kind: 'named', ids: [over.id, whole.id] });
  });

  it('means nothing where several or none begin so', async () => {
    expect(await idsMeant(stored, ['recover-abcd'])).toEqual({
      kind: 'unclear',
      problem: '2 actions begin with recover-abcd: give more of the ID.',
    });
    expect(await idsMeant(stored, [watched.id, 'fix-none'])).toMatchObject({
      problem: 'No action begins with fix-none.',
    });
    expect(await idsMeant(stored, [`fix-${'y'.repeat(22)}`])).toMatchObject({ kind: 'unclear' });
  });

  it('as it is shown means that action alone, of all that are shown', () => {
    fc.assert(
      fc.property(anyActions, (actions) => {
        const ids = actions.map(({ id }) => id);
        tellingIds(ids).forEach((told, i) => {
          expect(ids.filter((id) => id.startsWith(told))).toEqual([ids[i]]);
        });
      }),
    );
  });
});
