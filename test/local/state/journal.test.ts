import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal, readJournal, replaceJournal } from '../../../lib/local/state/journal.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
  file = join(folder, 'journal');
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = () => {
  const entries: unknown[] = [];
  return { ...readJournal(file, (entry) => entries.push(entry)), entries };
};

const written = (...entries: unknown[]): void => {
  const journal = openJournal(file, 0);
  for (const entry of entries) journal.append(entry);
  journal.close();
};

describe('a journal', () => {
  it('gives back what was appended, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (entries) => {
        written(...entries);
        expect(read().entries).toEqual(JSON.parse(JSON.stringify(entries)));
      }),
      { numRuns: 50 },
    );
  });

  it('gives back entries that are longer than what is read at once', () => {
    const long = { body: 'ü'.repeat(1_500_000) };
    written(long, 'after', long);
    expect(read().entries).toEqual([long, 'after', long]);
  });

  it('has every entry that was written whole, wherever a crash cuts it off', () => {
    const entries = ['first', { second: 'zwei' }, ['third']];
    written(...entries);
    const whole = readFileSync(file);
    const ends = [0, ...[...whole.entries()].filter(([, byte]) => byte === 0x0a).map(([at]) => at + 1)];
    for (let cut = 0; cut <= whole.length; cut++) {
      writeFileSync(file, whole.subarray(0, cut));
      const complete = ends.filter((end) => end <= cut).length - 1;
      expect(read()).toEqual({
        entries: entries.slice(0, complete),
        bytes: ends[complete],
        torn: cut - (ends[complete] ?? 0),
      });
    }
  });

  it('goes on after its last whole entry', () => {
    written('first', 'second');
    truncateSync(file, readFileSync(file).length - 3);
    const journal = openJournal(file, read().bytes);
    journal.append('third');
    journal.close();
    expect(read()).toMatchObject({ entries: ['first', 'third'], torn: 0 });
  });

  it('is refused where it is damaged before its end, as no crash leaves it', () => {
    written('first', 'second', 'third');
    const damaged = readFileSync(file);
    damaged.write('S', damaged.indexOf('second'));
    writeFileSync(file, damaged);
    expect(read).toThrow(/is damaged at byte 17, and not at its end: begin anew with --fresh/);
  });

  it('tells how long it is', () => {
    const journal = openJournal(file, 0);
    journal.append({ a: 1 });
    expect(journal.size).toBe(readFileSync(file).length);
    journal.close();
  });
});

describe('a journal that is written anew', () => {
  it('is the old one until the new one is whole', () => {
    written('old');
    const failing = function* () {
      yield 'new';
      throw new Error('killed here');
    };
    expect(() => replaceJournal(file, failing())).toThrow('killed here');
    expect(read().entries).toEqual(['old']);
    appendFileSync(`${file}.part`, 'and half an entry');
    expect(replaceJournal(file, ['new'])).toBe(readFileSync(file).length);
    expect(read().entries).toEqual(['new']);
  });
});
