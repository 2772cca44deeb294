import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { openStateFolder } from '../../../lib/local/state/folder.ts';

const path = join(mkdtempSync(join(tmpdir(), 'killed-folder-')), 'state');
afterAll(() => rmSync(path, { recursive: true, force: true }));

const module = new URL('../../../lib/local/state/folder.ts', import.meta.url).href;

/** Notes one number after the other under seven names, and tells each that is kept; the journal is written anew all the time. */
const counting = (from: number): ChildProcess =>
  spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { openStateFolder } from ${JSON.stringify(module)};
      import { writeSync } from 'node:fs';
      const folder = openStateFolder(${JSON.stringify(path)}, { compactFrom: 500 });
      for (let n = ${from}; ; n++) {
        folder.note('name ' + (n % 7), n);
        writeSync(1, n + '\\n');
      }`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );

it('a folder that is killed while it is written anew has all that was acknowledged, and at most the one entry after it', async () => {
  let next = 0;
  for (let kill = 0; kill < 8; kill++) {
    const child = counting(next);
    const ended = once(child, 'exit');
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (more: string) => {
      printed += more;
    });
    // Now and then while it starts, else at work.
    if (kill % 4 !== 3 && child.stdout) await once(child.stdout, 'data');
    await pause(Math.random() * 200);
    child.kill('SIGKILL');
    await ended;
    const told = printed.split('\n').slice(0, -1).map(Number);
    const acknowledged = Math.max(next - 1, ...told);

    const folder = openStateFolder(path);
    const kept = Array.from({ length: 7 }, (_, i) => Number(folder.noted(`name ${i}`) ?? -1));
    folder.close();
    const newest = Math.max(...kept);
    expect([acknowledged, acknowledged + 1]).toContain(newest);
    expect(kept.toSorted((a, b) => a - b).filter((n) => n >= 0)).toEqual(
      Array.from({ length: 7 }, (_, i) => newest - 6 + i).filter((n) => n >= 0),
    );
    next = newest + 1;
  }
  expect(next).toBeGreaterThan(100);
}, 30_000);
