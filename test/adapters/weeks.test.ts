import { describe, expect, it } from 'vitest';
import { Actions } from '../../functions/adapters/actions.ts';
import { type Bus, Outbox } from '../../functions/adapters/outbox.ts';
import { Weeks } from '../../functions/adapters/weeks.ts';
import type { Action } from '../../functions/domain/actions/action.ts';
import type { ProductEvent } from '../../functions/domain/events/event.ts';
import { productEvents } from '../../functions/domain/events/event.ts';
import { march } from '../builders.ts';
import { doneTo, openAction } from '../domain/actions/working.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { tablesInMemory } from './dynalite.ts';

catchConsole();
const tables = tablesInMemory();
const week = { week: '2026-W10', from: march(2, '00:00'), to: march(9, '00:00') };
const lines = ['one', 'two', 'three', 'four', 'five'];

const makeWeeks = async () => {
  const { state } = await tables();
  const told: ProductEvent[] = [];
  const bus: Bus & { isDown: boolean } = {
    isDown: false,
    publish: async (events) => {
      if (bus.isDown) throw new Error('down');
      told.push(...events);
    },
  };
  const outbox = new Outbox(state, bus);
  return { state, told, bus, weeks: new Weeks(state, outbox) };
};

describe('a week that was summed up', () => {
  it('is kept once and told once, and goes after two years', async () => {
    const { state, told, weeks } = await makeWeeks();
    expect(await weeks.of('2026-W10')).toBeUndefined();
    expect(await weeks.add(week, lines, march(9))).toBe(true);
    expect(await weeks.add(week, ['other', '', '', '', ''], march(9, '10:15'))).toBe(false);
    expect(await weeks.of('2026-W10')).toEqual({ from: week.from, to: week.to, lines });
    expect(told).toEqual([expect.objectContaining({ type: 'week.summed_up', subject: 'week#2026-W10', sequence: 1 })]);
    expect(productEvents.some((event) => event.safeParse(told[0]).success)).toBe(true);
    const item = await state.get({ pk: 'week#2026-W10', sk: 'week' });
    expect(item?.expiresAt).toBe(Date.parse('2028-03-09T10:00:00Z') / 1000);
    expect(item).not.toHaveProperty('pending');
    expect(item).not.toHaveProperty('clockPartition');
  });

  it('stays with its event, where the clock finds it, where the bus was down', async () => {
    const { state, told, bus, weeks } = await makeWeeks();
    bus.isDown = true;
    expect(await weeks.add(week, lines, march(9))).toBe(true);
    expect(told).toEqual([]);
    const item = await state.get({ pk: 'week#2026-W10', sk: 'week' });
    expect(item).toMatchObject({ clockPartition: expect.stringMatching(/^clock#/), clockSort: 'week#2026-W10' });
    expect(item?.pending).toHaveLength(1);
  });
});

describe('actions that changed since', () => {
  const makeActions = async () => {
    const { state } = await tables();
    const actions = new Actions(state);
    const raised = Array.from({ length: 3 }, (_, i) => openAction({ id: `recover-${i}` }));
    const [early, done, labelled] = [
      raised[0] as Action,
      doneTo(raised[1] as Action, { kind: 'resolve', reason: 'seen to it' }, march(6)),
      doneTo(raised[2] as Action, { kind: 'label', label: 'wrong-gap' }, march(5)),
    ];
    for (const action of raised) await actions.putAction(action, undefined);
    for (const action of [done, labelled]) await actions.putAction(action, 1);
    const since = async (ask: 'changedSince' | 'labelledSince', at: string, most = 9) => {
      const found: Action[] = [];
      await actions[ask](at, (page) => found.push(...page) < most);
      return found;
    };
    return { since, early, done, labelled };
  };

  it('an instant come back equal, the longest unchanged first', async () => {
    const { since, early, done, labelled } = await makeActions();
    expect(await since('changedSince', march(1))).toEqual([early, labelled, done]);
    expect(await since('changedSince', march(5))).toEqual([labelled, done]);
    expect(await since('changedSince', march(7))).toEqual([]);
  });

  it('are told apart by whether they bear a label', async () => {
    const { since, labelled } = await makeActions();
    expect(await since('labelledSince', march(1))).toEqual([labelled]);
    expect(await since('labelledSince', march(6))).toEqual([]);
  });
});
