import type { SaidBefore } from '../../functions/domain/calibration/said-before.ts';
import { type Label, labels } from '../../functions/domain/calibration/writer.ts';
import type { FileProblem } from '../../functions/domain/file-problem.ts';
import type { Instant } from '../../functions/domain/instant.ts';
import { type CsvRecord, csvOf, readCsv } from '../../functions/domain/outputs/csv.ts';

/** A text as it is to be labelled. What the detector says of it stays out, so that the label is the person's own. */
export interface SheetRow {
  row: string;
  /** A running number, of this sheet alone. */
  customer: number;
  channel: string;
  language: string;
  at: Instant;
  text: string;
  /** Who labelled an action over it "not a complaint", and when; whoever labels may overrule them. */
  before?: SaidBefore | undefined;
}

const COLUMNS = ['row', 'customer', 'channel', 'language', 'when', 'text', 'complains'] as const;

const NOTES = [
  '# In the last column write yes where the customer complains in this text, no where not, skip where you cannot tell.',
  '# yes: something went wrong, was missing or was bad for them, and they say so, be it politely, with irony or among thanks.',
  '# no: they ask, praise, thank or tell, and nothing is wrong; or what was wrong was put right and that is what they say.',
  '# Judge by the words alone and look nothing up. Once a text of a customer is yes, that customer’s others may stay empty.',
  '# These are words of customers: show them to nobody who need not see them, and delete this file when it has been read.',
];

/** Told only where somebody did: who must not wonder what an empty column is for. */
const NOTES_ON_BEFORE = [
  '# before: what somebody said of this text who worked off an action. Leave the last column empty to agree, or write what you find.',
  '# Label from the top down: what stands in that column counts only as far as you have come.',
];

const minute = (at: Instant): string => at.slice(0, 16).replace('T', ' ');

/** The sheet as a file. */
export const sheetOf = (rows: readonly SheetRow[]): string => {
  const wasSaid = rows.some(({ before }) => before !== undefined);
  const cellsOf = ({ row, customer, channel, language, at, text, before }: SheetRow): string[] => [
    row,
    String(customer),
    channel,
    language,
    minute(at),
    text,
    ...(wasSaid ? [before ? `no (${before.by}, ${before.at.slice(0, 10)})` : ''] : []),
    '',
  ];
  return csvOf([
    ...[...NOTES, ...(wasSaid ? NOTES_ON_BEFORE : [])].map((note) => [note]),
    wasSaid ? [...COLUMNS.slice(0, -1), 'before', ...COLUMNS.slice(-1)] : COLUMNS,
    ...rows.map(cellsOf),
  ]);
};

/** The labels of a sheet by row; `undefined` where none is written yet. */
export type ReadSheet =
  | { kind: 'read'; labels: ReadonlyMap<string, Label | undefined> }
  | { kind: 'faulty'; problems: FileProblem[] };

const faulty = (...problems: FileProblem[]): ReadSheet => ({ kind: 'faulty', problems });

const byFirstLetter = new Map<string, Label>(
  labels.flatMap((label) => [[label, label] as const, [label.slice(0, 1), label] as const]),
);

const bare = (cell: string): string =>
  cell
    .replace(/^\uFEFF/, '')
    .replaceAll('"', '')
    .trim()
    .toLowerCase();

/** Spreadsheets save with what their country does not part decimals by; the heading shows which. */
const separatorOf = (text: string): string | undefined => {
  for (const line of text.split(/[\r\n]+/)) {
    const separator = [',', ';', '\t'].find((one) => line.includes(one) && line.split(one).map(bare).includes('row'));
    if (separator !== undefined) return separator;
  }
  return undefined;
};

const isNote = ({ cells }: CsvRecord): boolean => cells[0]?.startsWith('#') ?? false;
const isEmpty = ({ cells }: CsvRecord): boolean => cells.every((cell) => cell.trim() === '');

/**
 * Reads a labelled sheet, as a spreadsheet saved it. All that is wrong is told, by line of the file, and nothing that it says.
 *
 * @param known ids of the rows that were drawn
 */
export const readSheet = (text: string, known: ReadonlySet<string>): ReadSheet => {
  const separator = separatorOf(text);
  const noHeading: FileProblem = {
    path: 'line 1',
    problem: 'no line is the heading',
    fix: `keep the line of column names, ${COLUMNS.join(', ')}, and save as CSV`,
  };
  if (separator === undefined) return faulty(noHeading);
  const csv = readCsv(text, separator);
  if (csv.kind === 'unclosed') {
    return faulty({
      path: `line ${csv.line}`,
      problem: 'a quotation mark opens here and is never closed',
      fix: 'close it, or save the sheet as CSV again',
    });
  }
  const [heading, ...records] = csv.records.filter((record) => !isNote(record) && !isEmpty(record));
  const names = heading?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const [rowAt, labelAt] = [names.indexOf('row'), names.indexOf('complains')];
  if (rowAt < 0) return faulty(noHeading);
  if (labelAt < 0) {
    return faulty({
      path: `line ${heading?.line}`,
      problem: 'the column `complains` is missing',
      fix: 'name the column of labels `complains`',
    });
  }
  const found = new Map<string, Label | undefined>();
  const problems: FileProblem[] = [];
  for (const { line, cells } of records) {
    const row = cells[rowAt]?.trim() ?? '';
    const given = cells[labelAt]?.trim().toLowerCase() ?? '';
    const label = byFirstLetter.get(given);
    const wrong = (path: string, problem: string, fix: string): unknown => problems.push({ path, problem, fix });
    if (!known.has(row))
      wrong(`line ${line}, row`, 'is no row of this sheet', 'restore the id of the row, or take the line out');
    else if (found.has(row)) wrong(`line ${line}, row`, 'is there twice', 'take one of the two lines out');
    else if (given !== '' && label === undefined)
      wrong(`line ${line}, complains`, 'is none of yes, no and skip', 'write one of them, or leave it empty');
    else found.set(row, label);
  }
  return problems.length > 0 ? { kind: 'faulty', problems } : { kind: 'read', labels: found };
};
