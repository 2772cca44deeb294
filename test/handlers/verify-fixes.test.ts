import { describe, expect, it } from 'vitest';
import { makeHandler } from '../../functions/compare-touchpoints/handler.ts';
import type { Action } from '../../functions/domain/actions/action.ts';
import { fixActionId } from '../../functions/domain/actions/triage-touchpoint.ts';
import type { Gap } from '../../functions/domain/gaps/gap.ts';
import { darkCornerId } from '../../functions/domain/gaps/touchpoint-gap.ts';
import { dayOf } from '../../functions/domain/instant.ts';
import type { Cell, TallyRow } from '../../functions/domain/touchpoints/tally-row.ts';
import { gap, march } from '../builders.ts';
import { doneTo, openAction } from '../domain/actions/working.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { plentyOfTime } from '../runtime/deliveries.ts';
import { asked, makeComparison, midnight } from './fleet.ts';
import { type Death, mortal, never } from './mortal.ts';

const said = catchConsole();

const OPENED = 5;
const DONE = 10;
/** The first look after the first time that a fix is judged. */
const JUDGED = DONE + 29;

const cellAt = (location: string): Cell => ({ touchpoint: 'delivery', location });

const flaggedGap = (cell: Cell, override: Partial<Gap> = {}): Gap =>
  gap({
    id: darkCornerId(cell),
    kind: 'dark-corner',
    scope: 'cell',
    ...cell,
    customerId: undefined as never,
    state: 'open',
    foundOn: [],
    history: [{ state: 'open', at: midnight(OPENED) }],
    ...override,
  });

const fixOf = (cell: Cell): Action =>
  openAction({
    id: fixActionId(flaggedGap(cell)),
    kind: 'fix',
    owner: { team: 'Support', contact: 'support@example.com' },
    ...cell,
    gapIds: [darkCornerId(cell)],
  });

/** Thirty customers asked on a day, of whom so many were brushed off. */
const dayAt = (location: string, day: number, brushedOff: number): TallyRow[] =>
  asked(location, { 'no-complaint': [3, 1, 1, 25 - brushedOff], 'brushed-off': [0, 0, 0, brushedOff] }).map((row) => ({
    ...row,
    day: dayOf(march(day)),
    at: march(day),
    key: `${row.key}#${day}`,
  }));

/** Days of which so many were brushed off, to when the fix is judged; since it was done perhaps nobody was asked. */
const lasting = (location: string, before: number, since: number | undefined): TallyRow[] =>
  Array.from({ length: JUDGED - 1 }, (_, i) => {
    const brushedOff = i + 1 <= DONE ? before : since;
    return brushedOff === undefined ? [] : dayAt(location, i + 1, brushedOff);
  }).flat();

/** A flagged cell whose fix is said to be done, beside others that were left alone; a sixth was brushed off in each. */
const makeFleet = async (since: number | undefined, controlsSince = 5, controls = 5) => {
  const made = makeComparison();
  const { store } = made;
  const cell = cellAt('fixed');
  const alone = Array.from({ length: controls }, (_, i) => `alone-${i}`);
  for (const location of ['fixed', ...alone]) {
    const place = cellAt(location);
    await made.tell(...lasting(location, 5, location === 'fixed' ? since : controlsSince));
    await store.actions.putGap(flaggedGap(place), midnight(OPENED));
    await store.actions.putAction(fixOf(place), undefined);
  }
  const done = doneTo(fixOf(cell), { kind: 'resolve', reason: 'two more drivers' }, march(DONE));
  await store.actions.putAction(done, 1);
  const id = done.id;
  return {
    ...made,
    id,
    action: () => store.kept.actions.get(id) as Action,
    lookUntil: async (death: Death): Promise<string[]> => {
      const { ports, calls } = mortal(made.deps, death);
      await makeHandler(ports)({ at: midnight(JUDGED), windowDays: 28 }, plentyOfTime).catch(() => 'dead');
      return calls;
    },
  };
};

