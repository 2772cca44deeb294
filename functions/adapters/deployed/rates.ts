import { parseRates, type RatesFile } from '../../domain/calibration/hearing-rates.ts';
import { fault, jsonBeside } from './json-beside.ts';

/** Reads the `hearing-rates.json` that was deployed beside the bundle. */
export const readRates = (beside: string): RatesFile => {
  const parsed = parseRates(jsonBeside(beside, 'hearing-rates.json'));
  if (parsed.kind === 'ok') return parsed.rates;
  throw fault('hearing-rates.json', parsed.problems);
};
