import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Shell, type ShellEntry } from '../../functions/serve-dashboard/shell.ts';
import { builtShell } from '../../lib/page/shell.ts';

const folder = mkdtempSync(join(tmpdir(), 'dark-corners-shell-'));
const description = join(folder, 'openapi.json');
let shell: ShellEntry[];

beforeAll(() => {
  writeFileSync(description, '{"openapi":"3.1.0"}');
  shell = builtShell(description);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const content = ({ gzip }: ShellEntry): string => gunzipSync(Buffer.from(gzip, 'base64')).toString();
const bytes = ({ gzip }: ShellEntry): number => Buffer.from(gzip, 'base64').length;
const at = (path: string | RegExp): ShellEntry => {
  const found = shell.find((entry) => (typeof path === 'string' ? entry.path === path : path.test(entry.path)));
  if (!found) throw new Error(`nothing is served at ${path}`);
  return found;
};
const script = () => content(at(/\.js$/));

/** What a first view may weigh, packed: half a second on a slow 3G telephone besides its round trips (1.6 Mbit/s, Lighthouse). */
const MOST_BYTES = 120_000;

describe('the page as it is built', () => {
  it('is what the function takes, each file once', () => {
    expect(Shell.parse(shell)).toEqual(shell);
    expect(new Set(shell.map(({ path }) => path)).size).toBe(shell.length);
  });

  it('loads less than 120 KB before it shows anything', () => {
    const first = shell.filter(({ path }) => path !== '/openapi.json');
    const weight = first.reduce((sum, entry) => sum + bytes(entry), 0);
    console.info(`first view: ${(weight / 1000).toFixed(1)} KB packed in ${first.length} files`);
    expect(weight).toBeGreaterThan(10_000);
    expect(weight).toBeLessThan(MOST_BYTES);
  });

  it('names every file that it loads, under an address that changes with its content', () => {
    const loaded = [...content(at('/')).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path);
    // What it must ask first is asked for before its script has come.
    expect(loaded).toContain('/config.json');
    const built = loaded.filter((path) => path !== '/config.json');
    expect(built).toHaveLength(3);
    for (const path of built) expect(at(path ?? '').path).toMatch(/^\/assets\/\w+-[\w-]{16}\.(?:js|css|svg)$/);
  });

  it('has no script or style in the markup, and fetches nothing from elsewhere', () => {
    const html = content(at('/'));
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
    expect(html).not.toMatch(/https?:/);
    expect(content(at(/\.css$/))).not.toMatch(/@import|url\(/);
  });

  it('makes no code and no markup from text', () => {
    expect(script()).not.toMatch(/\beval\(|new Function\b|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write/);
  });

  it('carries no schemas: the table of routes is there for its types alone', () => {
    expect(script()).not.toMatch(/ZodError|safeParse|_zod\b/);
    expect(script()).toContain('/v1/touchpoints');
  });

  it('tells nothing of the machine that built it', () => {
    for (const entry of shell) expect(content(entry)).not.toContain(process.cwd());
    expect(script()).not.toContain('sourceMappingURL');
  });

  it('is the same each time', () => {
    expect(builtShell(description)).toEqual(shell);
  });

  it('says what to do where the description of the API is missing', () => {
    expect(() => builtShell(join(folder, 'none.json'))).toThrow(/none\.json: is missing.*npm run contract/);
  });
});
