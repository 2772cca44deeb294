import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Actions } from '../../../functions/adapters/actions.ts';
import { type ActionFilter, ActionPages } from '../../../functions/adapters/pages/action-pages.ts';
import type { Action } from '../../../functions/domain/actions/action.ts';
import { ActionKind, ActionStatus } from '../../../functions/domain/actions/action-words.ts';
import { Priority } from '../../../functions/domain/actions/priority.ts';
import { triageCustomer } from '../../../functions/domain/actions/triage.ts';
import { gap, march, owners } from '../../builders.ts';
import { tablesInMemory } from '../dynalite.ts';

const tables = tablesInMemory();

const teams = ['Delivery', 'Care'] as const;
const touchpoints = ['delivery', 'checkout', undefined] as const;
const locations = ['millfield', undefined] as const;

/** Every value of every filter occurs, in no order that goes with another's. */
const stored: Action[] = Array.from({ length: 48 }, (_, i) => {
  const [triage] = triageCustomer([gap({ id: `g-${i}`, matterId: `m-${i}` })], [], [], owners, march(4));
  if (!triage) throw new TypeError('nothing raised');
  const { touchpoint: _t, location: _l, pending: _p, history, ...action } = triage.action;
  const pick = <T>(values: readonly T[], step: number): T => values[(i * step + (i >> 2)) % values.length] as T;
  const [touchpoint, location] = [pick(touchpoints, 1), pick(locations, 5)];
  return {
    ...action,
    kind: pick(ActionKind.options, 5),
    status: pick(ActionStatus.options, 3),
    priority: pick(Priority.options, 7),
    owner: { team: pick(teams, 1), contact: '#us' },
    openedAt: march(1 + ((i * 11) % 20)),
    dueAt: march(1 + ((i * 17) % 23)),
    ...(touchpoint && { touchpoint }),
    ...(touchpoint && location && { location }),
    history: history.map((change) => ({ ...change, at: march(1 + ((i * 13) % 19)) })),
  };
});
const changedAt = ({ history }: Action): string => history.at(-1)?.at ?? '';

let pages: ActionPages;
beforeAll(async () => {
  const { state } = await tables();
  const actions = new Actions(state);
  for (const action of stored) await actions.putAction(action, undefined);
  await actions.putGap(gap(), '1');
  pages = new ActionPages(state);
});

const all = async (filter: ActionFilter, most: number): Promise<{ found: Action[]; sizes: number[] }> => {
  const found: Action[] = [];
  const sizes: number[] = [];
  for (let after: Parameters<ActionPages['page']>[1]['after']; ; ) {
    const page = await pages.page(filter, { most, after });
    sizes.push(page.entries.length);
    found.push(...page.entries);
    after = page.next;
    if (!after) return { found, sizes };
  }
};

const orders = {
  touchpoint: ({ openedAt, id }: Action) => `${openedAt}#${id}`,
  team: ({ dueAt, id }: Action) => `${dueAt}#${id}`,
  changedSince: (action: Action) => `${changedAt(action)}#${action.id}`,
  status: ({ priority, dueAt, id }: Action) => `${priority}#${dueAt}#${id}`,
};

/** What a filter says, without an index. */
const wanted = ({ status, ...filter }: ActionFilter): string[] => {
  const first = (['touchpoint', 'team', 'changedSince'] as const).find((name) => filter[name] !== undefined);
  const meant = first ? status : (status ?? 'open');
  const order = orders[first ?? 'status'];
  return stored
    .filter(
      (action) =>
        (filter.touchpoint === undefined ||
          (action.touchpoint === filter.touchpoint && action.location === filter.location)) &&
        (filter.team === undefined || action.owner.team === filter.team) &&
        (filter.changedSince === undefined || changedAt(action) >= filter.changedSince) &&
        (meant === undefined || action.status === meant) &&
        (filter.priority === undefined || action.priority === filter.priority) &&
        (filter.kind === undefined || action.kind === filter.kind) &&
        (filter.dueBefore === undefined || action.dueAt < filter.dueBefore),
    )
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map(({ id }) => id);
};

const maybe = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const filters: fc.Arbitrary<ActionFilter> = fc
  .record({
    status: maybe(...ActionStatus.options),
    team: maybe(...teams, 'Nobody'),
    touchpoint: maybe('delivery', 'checkout', 'nowhere'),
    location: maybe('millfield'),
    changedSince: maybe(march(5), march(12)),
    priority: maybe(...Priority.options),
    kind: maybe(...ActionKind.options),
    dueBefore: maybe(march(8), march(18)),
  })
  .map(({ location, dueBefore, ...filter }) => ({
    ...filter,
    ...(filter.touchpoint && { location }),
    ...(filter.team && { dueBefore }),
  }));

describe('pages of actions', () => {
  it('bring each action that a filter means once, in the order of its index, whatever the size of the page', async () => {
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 1, max: 60 }), async (filter, most) => {
        const { found, sizes } = await all(filter, most);
        expect(found.map(({ id }) => id)).toEqual(wanted(filter));
        expect(Math.max(...sizes)).toBeLessThanOrEqual(most);
      }),
      { numRuns: 200 },
    );
  });

  it('bring actions as they are stored', async () => {
    const [one] = (await all({ team: 'Care' }, 1)).found;
    expect(one).toEqual(stored.find(({ id }) => id === one?.id));
  });

  it('mean what is open where nothing is asked for', async () => {
    const { found } = await all({}, 100);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(({ status }) => status))).toEqual(new Set(['open']));
  });
});
