const GAP = '  ';

/** Less of a cell than this says nothing any more; a table of many columns is then wider than asked. */
const LEAST_WIDTH = 12;

export interface Column {
  head: string;
  /** Numbers stand to the right, so that their digits stand under each other. */
  numbers?: boolean;
}

const cut = (cell: string, width: number): string => (cell.length > width ? `${cell.slice(0, width - 1)}…` : cell);

const widthsOf = (lines: readonly (readonly string[])[], most: number): number[] => {
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  let over = widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1)) - most;
  while (over > 0) {
    const widest = Math.max(...widths);
    if (widest <= LEAST_WIDTH) break;
    widths[widths.indexOf(widest)] = widest - 1;
    over--;
  }
  return widths;
};

/**
 * Rows as lines of text under a heading. Where they would be wider than `most` characters, the widest column is cut, an
 * ellipsis at the end.
 */
export const table = (
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  most = Number.POSITIVE_INFINITY,
): string => {
  const lines = [columns.map(({ head }) => head), ...rows];
  const widths = widthsOf(lines, most);
  const told = (cell: string, i: number): string => {
    const width = widths[i] ?? 0;
    return columns[i]?.numbers ? cut(cell, width).padStart(width) : cut(cell, width).padEnd(width);
  };
  return lines.map((line) => line.map(told).join(GAP).trimEnd()).join('\n');
};
