import { cellAndDay, cellKey } from '../domain/touchpoints/tally-row.ts';

/** That a cell-day's rows changed. */
export interface ChangeMark {
  cellDay: string;
  shard: string;
  /** Of the change seen; a later one carries another. */
  token: string;
}

/**
 * The marks of one changed cell after the other, each cell once and whole. Several may take from it at a time; a page is
 * read when all of the one before were taken, so that however many marks there are, only two pages are held.
 *
 * @param pageAfter marks beyond a cell-day in the order of their keys, in which a cell's days lie together; empty at the end
 */
export async function* changedCells(
  pageAfter: (cellDay: string | undefined) => Promise<readonly ChangeMark[]>,
): AsyncGenerator<ChangeMark[]> {
  let last: string | undefined;
  let cut: ChangeMark[] = [];
  do {
    const page = await pageAfter(last);
    last = page.at(-1)?.cellDay;
    const byCell = Map.groupBy([...cut, ...page], ({ cellDay }) => cellKey(cellAndDay(cellDay).cell));
    const cells = [...byCell.values()];
    // The next page may go on with the cell that this one ends with.
    cut = last === undefined ? [] : (cells.pop() ?? []);
    yield* cells;
  } while (last !== undefined);
}
