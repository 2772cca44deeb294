import { writeFileSync } from 'node:fs';
import { requireReadable } from '../lib/command-line/files.ts';
import { allowClosedPipe, asked, wrongUsage } from '../lib/command-line/terminal.ts';
import { fitComplaint, trialsOf } from '../lib/fit/complaint-fit.ts';
import { ownSentences } from '../lib/fit/own-sentences.ts';
import { ALLOWED_SETS, readSet, rowsOf } from '../lib/fit/training-rows.ts';
import { weightsFile } from '../lib/fit/weights-file.ts';

allowClosedPipe();
const { operands } = asked({
  usage: ['npm run fit -- NHS_FFT.jsonl.gz NHS_CRITICALITY.jsonl.gz'],
  about: `Fits the weights by which a text is heard as a complaint, and writes functions/domain/hearing/complaint-weights.ts.
Takes only sets whose terms let the weights ship, and the project's own sentences.`,
  operands: 'FILE...',
  options: {},
  exits: '0 written, 2 wrong usage.',
});

requireReadable(operands);
const given = (() => {
  try {
    return new Map(operands.map(readSet).map(({ set, sentences }) => [set, sentences]));
  } catch (error) {
    return wrongUsage(error instanceof Error ? error.message : String(error));
  }
})();
const sources = new Map(
  ALLOWED_SETS.map((set) => [set, rowsOf(given.get(set) ?? wrongUsage(`Name the file of ${set}.`))] as const),
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
