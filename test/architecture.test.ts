import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

const repository = new URL('../', import.meta.url);

const filesIn = (folder: string): string[] =>
  readdirSync(new URL(folder, repository), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((path) => path.endsWith('.ts'))
    .sort();

const textOf = (path: string): string => readFileSync(new URL(path, repository), 'utf8');

/** Without comments, which may speak of what the code must not do. */
const codeOf = (path: string): string =>
  textOf(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');

/** What a file imports: paths from the root of the repository, and names of packages. */
const importsOf = (path: string): string[] =>
  [...codeOf(path).matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, given = '']) =>
    given.startsWith('.') ? posix.join(posix.dirname(path), given) : given,
  );

/** `functions/domain` of `functions/domain/story/story.ts`. */
const roomOf = (path: string): string => path.split('/').slice(0, 2).join('/');
const isOurs = (imported: string): boolean => /^(?:bin|lib|functions|test)\//.test(imported);
const isSdk = (imported: string): boolean => /^(?:@aws-sdk|@smithy)\//.test(imported);

const strays = (files: readonly string[], isAllowed: (imported: string, path: string) => boolean): string[] =>
  files.flatMap((path) =>
    importsOf(path)
      .filter((imported) => !isAllowed(imported, path))
      .map((imported) => `${path} imports ${imported}`),
  );

const functions = filesIn('functions');
const called = (name: string): string[] => functions.filter((path) => posix.basename(path) === name);
const domain = functions.filter((path) => roomOf(path) === 'functions/domain');
const adapters = functions.filter((path) => roomOf(path) === 'functions/adapters');
const runtime = functions.filter((path) => roomOf(path) === 'functions/runtime');
const [handlers, mains] = [called('handler.ts'), called('main.ts')];

describe('the rooms of the functions', () => {
  it('are all there, so that what follows can fail', () => {
    for (const room of [domain, adapters, runtime, handlers, mains]) expect(room.length).toBeGreaterThan(1);
    expect(adapters.flatMap(importsOf).some(isSdk)).toBe(true);
    expect(handlers.flatMap(importsOf).map(roomOf)).toContain('functions/domain');
  });

  it('know nothing of what deploys, runs or tests them', () => {
    expect(strays(functions, (imported) => !isOurs(imported) || imported.startsWith('functions/'))).toEqual([]);
  });

  it('leave the SDK to the adapters, and its clients to the wiring', () => {
    const others = functions.filter((path) => !adapters.includes(path) && !mains.includes(path));
    expect(strays(others, (imported) => !isSdk(imported))).toEqual([]);
  });

  it('leave the adapters to the wiring', () => {
    const others = functions.filter((path) => !adapters.includes(path) && !mains.includes(path));
    expect(strays(others, (imported) => roomOf(imported) !== 'functions/adapters')).toEqual([]);
  });
});

describe('the domain', () => {
  it('imports no other room', () => {
    expect(strays(domain, (imported) => !isOurs(imported) || roomOf(imported) === 'functions/domain')).toEqual([]);
  });

  it('imports nothing that reaches out of the process', () => {
    expect(strays(domain, (imported) => !imported.startsWith('node:') || imported === 'node:crypto')).toEqual([]);
  });

  it.each([
    ['a clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\b|\bTemporal\.Now\b/],
    ['chance', /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b/],
    ['its environment', /\bprocess\.|\bglobalThis\b|\bimport\.meta\b/],
    ['a log', /\bconsole\./],
    ['the network or a timer', /\bfetch\(|\bset(?:Timeout|Interval|Immediate)\(/],
  ])('asks nothing of %s', (_what, forbidden) => {
    expect(domain.filter((path) => forbidden.test(codeOf(path)))).toEqual([]);
  });
});

describe('a handler', () => {
  it('imports the domain, the runtime and its own folder', () => {
    const isAllowed = (imported: string, path: string): boolean =>
      !isOurs(imported) || ['functions/domain', 'functions/runtime', roomOf(path)].includes(roomOf(imported));
    expect(strays(handlers, isAllowed)).toEqual([]);
  });

  it('never imports its own wiring', () => {
    expect(strays(functions, (imported) => posix.basename(imported) !== 'main.ts')).toEqual([]);
  });
});

describe('the wiring of a function', () => {
  it('stands beside a handler and a checked environment', () => {
    for (const path of mains) {
      const beside = ['env.ts', 'handler.ts'].map((name) => posix.join(posix.dirname(path), name));
      expect(functions).toEqual(expect.arrayContaining(beside));
    }
  });

  it('decides nothing', () => {
    const deciding = /\b(?:if|else|for|while|do|switch|try|catch|throw|return|function)\b|&&|\|\||\?/;
    expect(mains.filter((path) => deciding.test(codeOf(path)))).toEqual([]);
  });
});

/** All that is loaded with a file; types are not. */
const loadedWith = (path: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(path) || !path.endsWith('.ts')) return seen;
  seen.add(path);
  for (const [, given = ''] of codeOf(path).matchAll(/\b(?:import|export) (?!type\b)[^;']*? from '(\.[^']+)'/g)) {
    loadedWith(posix.join(posix.dirname(path), given), seen);
  }
  return seen;
};

describe('a bundle', () => {
  const heavy = [
    'functions/domain/hearing/word-weights.ts',
    'functions/domain/hearing/replies/by-language.ts',
    'functions/domain/why/causes/in-order.ts',
  ];
  const carriedBy = (name: string) => {
    const loaded = loadedWith(`functions/${name}/main.ts`);
    return heavy.filter((path) => loaded.has(path));
  };

  it.each(['detect-customer-gaps', 'export-findings'])(
    'carries word weights, replies and cause sheets, some 350 ms of start and 100 MB, where stories are heard: %s',
    (name) => {
      expect(carriedBy(name)).toEqual(heavy);
    },
  );

  it('has them at hand in serve-analysts, and loads none before somebody asks for a story', () => {
    expect(carriedBy('serve-analysts')).toEqual([]);
    const reader = 'functions/runtime/folded-story.ts';
    expect(importsOf(reader)).toContain('functions/domain/story/story.ts');
    expect([...loadedWith(reader)].filter((path) => heavy.includes(path))).toEqual([]);
  });

  it.each(['ingest-feedback', 'score-parked', 'compare-touchpoints', 'explain-touchpoints', 'follow-up-actions'])(
    'carries none of them elsewhere: %s',
    (name) => {
      expect(carriedBy(name)).toEqual([]);
    },
  );
});

describe('a file', () => {
  it('has 320 lines at most: beyond that it is two files that have not met yet', () => {
    const long = ['bin', 'lib', 'functions', 'test']
      .flatMap(filesIn)
      .filter((path) => textOf(path).split('\n').length > 321);
    expect(long).toEqual([]);
  });
});
