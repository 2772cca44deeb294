import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Three days. */
const STALE_MS = 3 * 24 * 3_600_000;

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Settings, as `-c name=value` gives them to a deployment. */
export type Context = Readonly<Record<string, string>>;

/** All that the assembly is made from; the lock file stands for everything installed. */
const sources = [
  'package-lock.json',
  'cdk.json',
  'owners.json',
  'themes.json',
  'hearing-rates.json',
  'tsconfig.json',
  '{bin,lib,functions}/**/*.{ts,json}',
];

const fingerprint = (context: Context): string => {
  const hash = createHash('sha256').update(process.version).update(JSON.stringify(context));
  for (const file of globSync(sources, { cwd: root }).sort()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
};

/** Other runs may be reading theirs, so only assemblies that nobody made or meant for days go. */
const removeStale = (assemblies: string): void => {
  for (const name of globSync('*', { cwd: assemblies })) {
    const directory = join(assemblies, name);
    if (Date.now() - statSync(directory).mtimeMs > STALE_MS) rmSync(directory, { recursive: true, force: true });
  }
};

/**
 * Synthesizes the stack and answers the directory of its cloud assembly. An assembly made from the very same sources is
 * used again, with the same settings. CDK's own validation is left to `npm run synth`.
 *
 * @throws Error with what the synthesis printed
 */
export const synthesizedAssembly = async (signal?: AbortSignal, context: Context = {}): Promise<string> => {
  const assemblies = join(root, '.local', 'assemblies');
  const directory = join(assemblies, fingerprint(context));
  if (existsSync(join(directory, 'manifest.json'))) return directory;
  const fresh = `${directory}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  const printed: Buffer[] = [];
  const synth = spawn(process.execPath, ['bin/app.ts'], {
    cwd: root,
    env: { ...process.env, CDK_OUTDIR: fresh, CDK_VALIDATION: 'false', CDK_CONTEXT_JSON: JSON.stringify(context) },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal ? { signal } : {}),
  });
  synth.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
  synth.stderr.on('data', (chunk: Buffer) => printed.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => synth.on('error', reject).on('close', resolve));
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error(`The stack cannot be synthesized:\n${Buffer.concat(printed).toString().trim()}`);
  }
  removeStale(assemblies);
  try {
    renameSync(fresh, directory);
  } catch (error) {
    // Another run was quicker with the same sources: its assembly is as good as ours.
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(join(directory, 'manifest.json'))) throw error;
  }
  return directory;
};
