import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOLD_SHARDS, Holds, MOST_CHECKED, RELEASED_KEPT_DAYS } from '../../functions/adapters/holds.ts';
import { Outbox } from '../../functions/adapters/outbox.ts';
import type { ProductEvent } from '../../functions/domain/events/event.ts';
import { DAY, type Instant, millis, plus } from '../../functions/domain/instant.ts';
import { digest } from '../../functions/domain/message/identity.ts';
import { changeHold, type Hold, type HoldState, holdOf, MATTERS_TOLD } from '../../functions/domain/story/hold.ts';
import { march } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { tablesInMemory } from './dynalite.ts';

catchConsole();

const tables = tablesInMemory();
const makeHolds = async () => {
  const { state } = await tables();
  return { holds: new Holds(state), state };
};

const hold = (customerId = 'ada', override: Partial<Hold> = {}): Hold => ({
  customerId,
  since: march(2),
  until: march(62),
  matterIds: ['matter-1'],
  ...override,
});
const now = { at: march(3), order: '1' };
const placed = (customerId?: string): HoldState => changeHold(undefined, hold(customerId), now) as HoldState;
const released = (known: HoldState, order = '2'): HoldState =>
  changeHold(known, undefined, { at: march(4), order }) as HoldState;

describe('a survey hold', () => {
  it('comes back equal', async () => {
    const { holds } = await makeHolds();
    expect(await holds.of('ada')).toBeUndefined();
    expect(await holds.put(placed(), undefined, march(3))).toBe(true);
    expect(await holds.of('ada')).toEqual(placed());
  });

  it('is placed once, and changed only by who saw its last version', async () => {
    const { holds } = await makeHolds();
    expect(await holds.put(placed(), undefined, march(3))).toBe(true);
    expect(await holds.put(placed(), undefined, march(3))).toBe(false);
    expect(await holds.put(released(placed()), 1, march(4))).toBe(true);
    expect(await holds.put(released(placed()), 1, march(5))).toBe(false);
    expect(await holds.of('ada')).toEqual(released(placed()));
  });

  it('is kept for 90 days after its release, and for good when it is placed again', async () => {
    const { holds, state } = await makeHolds();
    const expiry = async () => (await state.get({ pk: 'hold#ada', sk: 'hold' }))?.expiresAt;
    await holds.put(placed(), undefined, march(3));
    expect(await expiry()).toBeUndefined();
    const off = released(placed());
    await holds.put(off, 1, march(4));
    expect(await expiry()).toBe(millis(plus(march(4), RELEASED_KEPT_DAYS * DAY)) / 1000);
    await holds.put(changeHold(off, hold(), { at: march(5), order: '3' }) as HoldState, 2, march(5));
    expect(await expiry()).toBeUndefined();
  });
});

describe('what is told of a hold', () => {
  it('is written with it, told after it, and then forgotten', async () => {
    const { state } = await tables();
    const told: ProductEvent[] = [];
    let isDown = true;
    const bus = {
      publish: async (events: readonly ProductEvent[]) => {
        if (isDown) throw new Error('down');
        told.push(...events);
      },
    };
    const holds = new Holds(state, new Outbox(state, bus));
    await holds.put(placed(), undefined, march(3));
    const waiting = (await holds.of('ada')) as HoldState;
    expect(waiting.pending).toHaveLength(1);
    expect(await state.get({ pk: 'hold#ada', sk: 'hold' })).toMatchObject({
      clockSort: 'hold#ada',
      pendingSince: march(3),
    });
    isDown = false;
    await holds.put(released(waiting), 1, march(4));
    expect(told.map(({ type, sequence }) => [type, sequence])).toEqual([
      ['hold.placed', 1],
      ['hold.released', 2],
    ]);
    expect(await holds.of('ada')).not.toHaveProperty('pending');
    expect(await state.get({ pk: 'hold#ada', sk: 'hold' })).not.toHaveProperty('clockSort');
  });
});

describe('a hold whose events wait, as the bus is out', () => {
  /** A customer who complains of another thing each time, and of more than a hold names. */
  const after = (changes: number, customerId: string): HoldState => {
    const matters = Array.from({ length: MATTERS_TOLD + changes }, (_, i) => ({
      id: `matter-${digest(String(i))}`,
      since: plus(march(2), i),
      until: plus(march(62), i),
    }));
    let known: HoldState | undefined;
    for (let i = 1; i <= changes; i++) {
      const next = holdOf(customerId, matters.slice(0, MATTERS_TOLD + i));
      known = changeHold(known, next, { at: march(3), order: String(i).padStart(6, '0') }) as HoldState;
    }
    return known as HoldState;
  };

  it.each([
    ['an ordinary key', 'c-20418', 480],
    ['the longest there may be', '\u{1f642}'.repeat(128), 300],
  ])('bears as many changes as the decision tells, of %s', async (_, customerId, most) => {
    const { holds } = await makeHolds();
    expect(await holds.put(after(most, customerId), undefined, march(3))).toBe(true);
  });
});

