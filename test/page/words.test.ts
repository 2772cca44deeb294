import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = new URL('../../functions/serve-dashboard/page/', import.meta.url);

const files = readdirSync(page, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts') && name !== 'words.ts' && !name.startsWith('words/'));

/** Without comments, imports, types of a value's form, and errors, which only whoever debugs the page reads. */
const codeOf = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:])\/\/.*$/gm, '$1')
    .replace(/\bfrom '[^']+'/g, '')
    .replace(/\bimport '[^']+'/g, '')
    .replace(/new \w*Error\([^\n]*/g, '');

/** Attributes that no reader sees or hears. */
const unseen = new Set([
  ...['class', 'd', 'id', 'href', 'type', 'name', 'role', 'scope', 'viewBox', 'text-anchor', 'overflow', 'dir', 'rel'],
  ...['autocomplete', 'font', 'aria-live', 'aria-current', 'accept'],
]);

/** String literals with what stands before them on the line. */
const literals = (code: string): { before: string; text: string }[] =>
  [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map((found) => ({
    before: code.slice(code.lastIndexOf('\n', found.index) + 1, found.index),
    text: (found[1] ?? found[2] ?? '').replace(/\$\{[^}]*\}/g, ''),
  }));

const attributeOf = (before: string): string | undefined =>
  before
    .match(/(?:'([\w-]+)'|\b([\w-]+)): (?:[^,{}]*\? )?(?:[^,{}]* : )?$/)
    ?.slice(1)
    .find(Boolean);

/** Two words in a row, or one that begins as a sentence does: nothing that a program calls anything by. */
const isSaid = (text: string): boolean => /\p{L}{2,}[,;:.]? \p{L}{2,}/u.test(text) || /^\p{Lu}\p{Ll}{2,}$/u.test(text);

/** Names that are written like words and said to nobody. */
const names = new Set(['Bearer', 'Escape', '(prefers-color-scheme: dark)']);

const saidIn = (code: string): string[] =>
  literals(codeOf(code))
    .filter(({ before, text }) => isSaid(text) && !unseen.has(attributeOf(before) ?? '') && !names.has(text))
    .map(({ text }) => text);

describe('words of the page', () => {
  it('are told from classes, paths and names', () => {
    const code = [
      "h('p', { class: 'lede of all' }, 'Nothing is open.');",
      "h('button', { type: 'button', 'aria-label': 'Close it' }, 'Save');",
      "svg('path', { class: isDark ? 'mark dark' : 'mark light', d: 'M0 0 and more' });",
      ['h("p", {}, `', '{n} of them are left`);'].join('$'),
      "throw new Error('the issuer names none'); // 'a remark in a comment'",
    ].join('\n');
    expect(saidIn(code)).toEqual(['Nothing is open.', 'Close it', 'Save', ' of them are left']);
  });

  it('stand in words.ts, all of them', () => {
    expect(files.length).toBeGreaterThan(20);
    const said = files.flatMap((name) =>
      saidIn(readFileSync(new URL(name, page), 'utf8')).map((text) => `${name}: ${text}`),
    );
    expect(said).toEqual([]);
  });
});
