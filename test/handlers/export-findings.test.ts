import { beforeEach, describe, expect, it } from 'vitest';
import type { Progress } from '../../functions/domain/exports/plan.ts';
import { dayOf } from '../../functions/domain/instant.ts';
import { type Fact, factSortKey } from '../../functions/domain/message/fact.ts';
import { type Deps, makeHandler } from '../../functions/export-findings/handler.ts';
import { Parts } from '../../functions/export-findings/parts.ts';
import { complains, march, taxonomy, words } from '../builders.ts';
import { openAction } from '../domain/actions/working.ts';
import { catchConsole } from '../runtime/console-lines.ts';

catchConsole();

/** A bucket, and what is left of the time of a run, in milliseconds; each story read takes a minute. */
let objects: Map<string, string>;
let kept: Progress | undefined;
let left: number;
let facts: Fact[];
beforeEach(() => {
  objects = new Map();
  kept = undefined;
  left = 15 * 60_000;
  facts = [1, 2, 3].map((i) => complains(march(4, `0${i}:00`), { id: `t-${i}`, customerId: `customer-${i}` }));
});

const deps = (texts = false): Deps => ({
  taxonomy,
  scorer: 'nobody',
  texts,
  stories: {
    async *ofDay(day) {
      for (const fact of facts.filter(({ message }) => dayOf(message.occurredAt) === day)) {
        left -= 60_000;
        yield [{ story: fact.story, facts: [fact], sentiments: new Map(), ofDay: new Set([factSortKey(fact)]) }];
      }
    },
  },
  findings: {
    async *gaps() {},
    async *touchpoints() {},
    async *actions() {
      yield [{ action: openAction() }];
    },
  },
  quotes: { of: async () => () => undefined },
  bucket: {
    put: async (key, body) => {
      objects.set(key, body);
    },
  },
  progress: {
    read: async () => kept,
    write: async (progress) => {
      kept = progress;
    },
  },
});

const run = (at: string, texts = false) => makeHandler(deps(texts))({ at }, { getRemainingTimeInMillis: () => left });
const lines = (key: string): Record<string, unknown>[] =>
  (objects.get(key) ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('the export of a day', () => {
  it('writes each kind under the day, and then that it is whole', async () => {
    expect(await run(march(5))).toEqual({ written: 10, left: 0 });
    expect(lines('facts/day=2026-03-04/part-0.ndjson').map(({ id }) => id)).toEqual(['t-1', 't-2', 't-3']);
    expect(lines('actions/snapshot=2026-03-05/part-0.ndjson')).toMatchObject([{ id: 'recover-1' }]);
    expect(objects.get('gaps/snapshot=2026-03-05/part-0.ndjson')).toBe('');
    const [manifest] = lines('manifests/day=2026-03-05.json');
    expect(manifest).toMatchObject({ day: '2026-03-05', asOf: march(5), texts: false });
    expect(manifest?.objects).toContainEqual({ prefix: 'facts/day=2026-03-04/', parts: 1, rows: 3 });
    expect([...objects.keys()].at(-1)).toBe('manifests/day=2026-03-05.json');
  });

  it('has nothing to do twice', async () => {
    await run(march(5));
    const before = new Map(objects);
    expect(await run(march(5, '11:00'))).toEqual({ written: 0, left: 0 });
    expect(objects).toEqual(before);
  });

  it('goes on where a run was out of time, and is whole only then', async () => {
    left = 4 * 60_000;
    facts.push(...[1, 2, 3].map((i) => complains(march(3, `0${i}:00`), { id: `s-${i}`, customerId: `earlier-${i}` })));
    const first = await run(march(5));
    expect(first.left).toBeGreaterThan(0);
    expect(objects.has('manifests/day=2026-03-05.json')).toBe(false);
    left = 15 * 60_000;
    const second = await run(march(5, '11:00'));
    expect(first.written + second.written).toBe(10);
    expect(second.left).toBe(0);
    expect(lines('facts/day=2026-03-04/part-0.ndjson')).toHaveLength(3);
    expect(lines('facts/day=2026-03-03/part-0.ndjson')).toHaveLength(3);
    expect(objects.has('manifests/day=2026-03-05.json')).toBe(true);
  });

  it('says that it can never end where a day does not fit into one run', async () => {
    await run(march(5));
    facts.push(
      ...Array.from({ length: 20 }, (_, i) => complains(march(5, '09:00'), { id: `u-${i}`, customerId: `many-${i}` })),
    );
    left = 15 * 60_000;
    await expect(run(march(6))).resolves.toMatchObject({ written: 3 });
    left = 15 * 60_000;
    await expect(run(march(6, '11:00'))).rejects.toThrow('facts/day=2026-03-05/ does not fit into one run');
  });

  it('takes in what came late on each of the days after', async () => {
    await run(march(5));
    facts.push(complains(march(4, '20:00'), { id: 'late', customerId: 'late' }));
    await run(march(6));
    expect(lines('facts/day=2026-03-04/part-0.ndjson').map(({ id }) => id)).toContain('late');
  });

  it('is left alone by a run that comes late, of a day before', async () => {
    await run(march(6));
    const before = new Map(objects);
    expect(await run(march(5))).toEqual({ written: 0, left: 0 });
    expect(objects).toEqual(before);
  });

  it('has words only where the deployment wants them', async () => {
    await run(march(5));
    expect([...objects.values()].join()).not.toContain(words.complaint);
    kept = undefined;
    await run(march(5), true);
    expect(lines('facts/day=2026-03-04/part-0.ndjson')[0]).toMatchObject({ text: words.complaint });
  });
});

describe('the parts of a prefix', () => {
  const partsOf = async (count: number, before: number): Promise<number> => {
    const parts = new Parts('p/', async (key, body) => void objects.set(key, body), 30);
    for (let i = 0; i < count; i++) await parts.add(`{"line":${i}}`);
    return parts.end(before);
  };

  it('hold every line once, in order, each a few bytes over its size at most', async () => {
    expect(await partsOf(10, 0)).toBe(4);
    const bodies = [...objects.values()];
    expect(bodies.join('').trimEnd().split('\n')).toEqual(Array.from({ length: 10 }, (_, i) => `{"line":${i}}`));
    for (const body of bodies) expect(body.length).toBeLessThan(30 + 12);
  });

  it('of an earlier, longer export are written over with nothing', async () => {
    await partsOf(10, 0);
    expect(await partsOf(2, 4)).toBe(1);
    expect([...objects]).toEqual([
      ['p/part-0.ndjson', '{"line":0}\n{"line":1}\n'],
      ['p/part-1.ndjson', ''],
      ['p/part-2.ndjson', ''],
      ['p/part-3.ndjson', ''],
    ]);
  });
});
