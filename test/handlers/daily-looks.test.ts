import { describe, expect, it } from 'vitest';
import { makeHandler } from '../../functions/compare-touchpoints/handler.ts';
import { fixActionId } from '../../functions/domain/actions/triage-touchpoint.ts';
import type { Gap } from '../../functions/domain/gaps/gap.ts';
import { darkCornerId } from '../../functions/domain/gaps/touchpoint-gap.ts';
import type { Cell } from '../../functions/domain/touchpoints/tally-row.ts';
import { march, owners, surveyRow } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { plentyOfTime, withTime } from '../runtime/deliveries.ts';
import { asked, contentFleet, dark, makeComparison, midnight, noLongerDark } from './fleet.ts';

const said = catchConsole();

const cell: Cell = { touchpoint: 'delivery', location: 'dark' };
const cornerOf = (gaps: readonly Gap[]): Gap | undefined => gaps.find(({ id }) => id === darkCornerId(cell));

const makeFleet = async () => {
  const made = makeComparison();
  await made.tell(...contentFleet(), ...dark());
  const { store } = made;
  return {
    ...made,
    corner: () => cornerOf(store.gaps),
    action: () => store.allActions.find(({ gapIds }) => gapIds.includes(darkCornerId(cell))),
    /** Looks at midnight of each of the days. */
    lookOn: async (...days: number[]) => {
      for (const day of days) await made.compare(midnight(day));
    },
  };
};

describe('a dark cell', () => {
  it('is suspected at the first look, without an action', async () => {
    const { corner, lookOn, store } = await makeFleet();
    await lookOn(5);
    expect(corner()).toMatchObject({
      kind: 'dark-corner',
      scope: 'cell',
      ...cell,
      state: 'suspected',
      openedAt: midnight(5),
      history: [{ state: 'suspected', at: midnight(5) }],
    });
    expect(store.gaps).toHaveLength(1);
    expect(store.allActions).toEqual([]);
  });

  it('is open at the second, with an action to fix it', async () => {
    const { corner, action, lookOn } = await makeFleet();
    await lookOn(5, 6);
    expect(corner()).toMatchObject({ state: 'open', foundOn: ['2026-03-05', '2026-03-06'] });
    expect(action()).toMatchObject({ kind: 'fix', ...cell, status: 'open', gapIds: [darkCornerId(cell)] });
    expect(said()).toContainEqual({ event: 'gap.open', id: darkCornerId(cell), kind: 'dark-corner' });
    expect(said()).toContainEqual({ event: 'fleet.looked_at', cells: 12, darkCorners: 1, surges: 0 });
  });

  it('rests on complaints of those who were brushed off and did not answer', async () => {
    const { corner, lookOn } = await makeFleet();
    await lookOn(5);
    const silenced = dark().flatMap((row) =>
      row.kind === 'survey' && row.brushedOff && row.class === 'none' ? [row.brushedOff.fact] : [],
    );
    expect(corner()?.facts).toHaveLength(20);
    expect(silenced).toEqual(expect.arrayContaining(corner()?.facts ?? []));
    expect(corner()?.why?.themes).toEqual(['waiting']);
  });

  it('is cleared after seven looks without, and its untouched action resolved', async () => {
    const { corner, action, lookOn, tell } = await makeFleet();
    await lookOn(5, 6);
    await tell(...noLongerDark());
    await lookOn(7, 8, 9, 10, 11, 12);
    expect([corner()?.state, action()?.status]).toEqual(['open', 'open']);
    await lookOn(13);
    expect([corner()?.state, action()?.status]).toEqual(['cleared', 'resolved']);
    expect(corner()?.history.map(({ state, at }) => [state, at])).toEqual([
      ['suspected', midnight(5)],
      ['open', midnight(6)],
      ['cleared', midnight(13)],
    ]);
  });

  it('that was cleared and is found again has its history, and its action with it', async () => {
    const { corner, action, lookOn, tell } = await makeFleet();
    await lookOn(5, 6);
    await tell(...noLongerDark());
    await lookOn(7, 8, 9, 10, 11, 12, 13);
    await tell(...dark());
    await lookOn(14, 15);
    expect(corner()?.history.map(({ state }) => state)).toEqual(['suspected', 'open', 'cleared', 'suspected', 'open']);
    expect(action()).toMatchObject({ status: 'reopened' });
  });

  it('leaves an action that somebody has taken up when it clears', async () => {
    const { action, lookOn, tell, store } = await makeFleet();
    await lookOn(5, 6);
    const known = action();
    if (!known) throw new Error('nothing was raised');
    await store.actions.putAction({ ...known, status: 'acknowledged', version: 2 }, 1);
    await tell(...noLongerDark());
    await lookOn(7, 8, 9, 10, 11, 12, 13);
    expect(action()).toMatchObject({ status: 'acknowledged' });
  });

  it('that the window leaves behind is cleared all the same, and is compared no more', async () => {
    const { corner, action, compare, tell, store } = await makeFleet();
    for (const day of ['2026-03-05', '2026-03-09']) await tell(...contentFleet().map((row) => ({ ...row, day })));
    for (const day of [5, 6, 7, 8, 9, 10, 11, 12, 13]) await compare(midnight(day), 4);
    expect([corner()?.state, action()?.status]).toEqual(['cleared', 'resolved']);
    expect(corner()?.foundOn).toEqual([]);
    expect(said()).toContainEqual({ event: 'gap.cleared', id: darkCornerId(cell), kind: 'dark-corner' });
    expect([...store.told.comparisons.keys()]).toHaveLength(11);
    expect([...store.told.comparisons.keys()]).not.toContain('delivery:dark');
    expect(store.told.looks?.standing).toEqual([]);
  });

  it('tries again where somebody else changes its action meanwhile, and gives up in the end', async () => {
    const { store, deps, lookOn } = await makeFleet();
    await lookOn(5);
    let refused = 0;
    const refusing = (times: number) =>
      makeHandler({
        ...deps,
        actions: {
          ...deps.actions,
          putAction: async (action, replaces) => (refused++ < times ? false : deps.actions.putAction(action, replaces)),
        },
      })({ at: midnight(6), windowDays: 28 }, plentyOfTime);
    await expect(refusing(99)).rejects.toThrow('again and again');
    refused = 0;
    await refusing(1);
    expect([refused, store.allActions.length]).toEqual([2, 1]);
  });
});

