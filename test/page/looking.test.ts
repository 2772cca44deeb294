import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepLooking, pauseAfter } from '../../functions/serve-dashboard/page/frame/looking.ts';

/** Looks as often as there are answers, then leaves. */
const looking = async (answers: readonly (() => Promise<void>)[]) => {
  const leaving = new AbortController();
  const waited: number[] = [];
  const told: string[] = [];
  let looks = 0;
  await keepLooking({
    signal: leaving.signal,
    wait: async (ms) => {
      waited.push(ms);
      if (looks === answers.length) leaving.abort();
    },
    look: async () => answers[looks++]?.(),
    onAnswer: () => told.push('answer'),
    onFailure: (error) => told.push((error as Error).message),
  });
  return { waited, told };
};

const answered = async () => {};
const failed = async () => {
  throw new Error('unreachable');
};

describe('looking for what is new', () => {
  it('asks every five seconds while it is answered', async () => {
    const { waited, told } = await looking([answered, answered, answered]);
    expect(waited).toEqual([5000, 5000, 5000, 5000]);
    expect(told).toEqual(['answer', 'answer', 'answer']);
  });

  it('asks ever less often while it is not, and as often as before once it is', async () => {
    const { waited, told } = await looking([failed, failed, failed, failed, failed, answered]);
    expect(waited).toEqual([5000, 10_000, 20_000, 40_000, 60_000, 60_000, 5000]);
    expect(told.at(-1)).toBe('answer');
    expect(told[0]).toBe('unreachable');
  });

  it('waits at least five seconds and at most a minute, however long it fails', () => {
    fc.assert(
      fc.property(fc.nat(1e6), (failures) => {
        expect(pauseAfter(failures)).toBeGreaterThanOrEqual(5000);
        expect(pauseAfter(failures)).toBeLessThanOrEqual(60_000);
        expect(pauseAfter(failures + 1)).toBeGreaterThanOrEqual(pauseAfter(failures));
      }),
    );
  });

  it('tells nothing more once somebody has left, not even what failed', async () => {
    const leaving = new AbortController();
    const told: unknown[] = [];
    const leave = async () => {
      leaving.abort();
      throw new Error('aborted');
    };
    const tell = (one?: unknown) => told.push(one);
    await keepLooking({ signal: leaving.signal, wait: answered, look: leave, onAnswer: tell, onFailure: tell });
    expect(told).toEqual([]);
  });
});
