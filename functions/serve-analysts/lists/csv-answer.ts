import { type Column, cellsOf, headOf } from '../../domain/outputs/columns.ts';
import { csvLine, UTF8_MARK } from '../../domain/outputs/csv.ts';
import type { Paged } from './paging.ts';

/**
 * A page of a list as CSV. Mark and head stand on the first page alone, so that pages set end to end are one file.
 *
 * @param cursor that the page was asked for with
 */
export const csvAnswer = <Entry>(
  columns: readonly Column<Entry>[],
  { entries, next }: Paged<Entry>,
  cursor: string | undefined,
) => ({
  kind: 'answered' as const,
  answer: [
    ...(cursor === undefined ? [UTF8_MARK, csvLine(headOf(columns))] : []),
    ...entries.map((entry) => csvLine(cellsOf(columns, entry))),
  ].join(''),
  ...(next !== undefined && { headers: { 'next-cursor': next } }),
});