describe('a check', () => {
  it('answers for each customer given, more than one call can ask for', async () => {
    const { holds } = await makeHolds();
    const keys = Array.from({ length: 250 }, (_, i) => `customer ${i}`);
    const heldOnes = keys.filter((_, i) => i % 3 === 0);
    await Promise.all(heldOnes.map((key) => holds.put(placed(key), undefined, march(3))));
    const found = await holds.check([...keys, ...keys], march(5));
    expect([...found.keys()]).toEqual(keys);
    expect([...found].filter(([, one]) => one).map(([key]) => key)).toEqual(heldOnes);
    expect(found.get('customer 0')).toEqual(hold('customer 0'));
  });

  it('knows no hold that was released, or whose time has passed', async () => {
    const { holds } = await makeHolds();
    await holds.put(placed('ada'), undefined, march(3));
    await holds.put(released(placed('bo')), undefined, march(3));
    const at = async (time: Instant) => [...(await holds.check(['ada', 'bo'], time)).values()];
    expect(await at(march(61))).toEqual([hold('ada'), undefined]);
    expect(await at(march(62))).toEqual([undefined, undefined]);
  });

  it('is of a thousand customers at most', async () => {
    const { holds } = await makeHolds();
    const many = Array.from({ length: MOST_CHECKED + 1 }, (_, i) => `customer ${i}`);
    await expect(holds.check(many, march(3))).rejects.toThrow('at most 1000');
  });
});

describe('what changed since a time', () => {
  /** All pages. */
  const listed = async (holds: Holds, since: Instant, most?: number) => {
    const pages: string[][] = [];
    for (let after: string | undefined; ; ) {
      const page = await holds.changedSince(since, { after, ...(most && { most }) });
      pages.push(page.holds.map(({ customerId }) => customerId));
      after = page.next;
      if (after === undefined) return pages;
    }
  };

  it('is told with the time, releases too, that time included, and no moment before', async () => {
    const { holds } = await makeHolds();
    for (const [key, day] of [
      ['early', 3],
      ['ada', 4],
    ] as const)
      await holds.put(placed(key), undefined, march(day));
    await holds.put(released(placed('bo')), undefined, march(5));
    const { holds: found } = await holds.changedSince(march(4));
    expect(found).toEqual([
      { ...hold('ada'), version: 1, changedAt: march(4) },
      { ...hold('bo'), until: march(4), matterIds: [], version: 2, changedAt: march(5) },
    ]);
    expect(await listed(holds, plus(march(5), 1))).toEqual([[]]);
  });

  it('is told in order and whole, whatever the pages, over all shards', async () => {
    const { holds, state } = await makeHolds();
    const keys = Array.from({ length: 40 }, (_, i) => `customer ${String(i).padStart(2, '0')}`);
    // Several of one moment.
    const at = (i: number) => plus(march(3), Math.floor(i / 3));
    await Promise.all([...keys.entries()].reverse().map(([i, key]) => holds.put(placed(key), undefined, at(i))));
    const shards = await Promise.all(
      keys.map(async (key) => (await state.get({ pk: `hold#${key}`, sk: 'hold' }))?.changePartition),
    );
    expect(new Set(shards).size).toBe(HOLD_SHARDS);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 50 }), fc.nat(40), async (most, from) => {
        const pages = await listed(holds, at(from), most);
        expect(pages.flat()).toEqual(keys.filter((_, i) => at(i) >= at(from)));
        expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(most);
      }),
      { numRuns: 20 },
    );
  });

  it('misses nothing that changes between two pages', async () => {
    const { holds } = await makeHolds();
    for (const [i, key] of ['ada', 'bo', 'cy'].entries()) await holds.put(placed(key), undefined, march(3 + i));
    const { next, holds: first } = await holds.changedSince(march(1), { most: 1 });
    await holds.put(released(placed('ada')), 1, march(8));
    await holds.put(released(placed('bo')), 1, march(9));
    const { holds: rest } = await holds.changedSince(march(1), { after: next });
    expect([...first, ...rest].map(({ customerId, version }) => [customerId, version])).toEqual([
      ['ada', 1],
      ['cy', 1],
      ['ada', 2],
      ['bo', 2],
    ]);
  });
});