describe('a fix that a person said is done', () => {
  it('tells when it will be judged', async () => {
    const { action, compare } = await makeFleet(1);
    await compare(midnight(DONE + 1));
    const told = action();
    expect(told).toMatchObject({ status: 'resolved', outcome: 'not enough data until 2026-04-07' });
    expect(told.history.at(-1)).toMatchObject({ type: 'compared', by: 'triage' });
    await compare(midnight(DONE + 2));
    expect(action().version).toBe(told.version);
  });

  it('is verified after four weeks, against cells that were left alone', async () => {
    const { action, compare, id } = await makeFleet(1);
    await compare(midnight(JUDGED));
    expect(action()).toMatchObject({ status: 'verified' });
    expect(action().outcome).toMatch(
      /^verified: \d\d % fewer .* by 5 flagged cells left alone; 16\.7 of 100 .*, 3\.3 /,
    );
    expect(said()).toContainEqual({ event: 'fix.judged', id, verdict: 'verified' });
  });

  it('opens again where nothing came of it', async () => {
    const { action, compare } = await makeFleet(5);
    await compare(midnight(JUDGED));
    expect(action()).toMatchObject({ status: 'reopened', parts: { secondComplaint: 20 } });
    expect(action().dueAt > midnight(JUDGED)).toBe(true);
  });

  it('is not verified where cells left alone got better as much', async () => {
    const { action, compare } = await makeFleet(2, 2);
    await compare(midnight(JUDGED));
    expect(action().status).not.toBe('verified');
  });

  it('is held against those alone of which nobody said the same', async () => {
    const { action, compare, store } = await makeFleet(1);
    const other = fixOf(cellAt('alone-0'));
    const done = doneTo(other, { kind: 'resolve', reason: 'more staff' }, march(DONE + 5));
    await store.actions.putAction(done, 1);
    await compare(midnight(JUDGED));
    expect(action().outcome).toContain('by 4 flagged cells left alone');
  });

  it('is judged once: the looks until the next time read no gaps', async () => {
    const { deps, action } = await makeFleet(undefined);
    let listed = 0;
    const counting = makeHandler({
      ...deps,
      actions: {
        ...deps.actions,
        listGaps: (kind, state) => {
          listed++;
          return deps.actions.listGaps(kind, state);
        },
      },
    });
    await counting({ at: midnight(DONE + 1), windowDays: 28 }, plentyOfTime);
    expect(listed).toBe(0);
    await counting({ at: midnight(JUDGED), windowDays: 28 }, plentyOfTime);
    const once = listed;
    expect(once).toBeGreaterThan(0);
    expect(action().outcome).toBe('not enough data until 2026-04-21');
    await counting({ at: midnight(JUDGED + 1), windowDays: 28 }, plentyOfTime);
    expect(listed).toBe(once);
  });

  it('is not judged where a person opened it again meanwhile', async () => {
    const { deps, action, store } = await makeFleet(1);
    const again = doneTo(action(), { kind: 'reopen', reason: 'still late' }, march(JUDGED, '00:00'));
    const overtaken = makeHandler({
      ...deps,
      actions: {
        ...deps.actions,
        listGaps: async (kind, state) => {
          store.kept.actions.set(again.id, again);
          return deps.actions.listGaps(kind, state);
        },
      },
    });
    await overtaken({ at: midnight(JUDGED), windowDays: 28 }, plentyOfTime);
    expect(action()).toMatchObject({ status: 'reopened', version: again.version });
  });

  it('of responses that contradict themselves is not judged', async () => {
    const { action, compare, store } = await makeFleet(1);
    const contradiction = flaggedGap(cellAt('fixed'), { id: 'contradiction-1', kind: 'contradiction' });
    await store.actions.putGap(contradiction, midnight(OPENED));
    store.kept.actions.set(action().id, { ...action(), gapIds: [contradiction.id] });
    await compare(midnight(JUDGED));
    expect(action()).toMatchObject({ status: 'resolved', version: 2 });
    expect(action()).not.toHaveProperty('outcome');
  });
});

describe('a look that judges and breaks off', () => {
  it('at any of its last steps is made good by the next', async () => {
    const perfect = await makeFleet(1, 5, 1);
    const calls = await perfect.lookUntil(never);
    expect(calls).toContain('actions.listGaps');
    expect(perfect.action().status).toBe('verified');
    for (let call = calls.indexOf('actions.underTheClock'); call < calls.length; call++) {
      const { store, lookUntil } = await makeFleet(1, 5, 1);
      await lookUntil({ call, when: 'after' });
      await lookUntil(never);
      expect(store.contents(), `after ${calls[call]}`).toEqual(perfect.store.contents());
    }
  }, 60_000);
});
