import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

/** The scripts that a person calls with options of ours. */
const commands = Object.entries(manifest.scripts)
  .map(([name, script]) => ({ name, file: /^node (?:--\S+ )*(bin\/[a-z-]+\.ts)$/.exec(script)?.[1] ?? '' }))
  .filter(({ file }) => file !== '');

const run = async (file: string, ...words: string[]) => {
  const child = spawn(process.execPath, [file, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, stdout, stderr };
};

describe('every command of package.json', () => {
  it('is found, so that what follows can fail', () => {
    expect(commands.map(({ name }) => name)).toEqual(expect.arrayContaining(['start', 'triage', 'contract', 'fit']));
  });

  it.each(commands)('$name tells with --help how it is used, on stdout, and succeeds', async ({ name, file }) => {
    const { code, stdout, stderr } = await run(file, '--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(name === 'start' ? /^npm start$/m : new RegExp(`^npm run ${name}`, 'm'));
    expect(stdout).toMatch(/^ {2}--help\b/m);
    expect(stdout).toMatch(/Exit codes: 0 /);
  });

  it.each(commands)('$name refuses an option it does not know with code 2, and prints no result', async ({ file }) => {
    const { code, stdout, stderr } = await run(file, '--hlep');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/--hlep/);
    expect(stderr).toMatch(/--help/);
  });
});

describe('npm start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'start-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('ends, without a complaint, when nobody reads any more what it prints', async () => {
    const start = `"${process.execPath}" bin/start.ts --port 0 --no-sample --folder "${folder}"`;
    const child = spawn('sh', ['-c', `${start} | head -1`], { stdio: ['ignore', 'pipe', 'pipe'] });
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect(stdout).toMatch(/^The stack runs on this machine at http:\/\/127\.0\.0\.1:\d+\./);
    expect(stderr).toBe('');
  });
});
