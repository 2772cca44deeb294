import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const repository = new URL('../../', import.meta.url);

const sourcesIn = (folder: string): { path: string; text: string }[] =>
  readdirSync(new URL(folder, repository), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .map((path) => ({ path, text: readFileSync(new URL(path, repository), 'utf8') }));

const ID = '[A-Z]+(?:-[A-Z]+)*-[0-9]+';

/** Where a comment begins with a rule's id, or a rule is written as data with its id, it is decided. */
const decided = sourcesIn('functions').flatMap(({ path, text }) =>
  [...text.matchAll(new RegExp(`(?:(?:\\*|//) |\\bid: ')(${ID})(?:: |',)`, 'g'))].map(([, id = '']) => ({ id, path })),
);

const told = readFileSync(new URL('functions/domain/RULES.md', repository), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, id, sentence, path] = line.match(new RegExp(`^\\| (${ID}) \\| (.+) \\| \`(.+)\` \\|$`)) ?? [];
    return id && sentence && path ? [{ id, sentence, path }] : [];
  });

const tested = sourcesIn('test').flatMap(({ text }) =>
  [...text.matchAll(new RegExp(`\\bdescribe\\(\\s*['"\`](${ID}): `, 'g'))].map(([, id = '']) => id),
);

const names = (rules: readonly { id: string; path: string }[]): string[] =>
  [...new Set(rules.map(({ id, path }) => `${id} in ${path}`))].sort();

describe('RULES.md', () => {
  it('tells every rule that the code decides by, with its file, and no other', () => {
    expect(names(told)).toEqual(names(decided));
    expect(told.length).toBeGreaterThan(20);
  });

  it('tells every rule once, in one sentence', () => {
    expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
    expect(told.filter(({ sentence }) => !/^[A-Z][^.]*\.$/.test(sentence))).toEqual([]);
  });

  it('tells no rule that no test bears the name of', () => {
    expect(told.map(({ id }) => id).filter((id) => !tested.includes(id))).toEqual([]);
  });

  it('misses no rule that a test bears the name of', () => {
    expect([...new Set(tested)].filter((id) => !told.some((rule) => rule.id === id))).toEqual([]);
  });
});
