import type { CauseSheet } from '../root-cause.ts';
import { brokenPromise } from './broken-promise.ts';
import { costCutting } from './cost-cutting.ts';
import { defect } from './defect.ts';
import { excludingDesign } from './excluding-design.ts';
import { noHuman } from './no-human.ts';
import { outdated } from './outdated.ts';
import { processOverEmpathy } from './process-over-empathy.ts';
import { silo } from './silo.ts';
import { unowned } from './unowned.ts';

/** The sheets in the order of `rootCauses`. */
export const causeSheets: readonly CauseSheet[] = [
  unowned,
  silo,
  brokenPromise,
  noHuman,
  excludingDesign,
  processOverEmpathy,
  costCutting,
  outdated,
  defect,
];
