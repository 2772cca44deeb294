import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Estimate, estimateRates, type LabelledStratum } from '../../functions/domain/calibration/estimate.ts';
import { hears, parseRates, type RatesFile } from '../../functions/domain/calibration/hearing-rates.ts';
import { type LabelledSheet, labelsOfSheet } from '../../functions/domain/calibration/said-before.ts';
import type { Figure } from '../../functions/domain/calibration/spread.ts';
import type { Label } from '../../functions/domain/calibration/writer.ts';
import type { FileProblem } from '../../functions/domain/file-problem.ts';
import { complaintModel } from '../../functions/domain/hearing/model-version.ts';
import { writeWhole } from '../command-line/whole-file.ts';
import type { Command } from './command.ts';
import { keyFileOf, parseKey, type SheetKey } from './key.ts';
import type { ExitCode, Person } from './person.ts';
import { ratesTable } from './printed.ts';
import { readSheet } from './sheet.ts';

type ReadCommand = Command & { kind: 'read' };

/** Of the flagged, and of the others: fewer labels say too little to deploy. Judgement. */
const LEAST_LABELLED = 10;
const PROBLEMS_SHOWN = 20;
/** Thousandths are finer than any sample that people label. */
const PLACES = 3;

const told = (file: string, problems: readonly FileProblem[]): string => {
  const shown = problems
    .slice(0, PROBLEMS_SHOWN)
    .map(({ path, problem, fix }) => `  at ${path || '/'}: ${problem}\n    fix: ${fix}`);
  const more = problems.length - shown.length;
  return [`${file} cannot be read:`, ...shown, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n');
};

const keyFor = (sheet: string): SheetKey | string => {
  const file = keyFileOf(sheet);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return error instanceof SyntaxError
      ? `${file} is not JSON: restore the key that was drawn with the sheet.`
      : `There is no ${file} that can be read: the key that was drawn with the sheet must lie beside it.`;
  }
  const parsed = parseKey(json);
  if (parsed.kind === 'invalid') return told(file, parsed.problems);
  const { model } = parsed.key;
  if (model === complaintModel) return parsed.key;
  return `${file} was drawn with ${model}; this is ${complaintModel}, which hears otherwise. Draw a new sheet.`;
};

type ByCustomer = { label: Label | undefined; stratum: number }[];

const customersOf = ({ customers }: SheetKey, { labels }: LabelledSheet): ByCustomer =>
  customers.map(({ stratum }, i) => ({ stratum, label: labels[i] }));

const strataOf = ({ strata }: SheetKey, customers: ByCustomer): LabelledStratum[] =>
  strata.map(({ channel, language, answer, customers: size }, i) => {
    const count = (label: Label): number => customers.filter((one) => one.stratum === i && one.label === label).length;
    const complaining = count('yes');
    return { channel, language, answer, customers: size, labelled: complaining + count('no'), complaining };
  });

/** What is missing before the labels say anything. */
const tooFew = ({ strata }: SheetKey, labelled: readonly LabelledStratum[]): string | undefined => {
  for (const flagged of [true, false]) {
    const isOf = ({ answer }: { answer: string }): boolean => (answer === 'yes') === flagged;
    const drawn = strata.filter(isOf).reduce((sum, one) => sum + one.drawn, 0);
    const done = labelled.filter(isOf).reduce((sum, one) => sum + one.labelled, 0);
    const needed = Math.min(LEAST_LABELLED, drawn);
    if (drawn === 0) return 'Of these customers either all were heard to complain or none: draw over more days.';
    // Which of the two is short would tell the one who labels what was heard.
    if (done < needed) return 'Too few customers are labelled to say anything: label more of the sheet.';
  }
  return undefined;
};

const rounded = ({ value, low, high }: Figure): Figure => ({
  value: Number(value.toFixed(PLACES)),
  low: Number(low.toFixed(PLACES)),
  high: Number(high.toFixed(PLACES)),
});

/** As the file has them. */
const measured = <M extends Estimate['all']>(one: M): M => ({
  ...one,
  sensitivity: rounded(one.sensitivity),
  falsePositiveRate: rounded(one.falsePositiveRate),
});

const standIn = ' In a local run, whose sentiment is a stand-in’s and not Amazon Comprehend’s.';

const ratesOf = (key: SheetKey, { all, groups }: Estimate, labelledBy: string | undefined): RatesFile => ({
  version: 1,
  model: key.model,
  measuredOn: {
    what: `Customers who wrote unasked, drawn by chance within channel, language and what was heard, labelled without seeing that.${key.drawnFrom === 'local' ? standIn : ''}`,
    from: key.from,
    to: key.to,
    customers: all.customers,
    labelled: all.labelled,
    ...(labelledBy !== undefined && { labelledBy }),
  },
  all: measured(all),
  groups: groups.map(({ ownRates, ...group }) => measured(group)).filter(hears),
});

