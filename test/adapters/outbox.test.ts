import { describe, expect, it } from 'vitest';
import { Actions } from '../../functions/adapters/actions.ts';
import { Digests } from '../../functions/adapters/digests.ts';
import type { DynamoTable } from '../../functions/adapters/dynamo-table.ts';
import { type Bus, Outbox } from '../../functions/adapters/outbox.ts';
import { type Action, changed } from '../../functions/domain/actions/action.ts';
import { triageCustomer } from '../../functions/domain/actions/triage.ts';
import type { DigestTold, ProductEvent } from '../../functions/domain/events/event.ts';
import { DependencyError } from '../../functions/runtime/errors.ts';
import { gap, march, owners } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { tablesInMemory } from './dynalite.ts';
import { digestMade } from './told.ts';

const lines = catchConsole();
const tables = tablesInMemory();

/** A bus that remembers what it took, and that a test can take away or interrupt. */
class MemoryBus implements Bus {
  readonly taken: ProductEvent[] = [];
  isOut = false;
  /** A subject whose events it will not have. */
  refuses?: string;
  meanwhile: () => Promise<unknown> = async () => {};

  async publish(events: readonly ProductEvent[]): Promise<void> {
    if (this.isOut || events.some(({ subject }) => subject === this.refuses))
      throw new DependencyError('event bus: PutEvents failed');
    this.taken.push(...events);
    const meanwhile = this.meanwhile;
    this.meanwhile = async () => {};
    await meanwhile();
  }

  get told(): string[] {
    return this.taken.map(({ type, sequence }) => `${sequence} ${type}`);
  }
}

const open = async () => {
  const { state } = await tables();
  const bus = new MemoryBus();
  const outbox = new Outbox(state, bus);
  return { state, bus, outbox, actions: new Actions(state, outbox), digests: new Digests(state, outbox) };
};

const raised = (): Action => {
  const [triage] = triageCustomer([gap({ matterId: 'matter-1' })], [], [], owners, march(4));
  if (!triage) throw new TypeError('nothing raised');
  return triage.action;
};
const acknowledged = (action: Action): Action =>
  changed(
    action,
    { status: 'acknowledged' },
    { at: march(5), by: 'kim', type: 'acknowledged', change: 'acknowledged' },
  );
const dismissed = (action: Action): Action =>
  changed(action, { status: 'dismissed' }, { at: march(6), by: 'kim', type: 'dismissed', change: 'dismissed' });

const storedAction = async (state: DynamoTable, { id }: Action) => {
  const item = await state.get({ pk: `action#${id}`, sk: 'action' });
  return {
    pending: (item?.pending as ProductEvent[] | undefined)?.map(({ sequence }) => sequence),
    since: item?.pendingSince,
    isBeforeTheClock: item?.clockPartition !== undefined,
  };
};

describe('what is told', () => {
  it('is forgotten, and an action that time can change stays before the clock', async () => {
    const { state, bus, actions } = await open();
    const action = raised();
    await actions.putAction(action, undefined);
    expect(bus.told).toEqual(['1 action.raised']);
    expect(await storedAction(state, action)).toEqual({ pending: undefined, since: undefined, isBeforeTheClock: true });
    expect(await actions.underTheClock()).toEqual([expect.objectContaining({ id: action.id, isWatched: true })]);
  });

  it('is counted, whether or not the bus brings it on', async () => {
    const { actions } = await open();
    await actions.putAction(acknowledged(raised()), undefined);
    expect(lines()).toEqual([{ event: 'events.told', events: 2 }]);
  });

  it('leaves the clock where time changes nothing any more', async () => {
    const { state, actions } = await open();
    const action = dismissed(raised());
    await actions.putAction(action, undefined);
    expect(await storedAction(state, action)).toMatchObject({ pending: undefined, isBeforeTheClock: false });
    expect(await actions.underTheClock()).toEqual([]);
  });
});

