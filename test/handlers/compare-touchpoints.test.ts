import { describe, expect, it } from 'vitest';
import { makeHandler } from '../../functions/compare-touchpoints/handler.ts';
import type { TallyRow } from '../../functions/domain/touchpoints/tally-row.ts';
import { complaintRow, march, reviewRow, surveyRow } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { plentyOfTime } from '../runtime/deliveries.ts';
import { makeComparison, midnight } from './fleet.ts';
import { mortal, never } from './mortal.ts';

const said = catchConsole();

const contradicting = (key: string, day = '2026-03-02'): TallyRow =>
  reviewRow({ key, day, contradiction: { fact: key, at: `${day}T09:00:00.000Z`, probability: 0.8 } });

describe('a comparison', () => {
  it('sums each cell up that changed, and nothing twice', async () => {
    const { store, tell, compare } = makeComparison();
    await tell(surveyRow(), surveyRow({ key: 'survey#2', class: 'none' }), complaintRow(), reviewRow());
    expect(await compare(midnight(5))).toEqual({ cellDays: 1, cells: 1 });
    expect(store.summaries).toEqual([
      expect.objectContaining({
        touchpoint: 'delivery',
        location: 'millfield',
        surveyed: { metric: 'nps', net: 100, n: 1, invited: 2, responseRate: 0.5 },
        complaints: expect.objectContaining({ customers: 1 }),
        reviews: { net: 100, n: 1 },
      }),
    ]);
    expect(await compare(midnight(6))).toEqual({ cellDays: 0, cells: 0 });
  });

  it('counts of a first day that the window cuts what comes after the cut, and moves on with it', async () => {
    const { store, tell, compare } = makeComparison();
    const [early, late] = ['08:00', '14:00'].map((clock) => surveyRow({ key: `survey#${clock}`, at: march(2, clock) }));
    if (early && late) await tell(early, late);
    const invited = async (at: string, exactly = true) => {
      await compare(at, 1, exactly);
      return store.summaries[0]?.surveyed.invited;
    };
    expect(await invited(march(3, '07:00'))).toBe(2);
    // Nothing came to it: until the next local day it is as it was, unless a run asks for the very window.
    expect(await invited(march(3, '09:00'), false)).toBe(2);
    expect(await invited(march(3, '09:00'))).toBe(1);
    await tell(surveyRow({ key: 'survey#next', day: '2026-03-03' }));
    expect(await invited(march(3, '12:00'))).toBe(2);
    expect(await invited(march(3, '15:00'))).toBe(1);
    expect(await invited(march(4, '00:00'))).toBe(1);
  });

  it('reads marks, adds up, sums up, and only then takes the marks away', async () => {
    const { deps, tell } = makeComparison();
    await tell(surveyRow());
    const { ports, calls } = mortal(deps, never);
    await makeHandler(ports)({ at: midnight(5), windowDays: 28 }, plentyOfTime);
    expect(calls).toEqual([
      'touchpoints.changes',
      'touchpoints.changes',
      'touchpoints.rows',
      'touchpoints.putDay',
      'touchpoints.days',
      'touchpoints.putVoices',
      'actions.gap',
      'touchpoints.putSummary',
      'touchpoints.settle',
      'touchpoints.looks',
      'touchpoints.summaries',
      'touchpoints.putComparison',
      'touchpoints.putScores',
      'touchpoints.putLooks',
      'actions.underTheClock',
      'touchpoints.putLooks',
    ]);
  });

  it('keeps the mark of a day that changed while it was added up', async () => {
    const { store, deps, tell } = makeComparison();
    await tell(surveyRow());
    const touchpoints: typeof deps.touchpoints = {
      ...deps.touchpoints,
      rows: async (cellDay, take) => {
        await deps.touchpoints.rows(cellDay, take);
        await tell(surveyRow({ key: 'survey#2', class: 'bottom' }));
      },
    };
    await makeHandler({ ...deps, touchpoints })({ at: midnight(5), windowDays: 28 }, plentyOfTime);
    expect(store.summaries[0]?.surveyed.n).toBe(1);
    await makeHandler(deps)({ at: midnight(6), windowDays: 28 }, plentyOfTime);
    expect(store.summaries[0]?.surveyed.n).toBe(2);
    expect(store.changed.size).toBe(0);
  });

  it('that dies at any step is made good by the next', async () => {
    for (let call = 0; call < 20; call++) {
      for (const when of ['before', 'after'] as const) {
        const { store, deps, tell, compare } = makeComparison();
        await tell(surveyRow(), contradicting('review#1'));
        const { ports } = mortal(deps, { call, when });
        await makeHandler(ports)({ at: midnight(5), windowDays: 28 }, plentyOfTime).catch(() => 'dead');
        await compare(midnight(5));
        const undisturbed = makeComparison();
        await undisturbed.tell(surveyRow(), contradicting('review#1'));
        await undisturbed.compare(midnight(5));
        expect(store.contents()).toEqual(undisturbed.store.contents());
        expect(store.summaries).toEqual(undisturbed.store.summaries);
      }
    }
  });

  it('refuses to run for no time or window', async () => {
    const { deps } = makeComparison();
    await expect(makeHandler(deps)({ windowDays: 28 }, plentyOfTime)).rejects.toThrow();
    await expect(makeHandler(deps)({ at: midnight(5), windowDays: 0 }, plentyOfTime)).rejects.toThrow();
  });
});

