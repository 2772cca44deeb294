import * as z from 'zod';
import type { TableDefinition } from '../definitions.ts';
import type { StackResources } from '../resources.ts';
import { type StateFolder, StateFolderError } from './folder.ts';

const NOTE = 'table keys';
const Keys = z.record(z.string(), z.array(z.string())).catch({});

const keyOf = ({ key }: TableDefinition): string[] => key.map(({ AttributeName }) => AttributeName);

/**
 * Makes sure that all a folder holds has its place in this stack: the same keys of tables, and queues for its messages.
 * Other code, indexes, queues or tables beside these change nothing: items are written anew at each start.
 *
 * @throws StateFolderError where something would have no place
 */
export const checkSameStack = (folder: StateFolder, stack: Pick<StackResources, 'tables' | 'queues'>): void => {
  const earlier = Keys.parse(folder.noted(NOTE));
  const now = Object.fromEntries(stack.tables.map((table) => [table.name, keyOf(table)]));
  const queues = new Set(stack.queues.map(({ name }) => name));
  const lost = [
    ...[...folder.kept.tables]
      .filter(([name, items]) => items.size > 0 && String(now[name]) !== String(earlier[name]))
      .map(([name]) => `table ${name}`),
    ...[...folder.kept.queues]
      .filter(([name, messages]) => messages.size > 0 && !queues.has(name))
      .map(([name]) => `queue ${name}`),
  ];
  if (lost.length > 0) {
    throw new StateFolderError(
      `${folder.path} was made by another version of the stack (${lost.join(', ')}): begin anew with --fresh, or keep it and name another folder with --folder.`,
    );
  }
  if (JSON.stringify(earlier) !== JSON.stringify(now)) folder.note(NOTE, now);
};
