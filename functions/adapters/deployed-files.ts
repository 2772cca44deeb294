import { readFileSync } from 'node:fs';
import { type Owners, parseOwners } from '../domain/actions/owners.ts';
import { parseRates, type RatesFile } from '../domain/calibration/hearing-rates.ts';
import type { FileProblem } from '../domain/file-problem.ts';
import { parseTaxonomy, type Taxonomy } from '../domain/why/taxonomy.ts';

const jsonBeside = (beside: string, name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./${name}`, beside), 'utf8'));

/** What is deployed was checked at synth, so a fault here is ours. */
const fault = (name: string, [first]: readonly FileProblem[]): Error =>
  new Error(`${name}: ${first?.path} ${first?.problem}; ${first?.fix}`);

/** Reads the `owners.json` that was deployed beside the bundle. */
export const readOwners = (beside: string): Owners => {
  const parsed = parseOwners(jsonBeside(beside, 'owners.json'));
  if (parsed.kind === 'ok') return parsed.owners;
  throw fault('owners.json', parsed.problems);
};

/** Reads the `themes.json` that was deployed beside the bundle. */
export const readThemes = (beside: string): Taxonomy => {
  const parsed = parseTaxonomy(jsonBeside(beside, 'themes.json'));
  if (parsed.kind === 'ok') return parsed.taxonomy;
  throw fault('themes.json', parsed.problems);
};

/** Reads the `hearing-rates.json` that was deployed beside the bundle. */
export const readRates = (beside: string): RatesFile => {
  const parsed = parseRates(jsonBeside(beside, 'hearing-rates.json'));
  if (parsed.kind === 'ok') return parsed.rates;
  throw fault('hearing-rates.json', parsed.problems);
};
