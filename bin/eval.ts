import { existsSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { text } from '../lib/command-line/options.ts';
import { allowClosedPipe, asked, wrongUsage } from '../lib/command-line/terminal.ts';
import { causeFigures } from '../lib/eval/causes.ts';
import { complaintFigures } from '../lib/eval/complaints.ts';
import { goldRows, type HeardRow, heardRows } from '../lib/eval/gold.ts';
import { ownFigures } from '../lib/eval/own.ts';
import { worldFigures } from '../lib/eval/world.ts';
import { STAND_IN } from '../lib/local/comprehend/label.ts';

allowClosedPipe();
const { values, operands: worlds } = asked({
  usage: ['npm run eval [-- options] [WORLD...]'],
  about: `Measures what is heard against what people said of it: complaints, contradictions, replies, root causes. The figures of
docs/method.md come from here. Sentiment is scored by a ${STAND_IN}.
Without data, our own sentences that nothing was fitted on; with a WORLD (a folder of feed.jsonl and truth.json), the error
per customer who wrote.`,
  operands: 'WORLD...',
  options: {
    data: text(
      'DIR',
      'labelled feedback: *.jsonl or *.jsonl.gz, one object a line (docs/method.md, "Data")',
      undefined,
    ),
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

try {
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
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
