import { describe, expect, it } from 'vitest';
import type { ActionFilter } from '../../../functions/adapters/pages/action-pages.ts';
import type { Action } from '../../../functions/domain/actions/action.ts';
import { triageCustomer } from '../../../functions/domain/actions/triage.ts';
import { ActionsPage, GapsPage, HoldsPage, TouchpointsPage } from '../../../functions/domain/analysts/answers.ts';
import { cellOfId } from '../../../functions/domain/analysts/touchpoint-id.ts';
import { cellDayOf } from '../../../functions/domain/touchpoints/cell-day.ts';
import { summarise, windowOf } from '../../../functions/domain/touchpoints/comparison.ts';
import { answerActions } from '../../../functions/serve-analysts/lists/actions.ts';
import { answerGaps } from '../../../functions/serve-analysts/lists/gaps.ts';
import { answerHolds } from '../../../functions/serve-analysts/lists/holds.ts';
import type { PageRead, ReadPage } from '../../../functions/serve-analysts/lists/paging.ts';
import { answerTouchpoints } from '../../../functions/serve-analysts/lists/touchpoints.ts';
import { gap, march, owners, surveyRow } from '../../builders.ts';
import { catchConsole } from '../../runtime/console-lines.ts';
import { answerOf, asking, bearing, problemIn, serving } from './asking.ts';

catchConsole();

const secret = async () => 'kept by nobody';

/** A page by the number of the entry that it begins with. */
const pageOf = <Entry>(entries: readonly Entry[], { most, after = 0 }: PageRead<number>): ReadPage<Entry, number> => ({
  entries: entries.slice(after, after + most),
  ...(after + most < entries.length && { next: after + most }),
});

const actions: Action[] = Array.from({ length: 5 }, (_, i) => {
  const [triage] = triageCustomer([gap({ id: `g-${i}`, matterId: `m-${i}` })], [], [], owners, march(4));
  if (!triage) throw new TypeError('nothing raised');
  return triage.action;
});
const gaps = Array.from({ length: 5 }, (_, i) => gap({ id: `unheard-${i}`, kind: 'unheard' }));
const summaries = ['a', 'b', 'c'].flatMap((touchpoint) => {
  const cell = { touchpoint, location: 'quay/1' };
  const window = windowOf(march(5), 28);
  return summarise(cell, [cellDayOf(cell, '2026-03-02', [surveyRow(cell)])], window, march(5)) ?? [];
});

const filters: ActionFilter[] = [];
const serve = serving({
  ...answerActions({
    secret,
    actions: {
      page: async (filter, read: PageRead<number>) => {
        filters.push(filter);
        return pageOf(actions, read);
      },
    },
    gaps: { whys: async () => new Map([['g-1', { themes: ['food'], causes: [], phrases: [], rules: [] }]]) },
  }),
  ...answerGaps({ secret, gaps: { page: async (_of, read: PageRead<number>) => pageOf(gaps, read) } }),
  ...answerTouchpoints({
    secret,
    touchpoints: {
      page: async (read: PageRead<number>) =>
        pageOf(
          summaries.map((summary) => ({ summary, themes: ['one', 'two', 'three', 'four'] })),
          read,
        ),
    },
  }),
  ...answerHolds({
    secret,
    holds: {
      check: async (ids) =>
        new Map(
          ids.map((id) => [
            id,
            id === 'ada' ? { customerId: id, since: march(2), until: march(30), matterIds: ['m'] } : undefined,
          ]),
        ),
      changedSince: async (since, { after, most }) => {
        const hold = { since: march(2), until: march(4), matterIds: [], version: 2, changedAt: since };
        const begin = Number(after ?? 0);
        const holds = ['ada', 'bo', 'cy'].slice(begin, begin + most).map((customerId) => ({ ...hold, customerId }));
        return { holds, ...(begin + most < 3 && { next: String(begin + most) }) };
      },
    },
  }),
});

const ask = async (...[name, said]: Parameters<typeof asking>) => serve(asking(name, said));

