import { readFileSync } from 'node:fs';
import type { FileProblem } from '../../domain/file-problem.ts';

/** Reads a JSON file that was deployed beside a bundle. */
export const jsonBeside = (beside: string, name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./${name}`, beside), 'utf8'));

/** What is deployed was checked at synth, so a fault here is ours. */
export const fault = (name: string, [first]: readonly FileProblem[]): Error =>
  new Error(`${name}: ${first?.path} ${first?.problem}; ${first?.fix}`);
