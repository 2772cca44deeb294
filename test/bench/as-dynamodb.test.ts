import { describe, expect, it } from 'vitest';
import { Actions } from '../../functions/adapters/actions.ts';
import { Digests } from '../../functions/adapters/digests.ts';
import type { DynamoTable, PageKey } from '../../functions/adapters/dynamo-table.ts';
import { Holds } from '../../functions/adapters/holds.ts';
import { Outbox } from '../../functions/adapters/outbox.ts';
import { type ActionFilter, ActionPages } from '../../functions/adapters/pages/action-pages.ts';
import { TouchpointPages, type TouchpointPosition } from '../../functions/adapters/pages/touchpoint-pages.ts';
import { Touchpoints } from '../../functions/adapters/touchpoints.ts';
import { UnitLedger } from '../../functions/adapters/unit-ledger.ts';
import type { Action } from '../../functions/domain/actions/action.ts';
import { perform } from '../../functions/domain/actions/life.ts';
import { changeHold, type HoldState } from '../../functions/domain/story/hold.ts';
import { cellDayOf } from '../../functions/domain/touchpoints/cell-day.ts';
import { summarise, windowOf } from '../../functions/domain/touchpoints/comparison.ts';
import type { TouchpointWhy } from '../../functions/domain/why/touchpoint-why.ts';
import { CountingBus } from '../../lib/bench/counting-bus.ts';
import { MeteredTable } from '../../lib/bench/metered-table.ts';
import { tablesInMemory } from '../adapters/dynalite.ts';
import { march, surveyRow } from '../builders.ts';
import { nightOwls, openAction } from '../domain/actions/working.ts';
import { catchConsole } from '../runtime/console-lines.ts';

catchConsole();

const tables = tablesInMemory();

const after = (action: Action, kind: 'acknowledge' | 'resolve', day: number): Action => {
  const command = kind === 'resolve' ? { kind, reason: 'refunded' } : { kind };
  const person = { id: 'kim', role: 'lead' } as const;
  const done = perform(action, command, person, { version: action.version, at: march(day), owners: nightOwls });
  if (done.kind !== 'changed') throw new TypeError(`not changed: ${JSON.stringify(done)}`);
  return done.action;
};

const placed = (customerId: string): HoldState => {
  const hold = { customerId, since: march(2), until: march(62), matterIds: ['matter-1'] };
  return changeHold(undefined, hold, { at: march(3), order: '1' }) as HoldState;
};
const released = (hold: HoldState | undefined): HoldState =>
  changeHold(hold, undefined, { at: march(4), order: '2' }) as HoldState;

const digest = {
  team: 'Delivery',
  contact: '#delivery',
  day: '2026-03-05',
  open: 1,
  dueToday: 0,
  overdue: 0,
  queued: 0,
};

