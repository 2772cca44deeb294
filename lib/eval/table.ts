/** Rows as a table of plain text, numbers to the right; the first row is the head. */
export const table = (rows: readonly (readonly (string | number)[])[]): string => {
  const texts = rows.map((row) => row.map(String));
  const widths = (texts[0] ?? []).map((_, i) => Math.max(...texts.map((row) => [...(row[i] ?? '')].length)));
  const cell = (text: string, i: number): string =>
    i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0);
  return texts.map((row) => `  ${row.map(cell).join('  ')}`.trimEnd()).join('\n');
};

/** A share as it is told: `.754`, `-` where there is none. */
export const share = (value: number | undefined): string =>
  value === undefined ? '-' : value.toFixed(3).replace(/^0/, '');
