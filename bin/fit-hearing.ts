import { writeFileSync } from 'node:fs';
import { requireReadable } from '../lib/command-line/files.ts';
import { allowClosedPipe, asked, wrongUsage } from '../lib/command-line/terminal.ts';
import { ALLOWED_SETS, readSet } from '../lib/fit/allowed-sets.ts';
import { fitComplaint, heldOut, heldOutOdds, rowsBySource, trialsOf } from '../lib/fit/complaint-fit.ts';
import { fitContradiction } from '../lib/fit/contradiction-fit.ts';
import { sourcesOf } from '../lib/fit/sources.ts';
import { vocabularyOf } from '../lib/fit/vocabulary.ts';
import { weightsFile, wordsFile } from '../lib/fit/weights-file.ts';

allowClosedPipe();
const { operands } = asked({
  usage: ['npm run fit -- NHS_FFT.jsonl.gz NHS_CRITICALITY.jsonl.gz'],
  about: `Fits the weights by which a text is heard as a complaint, and writes complaint-weights.ts and word-weights.json in
functions/domain/hearing/. Takes only sets whose terms let the weights ship, and the project's own sentences.`,
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
for (const set of ALLOWED_SETS) if (!given.has(set)) wrongUsage(`Name the file of ${set}.`);

const sources = sourcesOf(given);
const vocabulary = vocabularyOf(sources);
const rows = rowsBySource(sources, vocabulary);
const { taken, trials } = trialsOf(rows, vocabulary);
console.log('Mean surprise, in nats, at sentences that were held out and at origins that were:');
for (const { believed, strength, ofTerms, newSentences, newOrigins } of trials) {
  const words = Number.isFinite(ofTerms) ? `words ${ofTerms}` : 'cues alone, unpaired';
  console.log(
    `believed ${believed}, strength ${strength}, ${words}: ${newSentences.toFixed(4)}, ${newOrigins.toFixed(4)}`,
  );
}
const fit = fitComplaint(rows, vocabulary, taken);
const write = (name: string, content: string) =>
  writeFileSync(new URL(`../functions/domain/hearing/${name}`, import.meta.url), content);
const met = rowsBySource(
  sources.map((source) => ({ ...source, paired: false })),
  vocabulary,
);
const odds = heldOutOdds(rows, met, vocabulary, taken);
const scored = sources.findIndex(({ sentences }) => sentences.some(({ scoreClass }) => scoreClass));
const scoredSource = sources[scored];
if (!scoredSource) throw new Error('No set has scores beside its words.');
const contradiction = fitContradiction(scoredSource, odds[scored] ?? []);
write('complaint-weights.ts', weightsFile(fit, sources, taken, contradiction));
write('word-weights.json', wordsFile(fit));
console.log(`Taken: believed ${taken.believed}, strength ${taken.strength}, words ${taken.ofTerms}.`);
console.log('Sentences that were held out: AUC, recall, false rate:');
for (const { name, auc, recall, falseRate } of heldOut(met, odds)) {
  console.log(`${name}: ${auc.toFixed(3)}, ${recall.toFixed(3)}, ${falseRate.toFixed(3)}`);
}