describe('a list', () => {
  it.each([
    ['actions', 'status=open', (json: unknown) => ActionsPage.parse(json).actions.map(({ id }) => id)],
    ['gaps', 'kind=unheard', (json: unknown) => GapsPage.parse(json).gaps.map(({ id }) => id)],
    ['touchpoints', '', (json: unknown) => TouchpointsPage.parse(json).touchpoints.map(({ id }) => id)],
    [
      'holds',
      'changedSince=2026-03-01T00:00:00Z',
      (json: unknown) => HoldsPage.parse(json).holds.map(({ customerId }) => customerId),
    ],
  ] as const)('of %s comes page by page, each entry once', async (name, query, idsOf) => {
    const whole = idsOf(answerOf(name, await ask(name, { query })));
    const found: string[] = [];
    let pages = 0;
    for (let cursor = ''; ; ) {
      const json = answerOf(name, await ask(name, { query: `${query}&limit=2${cursor}` }));
      found.push(...idsOf(json));
      pages++;
      const { next } = json as { next?: string };
      if (next === undefined) break;
      cursor = `&cursor=${next}`;
    }
    expect(pages).toBe(Math.ceil(whole.length / 2));
    expect(found).toEqual(whole);
    expect(new Set(found).size).toBeGreaterThan(2);
  });

  it('goes on with none of the cursors of another list, of other filters, or of nobody', async () => {
    const first = answerOf('gaps', await ask('gaps', { query: 'kind=unheard&limit=2' })) as { next: string };
    const wrong = [
      ['gaps', `kind=unheard&state=cleared&cursor=${first.next}`],
      ['gaps', `kind=surge&cursor=${first.next}`],
      ['gapsCsv', `kind=unheard&cursor=${first.next}`],
      ['touchpoints', `cursor=${first.next}`],
      ['gaps', `kind=unheard&cursor=${first.next.slice(0, -1)}`],
      ['gaps', 'kind=unheard&cursor=Mg.Mg'],
    ] as const;
    for (const [name, query] of wrong) {
      expect(problemIn(await ask(name, { query })), query).toMatchObject({ code: 'invalid-cursor', status: 400 });
    }
    answerOf('gaps', await ask('gaps', { query: `state=open&limit=5&kind=unheard&cursor=${first.next}` }));
  });
});

describe('actions', () => {
  const filterOf = async (query: string, roles: string, team?: string): Promise<ActionFilter | undefined> => {
    answerOf('actions', await ask('actions', { query, authorizer: bearing(roles, team) }));
    return filters.at(-1);
  };

  it('are those of an owner where they ask for nothing that says which', async () => {
    expect(await filterOf('', 'owner', 'Care')).toEqual({ team: 'Care' });
    expect(await filterOf('kind=fix', 'reader owner', 'Care')).toEqual({ team: 'Care', kind: 'fix' });
    expect(await filterOf('status=open', 'owner', 'Care')).toEqual({ status: 'open' });
    expect(await filterOf('team=Delivery', 'owner', 'Care')).toEqual({ team: 'Delivery' });
    expect(await filterOf('', 'owner')).toEqual({});
    expect(await filterOf('', 'lead owner', 'Care')).toEqual({});
    expect(await filterOf('', 'reader')).toEqual({});
  });

  it('go on for no owner of another team', async () => {
    const json = answerOf('actions', await ask('actions', { query: 'limit=2', authorizer: bearing('owner', 'Care') }));
    const query = `limit=2&cursor=${(json as { next: string }).next}`;
    expect(problemIn(await ask('actions', { query, authorizer: bearing('owner', 'Delivery') })).code).toBe(
      'invalid-cursor',
    );
    answerOf('actions', await ask('actions', { query, authorizer: bearing('owner', 'Care') }));
  });

  it('tell the reasons of their gaps', async () => {
    const page = ActionsPage.parse(answerOf('actions', await ask('actions')));
    expect(page.actions.map(({ why }) => why?.themes)).toEqual([undefined, ['food'], undefined, undefined, undefined]);
  });
});

describe('touchpoints', () => {
  it('are listed with the id that leads to them and three themes', async () => {
    const [first] = TouchpointsPage.parse(answerOf('touchpoints', await ask('touchpoints'))).touchpoints;
    expect(cellOfId(first?.id ?? '')).toEqual({ touchpoint: 'a', location: 'quay/1' });
    expect(first).toMatchObject({ asOf: march(5), themes: ['one', 'two', 'three'], surveyed: { n: 1 } });
    expect(first).not.toHaveProperty('coverage');
  });
});

describe('a check of holds', () => {
  it('answers each customer in the order asked, as often as asked', async () => {
    const response = await ask('checkHolds', { body: { customerIds: ['bo', 'ada', 'bo'] } });
    expect(answerOf('checkHolds', response)).toEqual({
      holds: [
        { customerId: 'bo', held: false },
        { customerId: 'ada', held: true, since: march(2), until: march(30), matterIds: ['m'] },
        { customerId: 'bo', held: false },
      ],
    });
  });

  it('of more than a thousand customers is refused', async () => {
    const customerIds = Array.from({ length: 1001 }, (_, i) => `c-${i}`);
    expect(problemIn(await ask('checkHolds', { body: { customerIds } })).errors?.[0]?.path).toBe('/body/customerIds');
  });
});