const byId = <T extends { id: string }>(entries: readonly T[]): T[] =>
  [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Writes, tells, fails to tell and reads back, and answers with everything that it was answered. */
const scenario = async (state: DynamoTable): Promise<unknown[]> => {
  const bus = new CountingBus();
  const outbox = new Outbox(state, bus);
  const [told, untold] = [new Actions(state, outbox), new Actions(state)];
  const answers: unknown[] = [];
  const note = async (answer: Promise<unknown>) => void answers.push(await answer);
  const clock = async () => byId(await told.underTheClock());
  const one = openAction();
  const other = openAction({ id: 'recover-2', owner: { team: 'Care', contact: '#care' } });
  await note(told.putAction(one, undefined));
  await note(told.putAction(one, undefined));
  await note(untold.putAction(other, undefined));
  const held = after(other, 'acknowledge', 3);
  await note(untold.putAction(held, 1));
  await note(untold.putAction(after(other, 'resolve', 3), 1));
  await note(told.putAction(after(one, 'resolve', 4), 1));
  await note(clock());
  await note(told.tell(await told.actions([one.id, other.id])));
  await note(told.putAction(after(held, 'resolve', 5), 2));
  await note(clock());
  await note(told.actionsOf('Care'));
  await note(told.actionsAt('delivery', other.location ?? ''));
  await note(told.actionsChangedSince(march(5)));
  await note(told.listActions('resolved').then(byId));
  await note(told.labelledSince(march(1), (page) => answers.push(page.length) > 0));
  const [holds, silent] = [new Holds(state, outbox), new Holds(state)];
  await note(holds.put(placed('ada'), undefined, march(3)));
  await note(silent.put(placed('ben'), undefined, march(3)));
  const free = released(await holds.of('ada'));
  await note(holds.put(free, 1, march(4)));
  await note(holds.put(free, 1, march(5)));
  await note(holds.check(['ada', 'ben', 'cy'], march(5)).then((found) => [...found]));
  await note(holds.changedSince(march(3)));
  await note(holds.changedSince(march(4)));
  await note(outbox.tellLeft(() => true));
  await note(holds.of('ben'));
  const digests = new Digests(state, outbox);
  await note(digests.add({ ...digest, top: [] }, march(5)));
  await note(digests.add({ ...digest, top: [] }, march(5)));
  const ledger = new UnitLedger(state, 10);
  for (const units of [6, 6, 4]) await note(ledger.take('2026-03-05', units));
  await note(ledger.taken('2026-03-05'));
  return [...answers, Object.fromEntries(bus.told), bus.billed];
};

const places = ['delivery', 'checkout', 'returns'].map((touchpoint) => ({ touchpoint, location: 'millfield' }));

/** Filters that leave to DynamoDB all that their index does not tell. */
const filters: ActionFilter[] = [
  {},
  { status: 'open', priority: 'P2' },
  { team: 'Care', dueBefore: march(12) },
  { team: 'Care', changedSince: march(4), kind: 'recover' },
  { touchpoint: 'delivery', location: 'millfield', team: 'Care', dueBefore: march(9), status: 'open' },
  { changedSince: march(6), priority: 'P2' },
];

/** Reads lists page by page, and answers with all pages and with where each ends. */
const lists = async (state: DynamoTable): Promise<unknown[]> => {
  const answers: unknown[] = [];
  const actions = new Actions(state);
  for (let i = 0; i < 40; i++) {
    const one = openAction({
      id: `recover-${i}`,
      owner: { team: i % 3 ? 'Care' : 'Delivery', contact: '#us' },
      priority: i % 4 ? 'P2' : 'P1',
      dueAt: march(5 + (i % 11)),
      openedAt: march(1 + (i % 5)),
      ...places[i % places.length],
    });
    await actions.putAction(i % 5 ? one : after(one, 'acknowledge', 3 + (i % 7)), undefined);
  }
  const pages = new ActionPages(state);
  for (const filter of filters) {
    for (let at: Parameters<ActionPages['page']>[1]['after']; ; ) {
      const page = await pages.page(filter, { most: 7, after: at });
      answers.push(page);
      at = page.next;
      if (!at) break;
    }
  }
  const touchpoints = new Touchpoints(state);
  for (const cell of places) {
    const day = cellDayOf(cell, '2026-03-02', [surveyRow(cell)]);
    await touchpoints.putSummary(cell, summarise(cell, [day], windowOf(march(5), 28), march(5)), march(5));
    const why = { asOf: march(5), themes: [{ name: 'delay' }], quotes: [] } as unknown as TouchpointWhy;
    if (cell.touchpoint !== 'checkout') await touchpoints.putWhy(cell, why, march(5));
    answers.push(await actions.newestAt(cell, 3), await actions.newestAt(cell, 100));
  }
  await touchpoints.putSummary({ touchpoint: 'returns', location: 'millfield' }, undefined, march(6));
  for (let at: TouchpointPosition | undefined; ; ) {
    const page = await new TouchpointPages(state).page({ most: 1, after: at });
    answers.push(page);
    at = page.next;
    if (!at) return answers;
  }
};

/** Backwards through what lies under the table's own keys, and through an index. */
const backwards = async (state: DynamoTable): Promise<unknown[]> => {
  const answers: unknown[] = [];
  for (const sk of ['a', 'b', 'c', 'd', 'e']) {
    await state.put({ pk: 'p', sk, changePartition: 'q', changedAt: `${sk}#1` });
  }
  const queries = [
    { KeyConditionExpression: 'pk = :p AND sk <= :d', ExpressionAttributeValues: { ':p': 'p', ':d': 'd' } },
    {
      IndexName: 'changes',
      KeyConditionExpression: 'changePartition = :q AND changedAt < :d',
      ExpressionAttributeValues: { ':q': 'q', ':d': 'd#1' },
    },
  ];
  for (const query of queries) {
    for (const ScanIndexForward of [true, false]) {
      for (let at: PageKey | undefined; ; ) {
        const page = await state.page({ ...query, ScanIndexForward }, { most: 2, after: at });
        answers.push(page);
        at = page.next;
        if (!at) break;
      }
    }
  }
  return answers;
};

describe('a metered table', () => {
  it('pages through lists as DynamoDB does, whatever is left to filter and to hand over', async () => {
    const { state } = await tables();
    const answers = await lists(new MeteredTable('state', new Map()));
    expect(answers).toEqual(await lists(state));
    expect(answers.length).toBeGreaterThan(20);
  });

  it('goes on behind where a page ended, in either direction', async () => {
    const { state } = await tables();
    expect(await backwards(new MeteredTable('state', new Map()))).toEqual(await backwards(state));
  });

  it('answers the adapters as DynamoDB does, whatever they write, tell, forget and list', async () => {
    const { state } = await tables();
    const answers = await scenario(new MeteredTable('state', new Map()));
    expect(answers).toEqual(await scenario(state));
    expect(answers.at(-2)).toMatchObject({ 'action.resolved': 2, 'hold.placed': 2, 'digest.made': 1 });
  });
});
