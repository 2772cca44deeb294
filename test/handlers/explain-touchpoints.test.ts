import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeHandler as makeComparison } from '../../functions/compare-touchpoints/handler.ts';
import { type Fact, factSortKey } from '../../functions/domain/message/fact.ts';
import { cellDayKey, type TallyRow } from '../../functions/domain/touchpoints/tally-row.ts';
import { type Deps, makeHandler } from '../../functions/explain-touchpoints/handler.ts';
import { complains, march, owners, rates, reviews, taxonomy } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { plentyOfTime } from '../runtime/deliveries.ts';
import { look, makeDetection } from './looking.ts';
import type { MemoryStore } from './memory-store.ts';

const logged = catchConsole();

const midnight = (day: number) => march(day, '00:00');

/** What is said at delivery by different customers, and at checkout by others. */
const vans = [
  'The van broke down and supper was late. Unacceptable!',
  'Your van never came, a long wait for nothing. Disgraceful.',
  'That van is always late at our hedge, terrible.',
  'A wait of two hours, the van had a puncture. Awful!',
  'Cold meals again out of that van, disgusting.',
];
const tills = Array.from({ length: 40 }, (_, i) => `The till charged me wrong, terrible service. Queue ${i}`);

const atDelivery = vans.map((body, i) => complains(march(2), { id: `van-${i}`, customerId: `customer-${i}`, body }));
const atCheckout = tills.map((body, i) =>
  complains(march(2), { id: `till-${i}`, customerId: `buyer-${i}`, touchpoint: 'checkout', body }),
);
const praise = reviews(march(2), 5, 'Never late, lovely driver and delicious food, thank you!', { customerId: 'fan' });
const everybody = [...atDelivery, ...atCheckout, praise];

/** Stores facts, folds their stories and compares; then there is something to explain. */
const told = async (facts: readonly Fact[] = everybody, at = midnight(5)) => {
  const { store, detect } = await makeDetection(facts);
  for (const story of new Set(facts.map((fact) => fact.story))) await detect(look(story, story, at));
  return compared(store, at);
};

const compared = async (store: MemoryStore, at = midnight(5), windowDays = 28) => {
  const compare = makeComparison({ owners, rates, touchpoints: store.touchpoints, actions: store.actions });
  await compare({ at, windowDays }, plentyOfTime);
  const deps: Deps = { taxonomy, facts: store.words, touchpoints: store.touchpoints };
  return {
    store,
    deps,
    explain: (when = at, override: Partial<Deps> = {}) =>
      makeHandler({ ...deps, ...override })({ at: when }, plentyOfTime),
    why: (cell = 'delivery:millfield') => store.whys.get(cell),
  };
};

const withdrawn = async (store: MemoryStore, rows: readonly TallyRow[]): Promise<void> => {
  await store.folds.writeRows(
    [],
    rows.map((row) => ({ cellDay: cellDayKey(row), key: row.key })),
    [],
  );
  await store.folds.markChanged(rows.map(cellDayKey), 'withdrawn');
};

describe('explaining', () => {
  it('tells of each touchpoint what its complaints speak of, and what they say that others do not', async () => {
    const { explain, why } = await told();
    expect(await explain()).toEqual({ explained: 2, waiting: 0 });
    expect(why()).toMatchObject({
      complaints: 5,
      read: 5,
      themes: [{ name: 'waiting', complaints: 4, share: 0.8, elsewhere: 0 }],
      phrases: [{ phrase: 'van', customers: 5, share: 1, elsewhere: 0 }],
    });
    expect(why()?.causes.map(({ name }) => name)).toContain('defect');
    expect(why('checkout:millfield')).toMatchObject({ complaints: 40, themes: [] });
  });

  it('quotes by where the words are kept', async () => {
    const { explain, why } = await told();
    await explain();
    const refs = (facts: readonly Fact[]) =>
      facts.map((fact) => ({ speaker: `hash-of-${fact.message.customerId}`, fact: factSortKey(fact) }));
    expect(why()?.quotes).toHaveLength(3);
    expect(refs(atDelivery)).toEqual(expect.arrayContaining(why()?.quotes ?? []));
    expect(why()?.counterExamples).toEqual(refs([praise]));
  });

  it('keeps no words but phrases that three customers said, and logs none', async () => {
    const { store, explain } = await told();
    await explain();
    const kept = JSON.stringify([...store.whys, store.voices, store.rows]);
    expect(kept).toContain('"van"');
    for (const word of ['puncture', 'supper', 'hedge', 'delicious']) {
      expect(kept).not.toContain(word);
      expect(JSON.stringify(logged())).not.toContain(word);
    }
  });

  it('comes to the same whatever the order in which stores answer', async () => {
    const forwards = await told();
    await forwards.explain();
    const backwards = await told([...everybody].reverse());
    const { store, deps } = backwards;
    await backwards.explain(midnight(5), {
      facts: { at: async (refs) => (await deps.facts.at(refs)).reverse() },
      touchpoints: {
        ...deps.touchpoints,
        voices: async (cells) => (await deps.touchpoints.voices(cells)).reverse(),
        summaries: async () => (await deps.touchpoints.summaries()).reverse(),
      },
    });
    expect(store.whys).toEqual(forwards.store.whys);
  });

  it('refuses to run for no time', async () => {
    const { deps } = await told([]);
    await expect(makeHandler(deps)({}, plentyOfTime)).rejects.toThrow();
  });
});