describe('a window that moves on', () => {
  it('drops the days that it leaves behind, without anything new being told', async () => {
    const { store, tell, compare } = makeComparison();
    await tell(surveyRow({ day: '2026-03-02' }), surveyRow({ key: 'survey#2', day: '2026-03-04', class: 'bottom' }));
    await compare(midnight(5), 3);
    expect(store.summaries[0]?.surveyed).toMatchObject({ n: 2, net: 0 });
    await compare(midnight(6), 3);
    expect(store.summaries[0]?.surveyed).toMatchObject({ n: 1, net: -100 });
    await compare(midnight(9), 3);
    expect(store.summaries).toEqual([]);
  });

  it('takes days in again when it is made wider', async () => {
    const { store, tell, compare } = makeComparison();
    await tell(surveyRow({ day: '2026-03-02' }), surveyRow({ key: 'survey#2', day: '2026-03-04' }));
    await compare(midnight(5), 1);
    expect(store.summaries[0]?.surveyed.n).toBe(1);
    await compare(midnight(5), 7);
    expect(store.summaries[0]?.surveyed.n).toBe(2);
  });

  it('counts a day that was told of before the window came to it', async () => {
    const { store, tell, compare } = makeComparison();
    await tell(surveyRow({ day: '2026-03-04' }));
    await compare(midnight(5));
    await tell(surveyRow({ key: 'survey#2', day: '2026-03-05' }));
    await compare(midnight(5));
    expect(store.summaries[0]?.surveyed.n).toBe(1);
    await compare(march(5, '01:00'));
    expect(store.summaries[0]?.surveyed.n).toBe(2);
  });
});

describe('a run that comes late, after a later one', () => {
  it('overwrites nothing of it, and leaves what it could not write for the next', async () => {
    const { store, tell, compare } = makeComparison();
    await tell(surveyRow());
    await compare(march(5, '11:00'));
    await tell(surveyRow({ key: 'survey#2', class: 'bottom' }));
    await compare(march(5, '10:00'));
    expect(store.summaries[0]).toMatchObject({ asOf: march(5, '11:00'), surveyed: { n: 1 } });
    await compare(march(5, '12:00'));
    expect(store.summaries[0]).toMatchObject({ asOf: march(5, '12:00'), surveyed: { n: 2 } });
  });

  it('leaves for the next a day that the later one did not look at', async () => {
    const { store, tell, compare } = makeComparison();
    await tell(surveyRow());
    await compare(march(5, '11:00'));
    await tell(surveyRow({ key: 'survey#2', day: '2026-03-03' }));
    await compare(march(5, '10:00'));
    await compare(march(5, '12:00'));
    expect(store.summaries[0]?.surveyed.n).toBe(2);
  });
});

