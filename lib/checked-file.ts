import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ownerWarnings } from '../functions/domain/actions/owners/warnings.ts';
import { type Owners, parseOwners } from '../functions/domain/actions/owners.ts';
import { parseRates, type RatesFile } from '../functions/domain/calibration/hearing-rates.ts';
import type { FileProblem } from '../functions/domain/file-problem.ts';
import { complaintModel } from '../functions/domain/hearing/model-version.ts';
import type { Day } from '../functions/domain/instant.ts';
import { parseTaxonomy, type Taxonomy } from '../functions/domain/why/taxonomy.ts';

/** A file that was found right. */
export interface Checked<Content> {
  /** Absolute path. */
  file: string;
  content: Content;
}

/**
 * Checks the owners file at synth, so that no deployment can meet an action without an owner.
 *
 * @param path as the settings name it, relative to where the command runs
 * @throws Error naming each fault's place in the file, the rule it breaks and the fix; or that there is no such file
 */
export const checkedOwnersFile = (path: string): Checked<Owners> => {
  const file = resolve(path);
  const need = 'Every action needs an owner: name a JSON file of owner rules with -c ownersFile=path/to/owners.json';
  const parsed = parseOwners(jsonOf(file, need));
  if (parsed.kind === 'ok') return { file, content: parsed.owners };
  throw faults(`${file} does not give every action one owner:`, parsed.problems);
};

/**
 * Checks the file of themes at synth, in the same way.
 *
 * @throws Error as for owners
 */
export const checkedThemesFile = (path: string): Checked<Taxonomy> => {
  const file = resolve(path);
  const need = 'Name a JSON file of themes with -c themesFile=path/to/themes.json';
  const parsed = parseTaxonomy(jsonOf(file, need));
  if (parsed.kind === 'ok') return { file, content: parsed.taxonomy };
  throw faults(`${file} is no taxonomy of themes:`, parsed.problems);
};

/**
 * Checks the file of rates at synth, in the same way.
 *
 * @throws Error as for owners
 */
export const checkedRatesFile = (path: string): Checked<RatesFile> => {
  const file = resolve(path);
  const need = 'Name a JSON file of rates with -c ratesFile=path/to/hearing-rates.json';
  const parsed = parseRates(jsonOf(file, need));
  const problems = parsed.kind === 'ok' ? periodProblems(parsed.rates) : parsed.problems;
  if (parsed.kind === 'ok' && problems.length === 0) return { file, content: parsed.rates };
  throw faults(`${file} does not tell how complaints are heard:`, problems);
};

/** A form alone makes no day: `Date` takes the 30th of February for the 2nd of March. */
const isDay = (day: string): boolean => new Date(day).toISOString().startsWith(day);

const periodProblems = ({ measuredOn: { from, to } }: RatesFile): FileProblem[] => {
  const impossible = Object.entries({ from, to }).filter(([, day]) => day !== undefined && !isDay(day));
  if (impossible.length > 0) {
    return impossible.map(([end]) => ({
      path: `/measuredOn/${end}`,
      problem: 'is no day of the calendar',
      fix: 'write days as "2026-03-01"',
    }));
  }
  return from === undefined || to === undefined || from <= to
    ? []
    : [
        {
          path: '/measuredOn/to',
          problem: 'lies before `from`',
          fix: 'write the first day in `from`, the last in `to`',
        },
      ];
};

/**
 * What an owners file can be deployed with, but should not stay so.
 *
 * @param today the day of the synth
 */
export const ownersWarning = ({ file, content }: Checked<Owners>, today: Day): string | undefined => {
  const problems = ownerWarnings(content, today);
  return problems.length === 0 ? undefined : toldOf(`${file} should be looked at:`, problems);
};

/** Rates of another version of the complaint decision do not hold for this one; they are still nearer than none. */
export const ratesWarning = ({ file, content }: Checked<RatesFile>): string | undefined =>
  content.model === complaintModel
    ? undefined
    : `${file} was measured with ${content.model}; deployed is ${complaintModel}, which errs otherwise. Measure again with \`npm run calibrate\`.`;

/**
 * Holds owners against themes: a rule for a theme that is never told would never be reached.
 *
 * @throws Error naming each such rule
 */
export const requireKnownThemes = (owners: Checked<Owners>, { file, content }: Checked<Taxonomy>): void => {
  const problems = owners.content.rules.flatMap(({ when }, i): FileProblem[] =>
    (when.theme ?? [])
      .filter((theme) => !content.themes.includes(theme))
      .map((theme) => ({
        path: `/rules/${i}/when/theme`,
        problem: `there is no theme "${theme}" in ${file}`,
        fix: `name one of: ${content.themes.join(', ')}`,
      })),
  );
  if (problems.length > 0) throw faults(`${owners.file} has rules that nothing can reach:`, problems);
};

const toldOf = (what: string, problems: readonly FileProblem[]): string =>
  [what, ...problems.map(({ path, problem, fix }) => `  at ${path || '/'}: ${problem}\n    fix: ${fix}`)].join('\n');

const faults = (what: string, problems: readonly FileProblem[]): Error => new Error(toldOf(what, problems));

/** What many editors of Windows write first. JSON has none (RFC 8259, section 8.1), and functions read the file as it is. */
const BYTE_ORDER_MARK = '\uFEFF';

const jsonOf = (file: string, need: string): unknown => {
  let problem = 'cannot be read';
  try {
    const text = readFileSync(file, 'utf8');
    problem = text.startsWith(BYTE_ORDER_MARK)
      ? 'begins with a byte order mark: save it as UTF-8 without one'
      : 'is not JSON';
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file} ${problem}. ${need}.`, { cause });
  }
};
