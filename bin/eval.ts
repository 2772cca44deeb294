import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { RatesFile } from '../functions/domain/calibration/hearing-rates.ts';
import { flag, text, wholeNumber } from '../lib/command-line/options.ts';
import { allowClosedPipe, asked, wrongUsage } from '../lib/command-line/terminal.ts';
import { causeFigures } from '../lib/eval/causes.ts';
import { complaintFigures } from '../lib/eval/complaints.ts';
import { goldRows, type HeardRow, heardRows } from '../lib/eval/gold.ts';
import { ownFigures } from '../lib/eval/own.ts';
import { seeded } from '../lib/eval/study/random.ts';
import { studyFigures } from '../lib/eval/study/study.ts';
import { surgeFigures } from '../lib/eval/study/surge.ts';
import { worldFigures } from '../lib/eval/world.ts';
import { fixesTable } from '../lib/eval/year/fixes.ts';
import { STAND_IN } from '../lib/local/comprehend/label.ts';

/** Worlds that are looked at daily take ten times as long. */
const sized = (seeds: number) => ({ seeds, watchedSeeds: Math.ceil(seeds / 3) });
/** Of a simulated year some 8 s of one core each. */
const YEARS = 20;
const QUICK = sized(3);
const USUAL = sized(20);

allowClosedPipe();
const { values, operands: worlds } = asked({
  usage: ['npm run eval [-- options] [WORLD...]'],
  about: `Measures what is heard against what people said of it: complaints, contradictions, replies, root causes. The figures of
docs/method.md come from here. Sentiment is scored by a ${STAND_IN}.
Without data, our own sentences that nothing was fitted on; with a WORLD (a folder of feed.jsonl and truth.json), the error
per customer who wrote. Then the simulation study of docs/study.md: simulated fleets, the score corrected for silence against
the truth.`,
  operands: 'WORLD...',
  options: {
    data: text(
      'DIR',
      'labelled feedback: *.jsonl or *.jsonl.gz, one object a line (docs/method.md, "Data")',
      undefined,
    ),
    study: flag('only the simulation study'),
    fixes: flag(
      `only the simulated year of docs/study.md in which things are done about what is flagged; --seeds years, else ${YEARS}`,
    ),
    quick: flag(
      `the simulation study with ${QUICK.seeds} seeds, and ${QUICK.watchedSeeds} looked at daily; under a minute`,
    ),
    seeds: wholeNumber('N', 'seeds of each of its scenarios, a third as many looked at daily', {
      least: 1,
      most: 1000,
      fallback: 0,
    }),
  },
  exits: '0 measured, 1 a file could not be read, 2 wrong usage.',
});
for (const world of worlds) {
  if (!existsSync(join(world, 'truth.json'))) wrongUsage(`${world}: holds no truth.json; name the folder of a world.`);
}
if (values.data !== undefined && !existsSync(values.data))
  wrongUsage(`--data ${values.data}: there is no such folder.`);

const say = (figures: string): void => {
  if (figures !== '') console.log(`${figures}\n`);
};

/** What is heard, against what people said of it. */
const sayHeard = async (): Promise<void> => {
  say(ownFigures());
  const files = values.data === undefined ? [] : globSync('*.jsonl{,.gz}', { cwd: values.data }).sort();
  const labelled: HeardRow[] = [];
  for (const file of files) {
    const rows = heardRows(goldRows(join(values.data ?? '', file)));
    labelled.push(...rows);
    say(complaintFigures(basename(file).replace(/\.jsonl(\.gz)?$/, ''), rows));
  }
  for (const figures of causeFigures(labelled)) say(figures);
  for (const world of worlds) say(await worldFigures(world));
};

const hearingRates = (): RatesFile =>
  RatesFile.parse(JSON.parse(readFileSync(new URL('../hearing-rates.json', import.meta.url), 'utf8')));

const sayFixes = (): void => {
  const years = values.seeds > 0 ? values.seeds : YEARS;
  for (const figures of fixesTable(years, 1, hearingRates(), (what) => void console.error(`fixes: ${what}`)))
    say(figures);
};

const sayStudy = (): void => {
  const rates = hearingRates();
  const size = values.seeds > 0 ? sized(values.seeds) : values.quick ? QUICK : USUAL;
  for (const figures of studyFigures(size, rates, (scenario) => void console.error(`study: ${scenario}`))) say(figures);
  console.error('study: surges');
  for (const figures of surgeFigures((part) => seeded(1, part), size.seeds)) say(figures);
};

try {
  if (values.fixes) sayFixes();
  else {
    if (!values.study) await sayHeard();
    sayStudy();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
