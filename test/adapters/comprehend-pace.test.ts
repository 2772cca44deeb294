import { BatchDetectSentimentCommand } from '@aws-sdk/client-comprehend';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  answerAll,
  answering,
  boundless,
  callsMade,
  comprehend,
  inVirtualTime,
  named,
  numbered,
  score,
  withJitter,
} from './comprehend-answers.ts';

inVirtualTime();

describe('throttling', () => {
  it('is waited out, ever longer', async () => {
    answering((input) => (callsMade().length < 4 ? Promise.reject(named('ThrottlingException')) : answerAll(input)));
    const scoring = await score(numbered(1));
    expect(scoring.scored.size).toBe(1);
    expect(scoring.took).toBe(200 + 400 + 800);
  });

  it('is waited out by any part of the pause, so that callers do not come back together', async () => {
    const parts = [0.5, 0, 0.25];
    answering((input) => (callsMade().length < 4 ? Promise.reject(named('ThrottlingException')) : answerAll(input)));
    const start = Date.now();
    const work = withJitter(() => parts.shift() ?? 1).score(numbered(1), () => 60_000, boundless);
    await vi.runAllTimersAsync();
    expect((await work).scored.size).toBe(1);
    expect(Date.now() - start).toBe(100 + 0 + 200);
  });

  it('is waited out by pauses of 1.6 seconds at most, until twelve calls in a row got nowhere', async () => {
    const start = Date.now();
    const begun: number[] = [];
    answering(() => {
      begun.push(Date.now() - start);
      return Promise.reject(named('ThrottlingException'));
    });
    const scoring = await score(numbered(30));
    const pauses = begun.slice(1).map((at, i) => at - (begun[i] ?? 0));
    expect(pauses).toEqual([200, 400, 800, ...Array(8).fill(1_600)]);
    expect(scoring.halted).toBe('throttled');
  });

  it('is waited out longer where others get through in between', async () => {
    answering((input) =>
      callsMade().length % 10 > 0 ? Promise.reject(named('ThrottlingException')) : answerAll(input),
    );
    expect(await score(numbered(75), 600_000)).toMatchObject({ scored: { size: 75 }, unavailable: { size: 0 } });
  });

  it('leaves less than a text in a thousand where nine callers share ten calls a second without end', async () => {
    let seed = 7;
    /** Park and Miller's generator: the same pauses in each run. */
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    let inFlight = 0;
    let most = 0;
    let tokens = 10;
    let filledAt = Date.now();
    comprehend.on(BatchDetectSentimentCommand).callsFake(async (input) => {
      tokens = Math.min(10, tokens + (Date.now() - filledAt) / 100);
      filledAt = Date.now();
      most = Math.max(most, ++inFlight);
      const throttled = tokens < 1;
      if (!throttled) tokens--;
      await new Promise((done) => setTimeout(done, throttled ? 20 : 300));
      inFlight--;
      if (throttled) throw named('ThrottlingException');
      return answerAll(input);
    });
    let unavailable = 0;
    const caller = async () => {
      for (let batch = 0; batch < 20; batch++) {
        const start = Date.now();
        unavailable += (await withJitter(random).score(numbered(100), () => start + 60_000 - Date.now(), boundless))
          .unavailable.size;
      }
    };
    const work = Promise.all(Array.from({ length: 9 }, caller));
    await vi.runAllTimersAsync();
    await work;
    expect(unavailable / (9 * 20 * 100)).toBeLessThan(0.001);
    expect(most).toBe(9);
  });

  it.each([
    ['ThrottlingException', 'throttled'],
    ['TooManyRequestsException', 'throttled'],
    ['InternalServerException', 'outage'],
    ['TimeoutError', 'outage'],
    ['AccessDeniedException', 'outage'],
    ['Odd', 'outage'],
  ])('that goes on ends in unavailable, told by name and reason: %s', async (error, reason) => {
    answering(() => Promise.reject(named(error)));
    const scoring = await score(numbered(30));
    expect([...scoring.unavailable.values()].every((setback) => setback.reason === reason)).toBe(true);
    expect(scoring.unavailable.get('k-0')).toEqual({ reason, error });
    expect([scoring.unavailable.size, scoring.scored.size + scoring.refused.size]).toEqual([30, 0]);
    expect(JSON.stringify([...scoring.unavailable])).not.toContain('4111');
  });

  it('stops sooner where the scorer is out: of four hundred texts a hundred are asked for, and four calls made', async () => {
    answering(() => Promise.reject(named('InternalServerException')));
    const scoring = await score(numbered(400));
    expect(callsMade()).toHaveLength(4);
    expect([scoring.halted, scoring.unavailable.size]).toEqual(['outage', 400]);
    expect(scoring.unavailable.get('k-399')).toEqual({ reason: 'outage' });
  });

  it('that leaves no time is told as throttling, and as want of time where nothing went wrong', async () => {
    answering(() => Promise.reject(named('ThrottlingException')));
    expect((await score(numbered(50), 15_100)).unavailable.get('k-49')).toEqual({ reason: 'throttled' });
    comprehend.reset();
    answering(answerAll);
    expect((await score(numbered(1), 15_000)).unavailable.get('k-0')).toEqual({ reason: 'no-time' });
  });

  it('never makes a call begin with the time for writing already running', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 25_000 }), fc.integer({ min: 0, max: 3_000 }), async (left, takes) => {
        comprehend.reset();
        const start = Date.now();
        const begun: number[] = [];
        comprehend.on(BatchDetectSentimentCommand).callsFake(async () => {
          begun.push(start + left - Date.now());
          await new Promise((done) => setTimeout(done, takes));
          throw named('ThrottlingException');
        });
        const scoring = await score(numbered(60), left);
        expect(begun.every((remaining) => remaining > 15_000)).toBe(true);
        expect(scoring.unavailable.size).toBe(60);
      }),
      { numRuns: 60 },
    );
  });

  it('of one call leaves the others what they were told', async () => {
    answering((input) =>
      input.TextList?.includes('text 0') ? Promise.reject(named('ThrottlingException')) : answerAll(input),
    );
    const scoring = await score(numbered(50));
    expect([scoring.unavailable.size, scoring.scored.size]).toEqual([25, 25]);
  });
});
