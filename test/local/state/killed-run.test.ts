import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, describe, expect, it } from 'vitest';
import { DAY, dayOf, instantAt } from '../../../functions/domain/instant.ts';
import { check } from '../../../functions/domain/message/rejection.ts';
import { type LocalCloud, startLocalCloud } from '../../../lib/local/cloud.ts';
import { connect, OPERATOR } from '../../../lib/local/run/deployment.ts';
import { factEntries } from '../../../lib/local/run/fact-export.ts';
import { allActions, allGaps, allTouchpoints } from '../../../lib/local/run/results.ts';
import { synthesizedAssembly } from '../../../lib/local/run/synthesis.ts';
import { sampleFeed } from '../../../lib/local/sample/fennel-and-rye.ts';
import { openStateFolder, runningIn } from '../../../lib/local/state/folder.ts';

const KILLS = 15;
/** A number from the clock, unless a failed run is to be seen again: `KILL_SEED=123 npx vitest run test/local/state`. */
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);

/** Numbers from 0 to 1 that one seed gives again (mulberry32). */
const chanceOf = (start: number) => {
  let state = start;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const folder = mkdtempSync(join(tmpdir(), 'killed-run-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Long ago, so that no deadline falls between the two runs that are compared. */
const end = new Date(Math.floor(Date.now() / DAY - 90) * DAY);
const sound = sampleFeed(end)
  .slice(0, 240)
  .map((message) => JSON.stringify(message));
const broken = sound
  .filter((_, i) => i % 30 === 0)
  .map((_, i) => JSON.stringify({ kind: 'fax', source: 'desk', id: `${i}` }));
const feed = sound.flatMap((line, i) => (i % 30 === 0 ? [line, broken[i / 30] ?? ''] : [line]));

interface Stack {
  endpoint: string;
  outputs: Readonly<Record<string, string>>;
}

const queueOf = (body: string): string => {
  const checked = check(body, instantAt(Date.now()));
  const kind = checked.kind === 'rejected' ? 'text' : checked.message.kind;
  return { survey: 'SurveysQueueUrl', text: 'TextsQueueUrl', review: 'ReviewsQueueUrl' }[kind];
};

/** Posts up to ten lines of one queue; false where the queue did not say that it has them, as upstream must take it. */
const post = async (sqs: SQSClient, stack: Stack, lines: readonly string[]): Promise<boolean> => {
  const QueueUrl = stack.outputs[queueOf(lines[0] ?? '')];
  const Entries = lines.map((MessageBody, i) => ({ Id: String(i), MessageBody }));
  try {
    const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    return Failed.length === 0;
  } catch {
    return false;
  }
};

/** Lines in one call: few, so that many calls are broken off. */
const LINES = 4;

/** The next lines that go to one queue. */
const batchFrom = (lines: readonly string[]): string[] => {
  const queue = queueOf(lines[0] ?? '');
  const other = lines.findIndex((line) => queueOf(line) !== queue);
  return lines.slice(0, other < 0 ? LINES : other);
};

/** An upstream system: posts in order, and again what was not acknowledged. Broken lines are counted as they are sent. */
const upstream = (betweenMs: () => number) => {
  let next = 0;
  const sent = { broken: 0, brokenTwice: 0 };
  return {
    sent,
    done: () => next >= feed.length,
    postUntil: async (stack: Stack, stopped: AbortSignal): Promise<void> => {
      const sqs = new SQSClient({ endpoint: stack.endpoint, ...OPERATOR, maxAttempts: 1 });
      while (next < feed.length && !stopped.aborted) {
        const batch = batchFrom(feed.slice(next, next + LINES));
        const brokenHere = batch.filter((line) => broken.includes(line)).length;
        if (await post(sqs, stack, batch)) {
          next += batch.length;
          sent.broken += brokenHere;
        } else {
          sent.brokenTwice += brokenHere;
        }
        if (!stopped.aborted) await pause(betweenMs());
      }
      sqs.destroy();
    },
  };
};

/**
 * What a stack came to, without the times at which it noticed, and without what was open only while half of a story was
 * there: who sees which half is chance.
 */
const outcomeOf = async (cloud: LocalCloud) => {
  const deployment = connect(cloud);
  const facts = [];
  const days = Array.from({ length: 40 }, (_, i) => dayOf(instantAt(end.getTime() - (i - 2) * DAY)));
  for await (const fact of factEntries(deployment, days.sort(), instantAt(end.getTime()), 'any')) facts.push(fact);
  const gaps = (await allGaps(deployment))
    .filter(({ state }) => state !== 'cleared')
    // A touchpoint's gap opens when it is looked at; a customer's when something happened.
    .map((gap) => (gap.scope === 'customer' ? gap : { ...gap, openedAt: 'at a look' }));
  const open = new Set(gaps.map(({ id }) => id));
  const actions = (await allActions(deployment))
    .filter(({ status }) => status === 'open' || status === 'reopened')
    .map(({ id, kind, owner, customerId, gapIds }) => ({
      id,
      kind,
      owner,
      customerId,
      gapIds: gapIds.filter((gapId) => open.has(gapId)).sort(),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const today = [0, 1].map((ago) => dayOf(instantAt(Date.now() - ago * DAY)));
  const rejects = (await Promise.all(today.map((day) => deployment.rejects.ofDay(day)))).flat().length;
  return { facts, gaps, actions, touchpoints: await allTouchpoints(deployment), rejects };
};

/** Runs a schedule; the lease of a run that was killed holds it up for half a minute at most. */
const runNow = async (cloud: LocalCloud, schedule: string, override?: object): Promise<void> => {
  for (;;) {
    const answer = await cloud.runSchedule(schedule, new Date(), override);
    if (!Object(answer).skipped) return;
    await pause(1_000);
  }
};

const settle = async (cloud: LocalCloud): Promise<void> => {
  await cloud.drain();
  await runNow(cloud, 'AnalysisFollowUp');
  await cloud.drain();
  await runNow(cloud, 'AnalysisComparison', { windowDays: 130 });
};

const undisturbed = async (assembly: string) => {
  const cloud = await startLocalCloud({ assembly, log: () => {} });
  try {
    await upstream(() => 0).postUntil(cloud, new AbortController().signal);
    await settle(cloud);
    return await outcomeOf(cloud);
  } finally {
    await cloud.stop();
  }
};

const startChild = (): ChildProcess =>
  spawn(process.execPath, ['bin/start.ts', '--port', '0', '--no-sample', '--folder', folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });

const ready = async (child: ChildProcess): Promise<Stack | undefined> => {
  while (child.exitCode === null && child.signalCode === null) {
    const running = runningIn(folder);
    if (running && running.pid === child.pid) return running;
    await pause(10);
  }
  return undefined;
};

describe(`a local run that is killed ${KILLS} times (KILL_SEED=${seed})`, () => {
  it('comes to the same facts, gaps, actions, touchpoints and rejects as one that is left alone', async () => {
    const chance = chanceOf(seed);
    const assembly = await synthesizedAssembly();
    const expected = await undisturbed(assembly);
    // Slowly enough that every run has its share.
    const sender = upstream(() => chance() * 150);

    for (let kill = 0; kill < KILLS; kill++) {
      const child = startChild();
      const ended = once(child, 'exit');
      const complaints = child.stderr ? text(child.stderr) : '';
      const killed = new AbortController();
      const strike = async (afterMs: number) => {
        await pause(afterMs);
        killed.abort();
        child.kill('SIGKILL');
      };
      // One in four dies while it starts; the others at work, each with its share of the feed.
      if (chance() < 0.25) {
        await strike(chance() * 900);
      } else {
        const stack = await ready(child);
        expect(
          stack,
          stack ? '' : `A run did not go on with what a killed one left: ${await complaints}`,
        ).toBeDefined();
        if (stack) await Promise.all([strike(chance() * 1_200), sender.postUntil(stack, killed.signal)]);
      }
      await ended;
    }

    const kept = openStateFolder(folder);
    const cloud = await startLocalCloud({ assembly, folder: kept, log: () => {} });
    try {
      await sender.postUntil(cloud, new AbortController().signal);
      await settle(cloud);
      const { rejects, ...found } = await outcomeOf(cloud);
      const { rejects: _, ...wanted } = expected;
      expect(found).toEqual(wanted);
      expect(rejects).toBeGreaterThanOrEqual(sender.sent.broken);
      expect(rejects).toBeLessThanOrEqual(sender.sent.broken + sender.sent.brokenTwice);
      expect(cloud.deadLetters().filter(({ messages }) => messages > 0)).toEqual([]);
    } finally {
      await cloud.stop();
      kept.close();
    }
  }, 180_000);
});
