import { type ExportKind, exportKinds } from '../../functions/domain/exports/exported.ts';
import { DAY, type Day, dayOf, type Instant, instantAt, millis, startOf } from '../../functions/domain/instant.ts';
import { askedOf } from '../command-line/command.ts';
import { named } from '../command-line/names.ts';
import { flag, parsed, text, utcDay } from '../command-line/options.ts';
import { type Where, whereOf } from '../deployment/where.ts';

export const formats = ['ndjson', 'csv'] as const;
export type Format = (typeof formats)[number];

/** What is exported, of which days, and in which form. */
export interface Exporting {
  kind: 'export';
  where: Where;
  out: string;
  /** At least one, in order. */
  days: Day[];
  formats: readonly Format[];
  what: readonly ExportKind[];
  texts: boolean;
  themesFile: string;
}

export type Command = { kind: 'help'; text: string } | { kind: 'wrong'; problem: string } | Exporting;

const DEFAULT_DAYS = 28;
/** As long as facts can be kept: a day is four queries. */
const MOST_DAYS = 3650;

const commandLine = {
  usage: ['npm run export -- --out DIR [options]'],
  about: `Writes what was found to files that databases and spreadsheets read: facts, gaps, touchpoints and actions, as NDJSON (a JSON
object a line) and as CSV (docs/export.md has every column, and queries to begin with). Customers are named by their keys;
what they wrote stays out unless --texts asks for it. manifest.json comes last: where it is, the export is whole.

A deployed stack is reached with your own AWS credentials, which need dynamodb:Query and dynamodb:BatchGetItem on the tables
of the outputs FactsTableName and StateTableName and on their indexes, and nothing else; nothing is written to them.`,
  options: {
    out: text('DIR', 'where to; an earlier export there is replaced', undefined),
    from: utcDay(
      'DAY',
      `the first UTC day of facts, such as 2026-03-01 (default: ${DEFAULT_DAYS} days up to --to);\nof gaps and actions that are over, those since`,
    ),
    to: utcDay('DAY', 'the last UTC day of facts (default: today)'),
    format: parsed<readonly Format[], readonly Format[]>('FORMAT', 'ndjson, csv or both (default: both)', {
      wanted: '"ndjson", "csv" or "both"',
      read: (given) =>
        given === 'both' ? formats : formats.some((one) => one === given) ? [given as Format] : undefined,
      fallback: formats,
    }),
    what: named('KIND,...', `of ${exportKinds.join(', ')} (default: all)`, { known: exportKinds, what: 'a kind' }),
    texts: flag('with what customers wrote, redacted, and quotes of it'),
    themes: text('FILE', 'what complaints can be about, the same as is deployed (default: themes.json)', 'themes.json'),
    folder: text('DIR', 'of a local run (default: .local/state, which npm start keeps)', undefined),
    outputs: text('FILE', 'of a deployed stack: what `cdk deploy --outputs-file FILE` wrote', undefined),
    stack: text('NAME', 'which stack of that file, where it has several', undefined),
  },
  exits: '0 done, 1 not done and nothing written, 2 wrong usage.',
} as const;

const daysOf = (from: Day | undefined, to: Day | undefined, now: Instant): Day[] | string => {
  const last = millis(startOf(to ?? dayOf(now)));
  const count = from === undefined ? DEFAULT_DAYS : (last - millis(startOf(from))) / DAY + 1;
  if (count < 1) return '--from wants a day that is not after --to.';
  if (count > MOST_DAYS) return `--from and --to lie more than ${MOST_DAYS} days apart.`;
  return Array.from({ length: count }, (_, i) => dayOf(instantAt(last - (count - 1 - i) * DAY)));
};

/** What the person wants, of the words after `npm run export --`. */
export const commandOf = (words: readonly string[], now: Instant): Command => {
  const asked = askedOf(commandLine, words);
  if (asked.kind !== 'run') return asked;
  const { out, from, to, format, what, texts, themes, ...given } = asked.values;
  if (out === undefined) return { kind: 'wrong', problem: 'Say where to: --out DIR.' };
  const where = whereOf(given);
  if (where.kind === 'wrong') return where;
  const days = daysOf(from, to, now);
  if (typeof days === 'string') return { kind: 'wrong', problem: days };
  const kinds = exportKinds.filter((kind) => what?.includes(kind) ?? true);
  return { kind: 'export', where, out, days, formats: format, what: kinds, texts, themesFile: themes };
};
