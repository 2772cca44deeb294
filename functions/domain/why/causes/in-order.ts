import type { CauseSheet } from '../root-cause.ts';
import { brokenPromise } from './broken-promise/broken-promise.ts';
import { costCutting } from './cost-cutting/cost-cutting.ts';
import { defect } from './defect/defect.ts';
import { excludingDesign } from './excluding-design/excluding-design.ts';
import { noHuman } from './no-human/no-human.ts';
import { outdated } from './outdated/outdated.ts';
import { processOverEmpathy } from './process-over-empathy/process-over-empathy.ts';
import { silo } from './silo/silo.ts';
import { unowned } from './unowned/unowned.ts';

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
