import { type Owners, parseOwners } from '../../domain/actions/owners.ts';
import { fault, jsonBeside } from './json-beside.ts';

/** Reads the `owners.json` that was deployed beside the bundle. */
export const readOwners = (beside: string): Owners => {
  const parsed = parseOwners(jsonBeside(beside, 'owners.json'));
  if (parsed.kind === 'ok') return parsed.owners;
  throw fault('owners.json', parsed.problems);
};