describe('words that were erased', () => {
  it('are neither counted nor quoted', async () => {
    const { store, explain, why } = await told();
    await explain();
    const [gone] = atDelivery.slice(0, 3).map(({ story }) => store.stories.in(story).clear());
    expect(gone).toBeUndefined();
    await explain(midnight(6));
    const left = atDelivery.slice(3).map(({ message }) => `hash-of-${message.customerId}`);
    expect(why()).toMatchObject({ complaints: 5, read: 2, phrases: [] });
    expect(left).toEqual(expect.arrayContaining((why()?.quotes ?? []).map(({ speaker }) => speaker)));
    expect(why()?.quotes).not.toEqual([]);
  });

  it('are out of reach where it is not told any more whose they are', async () => {
    const { store, explain, why } = await told();
    store.speakers.clear();
    await explain();
    expect(why()).toMatchObject({ complaints: 5, read: 0, quotes: [] });
  });

  it('of everybody leave what was counted', async () => {
    const { explain, why } = await told();
    await explain(midnight(5), { facts: { at: async () => [] } });
    expect(why()).toMatchObject({ complaints: 5, read: 0, phrases: [], quotes: [], counterExamples: [] });
    expect(why()?.themes).not.toEqual([]);
  });
});

describe('a touchpoint that is gone', () => {
  it('is forgotten where nothing is said there any more, once', async () => {
    const { store, explain, why, deps } = await told();
    await explain();
    await withdrawn(
      store,
      store.rows.filter(({ touchpoint }) => touchpoint === 'delivery'),
    );
    await store.folds.writeRows([{ ...(store.rows[0] as TallyRow), touchpoint: 'delivery', kind: 'unscored' }], [], []);
    const { explain: again } = await compared(store, midnight(6));
    await again();
    expect(why()).toBeUndefined();
    const forgotten: string[] = [];
    const putWhy: typeof deps.touchpoints.putWhy = async ({ touchpoint }) => void forgotten.push(touchpoint);
    await again(midnight(7), { touchpoints: { ...deps.touchpoints, putWhy } });
    expect(forgotten).toEqual(['checkout']);
  });

  it('is forgotten where the window left it behind', async () => {
    const { store, explain, why } = await told();
    await explain();
    expect(why()).toBeDefined();
    const { explain: later } = await compared(store, midnight(20), 3);
    expect(store.summaries).toEqual([]);
    await later();
    expect(store.whys.size).toBe(0);
  });
});

/** Complaints at many touchpoints. */
const atManyTouchpoints = (count: number): Fact[] =>
  Array.from({ length: count }, (_, i) =>
    complains(march(2), {
      id: `t-${i}`,
      customerId: `customer-${i}`,
      touchpoint: `touchpoint-${String(i).padStart(3, '0')}`,
    }),
  );

/** Time that is up as soon as something has come to pass. */
const timeUntil = (isUp: () => boolean) => ({ getRemainingTimeInMillis: () => (isUp() ? 20_000 : 60_000) });

