/**
 * What a spreadsheet could take for a formula, behind spaces and apostrophes too, as some leave those out (OWASP, "CSV
 * injection"); and control characters that some skip.
 */
const FORMULA = /^(?:'*[\t\r\n]|['\s]*[=+\-@＝＋－＠])/u;

const disarmed = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);
const armed = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell);

/** A number is no formula, whatever its sign. */
export type CsvCell = string | number;

const quoted = (cell: string): string => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const written = (cell: CsvCell): string => (typeof cell === 'number' ? String(cell) : quoted(disarmed(cell)));

/** The mark by which spreadsheets know UTF-8. */
export const UTF8_MARK = '\uFEFF';

/** One record as a line of CSV (RFC 4180), with its end. No cell is a formula to a spreadsheet. */
export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(written).join(',')}\r\n`;

/** Records as a whole file, with the mark. */
export const csvOf = (records: readonly (readonly CsvCell[])[]): string =>
  `${UTF8_MARK}${records.map(csvLine).join('')}`;

export interface CsvRecord {
  /** Of the file, from 1; a record may go over several. */
  line: number;
  cells: string[];
}

export type ReadCsv = { kind: 'read'; records: CsvRecord[] } | { kind: 'unclosed'; line: number };

/**
 * Reads CSV as `csvOf` writes it, and as spreadsheets save it again: with other line ends, without the mark.
 *
 * @param separator between cells
 */
export const readCsv = (text: string, separator = ','): ReadCsv => {
  const records: CsvRecord[] = [];
  let line = 1;
  let at = text.startsWith(UTF8_MARK) ? 1 : 0;
  while (at < text.length) {
    const record: CsvRecord = { line, cells: [] };
    for (let open = true; open; ) {
      let cell = '';
      if (text[at] === '"') {
        const opened = line;
        for (at++; ; at++) {
          if (at >= text.length) return { kind: 'unclosed', line: opened };
          if (text[at] === '"' && text[at + 1] === '"') at++;
          else if (text[at] === '"') break;
          if (text[at] === '\n') line++;
          cell += text[at];
        }
        at++;
      }
      while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') cell += text[at++];
      record.cells.push(armed(cell));
      if (text[at] === separator) at++;
      else {
        if (text[at] === '\r' && text[at + 1] === '\n') at++;
        at++;
        line++;
        open = false;
      }
    }
    records.push(record);
  }
  return { kind: 'read', records };
};
