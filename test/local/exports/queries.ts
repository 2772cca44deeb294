import { readFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { readCsv } from '../../../functions/domain/outputs/csv.ts';

const isNumber = (cell: string): boolean => cell === '' || /^-?\d+(\.\d+)?(e-?\d+)?$/.test(cell);

/** Loads CSV as databases do that look what is in it: columns of numbers as numbers, an empty cell as NULL. */
export const loadCsv = (database: DatabaseSync, table: string, file: string): void => {
  const read = readCsv(readFileSync(file, 'utf8'));
  const [head = [], ...records] = read.kind === 'read' ? read.records.map(({ cells }) => cells) : [];
  const numbers = head.map((_, i) => records.every((cells) => isNumber(cells[i] ?? '')));
  const columns = head.map((name, i) => `${name} ${numbers[i] ? 'REAL' : 'TEXT'}`);
  database.exec(`CREATE TABLE ${table} (${columns.join(', ')})`);
  const insert = database.prepare(`INSERT INTO ${table} VALUES (${head.map(() => '?').join(', ')})`);
  for (const cells of records) {
    insert.run(...cells.map((cell, i) => (cell === '' ? null : numbers[i] ? Number(cell) : cell)));
  }
};

export interface PrintedQuery {
  question: string;
  sql: string;
}

/** The questions of docs/export.md, each with its query as printed. */
export const printedQueries = (page: string): PrintedQuery[] => {
  const [, questions = ''] = /\n## Questions\n(.*?)\n## /s.exec(page) ?? [];
  return [...questions.matchAll(/\n([A-Z][^\n]*\?)\n\n```sql\n(.*?)```/gs)].map(([, question = '', sql = '']) => ({
    question,
    sql,
  }));
};
