import { readFileSync } from 'node:fs';
import { type Owners, parseOwners } from '../domain/actions/owners.ts';

/** Reads the `owners.json` that was deployed beside the bundle; it was checked at synth, so a fault here is ours. */
export const readOwners = (beside: string): Owners => {
  const parsed = parseOwners(JSON.parse(readFileSync(new URL('./owners.json', beside), 'utf8')));
  if (parsed.kind === 'ok') return parsed.owners;
  const [first] = parsed.problems;
  throw new Error(`owners.json: ${first?.path} ${first?.problem}; ${first?.fix}`);
};
