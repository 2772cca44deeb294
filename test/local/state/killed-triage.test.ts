import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { sampleFeed } from '../../../lib/local/sample/fennel-and-rye.ts';

const place = mkdtempSync(join(tmpdir(), 'killed-triage-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const results = ['summary.json', 'facts.jsonl', 'gaps.json', 'touchpoints.json', 'actions.json', 'report.html'];
const feed = join(place, 'feed.jsonl');
writeFileSync(
  feed,
  sampleFeed(new Date('2026-03-30T00:00:00Z'))
    .slice(0, 120)
    .map((message) => JSON.stringify(message))
    .join('\n'),
);

const triage = (out: string) =>
  spawn(process.execPath, ['bin/triage.ts', feed, '--out', join(place, out)], { stdio: 'ignore' });

const resultsIn = (out: string) =>
  results.map((name) =>
    existsSync(join(place, out, name)) ? readFileSync(join(place, out, name), 'utf8') : undefined,
  );

describe('a triage that is killed', () => {
  it('leaves whole results or none, and the same command then writes the same to the byte', async () => {
    const started = performance.now();
    await once(triage('left-alone'), 'exit');
    const took = performance.now() - started;
    const whole = resultsIn('left-alone');
    expect(whole).not.toContain(undefined);

    const killed = triage('killed');
    const ended = once(killed, 'exit');
    const after = Math.random() * took;
    await pause(after);
    killed.kill('SIGKILL');
    await ended;
    const left = resultsIn('killed');
    // The summary comes last: with it everything is there, and without it what is there is whole all the same.
    const expected = left[0] === undefined ? whole.map((text, i) => (left[i] === undefined ? undefined : text)) : whole;
    expect(left, `killed after ${Math.round(after)} ms`).toEqual(expected);

    await once(triage('killed'), 'exit');
    expect(resultsIn('killed')).toEqual(whole);
  }, 60_000);
});
