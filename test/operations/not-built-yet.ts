import type { FunctionName } from '../../lib/operations/watched.ts';

/** What operations are ready for before it is there. A test fails as soon as one of these exists: take it out here then. */
export const notBuiltYet = {
  functions: [] as FunctionName[],
  events: [] as string[],
};
