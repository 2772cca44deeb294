import { describe, expect, it } from 'vitest';
import { Actions } from '../../functions/adapters/actions.ts';
import { type Action, changed } from '../../functions/domain/actions/action.ts';
import { triageCustomer } from '../../functions/domain/actions/triage.ts';
import { gap, march, owners } from '../builders.ts';
import { tablesInMemory } from './dynalite.ts';

const tables = tablesInMemory();
const makeActions = async () => {
  const { state } = await tables();
  return { actions: new Actions(state), state };
};

const raised = (cause: string, asOf = march(4)): Action => {
  const [triage] = triageCustomer([gap({ id: cause, matterId: cause })], [], [], owners, asOf);
  if (!triage) throw new TypeError('nothing raised');
  return triage.action;
};

const acknowledged = (action: Action): Action =>
  changed(
    action,
    { status: 'acknowledged' },
    { at: march(5), by: 'kim', type: 'acknowledged', change: 'acknowledged' },
  );

describe('an action', () => {
  it('comes back equal, those that there are of the ids asked for', async () => {
    const { actions } = await makeActions();
    const [one, two] = [raised('matter-1'), raised('matter-2')];
    for (const action of [one, two]) expect(await actions.putAction(action, undefined)).toBe(true);
    const found = await actions.actions([two.id, 'recover-none', one.id, one.id]);
    expect(found.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([one, two].sort((a, b) => (a.id < b.id ? -1 : 1)));
  });

  it('is raised once, and changed only by who saw its last version', async () => {
    const { actions } = await makeActions();
    const action = raised('matter-1');
    expect(await actions.putAction(action, undefined)).toBe(true);
    expect(await actions.putAction(action, undefined)).toBe(false);
    expect(await actions.putAction(acknowledged(action), 1)).toBe(true);
    expect(await actions.putAction({ ...action, version: 2, title: 'other' }, 1)).toBe(false);
    expect(await actions.actions([action.id])).toEqual([acknowledged(action)]);
  });

  it('that is not there is not changed', async () => {
    const { actions } = await makeActions();
    expect(await actions.putAction(acknowledged(raised('matter-1')), 1)).toBe(false);
    expect(await actions.actions([raised('matter-1').id])).toEqual([]);
  });

  it('moves from one list to the other with its status', async () => {
    const { actions } = await makeActions();
    const action = raised('matter-1');
    await actions.putAction(action, undefined);
    await actions.putAction(acknowledged(action), 1);
    expect(await actions.listActions('open')).toEqual([]);
    expect(await actions.listActions('acknowledged')).toEqual([acknowledged(action)]);
  });

  it('is listed by urgency, then by deadline', async () => {
    const { actions } = await makeActions();
    const listed: Action[] = [
      { ...raised('m-1'), priority: 'P1', dueAt: march(6) },
      { ...raised('m-2'), priority: 'P1', dueAt: march(7) },
      { ...raised('m-3'), priority: 'P3', dueAt: march(5) },
    ];
    for (const action of [...listed].reverse()) await actions.putAction(action, undefined);
    expect(await actions.listActions('open')).toEqual(listed);
  });

  it('is found by its owner, by its place and by its last change', async () => {
    const { actions } = await makeActions();
    const [one, two] = [raised('matter-1'), acknowledged(raised('matter-2'))];
    const elsewhere: Action = {
      ...raised('matter-3'),
      owner: { team: 'Care', contact: '#care' },
      location: 'quayside',
    };
    for (const action of [one, two, elsewhere]) await actions.putAction(action, undefined);
    await actions.putGap(gap(), '1');
    const ids = (found: Action[]) => found.map(({ id }) => id).sort();
    expect(ids(await actions.actionsOf('Delivery'))).toEqual(ids([one, two]));
    expect(await actions.actionsOf('Care')).toEqual([elsewhere]);
    expect(ids(await actions.actionsAt('delivery', 'millfield'))).toEqual(ids([one, two]));
    expect(await actions.actionsAt('delivery', 'nowhere')).toEqual([]);
    expect(await actions.actionsChangedSince(march(5))).toEqual([two]);
    expect(await actions.actionsChangedSince(march(4))).toHaveLength(3);
  });

  it('is among the newest of its place, the newest first, no more than asked for', async () => {
    const { actions } = await makeActions();
    const at = (day: number, location: string): Action => {
      const cause = gap({ id: `${location} ${day}`, matterId: `${location} ${day}`, decidedBy: march(day), location });
      const [triage] = triageCustomer([cause], [], [], owners, march(20));
      return triage?.action as Action;
    };
    const here = [3, 1, 2].map((day) => at(day, 'millfield'));
    for (const action of [...here, at(4, 'northgate')]) await actions.putAction(action, undefined);
    await actions.putGap(gap({ openedAt: march(9) }), '1');
    const newest = await actions.newestAt({ touchpoint: 'delivery', location: 'millfield' }, 2);
    expect(newest.map(({ openedAt }) => openedAt)).toEqual([march(3), march(2)]);
    expect(newest[0]).toEqual(here[0]);
    expect(await actions.newestAt({ touchpoint: 'delivery' }, 2)).toEqual([]);
  });

  it('is found by the beginning of its id as long as time may change it', async () => {
    const { actions } = await makeActions();
    const [one, over] = [raised('matter-1'), { ...raised('matter-2'), status: 'dismissed' as const, pending: [] }];
    for (const action of [one, over]) await actions.putAction(action, undefined);
    expect(await actions.idsUnderTheClock(one.id.slice(0, 14))).toEqual([one.id]);
    expect(await actions.idsUnderTheClock(over.id.slice(0, 14))).toEqual([]);
    expect(await actions.idsUnderTheClock('fix-')).toEqual([]);
  });
});

describe('a gap', () => {
  it('comes back equal', async () => {
    const { actions } = await makeActions();
    expect(await actions.gap('unanswered-1')).toBeUndefined();
    await actions.putGap(gap(), '1');
    expect(await actions.gap('unanswered-1')).toEqual(gap());
  });

  it('without customer, matter or location comes back without them', async () => {
    const { actions } = await makeActions();
    const bare = gap({ customerId: undefined, matterId: undefined, location: undefined, scope: 'cell' });
    await actions.putGap(bare, '1');
    expect(await actions.gap(bare.id)).toEqual(bare);
  });

  it('is found among others by its id, in the order asked', async () => {
    const { actions } = await makeActions();
    const [one, two] = [gap(), gap({ id: 'unanswered-2' })];
    for (const each of [one, two]) await actions.putGap(each, '1');
    expect(await actions.gaps([two.id, 'surge-none', one.id])).toEqual([two, one]);
    expect(await actions.gaps([])).toEqual([]);
  });

  it('is never overwritten by a lesser fold', async () => {
    const { actions } = await makeActions();
    await actions.putGap(gap({ state: 'cleared' }), '2');
    await actions.putGap(gap(), '1');
    expect((await actions.gap('unanswered-1'))?.state).toBe('cleared');
  });

  it('moves from one list to the other with its state, oldest first', async () => {
    const { actions } = await makeActions();
    const older = gap({ id: 'unanswered-0', openedAt: march(1) });
    for (const one of [gap(), older]) await actions.putGap(one, '1');
    expect(await actions.listGaps('unanswered', 'open')).toEqual([older, gap()]);
    await actions.putGap({ ...older, state: 'cleared' }, '2');
    expect(await actions.listGaps('unanswered', 'open')).toEqual([gap()]);
    expect(await actions.listGaps('unanswered', 'cleared')).toHaveLength(1);
    expect(await actions.listGaps('unheard', 'open')).toEqual([]);
  });
});
