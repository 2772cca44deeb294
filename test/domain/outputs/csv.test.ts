import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf, readCsv } from '../../../functions/domain/outputs/csv.ts';

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', '\t', "'", '=', '+', '-', '@', ' ', 'a') }),
);
const records = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 8 });

const cellsOf = (text: string, separator?: string): string[][] => {
  const read = readCsv(text, separator);
  return read.kind === 'read' ? read.records.map(({ cells }) => cells) : [];
};

describe('a sheet of cells', () => {
  it('is read as it was written, whatever the cells hold', () => {
    fc.assert(
      fc.property(records, (written) => {
        expect(cellsOf(csvOf(written))).toEqual(written);
      }),
    );
  });

  it.each(['=1+1', '+49', '-1', '@sum', ' =1', "'=1", '\t=1', '\r1', '＝1'])(
    'shows %j as words, not as a formula',
    (formula) => {
      const [written = ''] = csvOf([[formula]])
        .slice(1)
        .split('\r\n');
      expect(written.replace(/^"/, '')).toBe(`'${formula}${written.startsWith('"') ? '"' : ''}`);
    },
  );

  it('leaves numbers what they are, with their sign', () => {
    expect(csvOf([[-12.5, '-12.5', 0]])).toBe("\uFEFF-12.5,'-12.5,0\r\n");
  });

  it('is as RFC 4180 has it, with the mark of UTF-8', () => {
    expect(csvOf([['a', 'b "c"', 'd,e'], ['f\ng']])).toBe('\uFEFFa,"b ""c""","d,e"\r\n"f\ng"\r\n');
  });

  it.each([
    ['other line ends', 'a,b\nc,d\re,f'],
    ['semicolons', 'a;b\r\nc;d\r\ne;f\r\n'],
    ['tabs', '\uFEFF"a"\tb\r\nc\t"d"\r\ne\tf'],
  ])('is read with %s', (_, text) => {
    const separator = /[;\t]/.exec(text)?.[0] ?? ',';
    expect(cellsOf(text, separator)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ]);
  });

  it('tells the line that a record begins in, and where a quotation mark is left open', () => {
    const read = readCsv('a\r\n"b\nc"\r\nd\r\n');
    expect(read.kind === 'read' && read.records.map(({ line }) => line)).toEqual([1, 2, 4]);
    expect(readCsv('a\r\n"b\nc\r\n')).toEqual({ kind: 'unclosed', line: 2 });
  });
});
