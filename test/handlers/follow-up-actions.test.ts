import { describe, expect, it } from 'vitest';
import { makeHandler } from '../../functions/follow-up-actions/handler.ts';
import { march, owners } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { plentyOfTime, withTime } from '../runtime/deliveries.ts';
import { MemoryStore } from './memory-store.ts';
import { mortal, never } from './mortal.ts';

catchConsole();

/** Of stories alone. */
const run = { at: march(5), actions: false };
const ada = { story: 'customer#ada', at: march(4), cause: '' };
const bo = { story: 'customer#bo', at: march(5), cause: '' };
const cy = { story: 'customer#cy', at: march(5, '10:01'), cause: '' };

const makeFollowUp = async (...marks: { story: string; at: string; cause: string }[]) => {
  const store = new MemoryStore();
  await store.due.set(marks);
  return { store, deps: store.followUp(owners) };
};

describe('FOLLOW-UP-1: what has fallen due', () => {
  it('by the time of the run is looked at as of that time; the rest waits', async () => {
    const { store, deps } = await makeFollowUp(ada, bo, cy);
    expect(await makeHandler(deps)(run, plentyOfTime)).toEqual({ stories: 2 });
    expect(store.looksSent).toEqual([
      { story: 'customer#ada', asOf: march(5) },
      { story: 'customer#bo', asOf: march(5) },
    ]);
    expect([...store.dueMarks.values()]).toEqual([cy]);
  });

  it('several times for one story is looked at once', async () => {
    const { store, deps } = await makeFollowUp(ada, { ...ada, at: march(3) });
    expect(await makeHandler(deps)(run, plentyOfTime)).toEqual({ stories: 1 });
    expect(store.looksSent).toHaveLength(1);
    expect(store.dueMarks.size).toBe(0);
  });

  it('loses its mark only after its look was sent', async () => {
    const { deps } = await makeFollowUp(ada);
    const { ports, calls } = mortal(deps, never);
    await makeHandler(ports)(run, plentyOfTime);
    expect(calls).toEqual(['due.until', 'looks.send', 'due.clear', 'due.until']);
  });

  it('is looked at by the next run where this one died, at whichever step', async () => {
    for (let call = 0; call < 5; call++) {
      for (const when of ['before', 'after'] as const) {
        const { store, deps } = await makeFollowUp(ada);
        await makeHandler(mortal(deps, { call, when }).ports)(run, plentyOfTime).catch(() => 'dead');
        await makeHandler(deps)(run, plentyOfTime);
        expect(store.looksSent).toContainEqual({ story: 'customer#ada', asOf: march(5) });
        expect(store.dueMarks.size).toBe(0);
      }
    }
  });

  it('is all looked at, however many pages of marks there are', async () => {
    const marks = Array.from({ length: 1_201 }, (_, i) => ({ story: `customer#${i}`, at: march(4), cause: '' }));
    const { store, deps } = await makeFollowUp(...marks);
    expect(await makeHandler(deps)(run, plentyOfTime)).toEqual({ stories: 1_201 });
    expect(new Set(store.looksSent.map(({ story }) => story)).size).toBe(1_201);
    expect(store.dueMarks.size).toBe(0);
  });

  it('while the run is at it is looked at anew, for its story may have been folded already', async () => {
    const { store, deps } = await makeFollowUp(ada);
    let late = false;
    const due: typeof deps.due = {
      ...deps.due,
      until: async (at, most) => {
        const marks = await deps.due.until(at, most);
        if (marks.length === 0 && !late) {
          late = true;
          await store.due.set([{ ...ada, at: march(2) }]);
          return deps.due.until(at, most);
        }
        return marks;
      },
    };
    expect(await makeHandler({ ...deps, due })(run, plentyOfTime)).toEqual({ stories: 1 });
    expect(store.looksSent).toHaveLength(2);
    expect(store.dueMarks.size).toBe(0);
  });

  it('waits for the next run when the time is up', async () => {
    const { store, deps } = await makeFollowUp(ada);
    expect(await makeHandler(deps)(run, withTime(20_000))).toEqual({ stories: 0 });
    expect([...store.dueMarks.values()]).toEqual([ada]);
  });

  it('is left in part when the time is up between two pages', async () => {
    const marks = Array.from({ length: 501 }, (_, i) => ({ story: `customer#${i}`, at: march(4), cause: '' }));
    const { store, deps } = await makeFollowUp(...marks);
    expect(await makeHandler(deps)(run, withTime(60_000, 19_000))).toEqual({ stories: 500 });
    expect(store.dueMarks.size).toBe(1);
  });
});
