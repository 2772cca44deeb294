import { describe, expect, it } from 'vitest';
import type { Gap } from '../../functions/domain/gaps/gap.ts';
import { dayOf } from '../../functions/domain/instant.ts';
import { march } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { asked, complaining, makeComparison, midnight } from './fleet.ts';

const said = catchConsole();

const surgesOf = (gaps: readonly Gap[]): Gap[] => gaps.filter(({ kind }) => kind === 'surge');

/** One customer of each of three cells complains every day of the six weeks before. */
const makeFleet = async () => {
  const made = makeComparison();
  for (let day = 4 - 42; day < 5; day++)
    for (const location of ['north', 'south', 'west']) await made.tell(...complaining(location, dayOf(march(day)), 1));
  return made;
};

describe('a surge', () => {
  it('is open at the first look, with an action, and rests on the complaints of its days alone', async () => {
    const { store, tell, compare } = await makeFleet();
    await tell(...complaining('west', '2026-03-05', 12));
    await compare(march(5, '23:00'));
    const [surge, ...others] = surgesOf(store.gaps);
    expect(others).toEqual([]);
    expect(surge).toMatchObject({
      location: 'west',
      state: 'open',
      surge: { days: 1, customers: 12 },
      history: [{ state: 'open', at: march(5, '23:00') }],
    });
    expect(surge?.facts).toEqual(Array.from({ length: 12 }, (_, i) => `text:west 2026-03-05 ${i}`).sort());
    expect(store.allActions).toMatchObject([{ kind: 'fix', location: 'west', gapIds: [surge?.id], status: 'open' }]);
    expect(said()).toContainEqual(expect.objectContaining({ event: 'fleet.looked_at', surges: 1 }));
    expect(store.told.comparisons.get('delivery:west')?.surge).toMatchObject({ isSurge: true, days: 1, customers: 12 });
    expect(store.told.comparisons.get('delivery:north')?.surge).toMatchObject({ isSurge: false });
  });

  it('is cleared after three looks without, and its untouched action resolved', async () => {
    const { store, tell, compare } = await makeFleet();
    await tell(...complaining('west', '2026-03-05', 12));
    await compare(midnight(6));
    for (let day = 7; surgesOf(store.gaps)[0]?.state === 'open' && day < 20; day++) await compare(midnight(day));
    const [surge] = surgesOf(store.gaps);
    const last = Number(surge?.foundOn?.at(-1)?.slice(-2));
    expect(last).toBeGreaterThanOrEqual(6);
    expect(surge?.history.slice(1)).toEqual([{ state: 'cleared', at: midnight(last + 3) }]);
    expect(store.allActions).toMatchObject([{ status: 'resolved' }]);
    expect(store.allActions[0]?.history.at(-1)?.change).toBe('resolved: it has passed');
  });

  it('that comes again opens the same gap, and the same action', async () => {
    const { store, tell, compare } = await makeFleet();
    await tell(...complaining('west', '2026-03-05', 12));
    for (let day = 6; day < 14; day++) await compare(midnight(day));
    await tell(...complaining('west', '2026-03-16', 14));
    await compare(midnight(17));
    expect(surgesOf(store.gaps).map(({ history }) => history.map(({ state }) => state))).toEqual([
      ['open', 'cleared', 'open'],
    ]);
    expect(store.allActions).toMatchObject([{ status: 'reopened' }]);
  });
});

describe('a touchpoint of which too little is known while many complain', () => {
  /** Five answers are no score; five customers who complain are many. */
  const fewAnswers = () => asked('west', { 'no-complaint': [3, 1, 1, 5] });
  const enoughAnswers = () => asked('west', { 'no-complaint': [40, 10, 10, 20] }, { day: '2026-03-05', at: march(5) });

  it('has an action to ask more of them, with what they say', async () => {
    const { store, tell, compare } = makeComparison();
    await tell(...fewAnswers(), ...complaining('west', '2026-03-02', 5));
    await compare(midnight(5));
    expect(store.allActions).toMatchObject([
      {
        kind: 'ask',
        touchpoint: 'delivery',
        location: 'west',
        status: 'open',
        gapIds: [],
        evidence: Array.from({ length: 5 }, (_, i) => `text:west 2026-03-02 ${i}`),
      },
    ]);
    expect(store.gaps).toEqual([]);
    expect(store.told.looks?.asked).toEqual(['delivery:west']);
  });

  it('has none while fewer than five complain, or without any answer asked for', async () => {
    const { store, tell, compare } = makeComparison();
    await tell(...fewAnswers(), ...complaining('west', '2026-03-02', 4), ...complaining('east', '2026-03-02', 9));
    await compare(midnight(5));
    expect(store.allActions).toEqual([]);
  });

  it('is asked of no more when the answers are enough', async () => {
    const { store, tell, compare } = makeComparison();
    await tell(...fewAnswers(), ...complaining('west', '2026-03-02', 5));
    await compare(midnight(5));
    await tell(...enoughAnswers());
    await compare(midnight(6));
    expect(store.allActions).toMatchObject([{ kind: 'ask', status: 'resolved' }]);
    expect(store.told.looks?.asked).toEqual([]);
  });

  it('is asked of no more when few complain, or nothing is told of it any more', async () => {
    for (const windowDays of [2, 3]) {
      const { store, tell, withdraw, compare } = makeComparison();
      await tell(...fewAnswers().map((row) => ({ ...row, day: '2026-03-03' })));
      await tell(...complaining('west', '2026-03-03', 5));
      await compare(midnight(5), windowDays);
      expect(store.allActions).toMatchObject([{ kind: 'ask', status: 'open' }]);
      if (windowDays === 3) await withdraw(...complaining('west', '2026-03-03', 5).slice(2));
      await compare(midnight(6), windowDays);
      expect(store.summaries).toHaveLength(windowDays === 3 ? 1 : 0);
      expect(store.allActions).toMatchObject([{ status: 'resolved' }]);
    }
  });
});