/** A file that holds something else is not ours to write over. */
const isForeign = (file: string): boolean => {
  if (!existsSync(file)) return false;
  try {
    return parseRates(JSON.parse(readFileSync(file, 'utf8'))).kind !== 'ok';
  } catch {
    return true;
  }
};

const bytesOf = (file: string): Buffer | undefined => {
  try {
    return readFileSync(file);
  } catch {
    return undefined; // told to the person as wrong usage
  }
};

/** By its mark, or by the second byte of what begins with `#` or `row`. */
const isUtf16 = (bytes: Buffer): boolean =>
  ['fffe', 'feff'].includes(bytes.toString('hex', 0, 2)) || bytes[0] === 0 || bytes[1] === 0;

/** Labels of one kind alone say that the question was taken otherwise, or that more is needed. */
const oneSided = (strata: readonly LabelledStratum[]): string | undefined => {
  const complaining = strata.reduce((sum, one) => sum + one.complaining, 0);
  const others = strata.reduce((sum, one) => sum + one.labelled, 0) - complaining;
  const told = (count: number, what: string): string | undefined =>
    count < LEAST_LABELLED
      ? `Only ${count} of the labelled customers ${what}: how they are heard is as good as unknown. Look whether that is meant, and draw more customers or more days.`
      : undefined;
  return told(complaining, 'complain') ?? told(others, 'do not complain');
};

/** Where a deployment looks, when nothing else is said. */
const DEPLOYED = 'hearing-rates.json';

const takenBy = (file: string): string =>
  resolve(file) === resolve(DEPLOYED)
    ? 'the next deployment takes it'
    : `a deployment takes it only with \`npx cdk deploy -c ratesFile=${file}\``;

const countsTold = (customers: ByCustomer, labels: ReadonlyMap<string, Label | undefined>, key: SheetKey): string => {
  const count = (label: Label | undefined): number => customers.filter((one) => one.label === label).length;
  const rows = key.customers.flatMap((customer) => customer.rows);
  const empty = rows.filter((row) => labels.has(row) && labels.get(row) === undefined).length;
  const missing = rows.filter((row) => !labels.has(row)).length;
  return [
    `${customers.length} customers: ${count('yes')} complain, ${count('no')} do not, ${count('skip')} skipped, ${count(undefined)} not labelled.`,
    `${rows.length} rows: ${empty} without a label${missing > 0 ? `, ${missing} missing` : ''}.`,
  ].join('\n');
};

const beforeTold = ({ taken, left }: LabelledSheet): string | undefined => {
  if (taken + left === 0) return undefined;
  const leftOut = left > 0 ? `; ${left} others stand further down than the sheet is labelled and do not count` : '';
  return `${taken} customers are labelled by what was said before${leftOut}.`;
};

/** Reads a labelled sheet and writes the rates. */
export const read = ({ sheet, rates: file, labelledBy }: ReadCommand, person: Person): ExitCode => {
  const refuse = (problem: string, code: ExitCode = 1): ExitCode => {
    person.note(problem);
    return code;
  };
  const bytes = bytesOf(sheet);
  if (bytes === undefined) return refuse(`${sheet}: there is no such file that can be read.`, 2);
  if (isUtf16(bytes)) return refuse(`${sheet} is saved as UTF-16 ("Unicode text"): save it as CSV in UTF-8.`);
  const text = bytes.toString('utf8');
  const key = keyFor(sheet);
  if (typeof key === 'string') return refuse(key);
  const filled = readSheet(text, new Set(key.customers.flatMap(({ rows }) => rows)));
  if (filled.kind === 'faulty') return refuse(told(sheet, filled.problems));
  const labelled = labelsOfSheet(key.customers, filled.labels, new Set(key.saidBefore));
  const customers = customersOf(key, labelled);
  person.note(countsTold(customers, filled.labels, key));
  const before = beforeTold(labelled);
  if (before !== undefined) person.note(before);
  const strata = strataOf(key, customers);
  const short = tooFew(key, strata);
  if (short !== undefined) return refuse(short);
  const warning = oneSided(strata);
  if (warning !== undefined) person.note(warning);
  const estimate = estimateRates(strata);
  person.out(ratesTable(estimate));
  if (!hears(measured(estimate.all)))
    return refuse('By these labels a complaint is heard no oftener where there is one: nothing is written.');
  if (isForeign(file)) return refuse(`${file} holds something else than rates: name another file with --rates.`);
  const rates = ratesOf(key, estimate, labelledBy);
  for (const { channel, language } of estimate.groups.filter((group) => !group.ownRates))
    person.note(`${channel} ${language}: too few labels to tell its own rates; those of the others stand in, widened.`);
  for (const { channel, language } of estimate.groups.filter((group) => !hears(measured(group))))
    person.note(`${channel} ${language} is left out, as nothing is heard there; the rates of all hold for it.`);
  writeWhole(file, `${JSON.stringify(rates, null, 2)}\n`);
  person.note(`${file} is written; ${takenBy(file)}. Delete ${sheet}: it holds words of customers.`);
  return 0;
};
