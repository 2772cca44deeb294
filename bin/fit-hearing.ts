import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fitComplaint, trialsOf } from '../lib/fit/complaint-fit.ts';
import { ownSentences } from '../lib/fit/own-sentences.ts';
import { ALLOWED_SETS, readSet, rowsOf } from '../lib/fit/training-rows.ts';
import { weightsFile } from '../lib/fit/weights-file.ts';

const help = `npm run fit -- NHS_FFT.jsonl.gz NHS_CRITICALITY.jsonl.gz

Fits the weights by which a text is heard as a complaint, and writes functions/domain/hearing/complaint-weights.ts.
Takes only sets whose terms let the weights ship, and the project's own sentences.

  --help

Exit codes: 0 written, 2 wrong usage.`;

const usage = (problem: string): never => {
  console.error(`${problem}\n\n${help}`);
  process.exit(2);
};

const { values, positionals } = (() => {
  try {
    return parseArgs({ allowPositionals: true, options: { help: { type: 'boolean', default: false } } });
  } catch (error) {
    return usage(error instanceof Error ? error.message : String(error));
  }
})();
if (values.help) {
  console.log(help);
  process.exit(0);
}

const given = (() => {
  try {
    return new Map(positionals.map(readSet).map(({ set, sentences }) => [set, sentences]));
  } catch (error) {
    return usage(error instanceof Error ? error.message : String(error));
  }
})();
const sources = new Map(
  ALLOWED_SETS.map((set) => [set, rowsOf(given.get(set) ?? usage(`Name the file of ${set}.`))] as const),
);
sources.set('own', rowsOf(ownSentences));

const trials = trialsOf(sources);
console.log('Mean surprise, in nats, at sentences that were held out and at sources that were:');
for (const { believed, strength, newSentences, newSources } of trials) {
  console.log(`believed ${believed}, strength ${strength}: ${newSentences.toFixed(4)}, ${newSources.toFixed(4)}`);
}
const [best] = trials;
if (!best) throw new Error('No regularisation was tried.');
const file = new URL('../functions/domain/hearing/complaint-weights.ts', import.meta.url);
writeFileSync(file, weightsFile(fitComplaint(sources, best), sources, best));
console.log(`Taken: believed ${best.believed}, strength ${best.strength}. Written: ${file.pathname}`);
