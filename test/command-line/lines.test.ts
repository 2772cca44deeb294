import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { LONGEST_LINE_BYTES, linesIn } from '../../lib/command-line/lines.ts';
import { readFeed } from '../../lib/local/run/feed.ts';

const folder = mkdtempSync(join(tmpdir(), 'lines-'));
afterAll(() => rmSync(folder, { recursive: true }));

const written = (content: string | Buffer): string => {
  const file = join(folder, 'feed.jsonl');
  writeFileSync(file, content);
  return file;
};
const linesOf = (content: string | Buffer) => Array.fromAsync(linesIn(written(content)));

describe('the lines of a file', () => {
  it.each([
    ['U+2028', '\u2028'],
    ['U+2029', '\u2029'],
    ['a lone carriage return', '\r'],
    ['U+0085', '\u0085'],
    ['a form feed', '\f'],
  ])('do not end at %s, which a message may hold', async (_, mark) => {
    const said = JSON.stringify({ body: 'x' }).replace('x', `first${mark}second`);
    expect(await linesOf(`${said}\n${said}\n`)).toEqual([said, said]);
  });

  it('end with \\n or \\r\\n, the last one also with the file', async () => {
    expect(await linesOf('a\r\nb\n\nc')).toEqual(['a', 'b', '', 'c']);
    expect(await linesOf('')).toEqual([]);
  });

  it('are whole wherever the file was read in between', async () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }).map((s) => s.replaceAll(/[\r\n]/g, '')));
    await fc.assert(
      fc.asyncProperty(texts, async (lines) => {
        const filler = '…'.repeat(21_840);
        expect(await linesOf([filler, ...lines, ''].join('\n'))).toEqual([filler, ...lines]);
      }),
      { numRuns: 30 },
    );
  });

  it('are cut where one is longer than anybody takes, so that no file fills the memory', async () => {
    const [long, next] = await linesOf(`${'x'.repeat(LONGEST_LINE_BYTES + 1_000_000)}\nnext\n`);
    expect(long).toHaveLength(LONGEST_LINE_BYTES);
    expect(next).toBe('next');
  });
});

describe('the lines of a feed', () => {
  it('are those of its files without blank ones, a message with U+2028 in one piece', async () => {
    const said = '{"body":"Late\u2028and cold"}';
    expect(await Array.fromAsync(readFeed([written(`${said}\n \n${said}\r\n`)]))).toEqual([said, said]);
  });
});