describe('the fleet', () => {
  it('is looked at once a local day, however often it is compared', async () => {
    const { corner, compare } = await makeFleet();
    for (const clock of ['00:00', '06:00', '12:00', '23:59']) await compare(march(5, clock));
    expect(corner()).toMatchObject({ state: 'suspected', foundOn: ['2026-03-05'] });
    await compare(midnight(6));
    expect(corner()?.state).toBe('open');
  });

  it('is looked at by the day of those who answer, not that of UTC', async () => {
    const { deps, store } = await makeFleet();
    const office = owners.calendars.office;
    if (!office) throw new Error('no calendar');
    const tokyo = { ...owners, calendars: { ...owners.calendars, office: { ...office, timeZone: 'Asia/Tokyo' } } };
    const compare = (at: string) => makeHandler({ ...deps, owners: tokyo })({ at, windowDays: 28 }, plentyOfTime);
    await compare(march(5, '14:00'));
    expect(store.told.looks?.days).toEqual(['2026-03-05']);
    await compare(march(5, '15:00'));
    expect(store.told.looks?.days).toEqual(['2026-03-05', '2026-03-06']);
  });

  it('needs the calendar of those who answer', async () => {
    const { deps } = await makeFleet();
    expect(() => makeHandler({ ...deps, owners: { ...owners, answering: 'nobody' } })).toThrow(/no calendar "nobody"/);
  });

  it('is not looked at by a run that comes after that of a later day', async () => {
    const { corner, lookOn } = await makeFleet();
    await lookOn(6, 5);
    expect(corner()).toMatchObject({ state: 'suspected', foundOn: ['2026-03-06'] });
  });

  it('is remembered by its last seven looks', async () => {
    const { lookOn, store } = await makeFleet();
    await lookOn(...Array.from({ length: 9 }, (_, i) => 5 + i));
    expect(store.told.looks).toEqual({
      days: Array.from({ length: 7 }, (_, i) => `2026-03-${String(7 + i).padStart(2, '0')}`),
      standing: [darkCornerId(cell)],
      asked: [],
    });
  });

  it('is not compared by a run that is stopped, which leaves that to the next', async () => {
    const { deps, store, corner, lookOn } = await makeFleet();
    const handler = makeHandler(deps);
    let addedUp = 0;
    const context = { getRemainingTimeInMillis: () => (addedUp++ < 8 ? 60_000 : 30_000) };
    await handler({ at: midnight(5), windowDays: 28 }, context);
    await handler({ at: midnight(5), windowDays: 28 }, withTime(30_000));
    expect(store.summaries.length).toBeGreaterThan(0);
    expect([store.told.comparisons.size, store.told.looks, corner()]).toEqual([0, undefined, undefined]);
    await lookOn(5);
    expect([store.told.comparisons.size, corner()?.state]).toEqual([12, 'suspected']);
  });
});

