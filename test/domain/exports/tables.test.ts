import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { ListedTouchpoint } from '../../../functions/domain/analysts/answers.ts';
import { ExportedFact, ExportedTouchpoint } from '../../../functions/domain/exports/exported.ts';
import { tablesOf } from '../../../functions/domain/exports/tables.ts';
import { ActionEntry } from '../../../functions/domain/outputs/action-entry.ts';
import {
  actionColumns,
  type Column,
  cellsOf,
  factColumns,
  gapColumns,
  textColumn,
  touchpointColumns,
} from '../../../functions/domain/outputs/columns.ts';
import { FactEntry } from '../../../functions/domain/outputs/fact-entry.ts';
import { GapEntry } from '../../../functions/domain/outputs/gap-entry.ts';

const page = readFileSync(new URL('../../../docs/export.md', import.meta.url), 'utf8');
const tables = Object.values(tablesOf(true)).flat();

/** The fields of an entry that its columns read. */
const fieldsRead = (columns: readonly Column<never>[], fields: readonly string[]): string[] => {
  const read = new Set<string>();
  const nothing: object = new Proxy({}, { get: (_, name) => (name === 'join' ? () => '' : undefined) });
  const entry = new Proxy(
    {},
    {
      get: (_, name) => {
        read.add(String(name));
        return nothing;
      },
      has: () => true,
    },
  );
  for (const column of columns) column.of(entry as never);
  return fields.filter((field) => read.has(field));
};

const kinds: [string, z.ZodObject, readonly Column<never>[]][] = [
  ['a fact', FactEntry, factColumns],
  ['a gap', GapEntry, gapColumns],
  ['an action', ActionEntry, actionColumns],
  ['a listed touchpoint', ListedTouchpoint, touchpointColumns],
];

describe('the columns', () => {
  it.each(kinds)('of %s leave no field of it out', (_, schema, columns) => {
    const fields = Object.keys(schema.shape);
    expect(fieldsRead(columns, fields)).toEqual(fields);
  });

  it.each(tables.map((table) => [table.name, table] as const))(
    'of %s have names that SQL takes, each once',
    (_, table) => {
      const names = table.columns.map(({ name }) => name);
      expect(names.filter((name) => !/^[a-z][a-z0-9_]*$/.test(name))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
      expect(table.head).toEqual(names);
    },
  );

  it('tell several values in one cell, and nothing as nothing', () => {
    const columns: Column<{ list: string[]; gone?: string; none: number | null; zero: number }>[] = [
      { name: 'list', meaning: '', of: ({ list }) => list },
      { name: 'gone', meaning: '', of: ({ gone }) => gone },
      { name: 'none', meaning: '', of: ({ none }) => none },
      { name: 'zero', meaning: '', of: ({ zero }) => zero },
    ];
    expect(cellsOf(columns, { list: ['a', 'b'], none: null, zero: 0 })).toEqual(['a;b', '', '', 0]);
  });

  it('of facts have words only where they are asked for', () => {
    const head = (texts: boolean) => tablesOf(texts).facts[0]?.head ?? [];
    expect(head(true)).toEqual([...head(false), textColumn.name]);
  });
});

describe('the page of exports', () => {
  it('tells every column of every table, in order, and no other', () => {
    const [, columns = ''] = page.split('\n## Columns\n');
    const told = columns
      .split('\n### ')
      .slice(1)
      .map((section) => ({
        name: /^(\w+)\.csv\n/.exec(section)?.[1],
        row: /\n\n(.+), a row each\.\n/.exec(section)?.[1],
        columns: [...section.matchAll(/\n\| `(\w+)` \| (.+) \|/g)].map(([, name, meaning]) => ({ name, meaning })),
      }));
    expect(told).toEqual(
      tables.map(({ name, row, columns: own }) => ({
        name,
        row,
        columns: own.map((column) => ({ name: column.name, meaning: column.meaning })),
      })),
    );
  });

  it('has a table for Athena with every field of a fact', () => {
    const [, definition = ''] = /CREATE EXTERNAL TABLE facts \((.*?)\n\)\n/s.exec(page) ?? [];
    const flat = definition.replaceAll(/struct<.*?>+(?=,|\n|$)/gs, 'struct');
    const columns = [...flat.matchAll(/(?:^|,)\s*(\w+) /g)].map(([, name]) => name);
    expect(columns).toEqual(Object.keys(ExportedFact.shape).map((name) => name.toLowerCase()));
    for (const name of ['negative', 'neutral', 'positive', 'mixed', 'state', 'label', 'probability']) {
      expect(definition).toMatch(new RegExp(`[<\\s]${name}: `));
    }
  });
});

describe('an exported touchpoint', () => {
  it('has what a listed one is told by', () => {
    const own = Object.keys(ExportedTouchpoint.shape);
    expect(Object.keys(ListedTouchpoint.shape).filter((name) => !own.includes(name))).toEqual(['themes']);
  });
});