describe('responses of nobody in particular whose score and words disagree', () => {
  it('are one gap of their cell, with one action to fix it', async () => {
    const { store, tell, compare } = makeComparison();
    await tell(contradicting('review#1'), contradicting('review#2', '2026-03-03'));
    await compare(midnight(5));
    expect(store.gaps).toEqual([
      expect.objectContaining({ kind: 'contradiction', scope: 'cell', state: 'open', facts: ['review#1', 'review#2'] }),
    ]);
    expect(store.allActions).toEqual([
      expect.objectContaining({
        kind: 'fix',
        gapIds: [store.gaps[0]?.id],
        touchpoint: 'delivery',
        location: 'millfield',
      }),
    ]);
    const [action] = store.allActions;
    expect(said()).toContainEqual({ event: 'action.raised', id: action?.id, priority: action?.priority });
  });

  it('join the action that is there when they grow more', async () => {
    const { store, tell, compare } = makeComparison();
    await tell(contradicting('review#1'));
    await compare(midnight(5));
    await tell(contradicting('review#2', '2026-03-05'));
    await compare(midnight(6));
    expect(store.allActions).toEqual([expect.objectContaining({ version: 2, evidence: ['review#1', 'review#2'] })]);
    expect(said().filter((line) => JSON.stringify(line).includes('action.raised'))).toHaveLength(1);
  });

  it('are joined to an action that somebody changes meanwhile', async () => {
    const { store, deps, tell, compare } = makeComparison();
    await tell(contradicting('review#1'));
    await compare(midnight(5));
    await tell(contradicting('review#2', '2026-03-05'));
    let changed = false;
    const actions: typeof deps.actions = {
      ...deps.actions,
      putAction: async (action, replaces) => {
        const [seen] = await deps.actions.actions([action.id]);
        if (!changed && seen) {
          changed = true;
          await deps.actions.putAction({ ...seen, status: 'acknowledged', version: seen.version + 1 }, seen.version);
        }
        return deps.actions.putAction(action, replaces);
      },
    };
    await makeHandler({ ...deps, actions })({ at: midnight(6), windowDays: 28 }, plentyOfTime);
    expect(store.allActions).toEqual([
      expect.objectContaining({ status: 'acknowledged', version: 3, evidence: ['review#1', 'review#2'] }),
    ]);
  });

  it('leave nothing to fix when they are taken back, wherever a run dies, until they are told again', async () => {
    const perfect = makeComparison();
    await perfect.tell(contradicting('review#1'));
    await perfect.compare(midnight(5));
    await perfect.withdraw(contradicting('review#1'));
    await perfect.compare(midnight(6));
    expect(perfect.store.allActions).toMatchObject([{ status: 'resolved', version: 2 }]);
    for (let call = 0; call < 20; call++) {
      for (const when of ['before', 'after'] as const) {
        const { store, deps, tell, withdraw, compare } = makeComparison();
        await tell(contradicting('review#1'));
        await compare(midnight(5));
        await withdraw(contradicting('review#1'));
        const { ports } = mortal(deps, { call, when });
        await makeHandler(ports)({ at: midnight(6), windowDays: 28 }, plentyOfTime).catch(() => 'dead');
        await compare(midnight(6));
        expect(store.contents()).toEqual(perfect.store.contents());
      }
    }
    await perfect.tell(contradicting('review#2', '2026-03-06'));
    await perfect.compare(midnight(7));
    expect(perfect.store.allActions).toMatchObject([{ status: 'reopened', evidence: ['review#1', 'review#2'] }]);
  });

  it('leave an action as it is that somebody has taken up', async () => {
    const { store, tell, withdraw, compare } = makeComparison();
    await tell(contradicting('review#1'));
    await compare(midnight(5));
    const [raised] = store.allActions;
    if (!raised) throw new Error('nothing was raised');
    await store.actions.putAction({ ...raised, status: 'acknowledged', version: 2 }, 1);
    await withdraw(contradicting('review#1'));
    await compare(midnight(6));
    expect(store.allActions).toMatchObject([{ status: 'acknowledged', version: 2 }]);
    expect(store.gaps).toMatchObject([{ state: 'cleared' }]);
  });

  it('are cleared when they are taken back, once', async () => {
    const { store, tell, withdraw, compare } = makeComparison();
    await tell(contradicting('review#1'));
    await compare(midnight(5));
    await withdraw(contradicting('review#1'));
    await compare(midnight(6));
    await tell(surveyRow());
    await compare(midnight(7));
    expect(store.gaps.map(({ state, history }) => [state, history])).toEqual([
      [
        'cleared',
        [
          { state: 'open', at: '2026-03-02T09:00:00.000Z' },
          { state: 'cleared', at: midnight(6) },
        ],
      ],
    ]);
  });

  it('are cleared when the window leaves them behind', async () => {
    const { store, tell, compare } = makeComparison();
    await tell(contradicting('review#1'), surveyRow({ day: '2026-03-04' }));
    await compare(midnight(5), 4);
    await compare(midnight(7), 4);
    expect(store.gaps.map(({ state }) => state)).toEqual(['cleared']);
  });
});
