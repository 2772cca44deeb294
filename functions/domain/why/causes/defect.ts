import type { CauseSheet } from '../root-cause.ts';

export const defect: CauseSheet = {
  cause: 'defect',
  means: 'Plain failure: late, broken, lost, wrong, dirty or bad, with nothing structural showing.',
  rules: [{ id: 'DEFECT-1', says: 'A complaint that shows no other root cause is a plain failure.', any: {} }],
};
