import { beforeAll, describe, expect, it } from 'vitest';
import { Leases } from '../../functions/adapters/leases.ts';
import { plus } from '../../functions/domain/instant.ts';
import { march } from '../builders.ts';
import { tablesInMemory } from './dynalite.ts';

const tables = tablesInMemory();
let leases: Leases;
beforeAll(async () => {
  leases = new Leases((await tables()).state);
});

const [ten, later, muchLater] = [march(5, '10:00'), march(5, '10:01'), march(5, '10:02')];

describe('a lease', () => {
  it('is one holder’s until it runs out or is given back', async () => {
    expect(await leases.take('a', 'first', ten, later)).toBe(true);
    expect(await leases.take('a', 'second', ten, later)).toBe(false);
    expect(await leases.take('another run', 'second', ten, later)).toBe(true);
    await leases.release('a', 'second');
    expect(await leases.take('a', 'second', ten, later)).toBe(false);
    await leases.release('a', 'first');
    expect(await leases.take('a', 'second', ten, later)).toBe(true);
  });

  it('is taken over from the moment it has run out', async () => {
    await leases.take('b', 'first', ten, later);
    expect(await leases.take('b', 'second', plus(later, -1), later)).toBe(false);
    expect(await leases.take('b', 'second', later, muchLater)).toBe(true);
    expect(await leases.renew('b', 'first', muchLater)).toBe(false);
  });

  it('is renewed by its holder, late as well, but not once it was given back', async () => {
    await leases.take('c', 'first', ten, later);
    expect(await leases.renew('c', 'first', muchLater)).toBe(true);
    expect(await leases.take('c', 'second', later, muchLater)).toBe(false);
    expect(await leases.renew('c', 'second', muchLater)).toBe(false);
    await leases.release('c', 'first');
    expect(await leases.renew('c', 'first', muchLater)).toBe(false);
  });

  it('is taken by one of many who try at once', async () => {
    const tries = Array.from({ length: 8 }, (_, i) => leases.take('d', `run-${i}`, ten, later));
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
  });
});
