import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionColumns, gapColumns, touchpointColumns } from '../../../functions/domain/outputs/columns.ts';
import { readCsv } from '../../../functions/domain/outputs/csv.ts';
import { csvAnswer } from '../../../functions/serve-analysts/lists/csv-answer.ts';
import { answerGaps } from '../../../functions/serve-analysts/lists/gaps.ts';
import type { PageRead } from '../../../functions/serve-analysts/lists/paging.ts';
import { gap } from '../../builders.ts';
import { catchConsole } from '../../runtime/console-lines.ts';
import { asking, serving } from './asking.ts';

catchConsole();

const recordsOf = (text: string) => {
  const read = readCsv(text);
  if (read.kind !== 'read') throw new Error('not closed');
  return read.records.map(({ cells }) => cells);
};

/** Cells as they stand in the text, before a reader takes the apostrophe away that guards them. */
const writtenCells = (text: string): string[] =>
  [...text.replace('\uFEFF', '').matchAll(/(?:^|,|\n)("(?:[^"]|"")*"|[^",\r\n]*)/g)].map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  );

/** Texts that posting systems may send, with what makes a formula more often than chance would. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t=', ' =', "'=", '\r', '\n@', '＝', '="x",'), fc.string())
    .map(([start, rest]) => start + rest),
);

const isNumber = (cell: string): boolean => /^-?\d+(?:\.\d+)?(?:e[+-]\d+)?$/.test(cell);

describe('a list as CSV', () => {
  it('has no cell that a spreadsheet takes for a formula, whatever upstream calls its things', () => {
    const entry = fc.record({
      id: text,
      touchpoint: text,
      location: text,
      customerId: text,
      title: text,
      themes: fc.array(text),
    });
    fc.assert(
      fc.property(entry, fc.boolean(), ({ id, touchpoint, location, customerId, title, themes }, isFirst) => {
        const found = gap({ id, touchpoint, location, customerId, facts: [id, title] });
        const entries = [{ ...found, why: { themes, causes: [], phrases: themes } }];
        const { answer } = csvAnswer(gapColumns, { kind: 'page', entries }, isFirst ? undefined : 'cursor');
        const dangerous = writtenCells(answer).filter(
          (cell) => /^\s*[=+\-@＝＋－＠\t\r\n]/u.test(cell) && !isNumber(cell),
        );
        expect(dangerous).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is one file when its pages are set end to end, and the header tells where the next begins', async () => {
    const gaps = Array.from({ length: 5 }, (_, i) =>
      gap({ id: `g-${i}`, touchpoint: '=SUM(A1)', location: 'a, "b"\nc' }),
    );
    const serve = serving(
      answerGaps({
        secret: async () => 'kept by nobody',
        gaps: {
          page: async (_of, { most, after = 0 }: PageRead<number>) => ({
            entries: gaps.slice(after, after + most),
            ...(after + most < gaps.length && { next: after + most }),
          }),
        },
      }),
    );
    let file = '';
    for (let cursor = ''; ; ) {
      const { statusCode, headers, body } = await serve(
        asking('gapsCsv', { query: `kind=unanswered&limit=2${cursor}` }),
      );
      expect(statusCode).toBe(200);
      file += body;
      const next = headers?.['next-cursor'];
      if (next === undefined) break;
      cursor = `&cursor=${next}`;
    }
    const [head, ...records] = recordsOf(file);
    expect(head).toEqual(gapColumns.map(({ name }) => name));
    expect(records.map(([id]) => id)).toEqual(gaps.map(({ id }) => id));
    expect(records[0]?.slice(5, 7)).toEqual(['=SUM(A1)', 'a, "b"\nc']);
    expect(file.indexOf('\uFEFF')).toBe(0);
    expect(file.lastIndexOf('\uFEFF')).toBe(0);
  });

  it.each([
    ['actionsCsv', actionColumns],
    ['touchpointsCsv', touchpointColumns],
  ] as const)('%s names each column once', (_name, columns) => {
    const names = columns.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
