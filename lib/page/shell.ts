import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { words } from '../../functions/serve-dashboard/page/words.ts';
import type { ShellEntry } from '../../functions/serve-dashboard/shell.ts';

const root = join(import.meta.dirname, '..', '..');
const page = join(root, 'functions', 'serve-dashboard', 'page');
const openApi = join(root, 'docs', 'contract', 'openapi.json');

/** Browsers of the last two years and a half: all of them know `light-dark`, `text-wrap` and ES2023. */
const TARGET = ['chrome120', 'edge120', 'firefox121', 'safari17.4'];

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('base64url').slice(0, 16);

/** The tenth byte names the system that packed; left to it, the same page would differ between machines (RFC 1952). */
const packed = (content: Buffer): Buffer => {
  const gzip = gzipSync(content, { level: 9 });
  gzip[9] = 255;
  return gzip;
};

const entry = (path: string, content: Buffer): ShellEntry => ({
  path,
  type: types[extname(path)] ?? 'text/html; charset=utf-8',
  gzip: packed(content).toString('base64'),
  hash: hashOf(content),
});

const bundled = (name: string): Buffer => {
  const { outputFiles } = buildSync({
    entryPoints: [join(page, name)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: TARGET,
    charset: 'utf8',
    legalComments: 'none',
    sourcemap: false,
    write: false,
    logLevel: 'error',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    // An address in the output would differ from machine to machine.
    absWorkingDir: root,
  });
  const [output] = outputFiles;
  if (!output) throw new Error(`${name}: esbuild made nothing of it`);
  return Buffer.from(output.contents);
};

/** Under an address that changes with the content, so that a browser may keep it for good. */
const asset = (name: string, extension: string, content: Buffer): ShellEntry =>
  entry(`/assets/${name}-${hashOf(content)}${extension}`, content);

/** @throws Error where it is missing */
const described = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new Error(`${relative(root, path)}: is missing, and the page serves it; run \`npm run contract\``, { cause });
  }
};

/**
 * All that is public: the page, its assets and the description of the API; the same for the same sources.
 *
 * @param description path of the OpenAPI document
 */
export const builtShell = (description: string = openApi): ShellEntry[] => {
  const assets = {
    'start.ts': asset('start', '.js', bundled('start.ts')),
    'start.css': asset('start', '.css', bundled('start.css')),
    'mark.svg': asset('mark', '.svg', readFileSync(join(page, 'mark.svg'))),
  };
  const told: Record<string, string> = { product: words.product, noScript: words.noScript };
  for (const [name, { path }] of Object.entries(assets)) told[name] = path;
  const html = readFileSync(join(page, 'index.html'), 'utf8').replace(
    /\{(\w+)\}|(?<==")([\w.]+)(?=")/g,
    (whole, word: string | undefined, name: string | undefined) => told[word ?? name ?? ''] ?? whole,
  );
  return [entry('/', Buffer.from(html)), ...Object.values(assets), entry('/openapi.json', described(description))];
};

let laid: string | undefined;

/**
 * Builds the page once a process, into a folder that goes with the process.
 *
 * @returns absolute path of shell.json, to be laid beside the bundle of serve-dashboard
 */
export const shellFile = (): string => {
  if (laid === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'dark-corners-page-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    laid = join(folder, 'shell.json');
    writeFileSync(laid, JSON.stringify(builtShell()));
  }
  return laid;
};