describe('a comparison with the fleet', () => {
  it('is written anew of cells that changed, and of the others only by a look', async () => {
    const { store, compare, tell } = await makeFleet();
    await compare(midnight(5));
    const before = new Map(store.told.comparisons);
    await tell(surveyRow({ location: 'content-00', key: 'survey#late', class: 'bottom' }));
    const changed = () =>
      [...store.told.comparisons].flatMap(([key, compared]) =>
        JSON.stringify(compared) === JSON.stringify(before.get(key)) ? [] : [key],
      );
    await compare(march(5, '01:00'));
    expect(changed()).toEqual(['delivery:content-00']);
    await compare(midnight(6));
    expect(changed().sort()).toEqual([...before.keys()].sort());
  });

  it('is there of each cell before the look is remembered', async () => {
    const { store, deps, lookOn } = await makeFleet();
    const touchpoints: typeof deps.touchpoints = {
      ...deps.touchpoints,
      putComparison: async () => {
        throw new Error('dead');
      },
    };
    const dying = makeHandler({ ...deps, touchpoints })({ at: midnight(5), windowDays: 28 }, plentyOfTime);
    await expect(dying).rejects.toThrow('dead');
    await lookOn(5);
    expect(store.told.comparisons.size).toBe(12);
  });
});

describe('what is everywhere but small in each', () => {
  const branches = Array.from({ length: 12 }, (_, i) => `branch-${String(i).padStart(2, '0')}`);
  /** Of forty invited four were brushed off, none of whom answers. */
  const small = (location: string, as: 'brushed-off' | 'no-complaint' = 'brushed-off') =>
    asked(
      location,
      as === 'brushed-off'
        ? { 'no-complaint': [7, 2, 1, 26], 'brushed-off': [0, 0, 0, 4] }
        : { 'no-complaint': [7, 2, 1, 30] },
      { touchpoint: 'returns' },
    );

  it('is one gap of the touchpoint, whose action is that of the cell that most of it lies in', async () => {
    const { store, tell, compare } = makeComparison();
    await tell(...contentFleet(), ...branches.flatMap((location) => small(location)));
    await compare(midnight(5));
    await compare(midnight(6));
    const [found, ...others] = store.gaps;
    expect(others).toEqual([]);
    expect(found).toMatchObject({ scope: 'touchpoint', touchpoint: 'returns', state: 'open' });
    expect(found?.facts.length).toBeGreaterThan(0);
    const { anchor } = found ?? {};
    if (!found || !anchor) throw new Error('no anchor');
    expect(store.allActions).toMatchObject([
      { id: fixActionId(found), ...anchor, gapIds: [found.id], evidence: found.facts },
    ]);
    await tell(...branches.flatMap((location) => small(location, 'no-complaint')));
    for (const day of [7, 8, 9, 10, 11, 12, 13]) await compare(midnight(day));
    expect(store.gaps.map(({ state }) => state)).toEqual(['cleared']);
    expect(store.allActions.map(({ status }) => status)).toEqual(['resolved']);
  });
});
