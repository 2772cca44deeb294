import { describe, expect, it } from 'vitest';
import { type Instant, plus } from '../../functions/domain/instant.ts';
import { type LeaseEffects, underLease } from '../../functions/runtime/lease.ts';
import { march } from '../builders.ts';
import { catchConsole } from './console-lines.ts';
import { plentyOfTime } from './deliveries.ts';

const lines = catchConsole();

/** A table of leases and a clock that tests move on. */
const makeWorld = () => {
  let clock = march(5);
  let runs = 0;
  const held = new Map<string, { holder: string; until: Instant }>();
  const renewals = new Set<() => Promise<void>>();
  const effects: LeaseEffects = {
    leases: {
      take: async (run, holder, now, until) => {
        const there = held.get(run);
        if (there && there.until > now) return false;
        held.set(run, { holder, until });
        return true;
      },
      renew: async (run, holder, until) => {
        if (held.get(run)?.holder !== holder) return false;
        held.set(run, { holder, until });
        return true;
      },
      release: async (run, holder) => {
        if (held.get(run)?.holder === holder) held.delete(run);
      },
    },
    now: () => clock,
    holder: () => `run-${++runs}`,
    every: (_ms, work) => {
      renewals.add(work);
      return () => renewals.delete(work);
    },
  };
  return {
    held,
    effects,
    renewals,
    wait: (seconds: number) => {
      clock = plus(clock, seconds * 1000);
    },
    renew: async () => {
      for (const renewal of [...renewals]) await renewal();
    },
  };
};

const skipped = { skipped: true };
const left = async (_event: unknown, context: typeof plentyOfTime) => context.getRemainingTimeInMillis();

describe('of two runs that overlap', () => {
  it('one works, and the other ends at once and says so', async () => {
    const { effects, held } = makeWorld();
    const inner = underLease('comparison', effects, left);
    const outer = underLease('comparison', effects, async (event) => inner(event, plentyOfTime));
    expect(await outer({}, plentyOfTime)).toEqual(skipped);
    expect(lines()).toContainEqual({ event: 'run.skipped', run: 'comparison' });
    expect(held.size).toBe(0);
    expect(await inner({}, plentyOfTime)).toBe(900_000);
  });

  it('both work where they are runs of different things', async () => {
    const { effects } = makeWorld();
    const other = underLease('follow-up', effects, left);
    expect(await underLease('comparison', effects, async (event) => other(event, plentyOfTime))({}, plentyOfTime)).toBe(
      900_000,
    );
  });
});

describe('a run that ends', () => {
  it('gives its lease back, whether it succeeded or not', async () => {
    const { effects, held, renewals } = makeWorld();
    const failing = underLease('comparison', effects, () => Promise.reject(new Error('a cell could not be compared')));
    await expect(failing({}, plentyOfTime)).rejects.toThrow('a cell could not be compared');
    expect([held.size, renewals.size]).toEqual([0, 0]);
    expect(await underLease('comparison', effects, left)({}, plentyOfTime)).toBe(900_000);
  });

  it('has done its work although it cannot give the lease back', async () => {
    const { effects } = makeWorld();
    const leases = { ...effects.leases, release: () => Promise.reject(new Error('throttled')) };
    expect(await underLease('comparison', { ...effects, leases }, left)({}, plentyOfTime)).toBe(900_000);
    expect(lines()).toContainEqual(expect.objectContaining({ event: 'lease.unreleased', run: 'comparison' }));
  });

  it('does not give back the lease of another that took over', async () => {
    const { effects, held, wait } = makeWorld();
    let second: Promise<unknown> | undefined;
    let finish = (): void => {};
    await underLease('comparison', effects, async () => {
      wait(31);
      second = underLease(
        'comparison',
        effects,
        () => new Promise<void>((resolve) => (finish = resolve)),
      )({}, plentyOfTime);
      await new Promise(setImmediate);
    })({}, plentyOfTime);
    expect(held.get('comparison')?.holder).toBe('run-2');
    finish();
    await second;
    expect(held.size).toBe(0);
  });
});

describe('a run that died', () => {
  it('holds the next one up for half a minute, and no longer', async () => {
    const { effects, held, wait } = makeWorld();
    await effects.leases.take('comparison', 'dead', effects.now(), plus(effects.now(), 30_000));
    wait(29.999);
    expect(await underLease('comparison', effects, left)({}, plentyOfTime)).toEqual(skipped);
    wait(0.001);
    expect(await underLease('comparison', effects, left)({}, plentyOfTime)).toBe(900_000);
    expect(held.size).toBe(0);
  });
});

describe('a run that takes long', () => {
  /** What time is left to the run after something happened. */
  const leftAfter = async (happens: (world: ReturnType<typeof makeWorld>) => Promise<void>): Promise<number[]> => {
    const world = makeWorld();
    const times: number[] = [];
    await underLease('comparison', world.effects, async (_event, context) => {
      times.push(context.getRemainingTimeInMillis());
      await happens(world);
      times.push(context.getRemainingTimeInMillis());
    })({}, plentyOfTime);
    return times;
  };

  it('keeps its lease by renewing it', async () => {
    const kept = await leftAfter(async ({ effects, wait, renew }) => {
      for (let i = 0; i < 12; i++) {
        wait(10);
        await renew();
      }
      expect(await underLease('comparison', effects, left)({}, plentyOfTime)).toEqual(skipped);
    });
    expect(kept).toEqual([900_000, 900_000]);
  });

  it('begins nothing more once its lease has run out', async () => {
    expect(await leftAfter(async ({ wait }) => wait(30))).toEqual([900_000, 0]);
  });

  it('goes on where it renews late, but before anybody else took the lease', async () => {
    const late = await leftAfter(async ({ wait, renew }) => {
      wait(45);
      await renew();
    });
    expect(late).toEqual([900_000, 900_000]);
  });

  it('begins nothing more where another took the lease meanwhile, however often it tries to renew', async () => {
    const lost = await leftAfter(async ({ effects, wait, renew }) => {
      wait(31);
      await effects.leases.take('comparison', 'another', effects.now(), plus(effects.now(), 30_000));
      await renew();
      wait(60);
      await renew();
    });
    expect(lost).toEqual([900_000, 0]);
  });

  it('bears a renewal that fails, and says so', async () => {
    const borne = await leftAfter(async ({ effects, wait, renew }) => {
      const { renew: renewing } = effects.leases;
      effects.leases.renew = () => Promise.reject(new Error('throttled'));
      wait(10);
      await renew();
      effects.leases.renew = renewing;
      wait(10);
      await renew();
      wait(20);
    });
    expect(borne).toEqual([900_000, 900_000]);
    expect(lines()).toContainEqual(expect.objectContaining({ event: 'lease.unrenewed', run: 'comparison' }));
  });
});