describe('what cannot be told because the bus is out', () => {
  it('does not fail its writer, stays with its item, and is found by the clock with the time it waits since', async () => {
    const { state, bus, actions } = await open();
    bus.isOut = true;
    const action = raised();
    expect(await actions.putAction(action, undefined)).toBe(true);
    expect(await storedAction(state, action)).toEqual({ pending: [1], since: march(4), isBeforeTheClock: true });
    expect(await actions.underTheClock()).toEqual([expect.objectContaining({ id: action.id, pendingSince: march(4) })]);
    expect(lines()).toContainEqual({ event: 'events.waiting', items: 1, error: 'DependencyError' });
  });

  it('is before the clock also of an action that time changes no more, until it is told', async () => {
    const { bus, actions } = await open();
    bus.isOut = true;
    const action = dismissed(raised());
    await actions.putAction(action, undefined);
    const [entry] = await actions.underTheClock();
    expect(entry).toMatchObject({ isWatched: false, pendingSince: march(4) });
    bus.isOut = false;
    expect(await actions.tell(await actions.actions([action.id]))).toBe(true);
    expect(bus.told).toEqual(['1 action.raised', '2 action.dismissed']);
    expect(await actions.underTheClock()).toEqual([]);
  });

  it('is told by the next writer before its own', async () => {
    const { state, bus, actions } = await open();
    bus.isOut = true;
    await actions.putAction(raised(), undefined);
    bus.isOut = false;
    const [stored] = await actions.actions([raised().id]);
    await actions.putAction(acknowledged(stored as Action), 1);
    expect(bus.told).toEqual(['1 action.raised', '2 action.acknowledged']);
    expect(await storedAction(state, raised())).toMatchObject({ pending: undefined, isBeforeTheClock: true });
  });

  it('of a digest is told later, once, by whoever tells what is left', async () => {
    const { state, bus, digests, outbox } = await open();
    bus.isOut = true;
    const { data } = digestMade();
    expect(await digests.add(data as DigestTold, march(4))).toBe(true);
    expect(await outbox.tellLeft(() => true)).toBe(false);
    bus.isOut = false;
    expect(await outbox.tellLeft(() => true)).toBe(true);
    expect(bus.told).toEqual(['1 digest.made']);
    expect(await outbox.tellLeft(() => true)).toBe(true);
    expect(bus.taken).toHaveLength(1);
    const kept = await state.get({ pk: 'digest#Delivery', sk: '2026-03-04' });
    expect(kept).toMatchObject({ digest: data });
    for (const gone of ['pending', 'pendingSince', 'clockPartition']) expect(kept).not.toHaveProperty(gone);
  });
});

describe('an event that the bus will never take', () => {
  it('holds up its own subject alone', async () => {
    const { bus, actions } = await open();
    bus.isOut = true;
    const all = ['matter-1', 'matter-2', 'matter-3'].flatMap((matterId) =>
      triageCustomer([gap({ id: matterId, matterId })], [], [], owners, march(4)).map(({ action }) => action),
    );
    for (const action of all) await actions.putAction(action, undefined);
    bus.isOut = false;
    bus.refuses = all[0]?.id as string;
    expect(await actions.tell(await actions.actions(all.map(({ id }) => id)))).toBe(false);
    expect(bus.taken.map(({ subject }) => subject).sort()).toEqual(
      all
        .slice(1)
        .map(({ id }) => id)
        .sort(),
    );
    const left = (await actions.underTheClock()).filter(({ pendingSince }) => pendingSince !== undefined);
    expect(left.map(({ id }) => id)).toEqual([bus.refuses]);
  });
});

describe('an item that somebody changes between telling and forgetting', () => {
  it('loses nothing: what was told comes again before what is new', async () => {
    const { state, bus, actions } = await open();
    const action = raised();
    bus.meanwhile = async () => {
      bus.isOut = true;
      const [stored] = await actions.actions([action.id]);
      await actions.putAction(acknowledged(stored as Action), 1);
    };
    await actions.putAction(action, undefined);
    expect(bus.told).toEqual(['1 action.raised']);
    expect(await storedAction(state, action)).toEqual({ pending: [1, 2], since: march(4), isBeforeTheClock: true });
    bus.isOut = false;
    await actions.tell(await actions.actions([action.id]));
    expect(bus.told).toEqual(['1 action.raised', '1 action.raised', '2 action.acknowledged']);
    expect(await storedAction(state, action)).toMatchObject({ pending: undefined });
  });

  it('may be told of by two at the same time', async () => {
    const { state, bus, actions } = await open();
    bus.isOut = true;
    const action = raised();
    await actions.putAction(action, undefined);
    bus.isOut = false;
    const stored = await actions.actions([action.id]);
    expect(await Promise.all([actions.tell(stored), actions.tell(stored)])).toEqual([true, true]);
    expect(bus.told).toEqual(['1 action.raised', '1 action.raised']);
    expect(await storedAction(state, action)).toMatchObject({ pending: undefined });
  });
});

describe('a writer without a bus', () => {
  it('leaves the telling to others', async () => {
    const { state, bus, actions } = await open();
    const action = raised();
    await new Actions(state).putAction(action, undefined);
    expect(bus.taken).toEqual([]);
    expect(await storedAction(state, action)).toMatchObject({ pending: [1], since: march(4) });
    await actions.tell(await actions.actions([action.id]));
    expect(bus.told).toEqual(['1 action.raised']);
  });
});
