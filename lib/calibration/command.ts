import { DAY, type Day, dayOf, type Instant, instantAt, millis, startOf } from '../../functions/domain/instant.ts';
import { nearest } from '../../functions/domain/nearest.ts';
import { askedOf, type Command as CommandLine } from '../command-line/command.ts';
import { parsed, text, utcDay, wholeNumber } from '../command-line/options.ts';
import { type Where, whereOf } from '../deployment/where.ts';

export type Command =
  | { kind: 'help'; text: string }
  | { kind: 'wrong'; problem: string }
  | { kind: 'draw'; where: Where; out: string; customers: number; days: Day[]; seed: string }
  | { kind: 'read'; sheet: string; rates: string; labelledBy?: string };

/** Facts of a year at most: a day is a query. */
const MOST_DAYS = 366;
const DEFAULT_DAYS = 28;

const exits = '0 done, 1 not done, 2 wrong usage.';

const overview = {
  usage: ['npm run calibrate -- draw --out SHEET.csv [options]', 'npm run calibrate -- read SHEET.csv [options]'],
  about: `Measures how the complaint decision errs on your own customers: draws a sample of those who wrote, makes a sheet for
people to label, and reads it back into hearing-rates.json (docs/calibration.md). \`draw --help\` and \`read --help\` tell
the options of each.`,
  options: {},
  operands: 'draw|read',
  exits,
} as const;

const drawing = {
  usage: ['npm run calibrate -- draw --out SHEET.csv [options]'],
  about: `Draws customers who wrote unasked (texts and reviews, no answers to surveys), by channel, language and whether a complaint was
heard, and writes what they wrote to a sheet to be labelled. What was heard goes to SHEET.key.json beside it. What somebody
said before of a text that is drawn, labelling an action "not a complaint", stands beside it.
Needs to read the facts table (dynamodb:Query, also on its index, and dynamodb:BatchGetItem) and the index changes of the
state table (dynamodb:Query), and writes nothing to them.`,
  options: {
    out: text('FILE', 'the sheet; must not be there yet', undefined),
    customers: wholeNumber('N', 'how many to draw at most (default: 200)', { least: 20, most: 5000, fallback: 200 }),
    days: parsed<number, undefined>('N', `of the last N UTC days, today among them (default: ${DEFAULT_DAYS})`, {
      wanted: `a whole number from 1 to ${MOST_DAYS}`,
      read: (given) => (/^\d+$/.test(given) && +given >= 1 && +given <= MOST_DAYS ? Number(given) : undefined),
      fallback: undefined,
    }),
    from: utcDay('DAY', 'instead of --days: the first UTC day, such as 2026-03-01'),
    to: utcDay('DAY', 'the last UTC day (default: today)'),
    seed: text('TEXT', 'another one draws other customers; the same draws the same again (default: 1)', '1'),
    folder: text('DIR', 'of a local run (default: .local/state, which npm start keeps)', undefined),
    outputs: text('FILE', 'of a deployed stack: what `cdk deploy --outputs-file FILE` wrote', undefined),
    stack: text('NAME', 'which stack of that file, where it has several', undefined),
  },
  exits,
} as const;

const reading = {
  usage: ['npm run calibrate -- read SHEET.csv [options]'],
  about: `Reads a labelled sheet, tells sensitivity and false-positive rate with their 90 % intervals, and writes them for the next
deployment. Rows without a label are counted and left out.`,
  options: {
    rates: text('FILE', 'the file to write (default: hearing-rates.json)', 'hearing-rates.json'),
    'labelled-by': text('NAMES', 'who labelled, to be kept with the rates', undefined),
  },
  operands: 'SHEET.csv',
  exits,
} as const;

const wrong = (problem: string): Command => ({ kind: 'wrong', problem });

interface Period {
  days: number | undefined;
  from: Day | undefined;
  to: Day | undefined;
}

const daysOf = ({ days, from, to }: Period, now: Instant): Day[] | string => {
  if (days !== undefined && from !== undefined) return 'Give --days or --from, not both.';
  const last = millis(startOf(to ?? dayOf(now)));
  const count = from === undefined ? (days ?? DEFAULT_DAYS) : (last - millis(startOf(from))) / DAY + 1;
  if (count < 1) return '--from wants a day that is not after --to.';
  if (count > MOST_DAYS) return `--from and --to lie more than ${MOST_DAYS} days apart.`;
  return Array.from({ length: count }, (_, i) => dayOf(instantAt(last - (count - 1 - i) * DAY)));
};

const drawOf = (words: readonly string[], now: Instant): Command => {
  const asked = askedOf(drawing, words);
  if (asked.kind !== 'run') return asked;
  const { out, customers, seed, folder, outputs, stack, ...period } = asked.values;
  if (out === undefined) return wrong('draw wants the sheet to write: --out FILE.');
  if (!/\.csv$/i.test(out)) return wrong('--out wants a name that ends in .csv.');
  const where = whereOf({ folder, outputs, stack });
  if (where.kind === 'wrong') return where;
  const days = daysOf(period, now);
  return typeof days === 'string' ? wrong(days) : { kind: 'draw', where, out, customers, days, seed };
};

const readOf = (words: readonly string[]): Command => {
  const asked = askedOf(reading as CommandLine<typeof reading.options>, words);
  if (asked.kind !== 'run') return asked;
  const [sheet, ...others] = asked.operands;
  if (sheet === undefined || others.length > 0) return wrong('read wants one sheet: read SHEET.csv.');
  const labelledBy = asked.values['labelled-by'];
  return { kind: 'read', sheet, rates: asked.values.rates, ...(labelledBy !== undefined && { labelledBy }) };
};

/** What the person wants, of the words after `npm run calibrate --`. */
export const commandOf = (words: readonly string[], now: Instant): Command => {
  const [word, ...rest] = words;
  if (word === 'draw') return drawOf(rest, now);
  if (word === 'read') return readOf(rest);
  const asked = askedOf(overview, words);
  if (asked.kind !== 'run') return asked;
  const [given] = asked.operands;
  if (given === undefined) return wrong('Say what to do: draw or read.');
  const meant = nearest(given, ['draw', 'read']);
  return wrong(`There is no such thing to do: draw or read.${meant ? ` Did you mean ${meant}?` : ''}`);
};
