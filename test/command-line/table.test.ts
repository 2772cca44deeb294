import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { table } from '../../lib/command-line/table.ts';

const columns = [{ head: 'fruit' }, { head: 'pieces', numbers: true }, { head: 'where from' }];

describe('a table', () => {
  it('has its words to the left, its numbers to the right, and nothing behind the last', () => {
    expect(
      table(columns, [
        ['pears', '7', 'the orchard'],
        ['figs', '120', ''],
      ]).split('\n'),
    ).toEqual(['fruit  pieces  where from', 'pears       7  the orchard', 'figs      120']);
  });

  it('cuts its widest column where it would be too wide, and shows that it did', () => {
    expect(table(columns, [['pears', '7', 'the orchard behind the house']], 30).split('\n')).toEqual([
      'fruit  pieces  where from',
      'pears       7  the orchard be…',
    ]);
  });

  it('is never wider than asked, as long as each column may keep a dozen characters', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ maxLength: 60 }), { minLength: 3, maxLength: 3 }), { maxLength: 8 }),
        fc.integer({ min: 40, max: 120 }),
        (rows, most) => {
          const clean = rows.map((row) => row.map((cell) => cell.replaceAll('\n', ' ')));
          for (const line of table(columns, clean, most).split('\n')) expect(line.length).toBeLessThanOrEqual(most);
        },
      ),
    );
  });
});