describe('a run whose time is up', () => {
  it('stops, says how many wait, and the next begins with those', async () => {
    const { store, deps, explain } = await told(atManyTouchpoints(120));
    const run = makeHandler(deps);
    expect(
      await run(
        { at: midnight(5) },
        timeUntil(() => store.whys.size === 50),
      ),
    ).toEqual({ explained: 50, waiting: 70 });
    expect(logged()).toContainEqual(expect.objectContaining({ event: 'explanation.stopped', cellsWaiting: 70 }));
    expect(logged()).toContainEqual(expect.objectContaining({ event: 'touchpoints.explained', cellsWaiting: 70 }));
    expect(store.whys.size).toBe(50);
    await run(
      { at: midnight(6) },
      timeUntil(() => store.whys.size === 100),
    );
    expect(store.whys.size).toBe(100);
    expect(await explain(midnight(7))).toEqual({ explained: 120, waiting: 0 });
    expect(store.whys.size).toBe(120);
  });

  it.each([
    ['counted', (store: MemoryStore, reads: number) => reads === 0 && store.whys.size === 0],
    ['read', (_: MemoryStore, reads: number) => reads > 0],
  ])('before the fleet is %s explains nothing by a part of it, and says that all wait', async (_, isUp) => {
    const { store, deps } = await told();
    let reads = 0;
    const facts: Deps['facts'] = {
      at: (refs) => {
        reads++;
        return deps.facts.at(refs);
      },
    };
    const run = makeHandler({ ...deps, facts });
    const time = timeUntil(() => isUp(store, reads));
    expect(await run({ at: midnight(5) }, time)).toEqual({ explained: 0, waiting: 2 });
    expect(store.whys.size).toBe(0);
    expect(logged()).toContainEqual(
      expect.objectContaining({ event: 'explanation.stopped', cellsWaiting: 2, fleetHeard: false }),
    );
  });
});

describe('a touchpoint that cannot be explained', () => {
  it('fails the run at its end, when all others are explained', async () => {
    const { store, deps, explain } = await told(atManyTouchpoints(60));
    const putWhy: typeof deps.touchpoints.putWhy = async (cell, why, at) => {
      if (cell.touchpoint === 'touchpoint-007') throw new RangeError('too large');
      await deps.touchpoints.putWhy(cell, why, at);
    };
    await expect(explain(midnight(5), { touchpoints: { ...deps.touchpoints, putWhy } })).rejects.toThrow(
      '1 cell could not be explained',
    );
    expect(store.whys.size).toBe(59);
    // As the runbook has it computed from the keys of State.
    const cell = createHash('sha256')
      .update(JSON.stringify(['touchpoint-007:millfield']))
      .digest('base64url')
      .slice(0, 22);
    expect(logged()).toContainEqual(expect.objectContaining({ event: 'cell.failed', cell, error: 'RangeError' }));
    expect(JSON.stringify(logged())).not.toContain('touchpoint-007');
  });
});

describe('what phrases are held against', () => {
  it('is bounded, and drawn the same whatever the order of touchpoints', async () => {
    const { store, deps, explain, why } = await told();
    const counting = (read: Set<string>): Deps['facts'] => ({
      at: async (refs) => {
        for (const { fact } of refs) read.add(fact);
        return deps.facts.at(refs);
      },
    });
    // Explained one by one, each touchpoint reads its own words: what else is read is the reference.
    const [first, second] = [new Set<string>(), new Set<string>()];
    const silent: Deps['touchpoints'] = { ...deps.touchpoints, putWhy: async () => {} };
    const stopped = (read: Set<string>) => timeUntil(() => read.size === 10);
    const few = { ...deps, mostInReference: 10, touchpoints: silent };
    await makeHandler({ ...few, facts: counting(first) })({ at: midnight(5) }, stopped(first));
    const turned = { ...silent, summaries: async () => (await deps.touchpoints.summaries()).reverse() };
    await makeHandler({ ...few, facts: counting(second), touchpoints: turned })({ at: midnight(5) }, stopped(second));
    expect(first.size).toBe(10);
    expect(second).toEqual(first);
    await explain(midnight(5), { mostInReference: 30 });
    expect(why()?.phrases).toMatchObject([{ phrase: 'van', elsewhere: 0 }]);
    expect(store.whys.size).toBe(2);
  });
});
