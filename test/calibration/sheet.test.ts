import { describe, expect, it } from 'vitest';
import { readSheet, type SheetRow, sheetOf } from '../../lib/calibration/sheet.ts';
import { march } from '../builders.ts';

const row = (n: number, override: Partial<SheetRow> = {}): SheetRow => ({
  row: `s1a2b3c-000${n}`,
  customer: n,
  channel: 'sms',
  language: 'en',
  at: march(2),
  text: 'Cold soup, "again", and\nnobody came; why?',
  ...override,
});
const rows = [row(1), row(2, { text: '=HYPERLINK("x")' }), row(3)];
const known = new Set(rows.map((one) => one.row));

/** As somebody fills it in, in the order of the rows. */
const filled = (...labels: string[]): string => {
  let next = 0;
  return sheetOf(rows).replaceAll(/,(?=\r\n)/g, () => `,${labels[next++] ?? ''}`);
};

const problemsOf = (text: string): string[] => {
  const read = readSheet(text, known);
  return read.kind === 'faulty' ? read.problems.map(({ path, problem }) => `${path}: ${problem}`) : [];
};

describe('a sheet', () => {
  it('tells how to label first, and a text a row, without what was heard', () => {
    const lines = sheetOf(rows).slice(1).split('\r\n');
    const notes = lines.filter((line) => /^"?#/.test(line));
    expect(notes.length).toBeGreaterThan(3);
    expect(lines[notes.length]).toBe('row,customer,channel,language,when,text,complains');
    expect(lines[notes.length + 1]).toBe(
      's1a2b3c-0001,1,sms,en,2026-03-02 10:00,"Cold soup, ""again"", and\nnobody came; why?",',
    );
    expect(sheetOf(rows)).not.toMatch(/probability|unsure|flagged/);
  });

  it('tells what was said before, which may be overruled, only where something was', () => {
    const before = { by: 'kim', at: march(5) };
    const lines = sheetOf([row(1, { text: 'Thanks!', before }), row(2, { text: 'Bye' })]).split('\r\n');
    expect(lines.slice(-4, -1)).toEqual([
      'row,customer,channel,language,when,text,before,complains',
      's1a2b3c-0001,1,sms,en,2026-03-02 10:00,Thanks!,"no (kim, 2026-03-05)",',
      's1a2b3c-0002,2,sms,en,2026-03-02 10:00,Bye,,',
    ]);
    expect(lines.filter((line) => line.includes('# before:'))).toHaveLength(1);
    const read = readSheet(lines.join('\r\n'), known);
    expect(read.kind === 'read' && [...read.labels.values()]).toEqual([undefined, undefined]);
    expect(sheetOf(rows)).not.toContain('before');
  });

  it('is read with its labels, in any letters and spaces; an empty one is none yet', () => {
    expect(readSheet(filled('yes', ' N ', ''), known)).toEqual({
      kind: 'read',
      labels: new Map([
        ['s1a2b3c-0001', 'yes'],
        ['s1a2b3c-0002', 'no'],
        ['s1a2b3c-0003', undefined],
      ]),
    });
  });

  it('is read as spreadsheets save it: with semicolons, sorted, without notes and other columns', () => {
    const saved = 'complains;row\r\nskip;s1a2b3c-0003\r\nYES;s1a2b3c-0001\r\n;\r\n';
    const read = readSheet(saved, known);
    expect(read.kind === 'read' && [...read.labels]).toEqual([
      ['s1a2b3c-0003', 'skip'],
      ['s1a2b3c-0001', 'yes'],
    ]);
    const first = 'row;complains\ns1a2b3c-0001;no\n';
    expect(readSheet(first, known)).toEqual({ kind: 'read', labels: new Map([['s1a2b3c-0001', 'no']]) });
  });

  it('with faults tells each with its line, and none of its words', () => {
    expect(problemsOf(filled('maybe', 'yes', 'no'))).toEqual(['line 7, complains: is none of yes, no and skip']);
    expect(problemsOf(filled('yes').replace('0003', '0001'))).toEqual(['line 10, row: is there twice']);
    expect(problemsOf(filled('yes').replace('s1a2b3c-0003', 's9-1'))).toEqual([
      'line 10, row: is no row of this sheet',
    ]);
    expect(problemsOf('some,thing\n1,2\n')).toEqual(['line 1: no line is the heading']);
    expect(problemsOf('row,text\ns1a2b3c-0001,x\n')).toEqual(['line 1: the column `complains` is missing']);
    expect(problemsOf('row,complains\n"s1a2b3c-0001,yes\n')).toEqual([
      'line 2: a quotation mark opens here and is never closed',
    ]);
  });
});
